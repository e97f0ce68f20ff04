"""An HTML page becomes passages: its blocks of text, with what is italic, bold or raised."""

from __future__ import annotations

from html.parser import HTMLParser

from penholder.ingest.passages import Cells, Lettering, Line, Passage, Place, Run, SetAside

_BLOCKS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 li ul ol table tr section article header footer main body br hr "
    "blockquote dd dt dl figure figcaption center".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_STYLES = {"i": "italic", "em": "italic", "b": "bold", "strong": "bold", "sup": "raised"}
_SILENT = {"script": "script", "style": "style", "title": "page title", "nav": "navigation"}
_BACK = "back"


def read_html(text: str) -> Lettering:
    """Return the lettering of an HTML page; scripts, styles and navigation are set aside."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    return Lettering(tuple(reader.passages), tuple(reader.set_aside))


class _Reader(HTMLParser):
    """Gathers runs until a block ends; ``_open`` counts the styles that are on."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.passages: list[Passage] = []
        self.set_aside: list[SetAside] = []
        self._runs: list[Run] = []
        self._open = {"italic": 0, "bold": 0, "raised": 0}
        self._silent: list[tuple[str, str]] = []
        self._rows: list[Cells] = []
        self._row: list[tuple[Run, ...]] = []
        self._in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a style, or end the block before."""
        classes = (dict(attrs).get("class") or "").split()
        if tag in _SILENT or _BACK in classes:
            self._silent.append((tag, _SILENT.get(tag, "link back to a call")))
        if tag in _STYLES:
            self._open[_STYLES[tag]] += 1
        elif tag in ("td", "th"):
            self._in_cell = True
        elif tag in _BLOCKS and not self._in_cell:
            self.end_block()
        if tag in _HEADINGS:
            self._open["bold"] += 1

    def handle_endtag(self, tag: str) -> None:
        """Close a style, a cell, a row, a table or a block."""
        if self._silent and self._silent[-1][0] == tag:
            self._silent.pop()
        if tag in _STYLES:
            self._open[_STYLES[tag]] = max(0, self._open[_STYLES[tag]] - 1)
        elif tag in ("td", "th"):
            self._in_cell = False
            self._row.append(tuple(self._taken()))
        elif tag == "tr" and self._row:
            self._rows.append(Cells(tuple(self._row)))
            self._row = []
        elif tag == "table":
            self._end_table()
        elif tag in _BLOCKS and not self._in_cell:
            self.end_block()
        if tag in _HEADINGS:
            self._open["bold"] = max(0, self._open["bold"] - 1)

    def handle_data(self, data: str) -> None:
        """Keep letters with the styles that are on."""
        if self._silent:
            if data.strip() and self._silent[-1][0] not in ("script", "style"):
                reason = self._silent[-1][1]
                self.set_aside.append(SetAside(data.strip(), reason, self._place()))
            return
        text = " ".join(data.split())
        if data[:1].isspace():
            text = f" {text}"
        if data[-1:].isspace() and text.strip():
            text += " "
        styles = {name: bool(count) for name, count in self._open.items()}
        self._runs.append(Run(text, **styles))

    def end_block(self) -> None:
        """Hand over the runs gathered as one passage."""
        runs = self._taken()
        if not any(run.text.strip() for run in runs):
            return
        first = next(run for run in runs if run.text.strip())
        is_note = first.raised and first.text.strip().isdigit()
        is_star = first.text.lstrip().startswith("* ")
        line = Line(tuple(runs), self._place())
        self.passages.append(Passage((line,), "note" if is_note or is_star else "body", "new"))

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
