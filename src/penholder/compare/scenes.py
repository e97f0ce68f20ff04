"""One version as a redline needs it: units, labels, and the numbers of the footnote calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from penholder.model.blocks import Paragraph
from penholder.model.change import FieldChange
from penholder.model.document import Document
from penholder.model.footnotes import note_calls
from penholder.model.numbering import Label, labels
from penholder.model.outline import Unit, outline
from penholder.model.segment import Segment
from penholder.model.wording import calls


@dataclass(frozen=True, slots=True)
class Scene:
    """The units of a document; beside each its label, degree and footnote numbers.

    ``degrees`` counts the paragraphs that a unit stands under. ``title_numbers`` are the numbers
    of the calls in the title, ``note_numbers`` by key all that a note has, by first call.
    """

    units: tuple[Unit, ...]
    labels: tuple[Label, ...]
    degrees: tuple[int, ...]
    numbers: tuple[tuple[int, ...], ...]
    title_numbers: tuple[int, ...]
    note_numbers: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, document: Document) -> Scene:
        """Return a document's scene."""
        units = outline(document)
        found = note_calls(document)
        numbers = iter([call.number for call in found])

        def taken(text: str) -> tuple[int, ...]:
            return tuple(islice(numbers, sum(1 for _ in calls(text))))

        title_numbers = taken(document.title)
        by_key: dict[str, tuple[int, ...]] = {}
        for call in found:
            if call.opens_note:
                by_key[call.key] = (*by_key.get(call.key, ()), call.number)
        return cls(
            units=units,
            labels=labels(document),
            degrees=_degrees(units),
            numbers=tuple(taken(unit.text) for unit in units),
            title_numbers=title_numbers,
            note_numbers=by_key,
        )

    def stand_changes(self, row: int, after: Scene, column: int) -> tuple[FieldChange, ...]:
        """Return what changed about where a unit stands: its region, its degree."""
        stands = (
            ("region", self.units[row].region, after.units[column].region),
            ("degree", str(self.degrees[row]), str(after.degrees[column])),
        )
        return tuple(
            FieldChange(name, (Segment("delete", then), Segment("insert", now)))
            for name, then, now in stands
            if then != now
        )


def _degrees(units: Sequence[Unit]) -> tuple[int, ...]:
    path: list[Unit] = []
    found = []
    for unit in units:
        while path and path[-1].depth >= unit.depth:
            path.pop()
        found.append(sum(isinstance(each.block, Paragraph) for each in path))
        path.append(unit)
    return tuple(found)
