"""Pages of text set out by spaces: head and foot, body and notes are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from penholder.ingest.passages import Place, SetAside

_RULE = re.compile(r"\s*[_—–]{6,}\s*")
_GAP = re.compile(r" {3,}")
_SYMBOL = re.compile(r"(?:A|S|E|T|ST)/[\w./() *-]*\d\)?\*?")
_FOOT = re.compile(
    r"\d{1,3} ?/ ?\d{1,3}|\d{1,4}|\d{2}-\d{5}(?: ?\([A-Z]\))?(?: +\d{6})*|\*\d{6,}\*|\([A-Z]\)"
    r"|\d{6}|/\.\.\.|Please recycle.*",
)
_DEEPEST_HEAD = 4
_FIGURE = re.compile(r"\d{1,3}")
_MARKED = re.compile(r"(?P<mark>\d{1,3}|\*{1,3}|[a-z])")
_OPENING = re.compile(r"(?P<mark>\d{1,3}|\*{1,3}) +(?=\S)")


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A line of a page: its place, how many spaces stand before it, its letters.

    ``is_below`` tells that an empty line stands above it.
    """

    place: Place
    indent: int
    text: str
    is_below: bool = False

    @property
    def pieces(self) -> list[str]:
        """What stands on the line side by side, apart by three spaces or more."""
        return _GAP.split(self.text)


@dataclass(slots=True)
class LayoutPage:
    """One page: the lines of its body, its notes with their indicators, and its furniture."""

    body: list[LayoutLine] = field(default_factory=list)
    notes: list[tuple[str, list[LayoutLine]]] = field(default_factory=list)
    furniture: list[SetAside] = field(default_factory=list)


def is_layout(text: str) -> bool:
    """Whether a text is set out by spaces: most of its lines are indented, or pages break it."""
    lines = [line for line in text.splitlines() if line.strip()]
    indented = sum(line.startswith(" " * 8) for line in lines)
    return bool(lines) and indented > 0.4 * len(lines)


def pages_of(text: str) -> list[LayoutPage]:
    """Return the pages of a text that form feeds part."""
    pages = text.rstrip("\f\n ").split("\f")
    first = 1
    found = []
    for number, page in enumerate(pages, start=1):
        found.append(_page(list(_lines(page, number, first)), number))
        first += page.count("\n")
    return found


def _lines(page: str, number: int, first: int) -> Iterator[LayoutLine]:
    is_below = False
    for at, raw in enumerate(page.split("\n"), start=first):
        line = raw.expandtabs().rstrip()
        bare = line.lstrip()
        if bare:
            yield LayoutLine(Place(number, at), len(line) - len(bare), bare, is_below)
        is_below = not bare


def _page(lines: list[LayoutLine], number: int) -> LayoutPage:
    page = LayoutPage()
    start = _head_end(lines) if number > 1 else 0
    end = _foot_start(lines)
    page.furniture += [SetAside(line.text, "running head", line.place) for line in lines[:start]]
    page.furniture += [SetAside(line.text, "page foot", line.place) for line in lines[end:]]
    inner = lines[start:end]
    rule = next((i for i, line in enumerate(inner) if _RULE.fullmatch(line.text)), len(inner))
    page.body = _with_fallen([line for line in inner[:rule] if not _is_star_note(line, inner)])
    page.furniture += [
        SetAside(line.text, "rule above footnotes", line.place) for line in inner[rule : rule + 1]
    ]
    stars = [line for line in inner[:rule] if _is_star_note(line, inner)]
    page.notes = _notes([*stars, *inner[rule + 1 :]])
    return page


def _with_fallen(lines: Sequence[LayoutLine]) -> list[LayoutLine]:
    """Return the lines with each raised figure that fell below its line back in its place there."""
    whole: list[LayoutLine] = []
    for line in lines:
        above = whole[-1] if whole and not line.is_below else None
        at = line.indent - above.indent if above else -1
        if above and _FIGURE.fullmatch(line.text) and above.text[at : at + 1] == " " and at > 0:
            text = f"{above.text[:at]} {line.text}{above.text[at:]}"
            whole[-1] = replace(above, text=text)
        else:
            whole.append(line)
    return whole


def _head_end(lines: Sequence[LayoutLine]) -> int:
    """Return how many lines the running head has: the block with the symbol at the top."""
    end = next((i for i, line in enumerate(lines) if i and line.is_below), len(lines))
    has_symbol = any(_SYMBOL.fullmatch(piece) for line in lines[:end] for piece in line.pieces)
    return end if has_symbol and end <= _DEEPEST_HEAD else 0


def _foot_start(lines: Sequence[LayoutLine]) -> int:
    end = len(lines)
    while end and all(_FOOT.fullmatch(piece) for piece in lines[end - 1].pieces):
        end -= 1
    return end


def _is_star_note(line: LayoutLine, lines: Sequence[LayoutLine]) -> bool:
    """Whether a line opens or goes on a note with a star that no rule stands above."""
    at = lines.index(line)
    while at > 0 and not lines[at].is_below:
        at -= 1
    return bool(re.match(r"\*{1,3} \S", lines[at].text)) and lines[at].indent > 0


def _notes(lines: Sequence[LayoutLine]) -> list[tuple[str, list[LayoutLine]]]:
    """Return notes, each with its indicator, which stands before it or on the line above it."""
    notes: list[tuple[str, list[LayoutLine]]] = []
    for line in lines:
        alone, opening = _MARKED.fullmatch(line.text), _OPENING.match(line.text)
        if alone and _follows(alone["mark"], notes):
            notes.append((alone["mark"], []))
        elif opening and _follows(opening["mark"], notes):
            rest = LayoutLine(line.place, line.indent, line.text[opening.end() :])
            notes.append((opening["mark"], [rest]))
        elif notes:
            notes[-1][1].append(line)
        else:
            notes.append(("", [line]))
    return notes


def _follows(mark: str, notes: Sequence[tuple[str, list[LayoutLine]]]) -> bool:
    """Whether an indicator may come next: figures one after another, stars and letters always."""
    before = [int(each) for each, _ in notes if each.isdigit()]
    return not (mark.isdigit() and before) or int(mark) == before[-1] + 1
