"""What a document says, and what its pages say, as texts to be held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from benchmarks.ingest.witness import SMALL, Sheet
from benchmarks.placed_words import Word

from penholder.model.document import Document
from penholder.publish.compose import Setting, document_page
from penholder.publish.page import Block, NoteMark, Page, Runs


@dataclass(frozen=True, slots=True)
class Flows:
    """Words in order: the body from the session to the last line, and the notes at the foot."""

    body: tuple[str, ...]
    notes: tuple[str, ...]


def page_flows(sheets: Sequence[Sheet]) -> Flows:
    """Return what pages say, in the order of the file; the head of a table once."""
    again = _repeated_heads(sheets)
    body = (word for sheet in sheets for word in sheet.body if word not in again)
    return Flows(
        tuple(_letters(body)),
        tuple(_letters(word for sheet in sheets for word in sheet.notes)),
    )


def _repeated_heads(sheets: Sequence[Sheet]) -> frozenset[Word]:
    """Return the words of rows in small type on top of a page that stood before, row by row."""
    seen = "\n"
    again: set[Word] = set()
    for sheet in sheets:
        small = list(takewhile(lambda row: row.height < SMALL, sheet.rows))
        told = "\n"
        for row in small:
            told += f"{row.text}\n"
            if told not in seen:
                break
            again |= set(row.words)
        seen += "".join(f"{row.text}\n" for row in sheet.rows if row.height < SMALL)
    return frozenset(again)


def _letters(words: Iterable[Word]) -> Iterator[str]:
    return (word.letters for word in words)


def document_flows(document: Document) -> Flows:
    """Return what a document says when it is printed: derived numbers and lines included."""
    page = document_page(document, "", Setting())
    stars = [f"* {page.masthead.sponsor_note}"] if page.masthead.sponsor_note else []
    notes = [f"{note.number} {said(note.runs)}" for note in page.notes]
    return Flows(tuple(_words(_body(page))), tuple(_words([*stars, *notes])))


def _body(page: Page) -> Iterator[str]:
    masthead = page.masthead
    yield from (masthead.session, masthead.committee, masthead.agenda, *masthead.agenda_titles)
    yield from masthead.heading
    yield f"[{masthead.origin}]" if masthead.origin else ""
    yield masthead.sponsors
    yield f"{page.number} {said(page.title)}"
    for block in page.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    yield f"{block.number} {said(block.runs)}"
    for row in block.rows:
        yield from (said(cell) for cell in row.cells)


def said(runs: Runs) -> str:
    """Return the letters of runs, indicators as figures among them."""
    return "".join(run.number if isinstance(run, NoteMark) else run.text for run in runs)


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from text.split()
