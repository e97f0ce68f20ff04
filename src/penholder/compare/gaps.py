"""Units paired by likeness inside a gap between two pairs already found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from penholder.compare.chain import Candidate, heaviest_chain
from penholder.compare.profile import Profile, is_cut_or_grown, similarity

Profiles = Sequence[Profile]
Indexes = Sequence[int]

# Below these two units are not taken for one: among others, alone between pairs, and for what
# holds other units (a table, an annex), whose inside is compared unit by unit anyway.
ALIKE = 0.5
ALIKE_ALONE = 0.3
ALIKE_INSIDE = 0.15
_SMALL_GAP = 2500
_BAND = 16


def in_order(
    before: Profiles, after: Profiles, places_before: Indexes, places_after: Indexes
) -> list[Candidate]:
    """Return the pairs among the given units that keep their order, exact ones first."""
    if not places_before or not places_after:
        return []
    found: list[Candidate] = []
    rest_before = rest_after = 0
    exact = [
        *_exact(before, after, places_before, places_after),
        (len(places_before), len(places_after)),
    ]
    for row, column in exact:
        rows = places_before[rest_before:row]
        columns = places_after[rest_after:column]
        found += _alike(before, after, rows, columns)
        if row < len(places_before):
            found.append(Candidate(places_before[row], places_after[column], 1))
        rest_before, rest_after = row + 1, column + 1
    return found


def _exact(
    before: Profiles, after: Profiles, places_before: Indexes, places_after: Indexes
) -> Iterator[tuple[int, int]]:
    """Yield the places, within the lists of places, of units that say the same."""
    sames_before = [before[index].same for index in places_before]
    sames_after = [after[index].same for index in places_after]
    if set(sames_before).isdisjoint(sames_after):
        return
    for op in Indel.opcodes(sames_before, sames_after):
        if op.tag == "equal":
            rows = range(op.src_start, op.src_end)
            yield from zip(rows, range(op.dest_start, op.dest_end), strict=True)


def _alike(
    before: Profiles, after: Profiles, rows: Indexes, columns: Indexes
) -> Iterator[Candidate]:
    """Yield the best pairs in order; two units left alone between them need be less alike."""
    if not rows or not columns:
        return
    rest_row = rest_column = 0
    chain = heaviest_chain(_candidates(before, after, rows, columns))
    for row, column in [*((c.before, c.after) for c in chain), (rows[-1] + 1, columns[-1] + 1)]:
        lone_rows = rows[bisect_left(rows, rest_row) : bisect_left(rows, row)]
        lone_columns = columns[bisect_left(columns, rest_column) : bisect_left(columns, column)]
        if len(lone_rows) == len(lone_columns) == 1:
            yield from _candidates(before, after, lone_rows, lone_columns)
        rest_row, rest_column = row + 1, column + 1
    yield from chain


def _candidates(
    before: Profiles, after: Profiles, rows: Indexes, columns: Indexes
) -> Iterator[Candidate]:
    floor = ALIKE_ALONE if len(rows) == len(columns) == 1 else ALIKE
    for row, column in _worth_a_look(before, after, rows, columns):
        least = floor
        if before[row].kind not in ("words", "row"):
            least = ALIKE_INSIDE
        likeness = similarity(before[row], after[column], least)
        if not likeness and is_cut_or_grown(before[row], after[column]):
            likeness = least
        if likeness > 0:
            size = len(before[row].letters) + len(after[column].letters)
            yield Candidate(row, column, 1 + int(1000 * likeness * likeness) * (1 + size))


def _worth_a_look(
    before: Profiles, after: Profiles, rows: Indexes, columns: Indexes
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a gap to compare: all of a small one, of a large one the likely ones.

    Likely are those near the diagonal, and those that one alignment of the units' shortest
    signatures puts side by side; so a gap costs no more than its length.
    """
    if len(rows) * len(columns) <= _SMALL_GAP:
        yield from ((row, column) for row in rows for column in columns)
        return
    likely = set(_beside(before, after, rows, columns))
    for place, row in enumerate(rows):
        middle = place * len(columns) // len(rows)
        near = columns[max(0, middle - _BAND) : middle + _BAND + 1]
        likely.update((row, column) for column in near)
    yield from sorted(likely)


def _beside(
    before: Profiles, after: Profiles, rows: Indexes, columns: Indexes
) -> Iterator[tuple[int, int]]:
    signs_before = [_signature(before[row].letters) for row in rows]
    signs_after = [_signature(after[column].letters) for column in columns]
    for op in Indel.opcodes(signs_before, signs_after):
        if op.tag == "equal":
            matched = columns[op.dest_start : op.dest_end]
            yield from zip(rows[op.src_start : op.src_end], matched, strict=True)


def _signature(letters: str) -> int:
    """Return the least of the numbers of a unit's word triples: like units often share it."""
    codes = [ord(letter) for letter in letters]
    triples = zip(codes, codes[1:], codes[2:], strict=False)
    return min(
        (((a * 2654435761 + b) * 2654435761 + c) * 40503 & 0xFFFFFFFF for a, b, c in triples),
        default=codes[0] if codes else 0,
    )
