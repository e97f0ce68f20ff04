"""A document, or two versions of one, as the bytes of a Word file: the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from penholder.compare.redline import Redline, redline
from penholder.compare.versions import compare
from penholder.model.document import Document
from penholder.publish.derived import unmarked
from penholder.publish.docx import parts
from penholder.publish.docx.anchors import Register, memory
from penholder.publish.docx.inlines import InlineSetter, Notes
from penholder.publish.docx.lists import counts_as_printed
from penholder.publish.docx.manner import NATIVE, SIMPLE, Manner, counted, written_out
from penholder.publish.docx.masthead import Top
from penholder.publish.docx.numbering import numbering
from penholder.publish.docx.ooxml import element, serialised
from penholder.publish.docx.paragraphs import Writer
from penholder.publish.docx.revisions import Author, Revisions
from penholder.publish.docx.sheet import Body, Inlines, NoteAgain, Paragraph, Sheet
from penholder.publish.docx.styles import styles
from penholder.publish.docx.weaving import body_of

Moves = Literal["native", "simple"]
Numbers = Literal["automatic", "literal"]

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
MEMORY = "customXml/item1.xml"
_NOWHEN = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can tell
_ANONYMOUS = Author("Penholder")


@dataclass(frozen=True, slots=True)
class WordSetting:
    """How a Word file is made, apart from what it says.

    ``moves`` native tells Word of moves, simple shows them as deleted here and inserted there.
    ``numbers`` automatic leaves it to Word to count wherever it would count as printed.
    ``structures`` are the versions without their wording, for whoever reads the file back.
    """

    author: Author = _ANONYMOUS
    paper: Literal["letter", "a4"] = "letter"
    moves: Moves = "native"
    numbers: Numbers = "automatic"
    structures: tuple[str, str] = ("", "")


def clean_file(document: Document, setting: WordSetting) -> bytes:
    """Return a document as a Word file without any change."""
    shown = redline(document, document, compare(document, document))
    return tracked_file(document, document, shown, setting)


def tracked_file(before: Document, after: Document, shown: Redline, setting: WordSetting) -> bytes:
    """Return the later version as a Word file in which every change is tracked.

    Accepting all changes gives ``after``, rejecting all gives ``before``.
    """
    sheet = sheet_of(before, after, shown, setting)
    register = Register(is_kept=any(setting.structures))
    writer = Writer(Revisions(setting.author), _repeated(sheet.body), register)
    lists = max((each.list for each in sheet.body if isinstance(each, Paragraph)), default=0)
    symbol, title = sheet.running
    made: dict[str, Element] = {
        "word/document.xml": parts.document(
            writer.body(sheet.body), setting.paper, is_turned=sheet.language == "ar"
        ),
        "word/footnotes.xml": parts.footnotes(sheet.notes, writer),
        "word/header1.xml": parts.first_head(sheet, writer),
        "word/header2.xml": parts.running_head([(title, "left"), (symbol, "right")], writer),
        "word/header3.xml": parts.running_head([(symbol, "left"), (title, "right")], writer),
        "word/footer1.xml": parts.empty_foot(),
        "word/footer2.xml": parts.foot("right"),
        "word/footer3.xml": parts.foot("left"),
        "word/styles.xml": styles(sheet.language),
        "word/numbering.xml": numbering(lists),
        "word/settings.xml": parts.settings(),
        "docProps/core.xml": parts.properties(sheet, setting.author.name, setting.author.date),
    }
    if sheet.language == "ar":
        for part in made.values():
            parts.mirror_tables(part)
    if register.is_kept:
        made[MEMORY] = memory(sheet, register.anchors, setting.structures)
    return _zipped(made)


def sheet_of(before: Document, after: Document, shown: Redline, setting: WordSetting) -> Sheet:
    """Return what the file says; numbers are written out where Word would count otherwise."""
    moves = NATIVE if setting.moves == "native" else SIMPLE
    if setting.numbers == "automatic":
        sheet = _sheet(before, after, shown, Manner(moves, counted))
        if counts_as_printed(each for each in sheet.body if isinstance(each, Paragraph)):
            return sheet
    return _sheet(before, after, shown, Manner(moves, written_out))


def _sheet(before: Document, after: Document, shown: Redline, manner: Manner) -> Sheet:
    notes = Notes(shown.notes, (before, after))
    setter = InlineSetter(before, after, notes)
    top = Top(before, after, setter)
    opening = tuple(top.opening(shown))
    body: Body = opening + body_of(before, after, shown, setter, manner)
    return Sheet(
        language=after.masthead.language,
        title=unmarked(after.title),
        above=top.letterhead(),
        running=top.running(),
        body=body,
        notes=tuple(notes.found),
    )


def _repeated(body: Body) -> frozenset[int]:
    texts: list[Inlines] = []
    for block in body:
        if isinstance(block, Paragraph):
            texts.append(block.inlines)
        else:
            texts += (cell for row in block.rows for cell in row.cells)
    inlines = (inline for text in texts for inline in text)
    return frozenset(inline.note for inline in inlines if isinstance(inline, NoteAgain))


_KINDS = {
    "document": "document.main+xml", "footnotes": "footnotes+xml", "styles": "styles+xml",
    "numbering": "numbering+xml", "settings": "settings+xml", "header": "header+xml",
    "footer": "footer+xml",
}  # fmt: skip
_LINKED = (
    ("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"),
    ("rId3", "footnotes", "footnotes.xml"), ("rId4", "header", "header1.xml"),
    ("rId5", "header", "header2.xml"), ("rId6", "header", "header3.xml"),
    ("rId7", "footer", "footer1.xml"), ("rId8", "footer", "footer2.xml"),
    ("rId9", "footer", "footer3.xml"), ("rId10", "settings", "settings.xml"),
)  # fmt: skip


def _zipped(made: dict[str, Element]) -> bytes:
    office = f"{_RELATIONS}officeDocument"
    core = f"{_PACKAGE}relationships/metadata/core-properties"
    top = (("rId1", office, "word/document.xml"), ("rId2", core, "docProps/core.xml"))
    linked = (*_LINKED, ("rId11", "customXml", f"../{MEMORY}")) if MEMORY in made else _LINKED
    inner = ((name, f"{_RELATIONS}{kind}", target) for name, kind, target in linked)
    entries = {
        "[Content_Types].xml": _types(made),
        "_rels/.rels": _relations(top),
        "word/_rels/document.xml.rels": _relations(inner),
        **made,
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, root in entries.items():
            entry = zipfile.ZipInfo(name, _NOWHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, serialised(root))
    return target.getvalue()


def _types(made: Iterable[str]) -> Element:
    usual = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    return element(
        "Types",
        *(
            element("Default", attributes={"Extension": ending, "ContentType": kind})
            for ending, kind in usual.items()
        ),
        *(
            element("Override", attributes={"PartName": f"/{name}", "ContentType": _type(name)})
            for name in made
            if name != MEMORY
        ),
        attributes={"xmlns": f"{_PACKAGE}content-types"},
    )


def _type(name: str) -> str:
    stem = name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
    if stem == "core":
        return "application/vnd.openxmlformats-package.core-properties+xml"
    return _MAIN + _KINDS[stem]


def _relations(links: Iterable[tuple[str, str, str]]) -> Element:
    return element(
        "Relationships",
        *(
            element("Relationship", attributes={"Id": name, "Type": kind, "Target": target})
            for name, kind, target in links
        ),
        attributes={"xmlns": f"{_PACKAGE}relationships"},
    )
