"""What a Word file says before it is written: paragraphs, tables and notes with their revisions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

State = Literal["", "inserted", "deleted", "moved to", "moved from"]
"""What accepting every change does: leaves, keeps, removes. A move is kept there, removed here."""

GOING: tuple[State, ...] = ("deleted", "moved from")
COMING: tuple[State, ...] = ("inserted", "moved to")

Anchor = tuple[str, str]
"""What a thing is in the version before and after: ``unit 5``, ``note sg``, ``id call``."""
NOWHERE: Anchor = ("", "")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters in one face; ``was_italic`` is their face before, where that alone changed.

    A tab is the letter for a tab, a line feed one for a line that ends inside a paragraph.
    ``style`` names the style of letters set apart from those of their paragraph.
    """

    text: str
    state: State = ""
    italic: bool = False
    was_italic: bool | None = None
    style: str = ""
    anchor: Anchor = NOWHERE


@dataclass(frozen=True, slots=True)
class NoteHere:
    """The first call of a footnote; ``note`` counts the notes of the file from 1.

    ``mark`` is a sign such as ``*`` where the note has no number.
    """

    note: int
    state: State = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NoteAgain:
    """A further call of a footnote, by its number; Word keeps it right as notes come and go."""

    note: int
    number: int
    state: State = ""


Inline: TypeAlias = Stretch | NoteHere | NoteAgain
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Dress:
    """How a paragraph is set: its style, and its number.

    ``level`` counts from 0 where Word is to give the number by itself, and is None where it has
    none or brings it in its own text. ``number`` is what is printed. ``left`` and ``first`` are
    indents in twips beyond those of the style.
    """

    style: str
    level: int | None = None
    number: str = ""
    left: int = 0
    first: int = 0

    def is_set_like(self, other: Dress) -> bool:
        """Whether Word is told the same of both; the number printed is no part of it."""
        return replace(self, number=other.number) == other


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``mark`` is the state of its end, ``was`` how it was set before, where it was.

    ``list`` tells lists apart whose numbers begin anew; ``move`` is the name of the move that
    the paragraph is one side of.
    """

    dress: Dress
    inlines: Inlines = ()
    mark: State = ""
    was: Dress | None = None
    list: int = 0
    move: str = ""
    anchor: Anchor = NOWHERE


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; every cell is one paragraph."""

    cells: tuple[Inlines, ...]
    state: State = ""
    is_head: bool = False
    anchor: Anchor = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a table, those gone among them."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: what it says in both versions; ``mark`` is its sign in place of a number."""

    inlines: Inlines
    mark: str = ""
    anchor: Anchor = NOWHERE


Body: TypeAlias = tuple[Paragraph | Table, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole Word file.

    ``above`` are the cells of the masthead, two rows of two, each a column of paragraphs.
    ``running`` is the running head: the symbol, and the title where it is printed.
    """

    language: str
    title: str
    above: tuple[tuple[Paragraph, ...], ...]
    running: tuple[Inlines, Inlines]
    body: Body
    notes: tuple[Note, ...]
