"""Paragraphs and notes of a page by their place on it, against those that a document derives.

A paragraph begins where a row is indented and stands apart from the row above it (un-conventions
1.1); what stands at its head is its number, letter or sign. Nothing of this looks at type, nor at
what any paragraph says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from benchmarks.ingest.flows import said
from benchmarks.ingest.tokens import even
from benchmarks.ingest.witness import Row, Sheet, rows_of

from penholder.model.document import Document
from penholder.publish.compose import Setting, document_page
from penholder.publish.page import Block

_MARK = re.compile(r"[“\"]?(\d{1,3}(?: bis)?\.|\([a-z]{1,5}\)|\(\d{1,3}\)|[a-z]{1,4}\.|[•–—])")
_CLOSED = re.compile(r"[.,;:]\W*\d*$")
_NO_PARAGRAPH = re.compile(r"heading|section|(?:annex|appendix)-title|part|table|adoption|closing")
_PLAIN = "¶"
_INDENT, _DEEPEST = 12.0, 190.0
_BODY, _BODY_MOST = 10.2, 12.0
_APART = 1.3
_PITCH = 12.0
_OFTEN = 0.1
_LEFTMOST = 100
_FULL = 460
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """What opens each paragraph in order, its mark or a sign for none, and the numbers of notes."""

    paragraphs: tuple[str, ...]
    notes: tuple[str, ...]


def page_shape(sheets: Sequence[Sheet]) -> Shape:
    """Return what opens the paragraphs and notes of pages."""
    return Shape(tuple(_openers(sheets)), tuple(_note_numbers(sheets)))


def _openers(sheets: Sequence[Sheet]) -> Iterator[str]:
    margin = _margin(sheets)
    above: Row | None = None
    for sheet in sheets:
        rows = [row for row in sheet.rows if _is_text(row, margin)]
        for index, row in enumerate(rows):
            last = rows[index - 1] if index else None
            found = _MARK.fullmatch(row.words[0].letters)
            if (found or row.left > margin + _INDENT) and _is_apart(row, last, above):
                text = row.text[found.end() :] if found else row.text
                yield _opener(found[1] if found else _PLAIN, text)
            above = row


def _opener(mark: str, text: str) -> str:
    """Return a mark with the first letters behind it, so that one paragraph is not another."""
    return f"{mark} {''.join(filter(str.isalnum, even(text)))[:_LETTERS]}".strip()


def _margin(sheets: Sequence[Sheet]) -> float:
    """Return where rows begin that begin a paragraph's second line: far left, and often."""
    lefts = Counter(round(row.left) for sheet in sheets for row in sheet.rows)
    often = [left for left, count in lefts.items() if count > _OFTEN * sum(lefts.values())]
    return float(min((left for left in often if left > _LEFTMOST), default=0))


def _is_text(row: Row, margin: float) -> bool:
    return _BODY < row.height < _BODY_MOST and margin - _INDENT < row.left < _DEEPEST


def _is_apart(row: Row, last: Row | None, above: Row | None) -> bool:
    if last is None:
        is_marked = _MARK.fullmatch(row.words[0].letters) is not None
        return above is None or is_marked or _ends_before(above, row)
    return row.bottom - last.bottom > _APART * _PITCH


def _ends_before(above: Row, row: Row) -> bool:
    """Whether a paragraph ends with the last row of a page, as its end and the next row show."""
    is_closed = bool(_CLOSED.search(above.text))
    is_short = above.words[-1].right < _FULL
    is_level = abs(above.left - row.left) < 3
    return (is_closed and (is_short or not is_level)) or (is_short and not is_level)


def _note_numbers(sheets: Sequence[Sheet]) -> Iterator[str]:
    for sheet in sheets:
        for row in rows_of(sheet.notes):
            first = row.words[0]
            if first.letters.isdigit() and first.height < 7.5 and first.left < 122:
                yield first.letters


def document_shape(document: Document) -> Shape:
    """Return what opens the paragraphs and notes of a document when it is printed."""
    page = document_page(document, "", Setting())
    openers = (
        _opener(block.number or _PLAIN, said(block.runs))
        for block in page.blocks
        if _is_paragraph(block)
    )
    return Shape(tuple(openers), tuple(note.number for note in page.notes if note.number.isdigit()))


def _is_paragraph(block: Block) -> bool:
    return not _NO_PARAGRAPH.match(block.kind)


def disagreements(page: Shape, document: Shape) -> Iterator[str]:
    """Yield where paragraphs or notes are other than the page has them."""
    yield from _compared("paragraphs", page.paragraphs, document.paragraphs)
    yield from _compared("notes", page.notes, document.notes)


def _compared(name: str, page: Sequence[str], document: Sequence[str]) -> Iterator[str]:
    if page == document:
        return
    for op, a, b, c, d in SequenceMatcher(None, page, document, autojunk=False).get_opcodes():
        if op != "equal":
            told = " ".join(page[a:b]) or "nothing", " ".join(document[c:d]) or "nothing"
            yield f"{name} {a + 1} of {len(page)}: the page has {told[0]}, the document {told[1]}"
