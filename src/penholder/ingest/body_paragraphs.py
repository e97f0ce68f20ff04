"""The paragraphs of a body: marked and unmarked, what they list and quote, tables, what closes."""

from __future__ import annotations

from penholder.ingest.growing_body import GrowingBody
from penholder.ingest.growth import Node, Quoted, attach, begin
from penholder.ingest.listings import is_listed, lists_unmarked
from penholder.ingest.markers import Marker, marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.notes import cut
from penholder.ingest.passages import Passage
from penholder.ingest.quotations import closes_quotation, opens_quotation
from penholder.model.blocks import Table
from penholder.model.openings import opening_kind
from penholder.model.wording import plain


def take_table(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take a table with its notes."""
    if passage.role != "table":
        return False
    rows = {
        kind: tuple(
            tuple(body.mark(cell, order) for cell in row.cells)
            for row in passage.rows
            if row.kind == kind
        )
        for kind in ("head", "body")
    }
    notes = tuple(body.mark(note, order) for note in passage.notes)
    body.blocks.append(Table(head=rows["head"], rows=rows["body"], notes=notes))
    return True


def take_quotation(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take a paragraph that opens what the one above quotes, or goes on with it."""
    text = flat("".join(run.text for run in passage.runs if not run.raised))
    if body.quoted is None:
        above = body.top
        if above is None or above.items or not opens_quotation(text, plain(above.text)):
            return False
        body.quoted, body.quoting = Quoted(), above
        body.chapter_blocks.append(body.quoted)
        body.top = None
    if marker_of(text) is None or not take_marked(body, order, passage):
        body.append(Node(body.mark(passage.runs, order), indent=passage.indent))
    if closes_quotation(text):
        body.top, body.quoted = body.quoting, None
    return True


def take_marked(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take a paragraph that a number, letter or bullet opens, below the one it belongs to."""
    marker = marker_of(flat(passage.text))
    if marker is None:
        return False
    rest = cut(passage.runs, _letters_of(passage, marker))
    node = Node(body.mark(rest, order), marker.printed, indent=passage.indent)
    is_number = marker.form == "number"
    if is_number and is_listed(node, marker, body.top):
        node.printed += "."
    elif is_number:
        body.in_preamble, body.top = False, None
    if body.top is None or not attach(body.top, node, marker):
        body.append(begin(node, marker))
    return True


def take_closing_text(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take text after subparagraphs: flush with the margin, or beginning in lower case."""
    text = flat(passage.text)
    is_rest = passage.opening == "flush" or (passage.indent is None and text[:1].islower())
    if not (is_rest and body.top and body.top.items and text) or body.top.closing:
        return False
    body.top.closing = body.mark(passage.runs, order)
    return True


def take_paragraph(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take any other paragraph; a verb that opens one ends the preamble."""
    text = body.mark(passage.runs, order)
    kind = opening_kind(plain(text).lstrip("“"))
    if not text or (not kind and _is_taken_as_item(body, text, passage.indent)):
        return True
    if kind == "verb" and not body.is_annexed:
        body.in_preamble = False
    is_preambular = kind == "participle" and not body.in_preamble and not body.is_annexed
    body.append(Node(text, preambular=is_preambular, indent=passage.indent))
    return True


def _is_taken_as_item(body: GrowingBody, text: str, indent: float | None) -> bool:
    """Take a paragraph without a mark as an item of the one above, if the next goes on."""
    if body.top is None or text.startswith("“") or not lists_unmarked(body):
        return False
    body.top.items.append(Node(text, indent=indent))
    return True


def _letters_of(passage: Passage, marker: Marker) -> int:
    """Return how many letters of the passage its marker takes, spaces before it included."""
    text = passage.text
    return len(text) - len(text.lstrip()) + marker.length
