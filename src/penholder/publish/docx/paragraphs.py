"""Paragraphs and tables of a Word file as elements, every change in the terms of Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from penholder.publish.docx import ooxml
from penholder.publish.docx.anchors import Register
from penholder.publish.docx.cells import Figures, figures_in
from penholder.publish.docx.dress import SIDE
from penholder.publish.docx.ooxml import element, lettered, valued
from penholder.publish.docx.revisions import Revisions
from penholder.publish.docx.sheet import (
    GOING,
    Anchor,
    Body,
    Dress,
    Inline,
    NoteAgain,
    NoteHere,
    Paragraph,
    Row,
    State,
    Stretch,
    Table,
)

MEASURE = 7306  # twips: 365.3 pt, the width of the text (measured, un-conventions 1.1)
_TAGS: dict[State, str] = {
    "inserted": "w:ins", "deleted": "w:del", "moved to": "w:moveTo", "moved from": "w:moveFrom",
}  # fmt: skip
_PIECE = re.compile(r"[\t\n]|[^\t\n]+")
_REFERENCE = element("w:rPr", valued("w:rStyle", "FootnoteReference"))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the paragraphs of one file; ``repeated`` are the notes called more than once."""

    revisions: Revisions
    repeated: frozenset[int] = frozenset()
    register: Register = field(default_factory=lambda: Register(is_kept=False))

    def body(self, body: Body) -> Iterator[Element]:
        """Yield the elements of a body."""
        for block in body:
            yield self.paragraph(block) if isinstance(block, Paragraph) else self.table(block)

    def paragraph(self, paragraph: Paragraph) -> Element:
        """Return ``<w:p>``."""
        made = element("w:p", self._properties(paragraph))
        made.extend(self._anchored(paragraph.anchor, list(self._content(paragraph))))
        return made

    def table(self, table: Table) -> Element:
        """Return ``<w:tbl>``, its columns of equal width."""
        columns = max(len(row.cells) for row in table.rows)
        width = MEASURE // columns
        lines = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"}
        edges = (element(f"w:{edge}", attributes=lines) for edge in ("top", "bottom", "insideH"))
        properties = element(
            "w:tblPr",
            element("w:tblW", attributes={"w:w": str(width * columns), "w:type": "dxa"}),
            element("w:tblInd", attributes={"w:w": str(SIDE), "w:type": "dxa"}),
            element("w:tblBorders", *edges),
            element("w:tblLayout", attributes={"w:type": "fixed"}),
        )
        grid = [element("w:gridCol", attributes={"w:w": str(width)}) for _ in range(columns)]
        figures = figures_in(table)
        rows = (self._row(row, columns, width, figures) for row in table.rows)
        return element("w:tbl", properties, element("w:tblGrid", *grid), *rows)

    def inlines(self, inlines: tuple[Inline, ...]) -> Iterator[Element]:
        """Yield runs, those of one state inside one change."""
        for state, group in groupby(inlines, key=lambda each: each.state):
            runs = [run for inline in group for run in self._runs(inline)]
            yield from [self._changed(state, runs)] if state else runs

    def _changed(self, state: State, runs: list[Element]) -> Element:
        return element(_TAGS[state], *runs, attributes=self.revisions.attributes())

    def _properties(self, paragraph: Paragraph) -> Element:
        mark = None
        if paragraph.mark:
            state = element(_TAGS[paragraph.mark], attributes=self.revisions.attributes())
            mark = element("w:rPr", state)
        was = None
        if paragraph.was and not paragraph.was.is_set_like(paragraph.dress):
            settings = element("w:pPr", *_settings(paragraph.was, paragraph.list))
            was = element("w:pPrChange", settings, attributes=self.revisions.attributes())
        return element("w:pPr", *_settings(paragraph.dress, paragraph.list), mark, was)

    def _content(self, paragraph: Paragraph) -> Iterator[Element]:
        if not paragraph.move:
            yield from self.inlines(paragraph.inlines)
            return
        tag = _TAGS[paragraph.mark]
        start = self.revisions.range_attributes(paragraph.move)
        yield element(f"{tag}RangeStart", attributes=start)
        yield from self.inlines(paragraph.inlines)
        yield element(f"{tag}RangeEnd", attributes={"w:id": start["w:id"]})

    def _row(self, row: Row, columns: int, width: int, figures: Figures) -> Element:
        state = None
        if row.state:
            state = element(_TAGS[row.state], attributes=self.revisions.attributes())
        head = element("w:tblHeader") if row.is_head else None
        properties = element("w:trPr", head, state) if row.state or row.is_head else None
        measure = {"w:w": str(width), "w:type": "dxa"}
        made = (
            element(
                "w:tc",
                element("w:tcPr", element("w:tcW", attributes=measure)),
                self.paragraph(figures.cell(row, column)),
            )
            for column in range(columns)
        )
        return element("w:tr", properties, *made)

    def _runs(self, inline: Inline) -> Iterator[Element]:
        match inline:
            case Stretch():
                yield from self._anchored(inline.anchor, [self._stretch(inline)])
            case NoteHere():
                yield from self._note(inline)
            case NoteAgain():
                yield from _field(inline)

    def _anchored(self, anchor: Anchor, content: list[Element]) -> list[Element]:
        """Return elements between the two ends of the bookmark of an anchor, if it has one."""
        name = self.register.name(anchor)
        if not name:
            return content
        number = self.revisions.number()
        start = element("w:bookmarkStart", attributes={"w:id": number, "w:name": name})
        return [start, *content, element("w:bookmarkEnd", attributes={"w:id": number})]

    def _stretch(self, stretch: Stretch) -> Element:
        is_gone = stretch.state in GOING[:1]
        return element("w:r", self._face(stretch), *_letters(stretch.text, is_gone=is_gone))

    def _face(self, stretch: Stretch) -> Element | None:
        was = None
        if stretch.was_italic is not None:
            face = element("w:rPr", element("w:i") if stretch.was_italic else None)
            was = element("w:rPrChange", face, attributes=self.revisions.attributes())
        style = valued("w:rStyle", stretch.style) if stretch.style else None
        italic = element("w:i") if stretch.italic else None
        if style is None and italic is None and was is None:
            return None
        return element("w:rPr", style, italic, was)

    def _note(self, call: NoteHere) -> Iterator[Element]:
        custom = {"w:customMarkFollows": "1"} if call.mark else {}
        reference = element("w:footnoteReference", attributes={**custom, "w:id": str(call.note)})
        letters = lettered("w:t", call.mark) if call.mark else None
        run = element("w:r", _REFERENCE, reference, letters)
        if call.note not in self.repeated:
            yield run
            return
        number = self.revisions.number()
        name = {"w:id": number, "w:name": bookmark(call.note)}
        yield element("w:bookmarkStart", attributes=name)
        yield run
        yield element("w:bookmarkEnd", attributes={"w:id": number})


