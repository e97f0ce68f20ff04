"""The runs of a paragraph become letters and calls of notes; what is neither is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from penholder.ingest.docx.content import Call, Inline, Letters, NoteName
from penholder.ingest.docx.markup import at, value
from penholder.ingest.docx.styles import Face, Styles
from penholder.ingest.passages import Place, SetAside

_SIGNS = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-",
}  # fmt: skip
_NOTES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_PASSED_OVER = frozenset({
    "w:rPr", "w:pPr", "w:instrText", "w:footnoteRef", "w:endnoteRef", "w:annotationRef",
    "w:separator", "w:continuationSeparator", "w:softHyphen", "w:rt", "w:sdtPr", "w:sdtEndPr",
    "w:smartTagPr", "w:customXmlPr", "w:delText", "w:lastRenderedPageBreak", "w:fldData",
})  # fmt: skip
_BOXES = ("w:txbxContent",)
_PICTURES = {"w:drawing": "picture", "w:pict": "picture", "w:object": "embedded object"}
_NOTEREF = re.compile(r"\s*NOTEREF\s+\"?([^\s\"]+)")
_SYMBOL_FONTS = ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings")
_SYMBOLS = {0xB7: "•", 0xA7: "•", 0x2D: "–", 0xD8: "•", 0xFC: "✓", 0xB0: "°", 0xD7: "·"}


OURS = "_Unit"
"""How the bookmarks begin that our own files carry."""


@dataclass(slots=True)
class Field:
    """A field while its runs pass by: its code, and whether its result has begun."""

    code: str = ""
    shows: bool = False

    @property
    def note(self) -> str:
        """The bookmark of the note whose number the field prints, or nothing."""
        found = _NOTEREF.match(self.code)
        return found[1] if found else ""


@dataclass(slots=True)
class Reader:
    """Reads the paragraphs of one part in order; ``aside`` takes what is no wording.

    ``marked`` gives the note that stands in a bookmark, for fields that print its number again.
    """

    styles: Styles
    marked: dict[str, NoteName]
    aside: list[SetAside] = field(default_factory=list)
    _fields: list[Field] = field(default_factory=list)
    _names: list[tuple[str, str]] = field(default_factory=list)
    _place: Place = field(default_factory=Place)
    _style: str = ""

    def inlines(self, paragraph: Element, place: Place) -> tuple[Inline, ...]:
        """Return what a paragraph says, letters of one type joined."""
        self._place = place
        self._style = self.styles.style_of(at(paragraph, "w:pPr"))
        self._names.clear()
        return tuple(_joined(self._of(paragraph, Face())))

    def _of(self, element: Element, face: Face) -> Iterator[Inline]:
        for child in element:
            yield from self._one(child, face)

    def _one(self, child: Element, face: Face) -> Iterator[Inline]:
        tag = child.tag
        if tag in _PASSED_OVER:
            if tag == "w:instrText" and self._fields:
                self._fields[-1].code += child.text or ""
        elif tag == "w:r":
            yield from self._run(child)
        elif tag == "w:fldChar":
            yield from self._edge(value(child, "w:fldCharType"))
        elif tag == "mc:AlternateContent":
            yield from self._of(_chosen(child), face)
        elif tag != "w:p" and not self._is_silent(child):
            yield from self._letters(child, face)

    def _is_silent(self, child: Element) -> bool:
        """Take what stands among the letters and is none: the ends of bookmarks, pictures."""
        if child.tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            self._bookmark(child)
        elif child.tag in _PICTURES:
            self._picture(child)
        else:
            return False
        return True

    def _run(self, run: Element) -> Iterator[Inline]:
        face = self.styles.face(self._style, at(run, "w:rPr"))
        found = tuple(self._of(run, face))
        if face.hidden:
            text = "".join(each.text for each in found if isinstance(each, Letters))
            self._set_aside(text, "hidden text")
            found = tuple(each for each in found if isinstance(each, Call))
        yield from _with_mark(found) if _has_own_mark(run) else found

    def _letters(self, child: Element, face: Face) -> Iterator[Inline]:
        tag = child.tag
        if tag in _NOTES:
            yield Call((_NOTES[tag], value(child, "w:id")))
        elif tag in ("w:t", "m:t"):
            if not self._is_number_of_note:
                yield self._set(child.text or "", face)
        elif tag in _SIGNS:
            is_page = value(child, "w:type") in ("page", "column")
            yield self._set(" " if is_page else _SIGNS[tag], face)
        elif tag == "w:sym":
            yield from self._symbol(child, face)
        elif tag == "w:fldSimple":
            yield from self._simple(child, face)
        else:
            yield from self._of(child, face)

    def _set(self, text: str, face: Face) -> Letters:
        name = self._names[-1][1] if self._names else ""
        return Letters(text, face.italic, face.leans, face.bold, face.raised, name)

    def _symbol(self, child: Element, face: Face) -> Iterator[Inline]:
        font, code = value(child, "w:font"), value(child, "w:char")
        try:
            number = int(code, 16)
        except ValueError:
            number = 0
        is_private = 0xF000 <= number <= 0xF0FF
        sign = _SYMBOLS.get(number & 0xFF) if font in _SYMBOL_FONTS or is_private else chr(number)
        if sign and number:
            yield self._set(sign, face)
        else:
            self._set_aside(f"sign {code} of the font {font}", "symbol without letter")

    def _edge(self, kind: str) -> Iterator[Inline]:
        """Follow the edges of a field: its result stays, but of a note called again."""
        if kind == "begin":
            self._fields.append(Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows = True
        elif kind == "end" and self._fields:
            yield from self._called_again(self._fields.pop().note)

    def _simple(self, child: Element, face: Face) -> Iterator[Inline]:
        note = Field(value(child, "w:instr")).note
        if note in self.marked:
            yield Call(self.marked[note])
        else:
            yield from self._of(child, face)

    def _called_again(self, bookmark: str) -> Iterator[Inline]:
        if bookmark in self.marked:
            yield Call(self.marked[bookmark])

    @property
    def _is_number_of_note(self) -> bool:
        """Whether what passes by now is the number of a note that a field calls again."""
        return any(each.note in self.marked and each.shows for each in self._fields if each.note)

    def _bookmark(self, child: Element) -> None:
        number = value(child, "w:id")
        if child.tag == "w:bookmarkEnd":
            self._names = [each for each in self._names if each[0] != number]
        elif value(child, "w:name").startswith(OURS):
            self._names.append((number, value(child, "w:name")))

    def _picture(self, child: Element) -> None:
        boxes = [each for each in child.iter() if each.tag in _BOXES]
        for box in boxes:
            text = " ".join(_words(paragraph) for paragraph in box.iter("w:p"))
            self._set_aside(text, "text box")
        if not boxes:
            self._set_aside(_described(child), _PICTURES[child.tag])

    def _set_aside(self, text: str, reason: str) -> None:
        flat = " ".join(text.split())
        if flat:
            self.aside.append(SetAside(flat, reason, self._place))


def _has_own_mark(run: Element) -> bool:
    calls = (each for each in run if each.tag in _NOTES)
    return any(value(each, "w:customMarkFollows") in ("1", "true", "on") for each in calls)


def _with_mark(found: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield the call of a run with the sign that stands behind it in place of a number."""
    sign = "".join(each.text for each in found if isinstance(each, Letters))
    yield from (replace(each, mark=sign) for each in found if isinstance(each, Call))


