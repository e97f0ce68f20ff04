"""Rows of tables: changed within their cells, or come and gone as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from penholder.compare.lines import Line
from penholder.model.outline import Bare
from penholder.model.outline import Row as RowBlock
from penholder.model.segment import Segment, Segments, text_after, text_before
from penholder.publish.docx.inlines import InlineSetter
from penholder.publish.docx.manner import SIMPLE, WHOLE
from penholder.publish.docx.sheet import Anchor, Inlines, Row, State

_STATES: Mapping[str, State] = {**SIMPLE, "inserted": "inserted", "deleted": "deleted"}
"""Word has no moved rows."""


def rows_of(line: Line, setter: InlineSetter, anchor: Anchor) -> Iterator[Row]:
    """Yield the row that a line is; two where cells came or went."""
    block = line.unit.block
    is_head = isinstance(block, RowBlock) and block.kind == "head"
    state = _STATES.get(line.status, "")
    if state:
        yield Row(_cells(line.segments, state, setter), state, is_head, anchor)
    elif any("\t" in each.text for each in line.segments if each.op != "equal"):
        gone = (Segment("delete", text_before(line.segments)),)
        come = (Segment("insert", text_after(line.segments)),)
        yield Row(_cells(gone, "deleted", setter), "deleted", is_head, (anchor[0], ""))
        yield Row(_cells(come, "inserted", setter), "inserted", is_head, ("", anchor[1]))
    else:
        yield Row(_cells(line.segments, "", setter), is_head=is_head, anchor=anchor)


def is_in_table(block: Bare) -> bool:
    """Whether a block is a row of the table itself, not a note below it."""
    return isinstance(block, RowBlock) and block.kind != "note"


def told_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, a table row that became a note below its table as two of them."""
    for line in lines:
        blocks = [unit.block for unit in (line.before, line.after) if unit]
        if len({is_in_table(block) for block in blocks}) < 2:
            yield line
            continue
        gone = (Segment("delete", text_before(line.segments)),)
        come = (Segment("insert", text_after(line.segments)),)
        yield replace(line, status="deleted", after=None, label_after=None, passages=(gone,))
        yield replace(line, status="inserted", before=None, label_before=None, passages=(come,))


def _cells(segments: Segments, state: State, setter: InlineSetter) -> tuple[Inlines, ...]:
    cells: list[list[Segment]] = [[]]
    for segment in segments:
        if segment.op not in WHOLE[state]:
            continue
        first, *others = segment.text.split("\t")
        cells[-1].append(replace(segment, text=first))
        cells += [[replace(segment, text=each)] for each in others]
    return tuple(setter.set(tuple(cell), WHOLE[state], opens=(False, False)) for cell in cells)
