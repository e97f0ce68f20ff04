"""Units that stand elsewhere in other words, paired across the gaps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from penholder.compare.chain import Candidate
from penholder.compare.profile import Profile, similarity

# A unit far from its place must be more like itself than a neighbour that was reworded, must
# say something, and must have no rival: annual texts repeat themselves.
MOVED_ALIKE = 0.7
LEAST_WORDS = 6
LEAD = 0.1
RARE_SHARE = 0.1
_ALL_PAIRS = 10_000
_RARE = 2


def far_pairs(
    before: Sequence[Profile],
    after: Sequence[Profile],
    places_before: Sequence[int],
    places_after: Sequence[int],
) -> list[Candidate]:
    """Return the pairs among the units left over, the likest first, each unit once.

    A near-duplicate is no move: of two candidates almost equally like, none is taken, and the
    two must share words that few other units have.
    """
    rows = [place for place in places_before if _says_something(before[place])]
    columns = [place for place in places_after if _says_something(after[place])]
    rated = [
        (similarity(before[row], after[column], MOVED_ALIKE), row, column)
        for row, column in _worth_a_look(before, after, rows, columns)
    ]
    rated = sorted((each for each in rated if each[0] > 0), key=lambda e: (-e[0], e[1], e[2]))
    rarity = _Rarity(before, after)
    return [
        pair
        for pair in _without_rivals(rated)
        if rarity.is_shared(before[pair.before], after[pair.after])
    ]


def _says_something(profile: Profile) -> bool:
    return profile.kind in ("words", "row") and profile.words >= LEAST_WORDS


def _worth_a_look(
    before: Sequence[Profile],
    after: Sequence[Profile],
    rows: Sequence[int],
    columns: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """Yield the pairs to compare: all of few, of many those that share a rare word."""
    if len(rows) * len(columns) <= _ALL_PAIRS:
        yield from ((row, column) for row in rows for column in columns)
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for column in columns:
        for letter in sorted(set(after[column].letters)):
            holders[letter].append(column)
    for row in rows:
        shared = Counter(
            column
            for letter in sorted(set(before[row].letters))
            if len(holders[letter]) <= _RARE
            for column in holders[letter]
        )
        yield from ((row, column) for column, _ in shared.most_common(_RARE))


def _without_rivals(rated: Sequence[tuple[float, int, int]]) -> Iterator[Candidate]:
    """Yield each best pair that no other candidate of either unit comes near."""
    rows: set[int] = set()
    columns: set[int] = set()
    for likeness, row, column in rated:
        if row in rows or column in columns:
            continue
        rows.add(row)
        columns.add(column)
        if not _has_rival(rated, likeness, row, column):
            yield Candidate(row, column, 0)


def _has_rival(
    rated: Sequence[tuple[float, int, int]], likeness: float, row: int, column: int
) -> bool:
    return any(
        (other_row == row) != (other_column == column) and likeness - other < LEAD
        for other, other_row, other_column in rated
    )


class _Rarity:
    """Knows which words stand in few units of either version: those tell paragraphs apart."""

    def __init__(self, before: Sequence[Profile], after: Sequence[Profile]) -> None:
        self._counts = [
            Counter(letter for unit in units for letter in set(unit.letters))
            for units in (before, after)
        ]

    def is_shared(self, before: Profile, after: Profile) -> bool:
        """Whether two units share enough rare words to be more than two of one pattern."""
        shared = set(before.letters) & set(after.letters)
        rare = sum(all(count[letter] <= _RARE for count in self._counts) for letter in shared)
        return rare >= max(1, RARE_SHARE * len(shared))
