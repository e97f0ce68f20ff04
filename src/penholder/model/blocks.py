"""What stands in a preamble, an operative part or an annex: paragraphs, headings, quotes, tables.

Every ``text`` is a marked text (see :mod:`penholder.model.wording`), with single spaces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Numbering = Literal["continuous", "by section", "none"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or subparagraph with its own subparagraphs.

    ``number`` is None where the number follows from the place, a text such as ``3 bis`` where
    the document departs from the rule, and empty where the page prints none. ``closing`` is
    text after the subparagraphs that belongs to the paragraph.
    """

    text: str
    id: str = ""
    number: str | None = None
    preambular: bool = False
    items: tuple[Paragraph, ...] = ()
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The heading that opens a section; its roman numeral follows from its place."""

    text: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading without number; ``level`` 1 is the highest of four."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Text that the paragraph before it quotes or would insert."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of the head, rows of the body, notes below; every cell a marked text."""

    title: str = ""
    head: tuple[tuple[str, ...], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words of an imported source that found no place; ``page`` is theirs in it, 0 for none."""

    text: str
    page: int = 0


Block: TypeAlias = Paragraph | Section | Heading | Quote | Table | Unplaced
