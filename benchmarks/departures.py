"""Where a document of ours first turns its page elsewhere than the official one, and why.

Causes, the first that holds: lines of the page that break otherwise (tightened by hand, or not), a
space above a line that differs, notes that take more or less room, a page that is deeper or
shallower; a break of its own where none of these holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.placed_words import Edges, Word

_MOVED = 4.0  # points
_SAME_FOOT = 3.0
_NOTE_NUMBER = 7.5
_NOTE_MARGIN = (100.0, 122.0)
_NOTE_TYPE = (8.0, 10.3)
_TOLD = 5
_A_FEW = 3  # words: a line that ends otherwise, and no page


@dataclass(frozen=True, slots=True)
class Departure:
    """The first page (from 1) that ends elsewhere: what begins the next page, and why.

    ``kind`` is the sort of cause, ``cause`` tells it with its figures.
    """

    page: int
    official: str
    ours: str
    kind: str
    cause: str

    def __str__(self) -> str:
        told = f"the page after begins “{self.official}”, ours “{self.ours}”"
        return f"page {self.page}: {told}; {self.cause}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as measured: its words on their pages, those of the body, its tightened lines.

    ``tight`` are pages of an official document, from 0, once for each line tightened by hand.
    """

    pages: Sequence[Sequence[Word]]
    body: Edges
    tight: Sequence[int] = ()


def first_departure(theirs: Sheet, ours: Sheet, found: Mapping[int, int]) -> Departure | None:
    """Return where our pages first part from theirs; ``found`` has our word for each of theirs."""
    back = {own: official for official, own in found.items()}
    for page in range(1, max(len(theirs.pages), len(ours.pages))):
        first = next((i for i in _begins(theirs.body, page) if i in found), None)
        own = next((i for i in _begins(ours.body, page) if i in back), None)
        if _begin_alike(None if first is None else found[first], own):
            continue
        return Departure(
            page,
            _words(theirs.body, first),
            _words(ours.body, own),
            *_cause(theirs, ours, found, page - 1),
        )
    return None


def _begin_alike(expected: int | None, own: int | None) -> bool:
    if expected is None or own is None:
        return expected == own
    return abs(expected - own) <= _A_FEW


def _begins(edges: Edges, page: int) -> list[int]:
    return sorted(each for each in edges.begins if edges.words[each].page == page)


def _words(edges: Edges, at: int | None) -> str:
    return "" if at is None else " ".join(w.letters for w in edges.words[at : at + _TOLD])


def _cause(theirs: Sheet, ours: Sheet, found: Mapping[int, int], page: int) -> tuple[str, str]:
    shared = [
        (at, found[at])
        for at in _begins(theirs.body, page)
        if at in found and ours.body.words[found[at]].page == page
    ]
    if cause := next(_moved(theirs, ours, shared), None):
        return cause
    notes, own_notes = _notes(theirs.pages[page]), _notes(ours.pages[page])
    if notes and own_notes and abs(notes[1] - own_notes[1]) > _SAME_FOOT:
        told = f"its notes go down to {notes[1]:.0f} pt, ours to {own_notes[1]:.0f}"
        return "the depth of the page", told
    if notes and own_notes and notes[2] == own_notes[2] and abs(notes[0] - own_notes[0]) > _MOVED:
        told = f"its notes begin at {notes[0]:.0f} pt, ours at {own_notes[0]:.0f}"
        return "lines of notes", told
    deepest, own_deepest = (_deepest(each.body, page) for each in (theirs, ours))
    told = f"its text ends at {deepest:.0f} pt, ours at {own_deepest:.0f}"
    return "a break of its own", told


def _moved(
    theirs: Sheet, ours: Sheet, shared: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """Yield why lines that both pages have stand elsewhere, from the first such line on."""
    shift, last, broken = 0.0, -1, False
    for at, own in shared:
        if own not in ours.body.begins:
            broken = True
            continue
        broken |= last >= 0 and any(each in ours.body.begins for each in range(last + 1, own))
        moved = ours.body.words[own].bottom - theirs.body.words[at].bottom
        if abs(moved - shift) > _MOVED:
            kind = "a space" if not broken else "lines"
            if broken and theirs.body.words[at].page in theirs.tight:
                kind = "lines tightened by hand"
            yield kind, f"{kind}, {moved - shift:+.0f} pt before “{_words(theirs.body, at)}”"
        shift, last, broken = moved, own, False


def _notes(page: Sequence[Word]) -> tuple[float, float, tuple[str, ...]] | None:
    """Return where the notes of a page begin and end, in points, and their numbers."""
    numbers = [
        word
        for word in page
        if _NOTE_MARGIN[0] < word.left < _NOTE_MARGIN[1]
        and (word.height < _NOTE_NUMBER or word.letters == "*")
    ]
    if not numbers:
        return None
    top = min(word.top for word in numbers)
    small = [
        word.bottom
        for word in page
        if word.top > top - 3 and _NOTE_TYPE[0] < word.height < _NOTE_TYPE[1] and word.top < 738
    ]
    return top, max(small, default=top), tuple(word.letters for word in numbers)


def _deepest(edges: Edges, page: int) -> float:
    return max((edges.words[each].bottom for each in _begins(edges, page)), default=0.0)
