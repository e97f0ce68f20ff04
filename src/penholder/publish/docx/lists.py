"""Which list of Word a paragraph counts in, and whether Word would count as the document does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from penholder.model.marks import degree_mark
from penholder.publish.docx.sheet import COMING, GOING, Dress, Paragraph, State


@dataclass(slots=True)
class Lists:
    """Gives out the lists as paragraphs come: one for each run of numbers, one below each
    paragraph that Word does not number itself."""

    _scope: int = 1
    _last: int = 1
    _path: list[tuple[int, int]] = field(default_factory=list)

    def begin_scope(self) -> None:
        """Begin to count from 1 again: a part, an annex, a section with numbers of its own."""
        self._last += 1
        self._scope = self._last
        self._path.clear()

    def place(self, depth: int, dress: Dress) -> int:
        """Return the list of a paragraph at a depth of the outline; 0 for none."""
        while self._path and self._path[-1][0] >= depth:
            self._path.pop()
        found = self._list_of(dress)
        self._path.append((depth, found))
        return found

    def _list_of(self, dress: Dress) -> int:
        if dress.level is None:
            return 0
        if dress.level == 0:
            return self._scope
        above = self._path[-1] if self._path else (-1, 0)
        if not above[1]:
            self._last += 1
            self._path[-1:] = [(above[0], self._last)]
            return self._last
        return above[1]


def counts_as_printed(paragraphs: Iterable[Paragraph]) -> bool:
    """Whether the numbers that Word derives are those printed, in both versions."""
    told = tuple(paragraphs)
    return _agrees(told, COMING, "before") and _agrees(told, GOING, "after")


def _agrees(paragraphs: Iterable[Paragraph], absent: tuple[State, ...], version: str) -> bool:
    counts: dict[tuple[int, int], int] = {}
    for paragraph in paragraphs:
        was = paragraph.was or paragraph.dress
        dress = was if version == "before" else paragraph.dress
        if paragraph.mark in absent or dress.level is None:
            continue
        here = (paragraph.list, dress.level)
        counts[here] = counts.get(here, 0) + 1
        for deeper in [key for key in counts if key[0] == here[0] and key[1] > here[1]]:
            del counts[deeper]
        if number_of(dress.level, counts[here]) != dress.number:
            return False
    return True


def number_of(level: int, count: int) -> str:
    """Return what Word prints at a level: ``1.``, ``(a)``, ``(i)``, ``a.``, ``i.`` by degree."""
    return f"{count}." if level == 0 else degree_mark(level, count)
