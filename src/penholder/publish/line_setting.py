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

from penholder.publish.font_metrics import Faces
from penholder.publish.hand_lines import letters_of, with_newlines
from penholder.publish.line_breaks import Letters, Line, official_lines
from penholder.publish.page import LETTERS_APART, Block, NoteMark, Page, Run, Runs, Words

# In points, as in page.css and paragraph.css; the text of a page is 492 wide on letter paper.
_TEXT = {"letter": 492.0, "a4": 475.3}
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
# The measures that give most titles their official number of lines: 179 of 181, and 172 of 181
# titles of agenda items. Editors break them by eye.
_TITLE_SIZE, _TITLE = 12.0, {"letter": 366.8, "a4": 350.1}
_AGENDA_TITLE = 286.0
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
    text = _TEXT[page.paper] - MARGINS
    return replace(
        page,
        masthead=replace(page.masthead, agenda_titles=tuple(_agenda_titles(page, faces))),
        title=_title(page, faces),
        blocks=tuple(_set_block(block, (text, page.wider), faces) for block in page.blocks),
    )


def _agenda_titles(page: Page, faces: Faces) -> Iterator[str]:
    for title in page.masthead.agenda_titles:
        if "\n" in title:
            yield title
            continue
        (words,) = _heavy((Words(title),), faces, _SIZE, _AGENDA_TITLE)
        yield letters_of(words)


def _title(page: Page, faces: Faces) -> Runs:
    if not page.title or any(run.change or "\n" in letters_of(run) for run in page.title):
        return page.title  # as it is, or by hand
    return _heavy(page.title, faces, _TITLE_SIZE, _TITLE[page.paper])


def heading_lines(block: Block, faces: Faces) -> tuple[str, ...]:
    """Return the lines that the printer breaks a bold heading of the text into."""
    runs = _heavy(block.runs, faces, _SIZE, _HEADING)
    return tuple("".join(run.text for run in runs if isinstance(run, Words)).split("\n"))


def _heavy(runs: Runs, faces: Faces, size: float, measure: float) -> Runs:
    """Return the runs of a bold title with a newline where each line ends."""
    heavy = Faces(faces.bold, faces.bold, faces.bold)
    return _ragged(runs, _ends(runs, heavy, size * _RAGGED_SCALE, _RAGGED_TRACKING), measure)


def _set_block(block: Block, widths: tuple[float, float], faces: Faces) -> Block:
    if any(isinstance(run, NoteMark) and run.note for run in block.runs):
        block = replace(block, runs=tuple(_with_note_lines(run, faces) for run in block.runs))
    if block.kind not in _JUSTIFIED or not block.runs:
        return block
    text, wider = widths
    measure = text - (2 * TAB if block.kind == "quoted" else 0)
    measure -= TAB * max(0, block.degree - 1)
    indent = TAB if block.kind in _INDENTED and block.degree < 2 else 0
    if block.number and not block.at_margin:
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
    return Letters("".join(map(letters_of, runs)), list(accumulate(widths, initial=0.0)), space)


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
