"""The blocks of a Word file in reading order: paragraphs with their numbers, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from penholder.ingest.docx.content import Call, Grid, GridRow, Item, Letters, Line, NoteText
from penholder.ingest.docx.inlines import Reader
from penholder.ingest.docx.markup import at, inside, is_on, value, whole_number
from penholder.ingest.docx.numbering import Counter
from penholder.ingest.docx.tracking import place_of
from penholder.ingest.passages import SetAside

_HOLDERS = ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:body", "w:hdr", "w:ftr")
_MOST_COLUMNS = 64


@dataclass(slots=True)
class BodyReader:
    """Reads the blocks of one part; ``part`` is what its places are told by."""

    reader: Reader
    counter: Counter
    part: str

    def items(self, element: Element) -> Iterator[Item]:
        """Yield the paragraphs and tables in an element; frames are set aside."""
        for child in element:
            if child.tag == "w:p":
                yield from self._framed(self.line(child))
            elif child.tag == "w:tbl":
                grid = self._grid(child)
                if grid.rows:
                    yield grid
            elif child.tag in _HOLDERS:
                yield from self.items(child)
            elif child.tag == "mc:AlternateContent":
                yield from self.items(next(inside(child, "mc:Choice", "mc:Fallback"), child))

    def line(self, paragraph: Element) -> Line:
        """Return one paragraph."""
        place = place_of(paragraph, self.part)
        form = self.reader.styles.form(at(paragraph, "w:pPr"))
        style = self.reader.styles.style_of(at(paragraph, "w:pPr"))
        inlines = self.reader.inlines(paragraph, place)
        is_there = bool(inlines) or form.list
        counted = self.counter.number(form, style) if is_there and form.list else None
        names = tuple(value(each, "w:name") for each in paragraph.iter("w:bookmarkStart"))
        return Line(
            inlines, form, place,
            counted.printed if counted else "", counted.level if counted else None, names,
        )  # fmt: skip

    def notes(self, root: Element, kind: str) -> Iterator[NoteText]:
        """Yield the notes of a part, but not the lines that part them from the text."""
        for note in inside(root, f"w:{kind}"):
            if value(note, "w:type") not in ("", "normal"):
                continue
            lines = tuple(self.line(each) for each in note.iter("w:p"))
            yield NoteText((kind, value(note, "w:id")), lines)

    def _framed(self, line: Line) -> Iterator[Line]:
        if not line.form.is_framed:
            yield line
        elif line.text.strip():
            self.reader.aside.append(SetAside(" ".join(line.text.split()), "frame", line.place))

    def _grid(self, table: Element) -> Grid:
        return Grid(tuple(self._row(row) for row in _inner(table, "w:tr")))

    def _row(self, row: Element) -> GridRow:
        cells: list[tuple[Line, ...]] = []
        for cell in _inner(row, "w:tc"):
            cells.append(tuple(self._cell(cell)))
            span = whole_number(value(at(cell, "w:tcPr/w:gridSpan"))) or 1
            cells += [()] * min(span - 1, _MOST_COLUMNS)
        return GridRow(tuple(cells), is_on(at(row, "w:trPr/w:tblHeader")))

    def _cell(self, cell: Element) -> Iterator[Line]:
        """Yield the paragraphs of a cell, those of tables inside it among them."""
        for item in self.items(cell):
            if isinstance(item, Grid):
                yield from item.lines
            else:
                yield item


def _inner(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or cells of a row, those inside content controls among them."""
    for child in element:
        if child.tag == name:
            yield child
        elif child.tag in _HOLDERS:
            yield from _inner(child, name)


def has_words(line: Line) -> bool:
    """Whether a paragraph says anything: letters, or the call of a note."""
    return any(isinstance(each, Call) or each.text.strip() for each in line.inlines)


def letters_of(line: Line) -> str:
    """Return the letters of a paragraph with single spaces, calls left out."""
    return " ".join("".join(x.text for x in line.inlines if isinstance(x, Letters)).split())
