"""A document without its wording: what its blocks are and where, and the fields of its masthead."""

from __future__ import annotations

from dataclasses import replace

from penholder.model.document import Document
from penholder.model.outline import Unit, outline, rebuilt

STAND_IN = "x"


def bare(document: Document) -> Document:
    """Return a document in which a stand-in takes the place of every text that is wording.

    Its outline has as many units as that of the document, in the same order. Title, paragraphs,
    headings, cells and footnotes are wording; the fields of the masthead are not.
    """
    units = (unit.with_text(_stand_in(unit)) for unit in outline(document))
    notes = (replace(note, text=STAND_IN) for note in document.footnotes)
    title = STAND_IN if document.title else ""
    return replace(rebuilt(document, units), title=title, footnotes=tuple(notes))


def _stand_in(unit: Unit) -> str:
    return "\t".join(STAND_IN if cell else "" for cell in unit.text.split("\t"))
