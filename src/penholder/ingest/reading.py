"""The bytes of a source become a document, by whichever reader their kind asks for."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

from penholder.errors import UnreadableError, UnsafeError
from penholder.ingest.html_text import read_html
from penholder.ingest.layout_pages import is_layout
from penholder.ingest.layout_text import read_layout
from penholder.ingest.passages import Lettering
from penholder.ingest.plain_text import read_plain_text
from penholder.ingest.recognise import Recognised, recognise

LARGEST_TEXT = 8 * 1024 * 1024
_PDF_WITHIN = 1024
_WORD = (b"PK", b"\xd0\xcf\x11\xe0")
"""How a zip begins, and an Office file of before 2007, which is told from a text."""
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_ENCODINGS = {
    b"iso-8859-1": "cp1252", b"windows-1252": "cp1252", b"latin1": "cp1252",
    b"windows-1251": "cp1251", b"windows-1256": "cp1256", b"gb2312": "gb18030", b"gbk": "gb18030",
}  # fmt: skip
_HTML = re.compile(r"<!doctype html|<html\b", re.IGNORECASE)


def read_source(data: bytes) -> Recognised:
    """Return the document that a source says; raises UnreadableError or UnsafeError."""
    return replace(_read(data), sha256=sha256(data).hexdigest())


def _read(data: bytes) -> Recognised:
    if data.startswith(_WORD):
        # Only here: a text needs no reader of Word files.
        from penholder.ingest.docx.word_file import read_word

        return read_word(data)
    return recognise(lettering_of(data))


def lettering_of(data: bytes) -> Lettering:
    """Return the passages of a source in reading order; raises as :func:`read_source`."""
    if not data.strip():
        raise UnreadableError("E-EMPTY", "the file is empty", "name a file with words in it")
    if is_pdf(data):
        # Only here: a text needs no reader of PDFs.
        from penholder.ingest.pdf import read_pdf

        return read_pdf(data)
    if len(data) > LARGEST_TEXT:
        what = f"a text of {len(data):,} bytes; no resolution has more than {LARGEST_TEXT:,}"
        raise UnsafeError("E-SIZE", what, "cut it into parts, or look where it comes from")
    text = _decoded(data)
    if _HTML.search(text[:_PDF_WITHIN]):
        return read_html(text)
    return read_layout(text) if is_layout(text) else Lettering(read_plain_text(text))


def is_pdf(data: bytes) -> bool:
    """Whether bytes are those of a PDF, which some programs put a few others in front of."""
    return b"%PDF-" in data[:_PDF_WITHIN]


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = (
        _CHARSET.search(data[:_PDF_WITHIN]) if b"<html" in data[:_PDF_WITHIN].lower() else None
    )
    return _ENCODINGS.get(declared[1].lower(), "utf-8-sig") if declared else "utf-8-sig"


def _decoded(data: bytes) -> str:
    """Return the letters of a text in UTF-8, in what its byte order mark or its page declares."""
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        place = f"byte {error.start} is 0x{data[error.start]:02x}"
        what = f"neither a PDF, a Word file nor text in UTF-8: {place}"
        fix = "name a PDF, a Word file, a text or an HTML page; iconv makes UTF-8 of an older text"
        raise UnreadableError("E-FORMAT", what, fix) from error
    if "\0" in text:
        fix = "name a PDF, a Word file, a text in UTF-8 or an HTML page"
        what = "neither a PDF, a Word file nor a text: it holds U+0000"
        raise UnreadableError("E-FORMAT", what, fix)
    return text
