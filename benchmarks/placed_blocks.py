"""The lettering around the text of a PDF, block by block, with where each line of it stands.

Blocks are told by their type and place (reference: the Secretariat's own grid), never by words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from penholder.ingest.pdf_lines import PageLine, Span, page_lines
from penholder.ingest.pdf_pages import PdfPage, pdf_pages

# Points from the left or upper edge of letter paper.
_RIGHT_COLUMN, _MARGIN = 385.0, 70.0
_FIRST_RULE, _SECOND_RULE, _HEAD, _FOOT = 66.0, 212.0, 66.0, 738.0
_SESSION_ENDS, _LEAST_ADOPTION = 228.0, 330.0
_SHORT, _MIDDLE = (66.0, 80.0), 200.0
_ADOPTION = re.compile(r"meeting$|\d{4}$")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of a block: its letters without spaces, its left end and baseline, in points.

    What stands below the text, adoption and end mark, is measured from the line above it.
    """

    letters: str
    left: float
    baseline: float


Blocks = dict[str, list[PlacedLine]]


def placed_blocks(data: bytes) -> Blocks:
    """Return the lines of every block of a PDF by the name of the block; may raise as a reader."""
    found: Blocks = defaultdict(list)
    pages = list(pdf_pages(data))
    for name, span, line in _first_page(page_lines(pages[0])):
        found[name].append(_placed(span, line.baseline))
    for rule in pages[0].rules:
        if rule.right - rule.left > 400 and rule.y < _SECOND_RULE + 3:
            found["rules"].append(PlacedLine(f"rule {round(rule.y, -1):.0f}", rule.left, rule.y))
    found["running heads"] = list(_running_heads(pages[1:]))
    found["adoption"] = list(_adoption(pages))
    found["end mark"] = list(_end_mark(pages[-1]))
    return found


def _running_heads(pages: Iterable[PdfPage]) -> Iterator[PlacedLine]:
    for page in pages:
        for line in page_lines(page):
            if line.baseline < _HEAD and line.is_bold:
                yield from (_placed(span, line.baseline, page.number) for span in line.spans)


def _placed(span: Span, baseline: float, page: int = 0) -> PlacedLine:
    letters = "".join(letter for letter in span.text if not letter.isspace())
    return PlacedLine(f"{page}:{letters}" if page else letters, span.left, baseline)


def _first_page(lines: Sequence[PageLine]) -> Iterator[tuple[str, Span, PageLine]]:
    in_origin = False
    for line in lines:
        for span in line.spans:
            name = _name(line, span)
            if name == "text" and (in_origin or span.text.lstrip().startswith("[")):
                in_origin = not span.text.rstrip().endswith("]")
                name = "origin"
            if name == "text":
                yield "organ line", span, line
                return
            yield name, span, line


def _name(line: PageLine, span: Span) -> str:
    bold = _is_bold(span)
    if line.baseline < _FIRST_RULE:
        return "United Nations" if span.left < 250 else "symbol"
    if line.baseline < _SECOND_RULE:
        return "distribution" if span.left > _RIGHT_COLUMN else "organ"
    if span.left < _MARGIN and not (bold and 11 < line.size < 13 and len(line.spans) > 1):
        return _left_name(line.size, bold, line.baseline)
    if not bold:
        return "text"
    if line.size > 13:
        return "heading"
    return "number and title" if line.size > 11 else "sponsors"


def _left_name(size: float, bold: bool, baseline: float) -> str:
    if size > 11:
        return "committee"
    if not bold:
        return "agenda item"
    return "session" if baseline < _SESSION_ENDS else "agenda item title"


def _is_bold(span: Span) -> bool:
    letters = sum(len(run.text.strip()) for run in span.runs)
    return 2 * sum(len(run.text.strip()) for run in span.runs if run.bold) > letters


def _adoption(pages: Iterable[PdfPage]) -> Iterator[PlacedLine]:
    """Yield the italic lines at the right that end a text, as far below the line before each."""
    for page in pages:
        for before, line in pairwise(page_lines(page)):
            is_low = _HEAD < line.baseline < _FOOT and line.left > _LEAST_ADOPTION
            if is_low and line.is_italic and _ADOPTION.search(line.text.rstrip()):
                yield _placed(line.spans[0], line.baseline - before.baseline)


def _end_mark(page: PdfPage) -> Iterator[PlacedLine]:
    """Yield the short rule in the middle, as far below the last line of text."""
    for rule in page.rules:
        above = [line.baseline for line in page_lines(page) if _HEAD < line.baseline < rule.y]
        if _SHORT[0] < rule.right - rule.left < _SHORT[1] and rule.left > _MIDDLE and above:
            yield PlacedLine("mark", rule.left, rule.y - max(above))
