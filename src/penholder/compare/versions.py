"""Two versions of a document become the changes that lead from one to the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from penholder.compare.align import Alignment, align
from penholder.compare.fields import field_changes
from penholder.compare.note_pairs import note_pairs
from penholder.compare.notes import call_keys, note_changes, note_order
from penholder.compare.token_runs import Keys
from penholder.compare.weave import Strand, woven
from penholder.compare.words import inverse, split_segments, unit_segments
from penholder.model.change import (
    Change,
    Comparison,
    Delete,
    Insert,
    Merge,
    Move,
    Place,
    Reword,
    Split,
    SurfaceChange,
    surface_of,
)
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.outline import Unit, outline

ALGORITHM = 4


def compare(before: Document, after: Document) -> Comparison:
    """Return all that leads from ``before`` to ``after``; nothing where they are equal.

    Numbers that follow from place are no words: a paragraph inserted before others is one
    insertion. ``apply(compare(before, after), before) == after``.
    """
    sides = _Version.of(before), _Version.of(after)
    return comparison_of(before, after, _changes(*sides, keys_between(before, after)))


def keys_between(before: Document, after: Document) -> Keys:
    """Return, for each footnote call of the later version, how the earlier one calls the note."""
    return call_keys(note_pairs(before, after), after.footnotes)


def comparison_of(before: Document, after: Document, changes: tuple[Change, ...]) -> Comparison:
    """Return changes of units, however they were found, with those of title, fields and notes."""
    pairs = note_pairs(before, after)
    keys = call_keys(pairs, after.footnotes)
    surfaces = surface_of(before), surface_of(after)
    return Comparison(
        algorithm=ALGORITHM,
        lengths=(len(outline(before)), len(outline(after))),
        changes=changes,
        fields=field_changes(*surfaces, keys),
        surface=SurfaceChange(*surfaces) if surfaces[0] != surfaces[1] else None,
        notes=note_changes(before.footnotes, after.footnotes, pairs),
        note_order=note_order(before.footnotes, after.footnotes),
    )


@dataclass(frozen=True, slots=True)
class _Version:
    units: tuple[Unit, ...]
    addresses: tuple[str, ...]

    @classmethod
    def of(cls, document: Document) -> _Version:
        return cls(outline(document), tuple(label.address for label in labels(document)))

    def place(self, index: int) -> Place:
        return Place(index, self.addresses[index])

    def above(self) -> list[int]:
        """Return for each unit the index of the one it stands under, -1 for none."""
        path: list[int] = []
        found = []
        for index, unit in enumerate(self.units):
            while path and self.units[path[-1]].depth >= unit.depth:
                path.pop()
            found.append(path[-1] if path else -1)
            path.append(index)
        return found


def _changes(before: _Version, after: _Version, keys: Keys) -> tuple[Change, ...]:
    if before.units == after.units:
        return ()
    alignment = align(before.units, after.units, keys)
    finder = _Finder(before, after, alignment, keys)
    strands = woven(before.units, after.units, alignment)
    found = (finder.change(strand) for strand in strands)
    return tuple(change for change in found if change is not None)


class _Finder:
    """Turns the strands of a weave into changes."""

    def __init__(self, before: _Version, after: _Version, alignment: Alignment, keys: Keys) -> None:
        self._before, self._after, self._keys = before, after, keys
        self._moved_to = dict(alignment.moves)
        self._moved_from = {column: row for row, column in alignment.moves}
        self._carried = set(_carried(before, after, self._moved_to))

    def change(self, strand: Strand) -> Change | None:
        """Return what happened at one strand; None for equal units and for the place left."""
        match strand:
            case ((row,), ()):
                gone = Delete(self._before.place(row), self._before.units[row])
                return None if row in self._moved_to else gone
            case ((), (column,)):
                return self._come(column)
            case ((row,), (column,)):
                return self._reworded(row, column)
            case ((row,), _):
                return self._split(row, strand.after)
        return self._merge(strand.before, strand.after[0])

    def _come(self, column: int) -> Insert | Move:
        place, unit = self._after.place(column), self._after.units[column]
        row = self._moved_from.get(column)
        if row is None:
            return Insert(place, unit)
        stood = self._before.units[row]
        segments = unit_segments(stood, unit, self._keys)
        is_carried = row in self._carried
        return Move(self._before.place(row), place, stood, unit, segments, is_carried)

    def _reworded(self, row: int, column: int) -> Reword | None:
        before, after = self._before.units[row], self._after.units[column]
        if before == after:
            return None
        segments = unit_segments(before, after, self._keys)
        return Reword(self._before.place(row), self._after.place(column), before, after, segments)

    def _split(self, row: int, columns: tuple[int, ...]) -> Split:
        whole = self._before.units[row]
        units = tuple(self._after.units[column] for column in columns)
        segments = split_segments(whole.text, [unit.text for unit in units], self._keys)
        places = tuple(self._after.place(column) for column in columns)
        return Split(self._before.place(row), places, whole, units, segments)

    def _merge(self, rows: tuple[int, ...], column: int) -> Merge:
        whole = self._after.units[column]
        units = tuple(self._before.units[row] for row in rows)
        back = {then: now for now, then in self._keys.items()}
        segments = split_segments(whole.text, [unit.text for unit in units], back)
        places = tuple(self._before.place(row) for row in rows)
        inverted = tuple(inverse(each) for each in segments)
        return Merge(places, self._after.place(column), units, whole, inverted)


def _carried(before: _Version, after: _Version, moved_to: Mapping[int, int]) -> Iterator[int]:
    """Yield the places of moved units that only went along with the unit they stand under."""
    above_before, above_after = before.above(), after.above()
    for row, column in moved_to.items():
        outer = above_before[row]
        if outer >= 0 and moved_to.get(outer) == above_after[column]:
            yield row
