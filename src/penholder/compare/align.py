"""The units of two outlines paired: what stands, moved, was split or merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from penholder.compare.chain import Candidate, heaviest_chain
from penholder.compare.joins import Join
from penholder.compare.matching import Matching, Side
from penholder.compare.profile import Profiler
from penholder.compare.spine import PLACE
from penholder.model.outline import Unit

_JOIN = PLACE * PLACE


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which units of two outlines are one, by their indexes.

    ``stays`` are the pairs that keep their order, ``moves`` the others; ``splits`` and ``merges``
    always keep it. A unit stands in one of them at most.
    """

    stays: tuple[tuple[int, int], ...] = ()
    moves: tuple[tuple[int, int], ...] = ()
    splits: tuple[tuple[int, tuple[int, ...]], ...] = ()
    merges: tuple[tuple[tuple[int, ...], int], ...] = ()


def align(before: Sequence[Unit], after: Sequence[Unit], keys: Mapping[str, str]) -> Alignment:
    """Pair the units of two outlines; ``keys`` as in ``words.unit_segments``.

    Paragraphs of one id are one. Units that say the same and stand once in each version are the
    spine, the heaviest chain of them in order; between them units are paired by likeness, then
    across the gaps what was moved and reworded. The same input gives the same result.
    """
    profiler = Profiler()
    matching = Matching(
        Side(before, profiler.profiles(before, {})), Side(after, profiler.profiles(after, keys))
    )
    ordered = matching.fill(matching.take_spine())
    split, merged = matching.take_joins(ordered)
    matching.take_far()
    # What moved is known only now, and a split or merge may have stood in its shadow.
    late_split, late_merged = matching.take_joins(heaviest_chain(_weighed(before, matching)))
    return _arranged(_weighed(before, matching), [*split, *late_split], [*merged, *late_merged])


def _weighed(before: Sequence[Unit], matching: Matching) -> list[Candidate]:
    """Return every pair found, by the weight it has in keeping its order."""
    return [
        Candidate(row, column, PLACE + len(before[row].text))
        for row, column in matching.partner.items()
    ]


def _arranged(
    pairs: Sequence[Candidate], split: Sequence[Join], merged: Sequence[Join]
) -> Alignment:
    """Return what keeps its order, which no split or merge may leave, and what does not."""
    divided = {join.whole: join for join in split}
    united = {join.parts[0]: join for join in merged}
    joins = [Candidate(join.whole, join.parts[0], _JOIN) for join in split]
    joins += [Candidate(join.parts[0], join.whole, _JOIN) for join in merged]
    chain = heaviest_chain([*pairs, *joins])
    stays = {(each.before, each.after) for each in chain}
    wholes = [join for row, join in divided.items() if (row, join.parts[0]) in stays]
    unions = [join for row, join in united.items() if (row, join.whole) in stays]
    return Alignment(
        stays=tuple(
            (row, column)
            for row, column in sorted(stays)
            if row not in divided and row not in united
        ),
        moves=tuple(sorted((pair.before, pair.after) for pair in pairs if pair[:2] not in stays)),
        splits=tuple((join.whole, join.parts) for join in wholes),
        merges=tuple((join.parts, join.whole) for join in unions),
    )
