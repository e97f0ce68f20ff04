"""Two pages side by side: which of their blocks and footnotes stand level."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import inf
from operator import itemgetter
from typing import TypeAlias

from penholder.compare.note_lines import NoteLine
from penholder.publish.page import Block, Note, Pair

_Key: TypeAlias = tuple[str, int, int]
_Stack: TypeAlias = deque[tuple[_Key, tuple[Block, ...]]]


def block_pairs(before: Sequence[Block], after: Sequence[Block]) -> Iterator[Pair]:
    """Yield the blocks of both versions in reading order, what belongs together in one pair."""
    first, second = _stacks(before), _stacks(after)
    shared = {key for key, _ in first} & {key for key, _ in second}
    while first or second:
        is_alone = first and first[0][0] not in shared
        if first and second and first[0][0] == second[0][0]:
            key, blocks = first.popleft()
            yield _pair(key, blocks, second.popleft()[1])
        elif is_alone and not _is_earlier(second, shared, first[0][0]):
            key, blocks = first.popleft()
            yield _pair(key, blocks, ())
        elif second and (second[0][0] not in shared or not first):
            key, blocks = second.popleft()
            yield _pair(key, (), blocks)
        else:
            key, blocks = first.popleft()
            yield _pair(key, blocks, ())


def _is_earlier(stack: _Stack, shared: set[_Key], key: _Key) -> bool:
    """Whether a stack begins with what stands in its version alone, before the line of ``key``."""
    return bool(stack) and stack[0][0] not in shared and _order(stack[0][0]) < _order(key)


def _order(key: _Key) -> float:
    name, line, _ = key
    return inf if name == "adoption" else line


def _stacks(blocks: Sequence[Block]) -> _Stack:
    """Return the blocks with their keys, in order; those of one key together."""
    keyed = _keyed(blocks)
    return deque(
        (key, tuple(block for _, block in group)) for key, group in groupby(keyed, itemgetter(0))
    )


def _keyed(blocks: Sequence[Block]) -> Iterator[tuple[_Key, Block]]:
    """Yield blocks with what pairs them: their line, or the part whose organ or adoption line."""
    part = line = -1
    count = 0
    for block in blocks:
        if block.row >= 0:
            line = block.row
            part, count = (line, 0) if block.kind == "part" else (part, count)
            yield ("line", line, 0), block
        else:
            count += 1
            is_adoption = block.part == "adoption"
            yield ("adoption" if is_adoption else "organ", part, count * is_adoption), block


def _pair(key: _Key, before: tuple[Block, ...], after: tuple[Block, ...]) -> Pair:
    name, line, count = key
    anchor = f"pair-{line}" if name == "line" else f"pair-{name}-{line + 1}-{count}"
    return Pair(anchor, before, after, max(block.entry for block in (*before, *after)))


def note_pairs(
    lines: Sequence[NoteLine], entries: Sequence[int], notes: tuple[Sequence[Note], Sequence[Note]]
) -> Iterator[Pair]:
    """Yield the footnotes of both versions; ``entries`` are the changes of the lines."""
    before, after = ({_number(note): note for note in each} for each in notes)
    for index, (line, entry) in enumerate(zip(lines, entries, strict=True)):
        first = tuple(before[number] for number in line.numbers_before)
        second = tuple(after[number] for number in line.numbers_after)
        if first or second:
            yield Pair(f"pair-note-{index}", first, second, entry)


def _number(note: Note) -> int:
    """Return which note it is, however its number is printed: ``1``, ``1/``, ``(1)``."""
    return int(note.anchor.rpartition("-")[2])
