"""The lettering around the text of a PDF, block by block, with where each line of it stands.

Blocks are told by their type and place (reference: the Secretariat's own grid), never by words.
The job number, bar code and marks of the printing house at the foot of official pages are not
measured: they are the Organization's, and no document of ours has them (un-conventions 1.5).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from benchmarks.drawn_rules import drawn_rules

from penholder.ingest.pdf_lines import PageLine, Span, page_lines
from penholder.ingest.pdf_pages import PdfPage, pdf_pages

# Points from the left or upper edge of letter paper.
_RIGHT_COLUMN, _MARGIN = 385.0, 70.0
_FIRST_RULE, _SECOND_RULE, _HEAD, _FOOT = 66.0, 212.0, 66.0, 738.0
_HEADS = (214.0, 67.0)  # how deep the rules reach on the first page and the second
_SESSION_ENDS, _LEAST_ADOPTION = 228.0, 330.0
_SHORT, _MIDDLE = (66.0, 80.0), 200.0
_SAME_BASELINE, _EDGE = 2.2, 0.5
_PAGE_NUMBER = re.compile(r"\d+/\d+")
_ADOPTION = re.compile(r"meeting$|\d{4}$")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of a block: its letters without spaces, its left end and baseline, in points.

    What stands below the text, adoption and end mark, is measured from the line above it. The
    ``types`` are the sizes of its letters, in bold and italic plus 100 and 200; of a rule, how
    thick it is.
    """

    letters: str
    left: float
    baseline: float
    types: tuple[float, ...] = ()


Blocks = dict[str, list[PlacedLine]]


def placed_blocks(data: bytes) -> Blocks:
    """Return the lines of every block of a PDF by the name of the block; may raise as a reader."""
    found: Blocks = defaultdict(list)
    pages = list(pdf_pages(data))
    for name, span, line in _first_page(page_lines(pages[0])):
        found[name].append(_placed(pages[0], span, line.baseline))
    found["running heads"] = list(_running_heads(pages[1:]))
    found["page numbers"] = list(_page_numbers(pages[1:]))
    found["adoption"] = list(_adoption(pages))
    found["end mark"] = list(_end_mark(pages[-1]))
    found["rules"] = [
        PlacedLine(f"{rule.page}", rule.left, rule.y, (rule.thickness,))
        for rule in drawn_rules(data, _HEADS[: len(pages)])
    ]
    return found


def _running_heads(pages: Iterable[PdfPage]) -> Iterator[PlacedLine]:
    for page in pages:
        for line in page_lines(page):
            if line.baseline < _HEAD and line.is_bold:
                for span in line.spans:
                    yield _placed(page, span, line.baseline, _side(page))


def _page_numbers(pages: Iterable[PdfPage]) -> Iterator[PlacedLine]:
    """Yield the numbers at the foot by their outer edge, whatever number they are."""
    for page in pages:
        for line in page_lines(page):
            for span in line.spans:
                if line.baseline > _FOOT and _PAGE_NUMBER.fullmatch(span.text.strip()):
                    outer = span.right if page.number % 2 else span.left
                    types = _types(page, span, line.baseline)
                    yield PlacedLine(_side(page), outer, line.baseline, types)


def _side(page: PdfPage) -> str:
    return "odd:" if page.number % 2 else "even:"


def _placed(page: PdfPage, span: Span, baseline: float, before: str = "") -> PlacedLine:
    letters = "".join(letter for letter in span.text if not letter.isspace())
    return PlacedLine(before + letters, span.left, baseline, _types(page, span, baseline))


def _types(page: PdfPage, span: Span, baseline: float) -> tuple[float, ...]:
    faces = {
        glyph.face
        for glyph in page.glyphs
        if abs(glyph.baseline - baseline) < _SAME_BASELINE and not glyph.letter.isspace()
        if span.left - _EDGE < glyph.left < span.right
    }
    return tuple(sorted({face.size + 100 * face.bold + 200 * face.italic for face in faces}))


def _first_page(lines: Sequence[PageLine]) -> Iterator[tuple[str, Span, PageLine]]:
    in_origin = False
    for line in lines:
        for span in line.spans:
            name = _name(line, span)
            if name == "text" and (in_origin or span.text.lstrip().startswith("[")):
                in_origin = not span.text.rstrip().endswith("]")
                name = "origin"
            if name == "text":
                whole = Span(line.left, line.right, line.runs)  # a number and its text are one
                yield "organ line", whole, line
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
                placed = _placed(page, line.spans[0], line.baseline)
                yield replace(placed, baseline=line.baseline - before.baseline)


def _end_mark(page: PdfPage) -> Iterator[PlacedLine]:
    """Yield the lowest short rule in the middle, as far below the last line of text before it."""
    short = [
        rule
        for rule in page.rules
        if _SHORT[0] < rule.right - rule.left < _SHORT[1] and rule.left > _MIDDLE
    ]
    for rule in sorted(short, key=lambda each: each.y)[-1:]:
        above = [line.baseline for line in page_lines(page) if _HEAD < line.baseline < rule.y]
        if above:
            yield PlacedLine("mark", rule.left, rule.y - max(above))
