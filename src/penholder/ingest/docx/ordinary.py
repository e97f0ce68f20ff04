"""The paragraphs of any Word file become passages, as the recogniser of documents takes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from penholder.ingest.docx.body import has_words
from penholder.ingest.docx.content import Call, Grid, Inline, Item, Line, NoteName, NoteText
from penholder.ingest.masthead import flat
from penholder.ingest.notes import cut
from penholder.ingest.passages import Cells, Opening, Passage, Run
from penholder.ingest.passages import Line as Lettered
from penholder.ingest.shape import ANNEX, LETTER, ROMAN
from penholder.ingest.sponsors import is_submission

_POINT = 20  # twips
_LETTERHEAD = re.compile(
    r"Distr\b.*|Original: ?\w+|United Nations|(?:A|S|E)/[\w./() -]+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Setting:
    """How most paragraphs of a text are set: their left edge and first line in twips."""

    left: int
    first: int


class Passages:
    """Turns items into passages, giving every note a number of its own in the order of calls."""

    def __init__(self, items: Sequence[Item], notes: Iterable[NoteText]) -> None:
        self._items = items
        self._notes = {note.name: note for note in notes}
        self._marks: dict[NoteName, str] = {}
        self._usual = _usual([item for item in items if isinstance(item, Line)])

    def all(self, letterhead: Sequence[Line]) -> tuple[Passage, ...]:
        """Return the passages of a file: letterhead, body, and the notes behind it."""
        head = [self._passage(line) for line in letterhead if has_words(line)]
        body = [passage for item in self._items for passage in self._of(item)]
        called = [self._note(name, mark) for name, mark in self._marks.items()]
        left = [self._note(name, "") for name in self._notes if name not in self._marks]
        return tuple([*head, *body, *filter(None, called), *filter(None, left)])

    def _of(self, item: Item) -> Iterator[Passage]:
        if isinstance(item, Grid):
            yield from self._table(item)
        elif has_words(item):
            yield from (self._passage(line) for line in _broken(item))

    def _passage(self, line: Line) -> Passage:
        if is_submission(flat(line.text)):
            self._marks |= {each.note: "*" for each in line.inlines if isinstance(each, Call)}
        is_head = line.form.outline is not None
        number = (Run(f"{line.number} "),) if line.number else ()
        runs = number + cut(tuple(self._runs(line.inlines)), 0)
        if is_head:
            runs = tuple(replace(run, bold=True) for run in runs)
        left, first = line.form.left or 0, line.form.first or 0
        indent = (left + first - self._usual.left) / _POINT
        lettered = Lettered(runs, line.place)
        return Passage((lettered,), "body", self._opening(line), indent)

    def _opening(self, line: Line) -> Opening:
        """Tell what goes on with the paragraph above: by its first letter, or its first line."""
        text = line.text.strip()
        is_flush = self._usual.first > 0 and not line.form.first and not line.form.left
        is_rest = text[:1].islower() or (is_flush and not line.form.style.startswith("_"))
        return "flush" if is_rest and not line.number else "new"

    def _runs(self, inlines: Iterable[Inline]) -> Iterator[Run]:
        is_raised = False
        for inline in inlines:
            if isinstance(inline, Call):
                if is_raised:
                    yield Run(" ", raised=True)
                yield Run(self._mark(inline), raised=True)
                is_raised = True
                continue
            text = inline.text.replace("\n", " ").replace("\t", " ")
            yield Run(text, inline.italic, inline.bold, inline.raised)
            is_raised = inline.raised

    def _mark(self, call: Call) -> str:
        if call.note not in self._marks:
            numbers = [mark for mark in self._marks.values() if mark.isdigit()]
            sign = call.mark.strip()
            self._marks[call.note] = sign if set(sign) == {"*"} else str(len(numbers) + 1)
        return self._marks[call.note]

    def _note(self, name: NoteName, mark: str) -> Passage | None:
        note = self._notes.get(name)
        if note is None:
            return None
        runs = [run for line in note.lines for run in (*self._runs(line.inlines), Run(" "))]
        text = "".join(run.text for run in runs).strip()
        if not any(map(str.isalnum, text)):
            return None
        has_sign = not mark.isdigit() and text.startswith(mark)
        lead = () if has_sign or not mark else (Run(mark, raised=True), Run(" "))
        place = note.lines[0].place
        return Passage((Lettered((*lead, *runs), place),), "note" if mark else "body", "new")

    def _table(self, grid: Grid) -> Iterator[Passage]:
        lines = [line for line in grid.lines if has_words(line)]
        if is_letterhead(lines) or _is_layout(grid):
            yield from (self._passage(line) for line in lines)
            return
        rows = tuple(
            Cells(
                tuple(
                    tuple(run for line in cell for run in (*self._runs(line.inlines), Run(" ")))
                    for cell in row.cells
                ),
                "head" if row.is_head else "body",
            )
            for row in grid.rows
        )
        place = grid.lines[0].place if grid.lines else None
        lettered = (Lettered((), place),) if place else ()
        if lines:
            yield Passage(lettered, "table", "new", rows=rows)


def is_letterhead(lines: Iterable[Line]) -> bool:
    """Whether paragraphs are the letterhead of a first page: symbol, distribution, and the like."""
    texts = [" ".join(line.text.split()) for line in lines]
    return sum(bool(_LETTERHEAD.fullmatch(text)) for text in texts) > 1


def _is_layout(grid: Grid) -> bool:
    """Whether a table has one column only, and so no cells to tell apart."""
    return all(len(row.cells) <= 1 for row in grid.rows)


def _usual(lines: Sequence[Line]) -> Setting:
    lefts: Counter[int] = Counter()
    firsts: Counter[int] = Counter()
    for line in lines:
        if line.form.outline is None and has_words(line):
            lefts[line.form.left or 0] += len(line.text)
            firsts[line.form.first or 0] += len(line.text)
    left = max(lefts, key=lambda each: lefts[each], default=0)
    return Setting(left, max(firsts, key=lambda each: firsts[each], default=0))


def _broken(line: Line) -> Iterator[Line]:
    """Yield a paragraph in two where a numeral, letter or ``Annex`` stands on a line of its own."""
    first = line.text.partition("\n")[0].strip()
    if "\n" not in line.text or not any(form.fullmatch(first) for form in (ROMAN, LETTER, ANNEX)):
        yield line
        return
    above: list[Inline] = []
    below: list[Inline] = []
    for is_above, same in groupby(_split(line.inlines), key=lambda each: each[0]):
        (above if is_above else below).extend(inline for _, inline in same)
    yield replace(line, inlines=tuple(above))
    yield replace(line, inlines=tuple(below), number="")


def _split(inlines: Iterable[Inline]) -> Iterator[tuple[bool, Inline]]:
    """Yield runs with whether they stand above the first line feed."""
    is_above = True
    for inline in inlines:
        if isinstance(inline, Call) or not is_above or "\n" not in inline.text:
            yield is_above, inline
            continue
        before, _, after = inline.text.partition("\n")
        yield True, replace(inline, text=before)
        yield False, replace(inline, text=after)
        is_above = False
