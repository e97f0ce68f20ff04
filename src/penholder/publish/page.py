"""What a template may see, and nothing more: one page value for documents and redlines alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from penholder.publish.working import Form

Change = Literal["", "inserted", "deleted", "moved", "left"]
Medium = Literal["print", "screen"]
Paper = Literal["letter", "a4"]
Restyled = Literal["", "now italic", "now roman", "was italic", "was roman"]
View = Literal["inline", "side-by-side", "before", "after"]

LETTERS_APART = 27 / 64 * 0.75
"""How far apart the letters of a page stand, in points, as in page.css: 64ths of a pixel."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of letters in one face and one state of change.

    ``is_form`` tells of changed letters that only their shape differs: a quotation mark, a dash,
    a space. ``restyled`` tells the face of letters that stand in both versions, where it
    changed.
    ``spacing`` is what each space of it is widened by on paper, ``tight`` what each letter gives
    up, in points.
    """

    text: str
    italic: bool = False
    change: Change = ""
    is_form: bool = False
    restyled: Restyled = ""
    spacing: float = 0.0
    tight: float = 0.0

    @property
    def manner(self) -> str:
        """How its spaces and letters are set on paper, as a style of CSS; mostly nothing."""
        told = [f"word-spacing:{self.spacing}pt"] if self.spacing else []
        told += [f"letter-spacing:{LETTERS_APART - self.tight:.4f}pt"] if self.tight else []
        return ";".join(told)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote call; ``note`` is the note itself where its text is to stand."""

    number: str
    anchor: str
    target: str
    change: Change = ""
    note: Note | None = None


_NUMBERED = re.compile(r"([^\W\d_][^ \n]* \d+) ([^\n]+)")

