"""One party's changes by the place of the base that they touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from penholder.model.change import Change, Comparison, Delete, Insert, Merge, Move, Reword, Split
from penholder.model.outline import Region, Unit


@dataclass(frozen=True, slots=True)
class Party:
    """What one party did: to each unit of the base by its index, and between the units.

    ``landings`` gives, for the index of a moved unit, the unit of the base it now stands behind,
    -1 for none; what only went along with another has none.
    """

    done: Mapping[int, Change]
    new: Mapping[int, tuple[Insert, ...]]
    landings: Mapping[int, int]

    def done_to(self, rows: Sequence[int]) -> tuple[Change, ...]:
        """Return the changes of some units of the base, each once, in order."""
        found = [self.done[row] for row in rows if row in self.done]
        return tuple(each for index, each in enumerate(found) if each not in found[:index])

    def merged_to(self, row: int) -> int:
        """Return the last unit of the base that was merged with one; itself if none was."""
        change = self.done.get(row)
        return change.before[-1].index if isinstance(change, Merge) else row

    def new_at(self, row: int, region: Region) -> tuple[Insert, ...]:
        """Return what was inserted behind a unit of the base, in one region."""
        return tuple(each for each in self.new.get(row, ()) if each.unit.region == region)

    def landing(self, change: Reword | Move) -> int | None:
        """Return where a unit was moved to, None where it was not."""
        return self.landings.get(change.before.index)

    def results(self, changes: Sequence[Change]) -> tuple[object, ...]:
        """Return what became of the units that changes touch, to be told from another's."""
        return tuple((self._landed(each), _units_after(each)) for each in changes)

    def _landed(self, change: Change) -> int | None:
        return self.landing(change) if isinstance(change, Reword | Move) else None


def party_of(comparison: Comparison) -> Party:
    """Return the changes of a comparison by the place of the base that they touch."""
    done = {row: change for change in comparison.changes for row in _rows(change)}
    after = {column: change for change in comparison.changes for column in _columns(change)}
    untouched = iter(row for row in range(comparison.lengths[0]) if row not in done)
    new: defaultdict[int, list[Insert]] = defaultdict(list)
    landings: dict[int, int] = {}
    last = -1
    for column in range(comparison.lengths[1]):
        match after.get(column):
            case None:
                last = next(untouched)
            case Insert() as insert:
                new[last].append(insert)
            case Move(before, is_carried=is_carried):
                if not is_carried:
                    landings[before.index] = last
            case Reword(before) | Split(before):
                last = before.index
            case Merge(before):
                last = before[-1].index
    spoken = {row: change for row, change in done.items() if not _is_silent(change)}
    return Party(spoken, {row: tuple(found) for row, found in new.items()}, landings)


def _is_silent(change: Change) -> bool:
    """Whether a unit only went along with the one it stands under, as it was."""
    if not (isinstance(change, Move) and change.is_carried):
        return False
    return change.unit_before.block == change.unit_after.block


def _rows(change: Change) -> Iterator[int]:
    match change:
        case Insert():
            return
        case Merge():
            yield from (place.index for place in change.before)
        case _:
            yield change.before.index


def _columns(change: Change) -> Iterator[int]:
    match change:
        case Delete():
            return
        case Split():
            yield from (place.index for place in change.after)
        case _:
            yield change.after.index


def _units_after(change: Change) -> tuple[Unit, ...]:
    match change:
        case Delete():
            return ()
        case Insert():
            return (change.unit,)
        case Split():
            return change.units_after
    return (change.unit_after,)
