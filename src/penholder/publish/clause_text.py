"""A document as git compares it: one clause on a line, nothing that follows from place."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.compare.fields import field_values
from penholder.model.blocks import Paragraph, Quote, Section, Table
from penholder.model.change import surface_of
from penholder.model.clauses import clause_lines
from penholder.model.document import Annex, Document, Part
from penholder.model.outline import Bare, Unit, outline

WIDTH = 88
_REGIONS = {"preamble": "PREAMBLE", "operative": "OPERATIVE PART", "annex": "ANNEXES"}
_INDENT = "  "


def clause_text(document: Document) -> str:
    """Return a document as lines that change only where its words do.

    No derived number stands in it, for a paragraph inserted would change every later one: notes
    are called by key, paragraphs by id. Numbers written by hand stand before their paragraphs.
    """
    return "\n".join([*_fields(document), *_body(document), *_notes(document)])


def _fields(document: Document) -> Iterator[str]:
    values = field_values(surface_of(document))
    yield from (f"{name}: {value}" for name, value in values.items() if value and name != "title")
    if document.masthead.sponsors.states:
        yield f"sponsors: {', '.join(document.masthead.sponsors.states)}"
    if document.title:
        yield from ("", "TITLE", "", *clause_lines(document.title, WIDTH))


def _body(document: Document) -> Iterator[str]:
    region = ""
    for unit in outline(document):
        if unit.region != region:
            region = unit.region
            yield from ("", _REGIONS[region])
        yield from _unit(unit)


def _unit(unit: Unit) -> Iterator[str]:
    pad = _INDENT * unit.depth
    lead = " ".join(filter(None, (_name(unit.block), getattr(unit.block, "number", ""))))
    text = f"{lead} {unit.text}".strip().replace("\t", " | ")
    if isinstance(unit.block, Paragraph | Section | Table | Part | Annex):
        yield ""
    yield from (pad + line for line in clause_lines(text, WIDTH - len(pad)))


def _name(block: Bare) -> str:
    """Return what a block is called where its words do not tell."""
    match block:
        case Section() | Part() | Annex() | Table() | Quote():
            return type(block).__name__.upper()
        case Paragraph(id=name) if name:
            return f"[[{name}]]"
    return ""


def _notes(document: Document) -> Iterator[str]:
    if document.footnotes:
        yield from ("", "FOOTNOTES")
    for note in document.footnotes:
        yield from ("", *clause_lines(f"[^{note.key}] {note.text}", WIDTH))
