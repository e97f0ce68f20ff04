"""What a Word file cannot tell apart: marks that print the same, in the one form it gives."""

from __future__ import annotations

from dataclasses import replace

from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.openings import without_opening
from penholder.model.outline import outline, rebuilt
from penholder.model.wording import Call, Reference, Text, marked, parse_wording
from penholder.publish.docx.dress import wardrobe


def as_word_tells(document: Document) -> Document:
    """Return a document with needless backslashes and stars gone, italics parted at calls."""
    opening = wardrobe(document).opening
    units = []
    for unit, label in zip(outline(document), labels(document), strict=True):
        text = "\t".join(_text(cell) for cell in unit.text.split("\t"))
        units.append(unit.with_text(without_opening(text) if label.address in opening else text))
    notes = tuple(replace(note, text=_text(note.text)) for note in document.footnotes)
    return replace(rebuilt(document, units), title=_text(document.title), footnotes=notes)


def _text(text: str) -> str:
    told = ""
    is_italic = False
    for part in parse_wording(text):
        wanted = isinstance(part, Text) and part.italic
        told += "*" if wanted != is_italic else ""
        is_italic = wanted
        match part:
            case Text():
                told += marked(part.text)
            case Call():
                told += f"[^{part.key}]"
            case Reference():
                told += f"[[{part.id}]]"
    return told + ("*" if is_italic else "")
