"""A page read aloud by its tags says every word of its HTML, in order, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

import pikepdf
from benchmarks.conforming.content import instructions
from benchmarks.conforming.tree import tags

_SILENT = frozenset(("head", "style", "title"))
_VOID = frozenset(("meta", "br", "hr", "img"))
# A semicolon and a colon too: in a redline they come from the style sheet.
_BLANK = re.compile(r"[\s;:]+")


class _Words(HTMLParser):
    """The letters of a page for the printer: those of the text, and apart those of each note."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.notes: list[list[str]] = []
        self._stack: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        attributes = dict(attrs)
        classes = (attributes.get("class") or "").split()
        is_note = "note" in classes
        # What is told to a screen alone is in no PDF.
        self._stack.append(("head" if "told" in classes else tag, is_note))
        if is_note:
            number = attributes.get("data-number") or ""
            self.notes.append([number])
            if "sponsor-footnote" not in (attributes.get("class") or ""):
                self._flow().append(number)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._stack:
            self._stack.pop()

    def handle_data(self, data: str) -> None:
        if not any(tag in _SILENT for tag, _ in self._stack):
            inside = any(is_note for _, is_note in self._stack)
            (self.notes[-1] if inside else self.text).append(data)

    def _flow(self) -> list[str]:
        outer = [is_note for _, is_note in self._stack[:-1]]
        return self.notes[-2] if any(outer) else self.text


def speaks_in_order(pdf: pikepdf.Pdf, pages: Sequence[str]) -> Iterator[str]:
    """ISO 14289-1, 7.2 as heard: the words of the tags are those of the pages, in their order.

    Notes are heard behind the block that calls them, so they are looked for one by one. Of a
    volume the chapters are told, and what stands before and behind them is not compared.
    """
    heard = _letters("".join(spoken(pdf)))
    parsers = [_parsed(html) for html in pages]
    for note in (note for parser in parsers for note in parser.notes):
        before, words, after = heard.partition(_letters("".join(note)))
        if not words:
            yield f"the note {''.join(note)[:40]!r} is not heard whole"
        heard = before + after
    texts = [_letters("".join(parser.text)) for parser in parsers]
    if len(texts) == 1 and heard != texts[0]:
        pairs = zip(heard, texts[0], strict=False)
        at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(map(len, (heard, texts[0]))))
        told = texts[0][at : at + 30]
        yield f"heard {heard[at : at + 30]!r} where the page says {told!r}"
    at = 0
    for number, text in enumerate(texts if len(texts) > 1 else (), 1):
        at = heard.find(text, at)
        if at < 0:
            yield f"chapter {number} is not heard whole, or not in its place"
            return


def _parsed(html: str) -> _Words:
    parser = _Words()
    parser.feed(html)
    return parser


def spoken(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield the letters of the marked content that each tag names, in the order of the tags.

    Where a tag says itself what it reads (ISO 32000-1, 14.9.4), readers speak that.
    """
    pages = {page.obj.objgen: dict(_marked(page)) for page in pdf.pages}
    for tag in tags(pdf):
        if "/ActualText" in tag.object:
            yield str(tag.object.ActualText)
            continue
        for kid in tag.raw:
            if isinstance(kid, int):
                yield pages[tag.object.Pg.objgen].get(int(kid), "")


def _marked(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """Yield every piece of marked content of a page with its letters."""
    fonts = {name: _letters_of(font) for name, font in page.obj.Resources.get("/Font", {}).items()}
    mark, said = -1, ""
    font: dict[int, str] = {}
    for operands, operator in instructions(page):
        if operator == "BDC":
            mark, said = int(operands[1].get("/MCID", -1)), ""
        elif operator == "EMC" and mark >= 0:
            yield mark, said
            mark = -1
        elif operator == "Tf":
            font = fonts[str(operands[0])]
        elif operator in ("TJ", "Tj"):
            said += "".join(font.get(code, "\ufffd") for code in _codes(operands[0]))


def _codes(shown: Any) -> Iterator[int]:
    """Yield the glyphs of a string, or of an array of strings and distances."""
    for each in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(each, pikepdf.String):
            data = bytes(each)
            yield from (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))


def _letters_of(font: Any) -> dict[int, str]:
    """Return which letters each glyph of a font is, by its ToUnicode."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found: dict[int, str] = {}
    for code, letters in re.findall(r"<([0-9a-fA-F]+)> *<([0-9a-fA-F]+)>\s*$", table, re.MULTILINE):
        found[int(code, 16)] = bytes.fromhex(letters).decode("utf-16-be")
    return found


def _letters(text: str) -> str:
    return _BLANK.sub("", text)
