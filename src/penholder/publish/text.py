"""A document as plain text: numbered, with indicators in brackets and the notes at the end."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from penholder.model.document import Document
from penholder.publish.compose import Setting, document_page
from penholder.publish.page import Block, Masthead, NoteMark, Runs

WIDTH = 88


def document_text(document: Document, width: int = WIDTH) -> str:
    """Return a document as lines of text, what its place gives included."""
    page = document_page(document, "", Setting())
    title = f"{page.number} {_letters(page.title)}".strip()
    body = [_paragraph(block, width) for block in page.blocks]
    notes = [fill(f"[{note.number}] {_letters(note.runs)}", width) for note in page.notes]
    above = ("\n".join(filter(None, lines)) for lines in _masthead(page.masthead))
    return "\n\n".join(filter(None, (*above, fill(title, width), *body, *notes)))


def _masthead(masthead: Masthead) -> Iterator[tuple[str, ...]]:
    """Yield the lines above the title, in groups that stand apart; some are empty."""
    yield masthead.organ, *masthead.distribution
    session = (masthead.session, masthead.session_dates)
    yield *session, masthead.committee, masthead.agenda, *masthead.agenda_titles
    yield masthead.heading
    yield (f"[{masthead.origin}]" if masthead.origin else "",)
    yield masthead.sponsors, f"* {masthead.sponsor_note}" if masthead.sponsor_note else ""


def _paragraph(block: Block, width: int) -> str:
    if block.part == "table":
        rows = (" | ".join(_letters(cell) for cell in row.cells) for row in block.rows)
        return "\n".join(filter(None, (_letters(block.runs), *rows)))
    indent = " " * (4 * max(block.degree, 0))
    text = f"{block.number} {_letters(block.runs)}".strip()
    return fill(text, width, initial_indent=indent, subsequent_indent=indent)


def _letters(runs: Runs) -> str:
    return "".join(f"[{run.number}]" if isinstance(run, NoteMark) else run.text for run in runs)
