"""Units that stand elsewhere in other words, paired across the gaps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel
from rapidfuzz.process import extractOne

from penholder.compare.chain import Candidate
from penholder.compare.profile import Profile, similarity

# A unit far from its place must be more like itself than a neighbour that was reworded, must
# say something, and must have no rival: annual texts repeat themselves. What tells it from
# units of one pattern is either half of its rare words, or that no other unit comes near it.
MOVED_ALIKE = 0.7
LEAST_WORDS = 6
LEAD = 0.1
RARE_SHARE = 0.5
_ALL_PAIRS = 10_000
_RARE = 2


def far_pairs(
    before: Sequence[Profile],
    after: Sequence[Profile],
    places_before: Sequence[int],
    places_after: Sequence[int],
) -> list[Candidate]:
    """Return the pairs among the units left over, the likest first, each unit once.

    A near-duplicate is no move: of two candidates almost equally like, none is taken but the one
    that shares the words which tell it from the others.
    """
    rows = [place for place in places_before if _says_something(before[place])]
    columns = [place for place in places_after if _says_something(after[place])]
    rated = [
        (similarity(before[row], after[column], MOVED_ALIKE), row, column)
        for row, column in _worth_a_look(before, after, rows, columns)
    ]
    rated = sorted((each for each in rated if each[0] > 0), key=lambda e: (-e[0], e[1], e[2]))
    tellers = _Rarity(before, after), _Crowd(before), _Crowd(after)
    return [
        Candidate(row, column, 0)
        for likeness, row, column in _best(rated)
        if tellers[0].is_shared(before[row], after[column])
        or (
            tellers[1].has_none_near(before, row, likeness)
            and tellers[2].has_none_near(after, column, likeness)
        )
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


def _best(rated: Sequence[tuple[float, int, int]]) -> Iterator[tuple[float, int, int]]:
    """Yield the best pairs, each unit once."""
    rows: set[int] = set()
    columns: set[int] = set()
    for likeness, row, column in rated:
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            yield likeness, row, column


class _Crowd:
    """Knows whether other units of a version are nearly as like a unit as its partner is."""

    def __init__(self, units: Sequence[Profile]) -> None:
        self._letters = [unit.letters if unit.kind == "words" else "" for unit in units]

    def has_none_near(self, units: Sequence[Profile], place: int, likeness: float) -> bool:
        """Whether the unit is like no other of its own version by ``likeness`` less LEAD."""
        others = [*self._letters[:place], *self._letters[place + 1 :]]
        near = extractOne(
            units[place].letters,
            others,
            scorer=Indel.normalized_similarity,
            score_cutoff=max(likeness - LEAD, LEAD),
        )
        return near is None


class _Rarity:
    """Knows which words stand in few units of either version: those tell paragraphs apart."""

    def __init__(self, before: Sequence[Profile], after: Sequence[Profile]) -> None:
        self._counts = [
            Counter(letter for unit in units for letter in set(unit.letters))
            for units in (before, after)
        ]

    def is_shared(self, before: Profile, after: Profile) -> bool:
        """Whether two units share half of the rare words of the one that has fewer of them."""
        rare = [self._rare(before), self._rare(after)]
        return len(rare[0] & rare[1]) >= max(1, RARE_SHARE * min(map(len, rare)))

    def _rare(self, unit: Profile) -> set[str]:
        letters = set(unit.letters)
        return {letter for letter in letters if all(c[letter] <= _RARE for c in self._counts)}