def bookmark(note: int) -> str:
    """Return the name of the place where a note is first called."""
    return f"_RefNote{note}"


def _settings(dress: Dress, list_: int) -> Iterator[Element]:
    """Yield what sets a paragraph: its style, its place in a list, its indents."""
    yield valued("w:pStyle", dress.style)
    if dress.level is not None:
        yield element("w:numPr", valued("w:ilvl", dress.level), valued("w:numId", list_))
    elif dress.left or dress.first:
        indents = {"w:left": str(SIDE + dress.left), "w:firstLine": str(dress.first)}
        yield element("w:ind", attributes=indents)


def _letters(text: str, *, is_gone: bool) -> Iterator[Element]:
    for piece in _PIECE.findall(text):
        if piece == "\t":
            yield element("w:tab")
        elif piece == "\n":
            yield element("w:br")
        else:
            yield lettered("w:delText" if is_gone else "w:t", piece)


def _field(call: NoteAgain) -> Iterator[Element]:
    """Return the runs of a field that prints the number of a note called before."""
    is_gone = call.state in GOING[:1]
    code = f" NOTEREF {bookmark(call.note)} \\f \\h "
    instruction = lettered("w:delInstrText" if is_gone else "w:instrText", code)
    number = element("w:r", _REFERENCE, *_letters(str(call.number), is_gone=is_gone))
    return ooxml.field(instruction, number)
