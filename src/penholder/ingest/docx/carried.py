"""A file of our own becomes its document again: structure as remembered, words as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from penholder.ingest.docx.body import has_words
from penholder.ingest.docx.content import Grid, GridRow, Inline, Line, NoteText
from penholder.ingest.docx.memory import Memory
from penholder.ingest.docx.own_masthead import Parted, with_fields
from penholder.ingest.docx.own_notes import OwnNotes
from penholder.ingest.docx.placing import placing_in
from penholder.ingest.docx.regular import numbered, regular, with_all
from penholder.ingest.docx.wording import marked_wording, without_first
from penholder.ingest.markers import marker_of, readings
from penholder.model.blocks import Heading, Paragraph, Section, Table
from penholder.model.document import Annex, Document, Masthead, Part
from penholder.model.openings import without_opening
from penholder.model.outline import Row, rebuilt
from penholder.model.wording import plain

_HEADINGS = {"_ H _Ch_": 1, "_ H_1": 2, "_ H_2/3": 3, "_ H_4": 4}
_TYPED = re.compile(r"([^\t\n]{1,40})[\t\n]")
_DEEPEST_HEADING = 4
_KEPT_EMPTY = (Table, Part, Annex, Section)


def read_own(memory: Memory, found: Parted, notes: Iterable[NoteText]) -> Document:
    """Return the document that a file of our own says, told apart into masthead and body."""
    return with_fields(_OwnReader(memory, notes).read(found), memory, found)


class _OwnReader:
    def __init__(self, memory: Memory, notes: Iterable[NoteText]) -> None:
        self._memory = memory
        self._notes = OwnNotes(memory, notes)
        self._placing = placing_in(memory.bare)
        self._titles: list[str] = []

    def read(self, found: Parted) -> Document:
        for line in found.head:
            self._marked(line.inlines)
        for item in found.body:
            if isinstance(item, Grid):
                self._grid(item)
            elif self._memory.is_title(item.names):
                self._titles.append(self._title(item))
            else:
                self._line(item)
        self._placing.close()
        units = tuple(regular(self._placing.units))
        whole = with_all(rebuilt(self._memory.bare, units), units, self._notes.uncalled())
        document = numbered(whole, dict(self._placing.shown))
        return replace(
            document,
            masthead=_with_note(document.masthead, self._notes.signed),
            title=" ".join(self._titles),
            footnotes=self._notes.footnotes(),
        )

    def _marked(self, inlines: Iterable[Inline]) -> str:
        return marked_wording(inlines, self._notes.key, self._memory.id_of)

    def _title(self, line: Line) -> str:
        end = line.text.find("\t", 1) if line.text.startswith("\t") else -1
        return self._marked(without_first(line.inlines, end + 1))

    def _line(self, line: Line) -> None:
        order = self._memory.unit_of(line.names)
        if order is not None and self._placing.is_free(order):
            self._known(line, order)
        elif has_words(line):
            self._new(line)

    def _known(self, line: Line, order: int) -> None:
        unit = self._placing.bare[order]
        expected = self._memory.mark_of(line.names)
        number, inlines = _parted(line, expected)
        text = self._marked(inlines)
        if self._memory.is_clause(line.names):
            text = without_opening(text)
        if not text and unit.text and not isinstance(unit.block, _KEPT_EMPTY):
            self._placing.gone(order)
            return
        self._placing.known(order, unit.with_text(text))
        if number != expected and isinstance(unit.block, Paragraph):
            self._placing.shown[len(self._placing.units) - 1] = number

    def _new(self, line: Line) -> None:
        """Add a paragraph or heading that others wrote."""
        outline = line.form.outline
        level = _HEADINGS.get(line.form.style, 0 if outline is None else outline + 1)
        if level and not line.number:
            text = self._marked(line.inlines)
            self._placing.new(Heading(text, min(level, _DEEPEST_HEADING)), 0, "")
            return
        number, inlines = _typed_by_hand(line)
        text = without_opening(self._marked(inlines))
        self._placing.new(Paragraph(text), _degree(line, number), number)

    def _grid(self, grid: Grid) -> None:
        has_memory = any(self._order(row) is not None for row in grid.rows)
        if not has_memory:
            self._placing.new(Table(), 0, "")
        for row in grid.rows:
            self._row(row)

    def _order(self, row: GridRow) -> int | None:
        names = tuple(name for cell in row.cells for line in cell for name in line.names)
        order = self._memory.unit_of(names)
        return order if self._placing.is_free(order) else None

    def _row(self, row: GridRow) -> None:
        cells = tuple(
            " ".join(filter(None, (self._marked(line.inlines) for line in cell)))
            for cell in row.cells
        )
        order = self._order(row)
        if order is None:
            self._placing.new_row(cells)
            return
        unit = self._placing.bare[order]
        width = len(unit.block.cells) if isinstance(unit.block, Row) else 0
        while len(cells) > width and not cells[-1]:
            cells = cells[:-1]
        self._placing.known(order, unit.with_text("\t".join(cells)))


def _with_note(masthead: Masthead, signed: Sequence[str]) -> Masthead:
    """Return the masthead with the note that the star of its sponsors calls, as it stands."""
    note = plain(signed[0]) if signed else ""
    return replace(masthead, sponsors=replace(masthead.sponsors, note=note))


def _parted(line: Line, expected: str) -> tuple[str, tuple[Inline, ...]]:
    """Return the number that a paragraph shows, and its words without it."""
    if line.number:
        return line.number, line.inlines
    letters = line.text
    if expected and letters == expected:
        return expected, ()
    typed = _TYPED.match(letters)
    if typed and (expected or marker_of(typed[0])):
        return typed[1], without_first(line.inlines, typed.end())
    return "", line.inlines


def _typed_by_hand(line: Line) -> tuple[str, tuple[Inline, ...]]:
    """Return the number of a paragraph that others wrote, and its words without it."""
    letters = line.text
    marker = None if line.number else marker_of(letters.lstrip())
    if marker is None:
        return line.number, line.inlines
    end = len(letters) - len(letters.lstrip()) + marker.length
    return letters[:end].strip(), without_first(line.inlines, end)


def _degree(line: Line, number: str) -> int:
    """Return how deep a new paragraph stands: by its level, else by the form of its number."""
    if line.level is not None:
        return line.level
    marker = marker_of(f"{number} ")
    if marker is None or marker.form == "number":
        return 0
    kinds = {kind: place for kind, place in readings(marker)}
    return 2 if kinds.get("bracketed roman") == 1 else 1
