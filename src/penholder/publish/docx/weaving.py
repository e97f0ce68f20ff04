"""A redline becomes the body of a Word file: each line one paragraph or more, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from penholder.compare.lines import Line
from penholder.compare.redline import Redline
from penholder.model.blocks import Quote, Section
from penholder.model.document import Annex, Document, Part
from penholder.publish.docx.anchors import Origins
from penholder.publish.docx.dress import wardrobe
from penholder.publish.docx.inlines import InlineSetter
from penholder.publish.docx.joins import settled
from penholder.publish.docx.line_paragraphs import LineSetter
from penholder.publish.docx.lists import Lists
from penholder.publish.docx.manner import Manner
from penholder.publish.docx.rows import rows_of
from penholder.publish.docx.sheet import Body, Paragraph, Row, Table
from penholder.publish.docx.surroundings import Surroundings, labels_of
from penholder.publish.table_lines import is_in_table, told_apart


def body_of(
    before: Document, after: Document, redline: Redline, setter: InlineSetter, manner: Manner
) -> Body:
    """Return the body below the title, organ and adoption lines included."""
    lines = tuple(told_apart(redline.lines))
    moves = {
        line.label_before.address: line
        for line in lines
        if line.status == "moved" and line.label_before
    }
    wardrobes = wardrobe(before), wardrobe(after)
    line_setter = LineSetter(setter, manner, wardrobes, Origins(wardrobes), Lists(), moves)
    surroundings = Surroundings(before, after, lines, setter)
    return settled(tuple(_woven(lines, line_setter, surroundings)))


def _woven(
    lines: Sequence[Line], line_setter: LineSetter, surroundings: Surroundings
) -> Iterator[Paragraph | Table]:
    """Yield the blocks of the lines, read once and in their order."""
    rows: list[Row] = []
    for index, line in enumerate(lines):
        is_row = is_in_table(line.unit.block)
        if rows and not is_row:
            yield Table(tuple(rows))
            rows = []
        yield from surroundings.before(index, line)
        _begin_lists(line, line_setter.lists, surroundings)
        if is_row:
            rows += rows_of(line, line_setter.setter, line_setter.origins.of(labels_of(line)))
        elif not isinstance(line.unit.block, Quote) and not line.part:
            yield from line_setter.paragraphs([line, *_parts(lines[index + 1 :])])
    if rows:
        yield Table(tuple(rows))
    yield from surroundings.end()


def _begin_lists(line: Line, lists: Lists, surroundings: Surroundings) -> None:
    """Count from 1 again where the numbers of the document do."""
    match line.unit.block:
        case Part() | Annex():
            lists.begin_scope()
        case Section() if surroundings.counts_by_section:
            lists.begin_scope()


def _parts(following: Sequence[Line]) -> Iterator[Line]:
    """Yield the further parts of a split that a line begins."""
    for line in following:
        if line.status != "split" or not line.part:
            return
        yield line
