"""The lines of pages become paragraphs, by their indents, gaps and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from penholder.ingest.markers import marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.passages import Opening, Passage
from penholder.ingest.pdf_lines import PageLine
from penholder.ingest.shape import ANNEX, LETTER, ROMAN, is_closed
from penholder.ingest.tables import Columns, Segment, table_passage, with_tables

_GAP = 1.45
_INDENT = 8.0
_SIZE = 0.7
_SHORT = 25.0
_JUSTIFIED = 2.0
_OFTEN = 0.08


@dataclass(frozen=True, slots=True)
class Measure:
    """The text block of a document: its left and right margin and the size of its type.

    ``slack`` is how far from the right margin a line may end that is not its paragraph's last.
    """

    left: float
    right: float
    size: float
    slack: float = _SHORT


def measure_of(lines: Sequence[PageLine]) -> Measure:
    """Return the margins and type that most letters of the body have.

    The left margin is the outermost place where lines begin often: of a text in short paragraphs
    most lines are first lines, and indented.
    """
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    size = max(sizes, key=lambda each: sizes[each], default=10.0)
    usual = [line for line in lines if abs(line.size - size) < _SIZE and not line.is_bold]
    lefts = Counter(round(line.left) for line in usual)
    often = [left for left, count in lefts.items() if count >= max(2, _OFTEN * len(usual))]
    left = float(min(often, default=min(lefts, default=0)))
    rights = [line.right for line in usual if abs(line.left - left) < 2]
    right = median(sorted(rights)[len(rights) // 2 :] or [0.0])
    return Measure(left, right, size, _slack([line.right for line in usual], right))


def _slack(rights: Sequence[float], right: float) -> float:
    """Return how far from the margin full lines end: hardly at all where most are justified."""
    full = [each for each in rights if each > right - _SHORT]
    justified = [each for each in full if abs(each - right) < _JUSTIFIED]
    return _JUSTIFIED if 2 * len(justified) > len(full) else _SHORT


def body_passages(lines: Sequence[PageLine], measure: Measure) -> list[Passage]:
    """Return the paragraphs of lines that follow one another, over any number of pages."""
    passages: list[Passage] = []
    begun: list[PageLine] = []
    how: Opening = "new"
    for segment in with_tables(lines, measure.size):
        opening = _opening(begun, segment, measure)
        if opening is not None:
            passages += _passages(begun, how, measure)
            begun, how = [], opening
        if isinstance(segment, Columns):
            passages.append(table_passage(segment))
        else:
            begun.append(segment)
    return passages + _passages(begun, how, measure)


def note_passages(lines: Sequence[PageLine]) -> list[Passage]:
    """Return the notes of a page: each begins with raised type or a star."""
    groups: list[list[PageLine]] = []
    for line in lines:
        if not groups or _opens_note(line):
            groups.append([])
        groups[-1].append(line)
    return [Passage(tuple(each.line() for each in group), "note") for group in groups]


def _passages(lines: Sequence[PageLine], opening: Opening, measure: Measure) -> list[Passage]:
    if not lines:
        return []
    indent = lines[0].left - measure.left
    return [Passage(tuple(line.line() for line in lines), "body", opening, indent)]


def _opening(above: Sequence[PageLine], line: Segment, measure: Measure) -> Opening | None:
    """Return how a line or table begins a passage, None where it goes on with the one above."""
    if not above or isinstance(line, Columns):
        return "new"
    last = above[-1]
    if last.page != line.page:
        return _over_the_page(above, line, measure)
    if _is_set_off(above, line, measure):
        return _new(line, measure)
    return None


def _is_set_off(above: Sequence[PageLine], line: PageLine, measure: Measure) -> bool:
    """Whether a line stands apart from those above: by gap, type, a numeral, or an indent."""
    last = above[-1]
    gap = line.baseline - last.baseline
    if gap > _GAP * max(last.size, line.size) or gap <= 0:
        return True
    if last.is_bold != line.is_bold or abs(last.size - line.size) > _SIZE:
        return True
    if _is_head(last.text) or _is_head(line.text):
        return True
    text = flat(line.text)
    is_short = last.right < measure.right - _SHORT
    is_hanging = len(above) > 1 and line.left < last.left - _INDENT
    is_aside = is_short or is_hanging or line.left > last.left + _INDENT
    is_marked = marker_of(text) is not None and is_aside
    return is_closed(flat(last.wording)) and (
        is_marked or (is_short and line.left > last.left + _INDENT)
    )


def _is_head(text: str) -> bool:
    plain = flat(text)
    return any(form.fullmatch(plain) for form in (ROMAN, LETTER, ANNEX))


def _new(line: PageLine, measure: Measure) -> Opening:
    is_flush = abs(line.left - measure.left) < _INDENT and abs(line.size - measure.size) < _SIZE
    plain = not line.is_bold and not line.is_italic and marker_of(flat(line.text)) is None
    return "flush" if is_flush and plain else "new"


def _over_the_page(above: Sequence[PageLine], line: PageLine, measure: Measure) -> Opening:
    """Return whether the first line of a page goes on with the paragraph that the last began."""
    last = above[-1]
    text = flat(line.text)
    if last.is_bold != line.is_bold or abs(last.size - line.size) > _SIZE or _is_head(text):
        return "new"
    if marker_of(text) and (is_closed(flat(last.wording)) or line.left > measure.left + _INDENT):
        return "new"
    if _ends_a_list(above, measure):
        return _new(line, measure)
    hanging = above[1].left if len(above) > 1 else measure.left
    is_back = abs(line.left - hanging) < _INDENT or line.left < above[0].left - _INDENT
    return "continued" if is_back else "new"


def _ends_a_list(above: Sequence[PageLine], measure: Measure) -> bool:
    """Whether a subparagraph is at its end: what stands at the margin then closes the list."""
    first, last = above[0], above[-1]
    marker = marker_of(flat(first.text))
    is_item = marker is not None and marker.form != "number"
    is_short = last.right < measure.right - measure.slack
    return is_item and is_short and flat(last.wording).endswith(";")


def _opens_note(line: PageLine) -> bool:
    runs = [run for run in line.runs if run.text.strip()]
    is_star = re.match(r"\s*\*{1,3}(?!\*)", line.text)
    return bool(runs) and bool(runs[0].raised or is_star)
