"""Justified paragraphs get the lines of official pages, by spaces a little wider or narrower.

The printer breaks lines greedily, by the width of its own letters. Where it would break
elsewhere than an official page, the spaces of that line are set so that its words fill the
measure and no other word fits: a justified line looks the same, and no letter is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain, groupby, pairwise, repeat

from penholder.publish.font_metrics import Face, Faces
from penholder.publish.hand_lines import letters_of, with_newlines
from penholder.publish.line_breaks import Letters, Line, official_lines
from penholder.publish.page import LETTERS_APART, Block, Masthead, NoteMark, Page, Run, Runs, Words
from penholder.publish.title_lines import Room, title_stops

# In points, as in page.css and paragraph.css, on either paper.
_WIDTH = 492.0
MARGINS = 2 * 63.35
TAB = 23.75
_SIZE = 10.0
_CALL_SIZE = 6.5
_HAIR = 0.75 / 64  # Pango reckons in 64ths of a pixel

# As Word sets the text of official pages: letters at 103 per cent of their width, 0.2 points apart,
# but behind the last letter of a line. With these figures, tried among their neighbours, 98.9 per
# cent of 40,617 lines of 181 documents end as they do, whatever printer the machine knew.
OFFICIAL_SCALE = 1.03
OFFICIAL_TRACKING = 0.2
# As lines that nothing justifies were measured, which end by the same widths but no others.
_RAGGED_SCALE = 1.0285
_RAGGED_TRACKING = 0.202
_NOTE_SIZE = 8.5
_NOTE_TRACKING = 0.25
_NOTE_MEASURE = 365.3
# Editors break titles by eye: the rooms that give most lines their official ends (decisions/0036).
_TITLE_SIZE, _HEAD_SIZE = 12.0, 8.5
_TITLE, _SPONSORS = Room(366.0, 370.0), Room(366.0, 382.0)
_AGENDA_TITLE = Room(272.0, 290.0)
_HEADING = 365.3

_JUSTIFIED = frozenset(
    "organ-line preambular operative item closing quoted annexed instruction inserted".split()
)
_INDENTED = _JUSTIFIED - {"closing"}
# What the printer may take up next, broken at more places than official pages are.
_PIECE = re.compile(r" *[^ /–—-]+[/–—-]?")
_AWAY = 0.6  # how far from the measure, in points, a printed line is certain to break
# A spaced line ends so far before the measure that no error of ours leaves its last word out, and
# so near that no other piece fits; justification takes up the rest.
_ROOM = 2.0


def with_official_lines(page: Page, faces: Faces) -> Page:
    """Return a page for the printer with the lines of its paragraphs where Word ends them."""
    if page.view != "inline" or "large-print" in page.working:
        return page  # columns and large letters have lines of their own
    text = _WIDTH - MARGINS
    titles = _Titles(page, faces)
    return replace(
        page,
        masthead=titles.masthead(),
        title=titles.title(),
        running_lines=titles.running_lines(),
        blocks=tuple(_set_block(block, text, page.measures.wider, faces) for block in page.blocks),
    )


class _Titles:
    """The bold lettering around the text, with a newline where each line of it ends."""

    def __init__(self, page: Page, faces: Faces) -> None:
        self._page = page
        self._name = " ".join(page.masthead.united_nations)
        self._face = faces.bold

    def masthead(self) -> Masthead:
        masthead = self._page.masthead
        return replace(
            masthead,
            committee=self._bold(masthead.committee, _TITLE_SIZE, _AGENDA_TITLE),
            agenda_titles=tuple(
                self._bold(title, _SIZE, _AGENDA_TITLE) for title in masthead.agenda_titles
            ),
            sponsors=self._bold(masthead.sponsors, _SIZE, _SPONSORS),
        )

    def title(self) -> Runs:
        runs = self._page.title
        if not runs or any(run.change or "\n" in letters_of(run) for run in runs):
            return runs  # as it is, or by hand
        ends = _heavy_ends(runs, self._face, _TITLE_SIZE)
        return with_newlines(runs, title_stops(ends, _TITLE, self._name))

    def running_lines(self) -> str:
        """Heads are set without kerning or tracking, in half the width of the text."""
        half = _WIDTH / 2
        unkerned = Faces(*repeat(replace(self._face, kerns={}), 3))
        runs = (Words(self._page.running_title),)
        ends = _ends(runs, unkerned, _HEAD_SIZE, 0.0)
        return _letters(with_newlines(runs, title_stops(ends, Room(half, half), self._name)))

    def _bold(self, text: str, size: float, room: Room) -> str:
        if "\n" in text:
            return text  # by hand
        runs = (Words(text),)
        stops = title_stops(_heavy_ends(runs, self._face, size), room, self._name)
        return _letters(with_newlines(runs, stops))


def _heavy_ends(runs: Runs, bold: Face, size: float) -> Letters:
    return _ends(runs, Faces(bold, bold, bold), size * _RAGGED_SCALE, _RAGGED_TRACKING)


def _letters(runs: Runs) -> str:
    return "".join(map(letters_of, runs))


def heading_lines(block: Block, faces: Faces) -> tuple[str, ...]:
    """Return the lines that the printer breaks a bold heading of the text into."""
    lines = _ragged(block.runs, _heavy_ends(block.runs, faces.bold, _SIZE), _HEADING)
    return tuple("".join(run.text for run in lines if isinstance(run, Words)).split("\n"))


def _set_block(block: Block, text: float, wider: float, faces: Faces) -> Block:
    if any(isinstance(run, NoteMark) and run.note for run in block.runs):
        block = replace(block, runs=tuple(_with_note_lines(run, faces) for run in block.runs))
    if block.kind not in _JUSTIFIED or not block.runs:
        return block
    measure = text - (2 * TAB if block.kind == "quoted" else 0)
    measure -= TAB * max(0, block.degree - 1)
    indent = TAB if block.kind in _INDENTED and block.degree < 2 else 0
    if block.number and not block.number_at_margin:
        indent += TAB
    measures = chain([measure - indent], repeat(measure))
    return replace(block, runs=_spaced(block.runs, faces, measures, wider))


def official_ends(runs: Runs, faces: Faces) -> Letters:
    """Return the letters of a paragraph as far along the line as Word sets them."""
    ends = _ends(runs, faces, _SIZE * OFFICIAL_SCALE, OFFICIAL_TRACKING)
    return replace(ends, hang=OFFICIAL_TRACKING)


def _with_note_lines(run: Run, faces: Faces) -> Run:
    """Return a call with a newline where each line of its note ends, which nothing justifies."""
    if not isinstance(run, NoteMark) or not run.note or not run.note.runs:
        return run
    ends = _ends(run.note.runs, faces, _NOTE_SIZE * _RAGGED_SCALE, _NOTE_TRACKING)
    return replace(run, note=replace(run.note, runs=_ragged(run.note.runs, ends, _NOTE_MEASURE)))


def _ragged(runs: Runs, ends: Letters, measure: float) -> Runs:
    """Return runs that nothing justifies, with a newline where each line ends."""
    lines = list(official_lines(replace(ends, space=0.0), repeat(measure)))[:-1]
    return with_newlines(runs, [line.end for line in lines])


def _ends(runs: Runs, faces: Faces, size: float, tracking: float) -> Letters:
    widths: list[float] = []
    for run in runs:
        if isinstance(run, NoteMark):
            widths += (faces.upright.width(figure) * _CALL_SIZE for figure in run.number)
        else:
            face = faces.italic if run.italic else faces.upright
            apart = tracking - run.tight
            widths += (
                (face.width(letter) + face.kern(letter + following)) * size + apart
                for letter, following in pairwise(run.text + "\0")
            )
    space = faces.upright.width(" ") * size + tracking
    return Letters(_letters(runs), list(accumulate(widths, initial=0.0)), space)


def _spaced(runs: Runs, faces: Faces, measures: Iterator[float], wider: float) -> Runs:
    official = official_ends(runs, faces)
    official = replace(official, hang=official.hang + wider)
    runs = tuple(map(_as_printed, runs))
    printed = _ends(runs, faces, _SIZE, LETTERS_APART)
    lines = list(official_lines(official, measures))
    stops = [*(line.end for line in lines[:-1]), len(official.text)]
    spread = _ends(runs, faces.with_spaces_apart(), _SIZE, LETTERS_APART)
    spacings = (0.0 if _breaks_right(printed, line) else _spacing(spread, line) for line in lines)
    return tuple(_pieces(runs, list(zip(stops, spacings, strict=False))))


def _as_printed(run: Run) -> Run:
    """Return a run whose letters give up as much as the printer can take from them."""
    if isinstance(run, NoteMark) or not run.tight:
        return run
    return replace(run, tight=round(run.tight / _HAIR) * _HAIR)


def _breaks_right(printed: Letters, line: Line) -> bool:
    """Whether the printer ends a line there by itself, its spaces as they are."""
    following = _PIECE.match(printed.text, line.end)
    is_full = following is None or (
        printed.width(line.begin, following.end()) > line.measure + _AWAY
    )
    return is_full and printed.width(line.begin, line.end) < line.measure - _AWAY


def _spacing(spread: Letters, line: Line) -> float:
    """Return what each space of a line is widened by, in points, to fill its measure."""
    # WeasyPrint reckons the space after the last word of a box as part of its width.
    end = line.end + spread.text.startswith(" ", line.end)
    spaces = spread.text.count(" ", line.begin, end)
    room = line.measure - _ROOM - spread.width(line.begin, end)
    return round(room / max(1, spaces), 3)


def _pieces(runs: Runs, lines: Sequence[tuple[int, float]]) -> Iterator[Run]:
    """Yield the runs, cut where a line begins whose spaces differ from those before."""
    begins = [0, *accumulate(len(letters_of(run)) for run in runs)]
    for run, begin, end in zip(runs, begins, begins[1:], strict=False):
        if isinstance(run, NoteMark) or run.restyled:
            yield run  # what is said of letters restyled is said once
        else:
            yield from _cut(run, begin, end, lines)


def _cut(run: Words, begin: int, end: int, lines: Sequence[tuple[int, float]]) -> Iterator[Words]:
    at = begin
    for spacing, alike in groupby(lines, key=lambda line: line[1]):
        stop = min(end, max(stop for stop, _ in alike))
        if at < stop:
            yield replace(run, text=run.text[at - begin : stop - begin], spacing=spacing)
            at = stop
