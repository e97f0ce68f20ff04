"""What a Word file says, once its changes are settled: paragraphs, tables and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from penholder.ingest.docx.styles import Form
from penholder.ingest.passages import Place

NoteName = tuple[str, str]
"""Which note: ``footnote`` or ``endnote``, and its number in the file."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one type; ``leans`` is italic not by the paragraph's style.

    ``name`` is the bookmark that they are, where it is one of ours. A tab is the letter for a
    tab, a line feed one for a line that ends inside a paragraph.
    """

    text: str
    italic: bool = False
    leans: bool = False
    bold: bool = False
    raised: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """The place where a note is called, for the first time or again; ``mark`` is a sign of its
    own in place of a number."""

    note: NoteName
    mark: str = ""


Inline: TypeAlias = Letters | Call


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: how it is set, its number where Word gives one, the bookmarks it begins."""

    inlines: tuple[Inline, ...]
    form: Form
    place: Place
    number: str = ""
    level: int | None = None
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The letters alone, without calls."""
        return "".join(each.text for each in self.inlines if isinstance(each, Letters))


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table: the paragraphs of each cell; a cell that spans has empty ones behind."""

    cells: tuple[tuple[Line, ...], ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    rows: tuple[GridRow, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every paragraph of every cell, in reading order."""
        return tuple(line for row in self.rows for cell in row.cells for line in cell)


Item: TypeAlias = Line | Grid


@dataclass(frozen=True, slots=True)
class NoteText:
    """A footnote or endnote: its paragraphs."""

    name: NoteName
    lines: tuple[Line, ...]
