"""Lines become the blocks of a page: which template prints each, how deep it is indented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from penholder.model.blocks import Quote, Table
from penholder.model.document import Adoption, Annex, Document, Part
from penholder.model.language import Language
from penholder.model.numbering import Label
from penholder.model.outline import Row, Unit
from penholder.model.segment import Segment, Segments, text_before
from penholder.model.wording import calls
from penholder.publish.closings import adoption_lines, vote_lines
from penholder.publish.derived import heading_tells_adoption, names_its_organ, organ_line
from penholder.publish.figures import figure_columns, is_total
from penholder.publish.lines import Line
from penholder.publish.marks import printed_mark
from penholder.publish.page import Block, Change, Runs, Words
from penholder.publish.page import Row as PageRow
from penholder.publish.runs import RunSetter
from penholder.publish.standing import Standing

_ROW_CHANGES: dict[str, Change] = {
    "inserted": "inserted",
    "deleted": "deleted",
    "moved": "moved",
    "moved away": "left",
}


def blocks_of(document: Document, lines: Iterator[Line], setter: RunSetter) -> tuple[Block, ...]:
    """Return the blocks of a document's body, adoption lines included, in reading order."""
    return tuple(_Composer(document, setter).blocks(lines))


class _Composer:
    """Walks the lines once, knowing what each stands inside of."""

    def __init__(self, document: Document, setter: RunSetter) -> None:
        self._document = document
        self._setter = setter
        self._language = setter.notes.language
        self._standing = Standing()
        self._part: Part | None = None
        self._is_opened = False
        self._is_closed = False

    def blocks(self, lines: Iterator[Line]) -> Iterator[Block]:
        table: list[Line] = []
        for line in lines:
            if table and not isinstance(line.unit.block, Row):
                yield self._table(table)
                table = []
            self._standing.enter(line.unit)
            yield from self._around(line.unit)
            if isinstance(line.unit.block, Table | Row):
                table.append(line)
            elif not isinstance(line.unit.block, Quote):
                yield self._block(line)
        if table:
            yield self._table(table)
        yield from self._close()

    def _around(self, unit: Unit) -> Iterator[Block]:
        """Yield what stands before a unit and is in no outline: organ and adoption lines."""
        match unit.block:
            case Part():
                if self._part:
                    yield from _adoption(self._part.adopted, self._language)
                self._part, self._is_opened = unit.block, False
            case Annex():
                yield from self._close()
            case _ if not self._is_opened and self._document.masthead.kind != "amendment":
                self._is_opened = True
                if not names_its_organ(self._document, self._part, self._language):
                    yield self._organ_line(unit)

    def _organ_line(self, unit: Unit) -> Block:
        has_preamble = unit.region == "preamble"
        organ, comma = organ_line(
            self._document, self._part, self._language, has_preamble=has_preamble
        )
        if (self._part or self._document).organ_line:
            runs = self._setter.runs((Segment("equal", organ),), opens=False)
            return Block("preamble", "organ-line", runs)
        return Block("preamble", "organ-line", (Words(organ, italic=True), Words(comma)))

    def _close(self) -> Iterator[Block]:
        if self._is_closed:
            return
        self._is_closed = True
        if self._part:
            yield from _adoption(self._part.adopted, self._language)
        if not heading_tells_adoption(self._document.masthead):
            yield from _adoption(self._document.adopted, self._language)

    def _block(self, line: Line) -> Block:
        part, kind = self._standing.template
        opens = kind in ("preambular", "operative", "inserted")
        number = printed_mark(line.label, self._language)
        return Block(
            part,
            kind,
            _shifted(self._setter.runs(line.segments, line.struck, opens=opens), line.status),
            number=number,
            address=line.label.address,
            anchor=anchor_of(line.label, line.status),
            degree=self._standing.degree,
            status=line.status.replace(" ", "-"),
            remark=line.remark,
            row=line.row,
            entry=line.entry,
            id=getattr(line.unit.block, "id", ""),
            number_at_margin=self._standing.is_number_at_margin(number),
        )

    def _table(self, lines: list[Line]) -> Block:
        title, *rows = lines
        return Block(
            "table",
            "table",
            self._setter.runs(title.segments, title.struck, opens=False),
            address=title.label.address,
            anchor=anchor_of(title.label, title.status),
            status=title.status.replace(" ", "-"),
            remark=title.remark,
            row=title.row,
            entry=next((line.entry for line in lines if line.entry), 0),
            rows=(page_rows := tuple(self._row(row) for row in rows)),
            figures=figure_columns(page_rows),
        )

    def _row(self, line: Line) -> PageRow:
        block = line.unit.block
        kind = block.kind if isinstance(block, Row) else "body"
        cells = tuple(
            self._setter.runs(cell, struck, opens=False)
            for cell, struck in _struck_by_cell(cells_of(line.segments), line.struck)
        )
        anchor = anchor_of(line.label, line.status) if line.entry else ""
        row = PageRow(kind, cells, _ROW_CHANGES.get(line.status, ""), anchor)
        return replace(row, is_total=is_total(row))


def _struck_by_cell(
    cells: list[Segments], struck: tuple[int, ...]
) -> Iterator[tuple[Segments, tuple[int, ...]]]:
    """Yield each cell with the numbers that its footnote calls had in the earlier version."""
    rest = iter(struck)
    for cell in cells:
        yield cell, tuple(islice(rest, sum(1 for _ in calls(text_before(cell)))))


_GONE = ("deleted", "moved away")


def anchor_of(label: Label, status: str) -> str:
    """Return the anchor of a unit; what is gone keeps apart from what now bears its number."""
    return label.anchor + ("-before" if status in _GONE else "")


def cells_of(segments: Segments) -> list[Segments]:
    """Return the segments of each cell of a row, whose cells are joined by tabs.

    A tab of the earlier version alone is dropped, for the row has the later version's cells, but
    in a row that is gone whole.
    """
    is_gone = all(segment.op == "delete" for segment in segments)
    cells: list[list[Segment]] = [[]]
    for segment in segments:
        pieces = segment.text.split("\t")
        if segment.op == "delete" and not is_gone:
            pieces = [" ".join(pieces)]
        for index, piece in enumerate(pieces):
            if index:
                cells.append([])
            if piece:
                cells[-1].append(replace(segment, text=piece))
    return [tuple(cell) for cell in cells]


_SHIFTS: dict[str, dict[Change, Change]] = {
    "moved": {"": "moved"},
    "moved away": {"deleted": "left"},
}


def _shifted(runs: Runs, status: str) -> Runs:
    """Return the runs of a moved line marked as moved, apart from words also changed."""
    changes = _SHIFTS.get(status)
    if changes is None:
        return runs
    return tuple(replace(run, change=changes.get(run.change, run.change)) for run in runs)


def _adoption(adopted: Adoption | None, language: Language) -> Iterator[Block]:
    for index, text in enumerate(adoption_lines(adopted, language)):
        kind = "adoption" if index else "adoption-first"
        yield Block("adoption", kind, (Words(text, italic=True),))
    for kind, text in vote_lines(adopted, language):
        yield Block("vote", kind, (Words(text, italic=kind == "vote-side"),))
