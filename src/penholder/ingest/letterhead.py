"""The letterhead of a first page: every stretch of lettering above the session stands by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from penholder.ingest.masthead import flat
from penholder.ingest.passages import Passage
from penholder.ingest.pdf_lines import PageLine

_SESSION = re.compile(r"(?:Resumed )?[\w -]+ session.*", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"united nations.*|.*\bDistr\.?.*|Original: ?\w+.*|\d{1,2} [A-Z][a-z]+ \d{4}"
    r"|.*(?:Assembly|Council)|(?:A|S|E|T)/[\w./() -]+\*{0,2}|General|Limited|Restricted",
    re.IGNORECASE,
)
_REACH = 0.35


def split_letterhead(
    lines: Sequence[PageLine], height: float
) -> tuple[list[Passage], list[PageLine]]:
    """Return the letterhead as passages, one for each stretch, and the lines below it.

    It ends above the session, or below the last line of its own forms in the upper third.
    """
    end = _end(lines, height)
    passages = [
        Passage((replace(line, spans=(span,)).line(),), "body", "new", 0.0)
        for line in lines[:end]
        for span in line.spans
    ]
    return passages, list(lines[end:])


def _end(lines: Sequence[PageLine], height: float) -> int:
    upper = [line for line in lines if line.baseline < _REACH * height]
    for index, line in enumerate(upper):
        if _SESSION.fullmatch(flat(line.text)):
            return index
    known = [
        index
        for index, line in enumerate(upper)
        if any(_LETTERHEAD.fullmatch(flat(span.text)) for span in line.spans)
    ]
    return known[-1] + 1 if known else 0
