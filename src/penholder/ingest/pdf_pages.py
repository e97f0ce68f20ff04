"""The one door to PDF files: the glyphs and rules of every page, with type and place."""

from __future__ import annotations

import ctypes
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from penholder.errors import PenholderError, UnreadableError, UnsafeError

MOST_PAGES = 5000
MOST_GLYPHS = 100_000
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_ITALIC_FLAG = 64
_BARCODE = re.compile(r"barcode|3 ?of ?9|code ?39|c39", re.IGNORECASE)
_THINNEST_BOX = 3.0


class Face(NamedTuple):
    """The type of a glyph: size in points, and what its font's name says of it."""

    size: float
    bold: bool
    italic: bool
    barcode: bool


class Glyph(NamedTuple):
    """One letter: its ends and baseline in points from the top left corner of the page."""

    letter: str
    left: float
    right: float
    baseline: float
    face: Face


class Rule(NamedTuple):
    """A horizontal line drawn on the page, in points from its top left corner."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: number from 1, size in points, glyphs in the order of the file, rules."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]


def pdf_pages(data: bytes) -> Iterator[PdfPage]:
    """Yield the pages of a PDF file.

    Raises UnreadableError (E-PDF broken, E-ENCRYPTED) and UnsafeError (E-LIMIT beyond 5,000 pages
    or 100,000 letters on a page).
    """
    document = _opened(data)
    try:
        count = len(document)
        if count > MOST_PAGES:
            what = f"the PDF has {count} pages, more than {MOST_PAGES}"
            raise UnsafeError("E-LIMIT", what, "cut it into parts")
        for index in range(count):
            yield _page(document, index)
    finally:
        document.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from error


def _refusal(why: str) -> PenholderError:
    if "password" in why.lower() or "security" in why.lower():
        what = "the PDF is encrypted and asks for a password"
        return UnreadableError("E-ENCRYPTED", what, "save it without a password")
    what = "the PDF is broken: no page of it can be read"
    return UnreadableError("E-PDF", what, "fetch the file again")


def _page(document: pypdfium2.PdfDocument, index: int) -> PdfPage:
    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        what = f"page {index + 1} of the PDF is broken"
        raise UnreadableError("E-PDF", what, "fetch the file again") from error
    try:
        width, height = page.get_size()
        turn = _Turn(page)
        glyphs = tuple(_glyphs(text.raw, turn))
        return PdfPage(index + 1, width, height, glyphs, tuple(_rules(page.raw, turn)))
    finally:
        text.close()
        page.close()


class _Turn:
    """Turns the coordinates of a file into points from the top left corner as the page is seen."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._left, self._bottom, self._right, self._top = page.get_cropbox()
        self._rotation = page.get_rotation()

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        match self._rotation:
            case 90:
                return y - self._bottom, x - self._left
            case 180:
                return self._right - x, y - self._bottom
            case 270:
                return self._top - y, self._right - x
        return x - self._left, self._top - y


def _glyphs(text: pdfium.FPDF_TEXTPAGE, turn: _Turn) -> Iterator[Glyph]:
    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_GLYPHS:
        what = f"a page holds {count} letters, more than {MOST_GLYPHS}"
        raise UnsafeError("E-LIMIT", what, "no page of a document is so full; look at the file")
    faces: dict[int, Face] = {}
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(count):
        letter = _letter(text, index)
        if not letter:
            continue
        handle = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        face = faces.get(key) or faces.setdefault(key, _face(text, index))
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        start, _ = turn(box.left, box.bottom)
        end, _ = turn(box.right, box.top)
        origin, baseline = turn(x.value, y.value)
        left, right = min(start, end), max(start, end)
        # A letter begins at its origin; what hangs over to the left, as of an italic f, is no part.
        yield Glyph(letter, min(max(left, origin), right), right, baseline, face)


def _letter(text: pdfium.FPDF_TEXTPAGE, index: int) -> str:
    """Return the letter at an index; a hyphen where pdfium marks one at the end of a line."""
    code = pdfium.FPDFText_GetUnicode(text, index)
    if code in (0xFFFE, 0x0002):
        return "-"
    is_letter = code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code != 0xFFFF
    return chr(code) if is_letter else ""


def _face(text: pdfium.FPDF_TEXTPAGE, index: int) -> Face:
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 256, flags)
    font = name.value.decode("utf-8", "replace")
    is_italic = bool(_ITALIC.search(font)) or bool(flags.value & _ITALIC_FLAG)
    size = _size(text, index)
    return Face(size, bool(_BOLD.search(font)), is_italic, bool(_BARCODE.search(font)))


def _size(text: pdfium.FPDF_TEXTPAGE, index: int) -> float:
    """Return the size a letter is seen in: its font's, scaled by its matrix."""
    matrix = pdfium.FS_MATRIX()
    size: float = pdfium.FPDFText_GetFontSize(text, index)
    if pdfium.FPDFText_GetMatrix(text, index, matrix):
        size *= (matrix.b**2 + matrix.d**2) ** 0.5 or 1.0
    return round(size, 2)


def _rules(page: pdfium.FPDF_PAGE, turn: _Turn) -> Iterator[Rule]:
    """Yield the thin and wide boxes and lines drawn on a page."""
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        each = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(each) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(each, *edges):
            continue
        (x, y), (u, v) = turn(edges[0].value, edges[1].value), turn(edges[2].value, edges[3].value)
        if abs(y - v) < _THINNEST_BOX and abs(u - x) > 4 * abs(y - v):
            yield Rule(min(x, u), max(x, u), (y + v) / 2)


def page_pictures(data: bytes) -> Iterator[bytes]:
    """Yield every page of a PDF file as a grey PNG, one dot to a point; raises as ``pdf_pages``."""
    document = _opened(data)
    try:
        for index in range(min(len(document), MOST_PAGES)):
            page = document[index]
            bitmap = page.render(grayscale=True)
            rows = bytes(bitmap.buffer)
            page.close()
            yield _png(rows, bitmap.width, bitmap.height, bitmap.stride)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from error
    finally:
        document.close()


def _png(grey: bytes, width: int, height: int, stride: int) -> bytes:
    """Return a PNG of bytes of grey, ``stride`` of them to a row (ISO/IEC 15948, 8 bits, grey)."""
    lines = b"".join(b"\0" + grey[y * stride : y * stride + width] for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(each)) + kind + each + struct.pack(">I", zlib.crc32(kind + each))
        for kind, each in chunks
    )
