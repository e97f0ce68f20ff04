"""The units of two versions in one order: that of the later, what is gone where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from penholder.compare.align import Alignment
from penholder.model.outline import Unit

_RANKS = {"preamble": 0, "operative": 1, "annex": 2}


class Strand(NamedTuple):
    """Units that stand at one place of the weave, by their indexes; either side may be empty."""

    before: tuple[int, ...]
    after: tuple[int, ...]


def woven(before: Sequence[Unit], after: Sequence[Unit], alignment: Alignment) -> Iterator[Strand]:
    """Yield every unit of both versions once, pairs in place as one strand.

    A unit that moved is two strands: one where it stood, without ``after``, and one where it
    stands, without ``before``.
    """
    row = column = 0
    end = Strand((len(before),), (len(after),))
    for anchor in (*_anchors(alignment), end):
        rows = range(row, anchor.before[0])
        columns = range(column, anchor.after[0])
        yield from _gap(before, after, rows, columns)
        if anchor is not end:
            yield anchor
        row, column = anchor.before[-1] + 1, anchor.after[-1] + 1


def _anchors(alignment: Alignment) -> list[Strand]:
    anchors = [Strand((row,), (column,)) for row, column in alignment.stays]
    anchors += [Strand((row,), columns) for row, columns in alignment.splits]
    anchors += [Strand(rows, (column,)) for rows, column in alignment.merges]
    return sorted(anchors)


def _gap(
    before: Sequence[Unit], after: Sequence[Unit], rows: range, columns: range
) -> Iterator[Strand]:
    """Yield what is gone, then what is new, region by region."""
    gone, new = list(_stretches(before, rows)), list(_stretches(after, columns))
    while gone and new:
        rank_gone = _RANKS[before[gone[0][0]].region]
        rank_new = _RANKS[after[new[0][0]].region]
        if rank_gone <= rank_new:
            yield from (Strand((place,), ()) for place in gone.pop(0))
        if rank_new <= rank_gone:
            yield from (Strand((), (place,)) for place in new.pop(0))
    yield from (Strand((place,), ()) for stretch in gone for place in stretch)
    yield from (Strand((), (place,)) for stretch in new for place in stretch)


def _stretches(units: Sequence[Unit], places: range) -> Iterator[list[int]]:
    """Yield the places in runs of one region."""
    stretch: list[int] = []
    for place in places:
        if stretch and units[place].region != units[stretch[-1]].region:
            yield stretch
            stretch = []
        stretch.append(place)
    if stretch:
        yield stretch
