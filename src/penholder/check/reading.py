"""A document as every rule reads it: outlined, labelled and related once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from penholder.check.finding import InNote, InTitle, InUnit, Spot
from penholder.model.blocks import Paragraph, Quote
from penholder.model.document import Document
from penholder.model.numbering import Label, labels
from penholder.model.outline import Unit, outline


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its units, their labels, and which unit encloses each (-1 for none)."""

    document: Document
    units: tuple[Unit, ...]
    labels: tuple[Label, ...]
    parents: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> Reading:
        """Return the reading of a document."""
        units = outline(document)
        return cls(document, units, labels(document), _parents(units))

    def texts(self) -> Iterator[tuple[Spot, str]]:
        """Yield every marked text with the spot of its first letter: title, units, footnotes."""
        yield InTitle(), self.document.title
        for index, unit in enumerate(self.units):
            yield InUnit(index), unit.text
        for note in self.document.footnotes:
            yield InNote(note.key), note.text

    def paragraph(self, index: int) -> Paragraph | None:
        """Return the unit where it is a paragraph that is no subparagraph and not quoted."""
        block = self.units[index].block
        if not isinstance(block, Paragraph):
            return None
        above = self.parents[index]
        while above >= 0:
            if isinstance(self.units[above].block, Paragraph | Quote):
                return None
            above = self.parents[above]
        return block

    def is_preambular(self, index: int) -> bool:
        """Whether a paragraph belongs to a preamble, that of a section included."""
        unit = self.units[index]
        marked = isinstance(unit.block, Paragraph) and unit.block.preambular
        return unit.region == "preamble" or marked

    def inside(self, index: int) -> tuple[int, ...]:
        """Return the units directly inside a unit, in order."""
        depth = self.units[index].depth
        found = []
        for at in range(index + 1, len(self.units)):
            if self.units[at].depth <= depth:
                break
            if self.parents[at] == index:
                found.append(at)
        return tuple(found)


def _parents(units: tuple[Unit, ...]) -> tuple[int, ...]:
    parents = []
    path: list[int] = []
    for index, unit in enumerate(units):
        while path and units[path[-1]].depth >= unit.depth:
            path.pop()
        parents.append(path[-1] if path else -1)
        path.append(index)
    return tuple(parents)
