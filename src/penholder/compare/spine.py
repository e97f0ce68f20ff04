"""Pairs that are beyond doubt: paragraphs of one id, and what is said once in each version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from penholder.compare.chain import Candidate
from penholder.compare.profile import Profile

Name = TypeVar("Name", bound=Hashable)
# One unit more in place outweighs any number of words; the words decide between equals.
PLACE = 1_000_000


def certain_pairs(before: Sequence[Profile], after: Sequence[Profile]) -> list[Candidate]:
    """Return the pairs of one id and, among the other units, of the same words, by place."""
    named = _once([unit.id for unit in before], [unit.id for unit in after])
    rows = {row for row, _ in named}
    columns = {column for _, column in named}
    same = _once([unit.same for unit in before], [unit.same for unit in after])
    both = named + [pair for pair in same if pair[0] not in rows and pair[1] not in columns]
    return [Candidate(row, column, PLACE + before[row].words) for row, column in sorted(both)]


def _once(before: Sequence[Name], after: Sequence[Name]) -> list[tuple[int, int]]:
    """Return the places of what stands exactly once in each list; nothing is no name."""
    counts_before, counts_after = Counter(before), Counter(after)
    places = {name: place for place, name in enumerate(after)}
    return [
        (place, places[name])
        for place, name in enumerate(before)
        if name != "" and counts_before[name] == 1 and counts_after[name] == 1
    ]
