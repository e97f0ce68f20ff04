"""Rows of tables: changed within their cells, or come and gone as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from penholder.compare.lines import Line
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


def _cells(segments: Segments, state: State, setter: InlineSetter) -> tuple[Inlines, ...]:
    cells: list[list[Segment]] = [[]]
    for segment in segments:
        if segment.op not in WHOLE[state]:
            continue
        first, *others = segment.text.split("\t")
        cells[-1].append(replace(segment, text=first))
        cells += [[replace(segment, text=each)] for each in others]
    return tuple(setter.set(tuple(cell), WHOLE[state], opens=(False, False)) for cell in cells)
