"""The pairs found so far, while the stages of an alignment add to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from penholder.compare.chain import Candidate, heaviest_chain
from penholder.compare.gaps import in_order
from penholder.compare.joins import Join, Ordered, splits
from penholder.compare.moves import far_pairs
from penholder.compare.profile import Profile
from penholder.compare.spine import certain_pairs
from penholder.model.outline import Unit

_LEAST_MOVED = 3


@dataclass(frozen=True, slots=True)
class Side:
    """The outline of one version with what is compared of each unit."""

    units: Sequence[Unit]
    profiles: Sequence[Profile]

    def inside(self, place: int) -> Iterable[int]:
        """Yield the places of what the unit at ``place`` contains."""
        for index in range(place + 1, len(self.units)):
            if self.units[index].depth <= self.units[place].depth:
                return
            yield index


class Matching:
    """Partners by place; a unit that was split or merged has none, but is not free either."""

    def __init__(self, before: Side, after: Side) -> None:
        self._before, self._after = before, after
        self.partner: dict[int, int] = {}
        self._holder: dict[int, int] = {}
        self._busy_before: set[int] = set()
        self._busy_after: set[int] = set()

    def take_spine(self) -> list[Candidate]:
        """Take the pairs beyond doubt; return those that keep their order."""
        sure = certain_pairs(self._before.profiles, self._after.profiles)
        spine = heaviest_chain(sure)
        kept = set(spine)
        self._take(spine)
        self._take_moved([pair for pair in sure if pair not in kept and self._is_telling(pair)])
        return spine

    def fill(self, spine: Sequence[Candidate]) -> list[Candidate]:
        """Pair by likeness in each gap of the spine; return the spine and those pairs."""
        found: list[Candidate] = []
        row = column = 0
        end = Candidate(len(self._before.units), len(self._after.units), 0)
        for pair in (*spine, end):
            found += self._in_order(range(row, pair.before), range(column, pair.after))
            found.append(pair)
            row, column = pair.before + 1, pair.after + 1
        found.pop()
        self._take(found)
        return found

    def take_joins(self, ordered: Sequence[Candidate]) -> tuple[list[Join], list[Join]]:
        """Take splits and merges between and beside the pairs in order; return both."""
        before, after = self._before.profiles, self._after.profiles
        in_place = {pair.before for pair in ordered}
        gone = frozenset(self.partner.keys() - in_place)
        come = frozenset(self.partner[row] for row in gone)
        split = splits(
            before, after, Ordered({pair.after: pair.before for pair in ordered}, gone, come)
        )
        for join in split:
            self._join([join.whole], join.parts)
        rest = {pair.before: pair.after for pair in ordered if pair.before in self.partner}
        divided = frozenset(join.whole for join in split)
        made = frozenset(part for join in split for part in join.parts)
        merged = splits(after, before, Ordered(rest, come | made, gone | divided))
        for join in merged:
            self._join(join.parts, [join.whole])
        return split, merged

    def take_far(self) -> None:
        """Take what was moved across the gaps and reworded, with what stands inside it."""
        before, after = self._before.profiles, self._after.profiles
        rows = self._free_before(range(len(before)))
        self._take_moved(far_pairs(before, after, rows, self._free_after(range(len(after)))))

    def _is_telling(self, pair: Candidate) -> bool:
        """Whether the same words elsewhere mean that a unit moved: ``Total`` alone does not."""
        unit = self._before.profiles[pair.before]
        return bool(unit.id) or unit.words >= _LEAST_MOVED

    def _take(self, pairs: Iterable[Candidate]) -> None:
        for pair in pairs:
            self.partner[pair.before] = pair.after
            self._holder[pair.after] = pair.before
            self._busy_after.add(pair.after)
            self._busy_before.add(pair.before)

    def _take_moved(self, pairs: Sequence[Candidate]) -> None:
        self._take(pairs)
        for pair in pairs:
            inside = self._before.inside(pair.before), self._after.inside(pair.after)
            self._take(self._in_order(*inside))

    def _in_order(self, rows: Iterable[int], columns: Iterable[int]) -> list[Candidate]:
        return in_order(
            self._before.profiles,
            self._after.profiles,
            self._free_before(rows),
            self._free_after(columns),
        )

    def _free_before(self, rows: Iterable[int]) -> list[int]:
        return [row for row in rows if row not in self._busy_before]

    def _free_after(self, columns: Iterable[int]) -> list[int]:
        return [column for column in columns if column not in self._busy_after]

    def _join(self, rows: Sequence[int], columns: Sequence[int]) -> None:
        """Let the units go from the partners they have, and keep them from taking others."""
        holders = [self._holder[column] for column in columns if column in self._holder]
        for row in {*holders, *rows}:
            self._busy_before.discard(row)
            if row in self.partner:
                column = self.partner.pop(row)
                del self._holder[column]
                self._busy_after.discard(column)
        self._busy_before.update(rows)
        self._busy_after.update(columns)
