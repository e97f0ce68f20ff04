"""An HTML page becomes passages: its blocks of text, with what is italic, bold or raised."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from penholder.ingest.html_source import closed_tags, without_comments
from penholder.ingest.html_tree import HtmlStack
from penholder.ingest.markers import marker_of
from penholder.ingest.passages import Cells, Lettering, Line, Passage, Place, Run, SetAside

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol table tr section article header footer main body br hr "
    "blockquote dd dt dl figure figcaption center".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_STYLES = {"i": "italic", "em": "italic", "b": "bold", "strong": "bold", "sup": "raised"}
_INDICATOR = re.compile(r"\s*[\[(]?(?P<mark>\d{1,3}|\*{1,3})[\])]?\s*")
_SHOWN = 60


def read_html(text: str) -> Lettering:
    """Return the lettering of an HTML page; what it shows nobody is set aside with its reason."""
    bare, comments = without_comments(text)
    reader = _Reader()
    reader.set_aside += [
        SetAside(_shown(each, "comment"), "comment", Place(line=line)) for line, each in comments
    ]
    reader.feed(closed_tags(bare))
    reader.close()
    reader.end_block()
    return Lettering(tuple(reader.passages), tuple(reader.set_aside))


class _Reader(HTMLParser):
    """Gathers runs until a block ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self.set_aside: list[SetAside] = []
        self._stack = HtmlStack()
        self._runs: list[Run] = []
        self._sign = ""
        self._rows: list[Cells] = []
        self._row: list[tuple[Run, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, and end the block before one that begins a block."""
        if tag in ("td", "th", "tr") and self._stack.is_in_cell:
            self.handle_endtag(self._stack.cell)
        if tag == "tr":
            self._end_row()
        if tag in _BLOCKS and not self._stack.is_open("td", "th"):
            self.end_block()
        self._stack.open(tag, {name: value or "" for name, value in attrs})
        self._sign = self._stack.sign if tag == "li" else self._sign

    def handle_endtag(self, tag: str) -> None:
        """Close an element, a cell, a row, a table or a block."""
        if tag in ("td", "th") and self._stack.is_open(tag):
            self._row.append(tuple(self._taken()))
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            if self._stack.is_in_cell:
                self.handle_endtag(self._stack.cell)
            self._end_row()
            self._end_table()
        elif tag in _BLOCKS and not self._stack.is_open("td", "th"):
            self.end_block()
        self._stack.close(tag)

    def handle_data(self, data: str) -> None:
        """Keep letters with the styles that are on, or set aside what nobody is shown."""
        reason = self._stack.hidden
        if reason:
            if data.strip():
                self.set_aside.append(SetAside(_shown(data, reason), reason, self._place()))
            return
        text = " ".join(data.split())
        if data[:1].isspace():
            text = f" {text}"
        if data[-1:].isspace() and text.strip():
            text += " "
        self._runs.append(self._run(text))

    def _run(self, text: str) -> Run:
        indicator = _INDICATOR.fullmatch(text)
        is_linked = self._stack.is_inner_link and indicator is not None
        is_raised = self._stack.is_open("sup") or is_linked
        return Run(
            indicator["mark"] if indicator and is_raised else text,
            italic=self._stack.is_open("i", "em"),
            bold=self._stack.is_open("b", "strong", *_HEADINGS),
            raised=is_raised,
        )

    def end_block(self) -> None:
        """Hand over the runs gathered as one passage."""
        runs = self._taken()
        if not any(run.text.strip() for run in runs):
            return
        first = next(run for run in runs if run.text.strip())
        is_note = first.raised and first.text.strip().isdigit()
        is_star = first.text.lstrip().startswith("* ")
        line = Line(tuple(runs), self._place())
        passage = Passage((line,), "note" if is_note or is_star else "body", "new")
        self.passages.append(self._signed(passage))

    def _signed(self, passage: Passage) -> Passage:
        """Return an item of a list with the sign that a browser sets before it."""
        sign, self._sign = self._sign, ""
        if not sign or passage.role == "note" or marker_of(passage.text.strip()):
            return passage
        line = passage.lines[0]
        return replace(passage, lines=(replace(line, runs=(Run(f"{sign} "), *line.runs)),))

    def _end_row(self) -> None:
        if self._row:
            self._rows.append(Cells(tuple(self._row)))
            self._row = []

    def _end_table(self) -> None:
        if self._rows:
            width = max(len(row.cells) for row in self._rows)
            rows = tuple(Cells(row.cells + ((),) * (width - len(row.cells))) for row in self._rows)
            lines = (Line((), self._place()),)
            self.passages.append(Passage(lines, "table", "new", rows=rows))
        self._rows = []

    def _taken(self) -> list[Run]:
        runs, self._runs = self._runs, []
        return runs

    def _place(self) -> Place:
        return Place(line=self.getpos()[0])


def _shown(data: str, reason: str) -> str:
    """Return what is said of letters set aside: code by its size, words as they are."""
    if reason in ("script", "style"):
        return f"{len(data)} letters of {reason}"
    return " ".join(data.split())
