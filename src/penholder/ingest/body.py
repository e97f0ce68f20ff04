"""Passages below the masthead become preamble, operative part, parts, annexes and adoption."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from penholder.ingest.adoption import Closing, read_closing
from penholder.ingest.growth import Chapter, Growing, Node, Quoted, attach, begin
from penholder.ingest.listings import awaits_unmarked_items, is_listed
from penholder.ingest.markers import Marker, marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.notes import cut
from penholder.ingest.passages import Passage, Run
from penholder.ingest.quotations import closes_quotation, opens_quotation
from penholder.ingest.shape import (
    ANNEX,
    LETTER,
    ROMAN,
    heading_level,
    is_closed,
    is_heading,
    is_organ_line,
)
from penholder.ingest.votes import opens_verdict, read_verdict
from penholder.model.blocks import Heading, Section, Table
from penholder.model.openings import opening_kind
from penholder.model.wording import plain

Mark = Callable[[Sequence[Run], int], str]
_PART_REACH = 4
_WITH_VERDICT = re.compile(
    r"(?P<closing>.{1,60}? meeting,? \d{1,2} \w+ \d{4}) (?P<verdict>\[?Adopted .*)"
)
_VERDICT_REACH = 8
_LIST_REACH = 20


def read_body(passages: Sequence[tuple[int, Passage]], mark: Mark) -> list[Chapter]:
    """Return the chapters of a body: the document's own first, then parts and annexes.

    ``mark`` turns lettering at a place of the source's order into marked text.
    """
    reader = _Reader(passages, mark)
    reader.read()
    return reader.chapters


@dataclass(slots=True)
class _Reader:
    """Walks the passages once, knowing the chapter, the paragraph and the quotation it is in."""

    passages: Sequence[tuple[int, Passage]]
    mark: Mark
    chapters: list[Chapter] = field(default_factory=lambda: [Chapter("document")])
    _at: int = 0
    _in_preamble: bool = True
    _top: Node | None = None
    _quoted: Quoted | None = None
    _quoting: Node | None = None
    _closing: Closing | None = None

    def read(self) -> None:
        takes = (
            self._table, self._quotation, self._organ_line, self._adoption, self._verdict,
            self._closing_with_verdict, self._annex, self._part, self._section, self._heading,
            self._marked, self._closing_text, self._paragraph,
        )  # fmt: skip
        while self._at < len(self.passages):
            order, passage = self.passages[self._at]
            self._at += 1
            next(take for take in takes if take(order, passage))

    @property
    def _chapter(self) -> Chapter:
        last = self.chapters[-1]
        return last.appendices[-1] if last.appendices else last

    @property
    def _is_annexed(self) -> bool:
        return self._chapter.kind in ("annex", "appendix")

    @property
    def _blocks(self) -> list[Growing]:
        return self._chapter_blocks if self._quoted is None else self._quoted.blocks

    @property
    def _chapter_blocks(self) -> list[Growing]:
        chapter = self._chapter
        is_preamble = self._in_preamble and not self._is_annexed
        return chapter.preamble if is_preamble else chapter.operative

    def _open(self, chapter: Chapter) -> None:
        if chapter.kind == "appendix" and self.chapters[-1].kind == "annex":
            self.chapters[-1].appendices.append(chapter)
        else:
            self.chapters.append(chapter)
        self._in_preamble, self._top, self._quoted = True, None, None

    def _table(self, order: int, passage: Passage) -> bool:
        if passage.role != "table":
            return False
        rows = {
            kind: tuple(
                tuple(self.mark(cell, order) for cell in row.cells)
                for row in passage.rows
                if row.kind == kind
            )
            for kind in ("head", "body")
        }
        notes = tuple(self.mark(note, order) for note in passage.notes)
        self._blocks.append(Table(head=rows["head"], rows=rows["body"], notes=notes))
        return True

    def _quotation(self, order: int, passage: Passage) -> bool:
        """Take a paragraph that opens what the one above quotes, or goes on with it."""
        text = flat("".join(run.text for run in passage.runs if not run.raised))
        if self._quoted is None:
            above = self._top
            if above is None or above.items or not opens_quotation(text, plain(above.text)):
                return False
            self._quoted, self._quoting = Quoted(), above
            self._chapter_blocks.append(self._quoted)
            self._top = None
        marker = marker_of(text)
        if marker is None or not self._marked(order, passage):
            self._append(Node(self.mark(passage.runs, order), indent=passage.indent))
        if closes_quotation(text):
            self._top, self._quoted = self._quoting, None
        return True

    def _organ_line(self, order: int, passage: Passage) -> bool:
        chapter = self._chapter
        is_first = not chapter.organ_line and not (chapter.preamble or chapter.operative)
        if self._is_annexed or not is_first or not is_organ_line(passage):
            return False
        chapter.organ_line = flat(passage.text)
        return True

    def _adoption(self, order: int, passage: Passage) -> bool:
        """Take the meeting and the day, which may stand below the annexes of a text."""
        chapter = self._adopting
        said = (
            read_closing(flat(passage.text)) if not (self._is_annexed and chapter.adopted) else None
        )
        if said is None or not (said.meeting or self._closing):
            return False
        chapter.adopted = said.adoption(self._closing) or chapter.adopted
        self._closing = said
        return True

    def _closing_with_verdict(self, order: int, passage: Passage) -> bool:
        """Take meeting, day and vote where all of them stand in one paragraph."""
        found = _WITH_VERDICT.fullmatch(flat(passage.text))
        said = read_closing(found["closing"]) if found else None
        verdict = read_verdict(found["verdict"]) if found else None
        if said is None or verdict is None or not said.adoption(None):
            return False
        chapter = self._adopting
        chapter.adopted, chapter.verdict = said.adoption(None), verdict
        chapter.verdict_passages = (passage,)
        return True

    @property
    def _adopting(self) -> Chapter:
        """The chapter whose adoption closing lines tell: the one at hand, or that of its annex."""
        above = [each for each in self.chapters if each.kind in ("document", "part")]
        return above[-1]

    def _verdict(self, order: int, passage: Passage) -> bool:
        """Take the lines that tell how a text was adopted: the first, and lists of States."""
        if not opens_verdict(flat(passage.text)) or self._adopting.verdict:
            return False
        ahead = self.passages[self._at : self._at + _VERDICT_REACH]
        lines = [flat(each.text) for each in (passage, *(each for _, each in ahead))]
        for count in range(len(lines), 0, -1):
            verdict = read_verdict(" ".join(lines[:count]))
            if verdict:
                self._adopting.verdict = verdict
                self._adopting.verdict_passages = (passage, *(p for _, p in ahead[: count - 1]))
                self._at += count - 1
                return True
        return False

    def _annex(self, order: int, passage: Passage) -> bool:
        found = ANNEX.fullmatch(flat(passage.text))
        if not found:
            return False
        is_inner = found["kind"].lower() != "annex" and self.chapters[-1].kind == "annex"
        self._open(Chapter("appendix" if is_inner else "annex", found["number"]))
        self._chapter.title += self._titles()
        return True

    def _part(self, order: int, passage: Passage) -> bool:
        text = flat(passage.text)
        ahead = [each for _, each in self.passages[self._at : self._at + _PART_REACH]]
        before = next((i for i, each in enumerate(ahead) if is_organ_line(each)), -1)
        if not LETTER.fullmatch(text) or before < 0:
            return False
        self._open(Chapter("part", text))
        titles = self.passages[self._at : self._at + before]
        self._chapter.title += [self.mark(each.runs, order) for order, each in titles]
        self._at += before
        return True

    def _section(self, order: int, passage: Passage) -> bool:
        text = flat(passage.text)
        if not ROMAN.fullmatch(text):
            return False
        self._leave_preamble()
        self._blocks.append(Section(" ".join(self._titles()), text))
        return True

    def _titles(self) -> list[str]:
        """Return the headings that follow at once, as the title of what was opened."""
        titles: list[str] = []
        first: Passage | None = None
        while self._at < len(self.passages):
            order, passage = self.passages[self._at]
            is_like = first is None or _look(first) == _look(passage)
            if not (is_like and is_heading(passage) and not _is_numbered(passage)):
                break
            titles.append(self.mark(passage.runs, order))
            first = first or passage
            self._at += 1
            if passage.indent is None:
                break
        return titles

    def _heading(self, order: int, passage: Passage) -> bool:
        is_plain = passage.indent is None and marker_of(flat(passage.text)) is not None
        if is_plain or not is_heading(passage):
            return False
        if self._top and not is_closed(plain(self._top.text)) and passage.indent is None:
            return False
        is_preamble = flat(passage.text) == "Preamble" and not self._chapter.operative
        if not is_preamble and (self._chapter.operative or not self._chapter.preamble):
            self._leave_preamble()
        self._quoted = None
        text = self.mark(passage.runs, order)
        self._blocks.append(Heading(text, heading_level(passage)))
        self._top = None
        return True

    def _leave_preamble(self) -> None:
        self._in_preamble, self._top, self._quoted = False, None, None

    def _marked(self, order: int, passage: Passage) -> bool:
        marker = marker_of(flat(passage.text))
        if marker is None:
            return False
        rest = cut(passage.runs, _letters_of(passage, marker))
        node = Node(self.mark(rest, order), marker.printed, indent=passage.indent)
        is_number = marker.form == "number"
        if is_number and is_listed(node, marker, self._top):
            node.printed += "."
        elif is_number:
            self._in_preamble, self._top = False, None
        if self._top is None or not attach(self._top, node, marker):
            self._append(begin(node, marker))
        return True

    def _listed_unmarked(self, text: str, indent: float | None) -> bool:
        """Take a paragraph without a mark as an item of the one above, if the next goes on."""
        above = self._top
        if above is None or not awaits_unmarked_items(above) or self._quoted is not None:
            return False
        if text.startswith("“") or not self._goes_on_with(above.reading[1] + 1):
            return False
        above.items.append(Node(text, indent=indent))
        return True

    def _goes_on_with(self, number: int) -> bool:
        """Whether the next paragraph that has a number has this one, before any heading."""
        for _, passage in self.passages[self._at : self._at + _LIST_REACH]:
            marker = marker_of(flat(passage.text))
            if marker is not None:
                return marker.number == number
            if passage.role == "table" or is_heading(passage):
                return False
        return False

    def _append(self, node: Node) -> None:
        self._blocks.append(node)
        self._top = node

    def _closing_text(self, order: int, passage: Passage) -> bool:
        """Take text after subparagraphs: flush with the margin, or beginning in lower case."""
        text = flat(passage.text)
        is_rest = passage.opening == "flush" or (passage.indent is None and text[:1].islower())
        if not (is_rest and self._top and self._top.items and text):
            return False
        if self._top.closing:
            return False
        self._top.closing = self.mark(passage.runs, order)
        return True

    def _paragraph(self, order: int, passage: Passage) -> bool:
        text = self.mark(passage.runs, order)
        if not text:
            return True
        kind = opening_kind(plain(text).lstrip("“"))
        if not kind and self._listed_unmarked(text, passage.indent):
            return True
        if kind == "verb" and not self._is_annexed:
            self._in_preamble = False
        is_later = not self._in_preamble or self._is_annexed
        node = Node(text, preambular=is_later and kind == "participle", indent=passage.indent)
        node.preambular = node.preambular and not self._is_annexed
        self._append(node)
        return True


def _look(passage: Passage) -> tuple[bool, float]:
    return passage.is_bold, round(passage.lines[0].size)


def _is_numbered(passage: Passage) -> bool:
    text = flat(passage.text)
    return bool(re.match(r"(?:[IVXL]+|[A-Z]|\d+)\. ", text) or ROMAN.fullmatch(text))


def _letters_of(passage: Passage, marker: Marker) -> int:
    """Return how many letters of the passage its marker takes, spaces before it included."""
    text = passage.text
    return len(text) - len(text.lstrip()) + marker.length
