"""Splits: one unit whose words stand in several later units, one after another; merges mirror."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import Indel

from penholder.compare.profile import Profile

Profiles = Sequence[Profile]

# A split is believed where the parts together are this much like the whole and each part stands
# in it by half, one after another.
_ALIKE_TOGETHER = 0.6
_STANDS_IN = 0.5
_LEAST_SHARED = 3
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class Join:
    """One unit (``whole``) and the units, one after another, that share its words."""

    whole: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The pairs in order from a part to its whole, and the units that have moved away."""

    whole_of: Mapping[int, int]
    moved_wholes: frozenset[int]
    moved_parts: frozenset[int]


def splits(wholes: Profiles, parts: Profiles, ordered: Ordered) -> list[Join]:
    """Return the units of ``wholes`` that stand as several in ``parts``, in order.

    A part is a unit without partner, or the partner that its whole has so far.
    """
    found: list[Join] = []
    last_part = -1
    for free, near in _gaps(len(wholes), len(parts), ordered):
        for whole in near:
            run = [part for part in _run(whole, free, ordered) if part > last_part]
            join = _longest(wholes[whole], parts, run)
            is_next = not found or whole > found[-1].whole
            if len(join) > 1 and is_next and _explains(wholes[whole], [parts[i] for i in join]):
                found.append(Join(whole, join))
                last_part = join[-1]
    return found


def _gaps(wholes: int, parts: int, ordered: Ordered) -> Iterator[tuple[list[int], list[int]]]:
    """Yield each run of parts without partner, and the wholes at its place that may hold them."""
    known = sorted(ordered.whole_of)
    bounds = zip([-1, *known], [*known, parts], strict=True)
    for start, end in bounds:
        free = [part for part in range(start + 1, end) if part not in ordered.moved_parts]
        if not free:
            continue
        first = ordered.whole_of.get(start, 0)
        last = ordered.whole_of.get(end, wholes - 1)
        near = [whole for whole in range(first, last + 1) if whole not in ordered.moved_wholes]
        yield free, near if len(near) <= 2 * _MOST_PARTS else [near[0], near[-1]]


def _run(whole: int, free: Sequence[int], ordered: Ordered) -> list[int]:
    """Return the free parts with the whole's present partner, where it stands beside them."""
    beside = (free[0] - 1, free[-1] + 1)
    partner = [part for part in beside if ordered.whole_of.get(part) == whole]
    return sorted([*free, *partner])


def _longest(whole: Profile, parts: Profiles, run: Sequence[int]) -> tuple[int, ...]:
    """Return the longest stretch of neighbours in ``run`` that all stand in the whole."""
    best: list[int] = []
    stretch: list[int] = []
    for part in run:
        if not _stands_in(parts[part], whole):
            continue
        stretch = [*stretch, part] if stretch and stretch[-1] == part - 1 else [part]
        best = max(best, stretch, key=len)
    return tuple(best[:_MOST_PARTS])


def _stands_in(part: Profile, whole: Profile) -> bool:
    if part.kind != "words" or whole.kind != "words" or len(part.letters) >= len(whole.letters):
        return False
    apart = Indel.distance(part.letters, whole.letters)
    shared = (len(part.letters) + len(whole.letters) - apart) // 2
    return shared >= _least_shared(part)


def _least_shared(part: Profile) -> float:
    return max(_LEAST_SHARED, _STANDS_IN * len(part.letters))


def _explains(whole: Profile, parts: Profiles) -> bool:
    """Whether the parts joined are like the whole, and each has a share of its own in that."""
    together = "".join(part.letters for part in parts)
    if Indel.normalized_similarity(whole.letters, together) < _ALIKE_TOGETHER:
        return False
    ends = list(accumulate(len(part.letters) for part in parts))
    shares = [0] * len(parts)
    for op in Indel.opcodes(together, whole.letters):
        for place in range(op.src_start, op.src_end) if op.tag == "equal" else ():
            shares[bisect_right(ends, place)] += 1
    return all(share >= _least_shared(part) for share, part in zip(shares, parts, strict=True))