def _chosen(alternatives: Element) -> Element:
    """Return what a reader is to take of several forms of one thing: the first that has words."""
    forms = [each for each in alternatives if each.tag in ("mc:Choice", "mc:Fallback")]
    told = (each for each in forms if any(letter.text for letter in each.iter("w:t")))
    return next(told, forms[0] if forms else alternatives)


def _words(paragraph: Element) -> str:
    return "".join(each.text or "" for each in paragraph.iter("w:t"))


def _described(picture: Element) -> str:
    """Return the words that describe a picture, or its name."""
    for each in picture.iter():
        told = each.get("descr") or each.get("title") or each.get("name") or each.get("alt")
        if told:
            return told
    return "without a name"


def bookmarked_notes(root: Element) -> dict[str, NoteName]:
    """Return the note whose call stands in each bookmark of a part."""
    found: dict[str, NoteName] = {}
    open_: dict[str, str] = {}
    for each in root.iter():
        if each.tag == "w:bookmarkStart":
            open_[value(each, "w:id")] = value(each, "w:name")
        elif each.tag == "w:bookmarkEnd":
            open_.pop(value(each, "w:id"), None)
        elif each.tag in _NOTES:
            note = _NOTES[each.tag], value(each, "w:id")
            found |= {name: note for name in open_.values() if name not in found}
    return found


def _joined(inlines: Iterator[Inline]) -> Iterator[Inline]:
    """Yield letters of one type as one piece."""
    last: Letters | None = None
    for inline in inlines:
        if isinstance(inline, Letters) and last is not None and _same(last, inline):
            last = replace(last, text=last.text + inline.text)
            continue
        if last is not None:
            yield last
        last = inline if isinstance(inline, Letters) else None
        if last is None:
            yield inline
    if last is not None:
        yield last


def _same(one: Letters, other: Letters) -> bool:
    return replace(one, text="") == replace(other, text="")
