"""What a Word file must say when it is read: its paragraphs with numbers, and notes in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.document import Document
from penholder.publish.docx.sheet import Inline, NoteAgain, NoteHere, Paragraph, Sheet, Stretch
from penholder.publish.docx.word_file import WordSetting, sheet_of

_BLANKS = re.compile(r"[ \t\n]+")


Told = tuple[str, ...]
"""The paragraphs that a reader tells: the number that each prints, if any, and its words.

A note stands in braces where it is called. Paragraphs without a letter are left out.
"""


def told(words: str, number: str = "") -> str:
    """Return a paragraph with its blanks made alike."""
    return _BLANKS.sub(" ", f"{number} {words}").strip()


def expected(document: Document, setting: WordSetting) -> Told:
    """Return what the body of a clean file says."""
    shown = redline(document, document, compare(document, document))
    sheet = sheet_of(document, document, shown, setting)
    return tuple(each for each in _paragraphs(sheet) if each)


def _paragraphs(sheet: Sheet) -> Iterator[str]:
    for block in sheet.body:
        if isinstance(block, Paragraph):
            counted = block.dress.number if block.dress.level is not None else ""
            yield told(_words(block.inlines, sheet), counted)
        else:
            yield from (told(_words(cell, sheet)) for row in block.rows for cell in row.cells)


def _words(inlines: Iterable[Inline], sheet: Sheet) -> str:
    return "".join(_said(inline, sheet) for inline in inlines)


def _said(inline: Inline, sheet: Sheet) -> str:
    match inline:
        case Stretch():
            return inline.text
        case NoteHere():
            note = sheet.notes[inline.note - 1]
            return "{" + f"{inline.mark} {_words(note.inlines, sheet)}".strip() + "}"
        case NoteAgain():
            return str(inline.number)
