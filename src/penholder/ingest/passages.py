"""What every reader of a source hands over: passages of lettering in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

Opening = Literal["new", "continued", "flush", "unknown"]
Role = Literal["body", "note", "table"]
Box = tuple[float, float, float, float]
_SUSPENDED = re.compile(r"(?:and|or|to) ")
_BREAKABLE = re.compile(r"[^\s\d][-‐]$|\w[–—/]$")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one type: italic, bold, or raised above the line."""

    text: str
    italic: bool = False
    bold: bool = False
    raised: bool = False

    @property
    def has_letters(self) -> bool:
        """Whether it holds a letter or figure, and not signs or spaces alone."""
        return any(map(str.isalnum, self.text))


@dataclass(frozen=True, slots=True)
class Place:
    """Where lettering stands: page and line from 1, box in points from the top left corner.

    A text without pages is one page; ``box`` is None where the source has no places. A Word file
    has no pages before it is set: there ``line`` is the number of a paragraph in a ``part`` of
    the file.
    """

    page: int = 1
    line: int = 0
    box: Box | None = None
    part: str = ""

    def __str__(self) -> str:
        """Return the place in words: ``page 3``, ``paragraph 12 of the text``."""
        return f"paragraph {self.line} of the {self.part}" if self.part else f"page {self.page}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of lettering; ``left`` and ``right`` are its ends in points, ``size`` its type."""

    runs: tuple[Run, ...]
    place: Place = Place()
    left: float = 0.0
    right: float = 0.0
    size: float = 0.0

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether every letter is bold; signs and indicators need not be."""
        return all(run.bold for run in self.runs if run.has_letters and not run.raised)


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a table: the runs of each cell."""

    cells: tuple[tuple[Run, ...], ...]
    kind: Literal["head", "body"] = "body"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, note or table as the source sets it.

    ``opening`` says whether the type shows a new paragraph, the rest of one cut by a page
    break, or neither. ``indent`` is the first line's distance from the margin in points, None
    where the source has no places. ``rows`` and ``notes`` are those of a table.
    """

    lines: tuple[Line, ...]
    role: Role = "body"
    opening: Opening = "unknown"
    indent: float | None = None
    rows: tuple[Cells, ...] = ()
    notes: tuple[tuple[Run, ...], ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """The letters of all lines, joined as one paragraph."""
        return tuple(joined(line.runs for line in self.lines))

    @property
    def text(self) -> str:
        """The letters alone, lines joined."""
        return "".join(run.text for run in self.runs)

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.lines[0].place if self.lines else Place()

    @property
    def is_bold(self) -> bool:
        """Whether every letter is bold."""
        return bool(self.lines) and all(line.is_bold for line in self.lines)

    def continued_by(self, rest: Passage) -> Passage:
        """Return this passage with the rest that stands after a page break."""
        return replace(self, lines=self.lines + rest.lines)


@dataclass(frozen=True, slots=True)
class SetAside:
    """Lettering of the source that is no wording of the document, and why."""

    text: str
    reason: str
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Lettering:
    """All lettering of a source: its passages in reading order, and what is furniture."""

    passages: tuple[Passage, ...]
    set_aside: tuple[SetAside, ...] = ()


def joined(lines: Iterable[tuple[Run, ...]]) -> Iterator[Run]:
    """Yield the runs of lines as one paragraph: a space between, none behind a hyphen or dash.

    A hyphen that waits for its word, ``burden- and responsibility-sharing``, keeps its space.
    """
    last = ""
    for runs in lines:
        is_open = _BREAKABLE.search(last) and not _SUSPENDED.match(letters(runs))
        if last and not last.isspace() and not is_open:
            yield Run(" ")
        yield from runs
        last = ("".join(run.text for run in runs) or last)[-2:]


def letters(runs: Iterable[Run]) -> str:
    """Return the letters of runs."""
    return "".join(run.text for run in runs)