Run: TypeAlias = Words | NoteMark
Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as printed; ``calls`` are the anchors it is called from.

    ``direction`` is that of a note in Latin letters on a page read from the right.
    """

    number: str
    anchor: str
    runs: Runs
    calls: tuple[str, ...]
    direction: Literal["", "ltr"] = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words about a change; those with a ``target`` lead to an anchor of the page."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: head, body, or a note below it; anchored where it is a change.

    ``is_total`` tells that it sums up the rows above it.
    """

    kind: str
    cells: tuple[Runs, ...]
    change: Change = ""
    anchor: str = ""
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body.

    ``part`` names the template that prints it, ``kind`` its class in the style sheet,
    ``degree`` how deep it is indented, ``status`` and ``remark`` what a redline says of it.
    ``row`` is the line of the redline it comes from, from 0, or -1; ``entry`` the number of its
    change, from 1, or 0. ``figures`` are the columns of a table that hold figures, from 0; ``id``
    is what the document itself calls the paragraph. ``number_at_margin`` tells that the number
    stands at the margin and not at the tab.
    """

    part: str
    kind: str
    runs: Runs = ()
    number: str = ""
    address: str = ""
    anchor: str = ""
    degree: int = 0
    status: str = ""
    remark: tuple[Piece, ...] = ()
    rows: tuple[Row, ...] = ()
    figures: tuple[int, ...] = ()
    row: int = -1
    entry: int = 0
    id: str = ""
    number_at_margin: bool = False

    @property
    def remark_words(self) -> str:
        """What a redline says of the block, without its links."""
        return "".join(piece.text for piece in self.remark)

    @property
    def number_and_title(self) -> tuple[str, str] | None:
        """A heading such as ``Rule 12 Quorum`` as its number and its title, each for a line.

        Not where it is changed, in italics, or broken by hand. Source: A/RES/78/128.
        """
        if not self.kind.startswith("heading-") or len(self.runs) != 1:
            return None
        (run,) = self.runs
        if isinstance(run, NoteMark) or run.change or run.italic:
            return None
        found = _NUMBERED.fullmatch(run.text)
        if not found or not (found[1][0].isupper() and found[2][0].isupper()):
            return None
        return found[1], found[2]

    @property
    def is_sentence(self) -> bool:
        """Whether its words end with a full stop, as some headings do."""
        last = self.runs[-1] if self.runs else None
        return isinstance(last, Words) and last.text.rstrip().endswith(".")


@dataclass(frozen=True, slots=True)
class Masthead:
    """The first page above the title; empty fields are not printed.

    ``united_nations`` is that name in its lines, ``author`` what the file names as its author.
    ``body`` is the organ whose text it is, where the letterhead is that of the organ above it;
    ``adopted`` the line below the number of a Security Council resolution. ``block_language`` is
    that of the block of distribution, where it is another than the page's.
    """

    form: Literal["typescript", "stacked", "grid"]
    united_nations: tuple[str, ...]
    author: str
    organ: str
    body: str
    symbol_letter: str
    symbol_rest: str
    reissue_note: str
    distribution: tuple[str, ...]
    block_language: str
    session: str
    session_dates: str
    committee: str
    agenda: str
    agenda_titles: tuple[str, ...]
    heading: tuple[str, ...]
    adopted: str
    origin: str
    sponsors: str
    sponsor_note: str
    is_official: bool
    emblem: str
    emblem_name: str


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field of the masthead that a redline shows as changed."""

    name: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Entry:
    """A change in the list of changes, numbered from 1.

    ``target`` is its anchor in the text, ``pair`` among the pairs. ``runs`` are a few words of it.
    """

    number: int
    place: str
    kind: str
    runs: Runs
    target: str
    pair: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands level side by side: blocks, or footnotes, of each version; () where it has none.

    Several where one paragraph became several, or several one.
    """

    anchor: str
    before: tuple[Block | Note, ...]
    after: tuple[Block | Note, ...]
    entry: int = 0


@dataclass(frozen=True, slots=True)
class Sides:
    """Both versions, each a page of its own, and their blocks and footnotes in pairs."""

    before: Page
    after: Page
    pairs: tuple[Pair, ...]
    notes: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a redline says above the text: the versions compared and what was counted."""

    before: str
    after: str
    counts: tuple[str, ...]
    fields: tuple[FieldLine, ...]
    renumbered: tuple[tuple[str, str], ...]
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Setup:
    """How the page's language is printed: direction, families of fonts, lines, words.

    ``packages`` bring the fonts, ``wide_marks`` are set in the language's own. ``back`` takes
    ``{call}`` and ``{note}``. ``unbroken`` finds the words that no line breaks.
    """

    direction: Literal["ltr", "rtl"]
    families: tuple[str, ...]
    packages: tuple[str, ...]
    line_setting: Literal["official", "plain"]
    wide_marks: str
    unbroken: re.Pattern[str] | None
    footnotes: str
    back: str
    watermark: str

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the pieces of a text with the class each is set by: ``wide``, ``whole`` or none."""
        at = 0
        for found in self.unbroken.finditer(text) if self.unbroken else ():
            yield from self._marked(text[at : found.start()])
            yield found.group(), "whole"
            at = found.end()
        yield from self._marked(text[at:])

    def _marked(self, text: str) -> Iterator[tuple[str, str]]:
        pieces = re.split(f"([{self.wide_marks}])", text) if self.wide_marks else [text]
        for piece in filter(None, pieces):
            yield piece, "wide" if piece in self.wide_marks else ""


@dataclass(frozen=True, slots=True)
class Measures:
    """Where things stand that follow neither from the words nor from the language, in points.

    ``top`` is where the text of every page after the first begins, from its upper edge, and
    ``first_foot`` where that of the first ends, from its lower edge; ``aside`` how far to the right
    of the middle the end mark stands, ``below`` how far below the text; ``wider`` how much wider
    than its own text Word's was when it ended the lines.
    """

    top: float
    first_foot: float
    aside: float = 0.0
    below: float = 32.3
    wider: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document or redline, ready to be set by the templates.

    ``running_lines`` is the running title with a newline where each line of it ends, on paper.
    """

    language: str
    setup: Setup
    name: str
    running_symbol: str
    running_title: str
    measures: Measures
    medium: Medium
    paper: Paper
    masthead: Masthead
    number: str
    title: Runs
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    summary: Summary | None = None
    view: View = "inline"
    sides: Sides | None = None
    working: tuple[Form, ...] = ()
    running_lines: str = ""

    @property
    def is_title_set(self) -> bool:
        """Whether the title has its lines already, so that the printer breaks none."""
        is_broken = any("\n" in run.text for run in self.title if isinstance(run, Words))
        return is_broken and "large-print" not in self.working

    @property
    def has_notes_at_end(self) -> bool:
        """Whether the notes stand behind the text: on a screen, and in large print."""
        return self.medium == "screen" or "large-print" in self.working

    @property
    def parts(self) -> tuple[str, ...]:
        """The templates that this page uses, each once, for their style sheets."""
        found = dict.fromkeys(("masthead", *(block.part for block in self.blocks)))
        found |= dict.fromkeys(["footnotes"] if self.notes else [])
        found |= dict.fromkeys(["redline"] if self.summary else [])
        if self.sides:
            found |= dict.fromkeys((*self.sides.before.parts, *self.sides.after.parts, "sides"))
        return tuple(found)
