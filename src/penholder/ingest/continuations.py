"""Paragraphs that a page break or a footnote cut in two are made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from penholder.ingest.markers import marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.passages import Passage
from penholder.ingest.shape import ANNEX, ROMAN, is_closed, is_organ_line

_LONGEST_SHORT = 50
_JOINT = re.compile(r" (?:and|or)$")
_UNFINISHED = re.compile(r",$| (?:and|or)$")


def whole_passages(passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages with those that go on behind a break joined to their beginnings.

    A reader that sees type and place says which do; otherwise what follows footnotes goes on
    where the words before it have no end or it begins in lower case.
    """
    whole: list[Passage] = []
    last_body = -1
    for passage in passages:
        is_cut = 0 <= last_body < len(whole) - 1 and whole[-1].role == "note"
        if passage.role == "body":
            if last_body >= 0 and _goes_on(whole[last_body], passage, is_cut=is_cut):
                whole[last_body] = whole[last_body].continued_by(passage)
                continue
            last_body = len(whole)
        whole.append(passage)
    return whole


def _goes_on(before: Passage, after: Passage, *, is_cut: bool) -> bool:
    if after.opening != "unknown":
        return after.opening == "continued"
    text = flat(after.text)
    is_opening = marker_of(text) or is_organ_line(after) or ROMAN.fullmatch(text)
    if is_opening or ANNEX.fullmatch(text):
        return False
    above = flat("".join(run.text for run in before.runs if not run.raised))
    is_paragraph = bool(marker_of(above)) or before.runs[0].italic
    is_open = len(above) > _LONGEST_SHORT and _is_unfinished(above, text)
    # Where paragraphs open in italics, one without them that follows a comma opens nothing.
    lacks_opening = before.runs[0].italic and not (after.runs and after.runs[0].italic)
    is_rest = bool(_UNFINISHED.search(above)) and (lacks_opening or text[:1].islower())
    if not is_cut:
        return is_paragraph and (is_open or is_rest)
    return is_open or is_rest or text[:1].islower() or _is_cut_in_italics(before, after)


def _is_cut_in_italics(before: Passage, after: Passage) -> bool:
    """Whether a title of a book is cut: the sign that ends a paragraph is never set in italics."""
    ends = [run for run in before.runs if run.text.strip()]
    return ends[-1].italic and after.runs[0].italic and marker_of(flat(before.text)) is not None


def _is_unfinished(above: str, text: str) -> bool:
    """Whether a paragraph lacks its end: it stops nowhere, or where its kind never ends.

    A numbered paragraph ends in a semicolon, colon or full stop, and ``and`` is followed by a
    marker where it ends a subparagraph.
    """
    marker = marker_of(above)
    is_numbered = marker is not None and marker.form == "number"
    is_joint = text[:1].islower() and bool(_JOINT.search(above))
    return not is_closed(above) or is_joint or (is_numbered and bool(_UNFINISHED.search(above)))
