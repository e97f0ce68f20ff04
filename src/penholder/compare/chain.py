"""The heaviest chain of pairs that keep their order: what stays in place when the rest moves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Candidate(NamedTuple):
    """Two units that may be one, and how much it would weigh to keep them so."""

    before: int
    after: int
    weight: int


def heaviest_chain(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates of greatest joint weight that rise strictly on both sides.

    An increasing subsequence over a Fenwick tree of maxima: n log n in the candidates. Of equal
    chains always the same one is found.
    """
    ordered = sorted(candidates, key=lambda each: (each.before, -each.after))
    if not ordered:
        return []
    tree = _Maxima(max(each.after for each in ordered) + 1)
    totals: list[int] = []
    links: list[int] = []
    for index, each in enumerate(ordered):
        total, link = tree.best_below(each.after)
        totals.append(total + each.weight)
        links.append(link)
        tree.record(each.after, totals[-1], index)
    return _followed(ordered, links, totals.index(max(totals)))


def _followed(ordered: list[Candidate], links: list[int], last: int) -> list[Candidate]:
    chain = []
    while last >= 0:
        chain.append(ordered[last])
        last = links[last]
    return chain[::-1]


class _Maxima:
    """The greatest total, and who reached it, below any place."""

    def __init__(self, size: int) -> None:
        self._best = [(0, -1)] * (size + 1)

    def best_below(self, place: int) -> tuple[int, int]:
        found = (0, -1)
        while place > 0:
            if self._best[place][0] > found[0]:
                found = self._best[place]
            place -= place & -place
        return found

    def record(self, place: int, total: int, index: int) -> None:
        place += 1
        while place < len(self._best):
            if total > self._best[place][0]:
                self._best[place] = (total, index)
            place += place & -place
