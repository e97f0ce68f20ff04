"""Rows of a table told from the notes below it, and a row that became a note told as both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from penholder.compare.lines import Line
from penholder.model.outline import Bare, Row
from penholder.model.segment import Segment, text_after, text_before


def is_in_table(block: Bare) -> bool:
    """Whether a block is a row of the table itself, not a note below it."""
    return isinstance(block, Row) and block.kind != "note"


def told_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, a table row that became a note below its table as two of them.

    Where rows stand in one place and notes in another, one line cannot stand in both.
    """
    for line in lines:
        blocks = [unit.block for unit in (line.before, line.after) if unit]
        if len({is_in_table(block) for block in blocks}) < 2:
            yield line
            continue
        gone = (Segment("delete", text_before(line.segments)),)
        come = (Segment("insert", text_after(line.segments)),)
        yield replace(line, status="deleted", after=None, label_after=None, passages=(gone,))
        yield replace(line, status="inserted", before=None, label_before=None, passages=(come,))
