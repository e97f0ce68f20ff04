"""The glyphs of a page become lines: letters in order, spaces where they stand apart, raised type.

A line is cut into spans where a gap as wide as a column stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from penholder.ingest.passages import Line, Place, Run
from penholder.ingest.pdf_pages import Glyph, PdfPage

_SAME_BASELINE = 0.22
_MOST_RAISED = 0.75
_RAISED_SIZE = 0.82
_WORD_GAP = 0.27
_LEAST_GAP = 0.12
_FEWEST_SPACES = 2
_SPACE_SHARE = 0.6
_COLUMN_GAP = 1.6
_REACH = 30.0


@dataclass(frozen=True, slots=True)
class Span:
    """Lettering without a wide gap: its ends in points, its runs."""

    left: float
    right: float
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class PageLine:
    """All lettering on one baseline of a page."""

    page: int
    baseline: float
    size: float
    spans: tuple[Span, ...]

    @property
    def left(self) -> float:
        """Where it begins, in points from the left edge."""
        return self.spans[0].left

    @property
    def right(self) -> float:
        """Where it ends, in points from the left edge."""
        return self.spans[-1].right

    @property
    def runs(self) -> tuple[Run, ...]:
        """The lettering with a space where a wide gap stands."""
        first, *rest = self.spans
        return (*first.runs, *(run for span in rest for run in (Run(" "), *span.runs)))

    @property
    def text(self) -> str:
        """The letters alone."""
        return "".join(run.text for run in self.runs)

    @property
    def wording(self) -> str:
        """The letters that are not raised, so that no indicator hides how a line ends."""
        return "".join(run.text for run in self.runs if not run.raised)

    @property
    def is_bold(self) -> bool:
        """Whether every letter is bold; signs and indicators need not be."""
        return all(run.bold for run in self.runs if run.has_letters and not run.raised)

    @property
    def is_italic(self) -> bool:
        """Whether every letter on the line is italic."""
        return all(run.italic for run in self.runs if run.text.strip() and not run.raised)

    def line(self) -> Line:
        """Return the line as readers hand it over."""
        top = self.baseline - self.size
        box = (round(self.left, 1), round(top, 1), round(self.right, 1), round(self.baseline, 1))
        return Line(self.runs, Place(self.page, 0, box), self.left, self.right, self.size)


def page_lines(page: PdfPage) -> list[PageLine]:
    """Return the lines of a page from top to bottom."""
    rows = _rows([glyph for glyph in page.glyphs if not glyph.face.barcode])
    lines = (_line(page.number, row) for row in _with_raised(rows))
    return [line for line in lines if line is not None]


@dataclass(slots=True)
class _Row:
    baseline: float
    glyphs: list[Glyph]
    raised: list[Glyph]

    @property
    def size(self) -> float:
        return _usual_size(glyph for glyph in self.glyphs if not glyph.letter.isspace())


def _usual_size(glyphs: Iterable[Glyph]) -> float:
    """Return the size that most of the letters have, the larger of two equals."""
    counts = Counter(glyph.face.size for glyph in glyphs)
    return max(counts, key=lambda size: (counts[size], size))


def _rows(glyphs: Sequence[Glyph]) -> list[_Row]:
    """Return glyphs in rows of one baseline, from top to bottom."""
    rows: list[_Row] = []
    for glyph in sorted(glyphs, key=lambda each: each.baseline):
        if not rows or glyph.baseline - rows[-1].baseline > _SAME_BASELINE * glyph.face.size:
            rows.append(_Row(glyph.baseline, [], []))
        rows[-1].glyphs.append(glyph)
    return [row for row in rows if any(not glyph.letter.isspace() for glyph in row.glyphs)]


def _with_raised(rows: list[_Row]) -> Iterator[_Row]:
    """Yield rows, each with the smaller type that stands raised above it."""
    for above, row in pairwise([*rows, None]):
        if above is None:
            continue
        if row is not None and _is_raised(above, row):
            row.raised += above.glyphs
            left = [glyph for glyph in above.raised]
            row.raised += left
            continue
        yield above


def _is_raised(above: _Row, row: _Row) -> bool:
    height = row.baseline - above.baseline
    is_small = above.size <= _RAISED_SIZE * row.size and height < _MOST_RAISED * row.size
    if not is_small:
        return False
    left = min(glyph.left for glyph in row.glyphs) - _REACH
    right = max(glyph.right for glyph in row.glyphs) + _REACH
    return all(left <= glyph.left and glyph.right <= right for glyph in above.glyphs)


def _line(page: int, row: _Row) -> PageLine | None:
    marked = [(glyph, False) for glyph in row.glyphs] + [(glyph, True) for glyph in row.raised]
    marked.sort(key=lambda pair: pair[0].left)
    words = [pair for pair in marked if not pair[0].letter.isspace()]
    if not words:
        return None
    size = _usual_size(glyph for glyph, raised in words if not raised)
    told = _told_gap([glyph for glyph, _ in marked], size)
    spans = tuple(_span(group, size, told) for group in _columns(marked, size))
    return PageLine(page, row.baseline, size, tuple(span for span in spans if span.text.strip()))


def _told_gap(glyphs: Sequence[Glyph], size: float) -> float:
    """Return how wide a gap must be, of the size, for a space that only pdfium sees in it.

    Where the file itself holds the spaces of a line, a good half of what they take: a letter that
    the setting has pushed a little aside begins no word.
    """
    gaps = [
        after.left - before.right
        for before, space, after in zip(glyphs, glyphs[1:], glyphs[2:], strict=False)
        if space.letter.isspace() and space.right > space.left
        if not before.letter.isspace() and not after.letter.isspace()
    ]
    if len(gaps) < _FEWEST_SPACES:
        return _LEAST_GAP
    return max(_LEAST_GAP, min(_SPACE_SHARE * median(gaps) / size, _WORD_GAP))


def _columns(
    marked: Iterable[tuple[Glyph, bool]], size: float
) -> Iterator[list[tuple[Glyph, bool]]]:
    """Yield glyphs in groups that wide gaps part; spaces at the edge of a gap count as gap."""
    group: list[tuple[Glyph, bool]] = []
    end = 0.0
    for glyph, raised in marked:
        is_space = glyph.letter.isspace()
        if group and not is_space and glyph.left - end > _COLUMN_GAP * size:
            yield group
            group = []
        if group or not is_space:
            group.append((glyph, raised))
        end = end if is_space else max(end, glyph.right)
    if group:
        yield group


def _span(group: list[tuple[Glyph, bool]], size: float, told_gap: float) -> Span:
    inked = [glyph for glyph, _ in group if not glyph.letter.isspace()]
    pieces: list[tuple[str, tuple[bool, bool, bool]]] = []
    end = inked[0].left
    is_told = False
    for glyph, raised in group:
        look = (glyph.face.italic, glyph.face.bold, raised)
        ends_open = pieces and not pieces[-1][0].endswith(" ")
        gap = glyph.left - end
        is_behind_raised = bool(pieces) and pieces[-1][1][2] and not raised
        # A hyphen that ends a line, too, may be pushed aside.
        is_part = glyph.letter.isalpha() or glyph.letter == "-"
        is_inside = bool(pieces) and pieces[-1][0].isalpha() and is_part
        told = told_gap if is_inside else _LEAST_GAP
        wanted = told if is_told else _LEAST_GAP if is_behind_raised else _WORD_GAP
        is_told = glyph.letter == " " and glyph.left == glyph.right
        if is_told:
            # It stands where the letter before it ends for the setting, overhang apart.
            end = min(end, glyph.left)
            continue
        if ends_open and glyph.letter != " " and gap > wanted * size:
            pieces.append((" ", look if look == pieces[-1][1] else (False, False, False)))
        pieces.append((glyph.letter, look))
        end = max(end, glyph.right) if not glyph.letter.isspace() else end
    runs = tuple(_run(look, "".join(each[0] for each in same)) for look, same in _grouped(pieces))
    return Span(inked[0].left, max(glyph.right for glyph in inked), runs)


def _grouped(
    pieces: list[tuple[str, tuple[bool, bool, bool]]],
) -> Iterator[tuple[tuple[bool, bool, bool], Iterator[tuple[str, tuple[bool, bool, bool]]]]]:
    return groupby(pieces, key=lambda piece: piece[1])


def _run(look: tuple[bool, bool, bool], text: str) -> Run:
    italic, bold, raised = look
    return Run(text, italic, bold, raised)
