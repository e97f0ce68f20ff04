"""One base text and what two parties made of it, woven into spans of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from penholder.model.segment import Segments, text_before

SpanStanding = Literal["kept", "mine", "theirs", "agree", "meet"]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of the base text and what stands there in each party's text.

    ``agree`` where both changed it alike, ``meet`` where both did and differently, ``mine`` and
    ``theirs`` where one did. The three texts are the spans' own, joined; calls of footnotes that
    only changed their key are written as in the base.
    """

    standing: SpanStanding
    base: str
    mine: str
    theirs: str


class _Edit(NamedTuple):
    """Letters ``start`` to ``end`` of the base became ``text``."""

    start: int
    end: int
    text: str


def spans(mine: Segments, theirs: Segments) -> tuple[Span, ...]:
    """Weave what two parties made of one text, given the segments from it to each.

    Edits that touch belong together: what one wrote beside a word that the other changed is to
    be looked at. The segments must be of one text before.
    """
    base = text_before(mine)
    ours, others = list(_edits(mine)), list(_edits(theirs))
    return tuple(_woven(base, ours, others))


def _edits(segments: Segments) -> Iterator[_Edit]:
    start = end = 0
    text = ""
    for segment in segments:
        if segment.op == "insert":
            text += segment.text
            continue
        if segment.op == "equal" and (end > start or text):
            yield _Edit(start, end, text)
            text = ""
        end += len(segment.text)
        if segment.op == "equal":
            start = end
    if end > start or text:
        yield _Edit(start, end, text)


def _woven(base: str, mine: list[_Edit], theirs: list[_Edit]) -> Iterator[Span]:
    place = 0
    for start, end in _stretches(sorted([*mine, *theirs])):
        if start > place:
            yield _kept(base[place:start])
        yield _changed(base, (start, end), mine, theirs)
        place = end
    if place < len(base):
        yield _kept(base[place:])


def _stretches(edits: Sequence[_Edit]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the base that edits cover, those that touch as one."""
    stretch: tuple[int, int] | None = None
    for edit in edits:
        if stretch and edit.start <= stretch[1]:
            stretch = stretch[0], max(stretch[1], edit.end)
            continue
        if stretch:
            yield stretch
        stretch = edit.start, edit.end
    if stretch:
        yield stretch


def _kept(text: str) -> Span:
    return Span("kept", text, text, text)


def _changed(
    base: str, stretch: tuple[int, int], mine: Sequence[_Edit], theirs: Sequence[_Edit]
) -> Span:
    before = base[stretch[0] : stretch[1]]
    ours, others = (_edited(base, stretch, edits) for edits in (mine, theirs))
    standing = stood(before, ours, others)
    return Span(standing, before, ours, others)


def stood(base: object, mine: object, theirs: object) -> SpanStanding:
    """Return how two parties' values stand to the base and to one another."""
    if mine == theirs:
        return "kept" if mine == base else "agree"
    if theirs == base:
        return "mine"
    return "theirs" if mine == base else "meet"


def _edited(base: str, stretch: tuple[int, int], edits: Sequence[_Edit]) -> str:
    place, end = stretch
    found = ""
    for edit in edits:
        if stretch[0] <= edit.start and edit.end <= end:
            found += base[place : edit.start] + edit.text
            place = edit.end
    return found + base[place:end]
