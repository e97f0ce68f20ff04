"""One part of a tracked Word file with every change accepted, or with every one rejected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal
from xml.etree.ElementTree import Element

from penholder.ingest.docx.markup import at, inside

Which = Literal["accepted", "rejected"]
_CHANGES = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_LOST: dict[Which, tuple[str, ...]] = {
    "accepted": ("w:del", "w:moveFrom", "w:cellDel"),
    "rejected": ("w:ins", "w:moveTo", "w:cellIns"),
}
_LETTERS = {"w:delText": "w:t", "w:delInstrText": "w:instrText"}
_FORMS = ("w:pPr", "w:rPr")
_BODILY = frozenset({
    "w:t", "w:tab", "w:br", "w:cr", "w:sym", "w:noBreakHyphen", "w:footnoteReference",
    "w:endnoteReference", "w:drawing", "w:pict", "w:object", "w:fldChar", "w:fldSimple", "m:t",
})  # fmt: skip


def is_tracked(root: Element) -> bool:
    """Whether a part holds any tracked change of words, paragraphs, rows or form."""
    tracked = (*_CHANGES, "w:rPrChange", "w:pPrChange", "w:cellIns", "w:cellDel")
    return any(each.tag in tracked for each in root.iter())


def version(root: Element, which: Which) -> Element:
    """Return a part with all its changes accepted or rejected; ``root`` stays as it is.

    A paragraph whose end goes is joined to the one behind it, whose form stays, as in Word.
    """
    return _Version(which).of(root)


class _Version:
    """Copies a tree without what is lost in a version."""

    def __init__(self, which: Which) -> None:
        self._which = which
        self._lost = _LOST[which]

    def of(self, element: Element) -> Element:
        """Return the element as the version has it."""
        made = Element(_LETTERS.get(element.tag, element.tag), element.attrib)
        made.text, made.tail = element.text, element.tail
        made.extend(self._joined(self._content(element)))
        return made

    def _content(self, element: Element) -> Iterable[Element]:
        for child in element:
            if child.tag in _CHANGES and element.tag not in _FORMS:
                if child.tag not in self._lost:
                    yield from self._content(child)
            elif child.tag in _FORMS:
                yield self._form(child)
            elif not self._is_lost(child):
                yield self.of(child)

    def _is_lost(self, element: Element) -> bool:
        """Whether a row or cell goes as a whole."""
        if element.tag not in ("w:tr", "w:tc"):
            return False
        form = at(element, "w:trPr" if element.tag == "w:tr" else "w:tcPr")
        return form is not None and any(child.tag in self._lost for child in form)

    def _form(self, form: Element) -> Element:
        """Return the form of a paragraph or run: the earlier one where the change is rejected."""
        change = next(inside(form, f"{form.tag}Change"), None)
        if change is None:
            return form
        before = next(inside(change, form.tag), None)
        made = Element(form.tag, form.attrib)
        if self._which == "accepted" or before is None:
            made.extend(child for child in form if child is not change)
            return made
        made.extend(before)
        made.extend(inside(form, "w:rPr", "w:sectPr"))
        return made

    def _joined(self, blocks: Iterable[Element]) -> Iterable[Element]:
        """Yield blocks, a paragraph whose end is lost at the head of the one behind it."""
        waiting: list[Element] = []
        for block in blocks:
            if block.tag != "w:p":
                if waiting:
                    yield _paragraph(None, waiting)
                    waiting = []
                yield block
                continue
            form, content = _parted(block)
            if self._loses_end(form):
                waiting += content if _is_bodily(block) else []
                continue
            yield _paragraph(block, [*form, *waiting, *content]) if waiting else block
            waiting = []
        if waiting:
            yield _paragraph(None, waiting)

    def _loses_end(self, form: list[Element]) -> bool:
        mark = at(form[0], "w:rPr") if form else None
        return mark is not None and any(child.tag in self._lost for child in mark)


def _parted(paragraph: Element) -> tuple[list[Element], list[Element]]:
    """Return the form of a paragraph, if it has one, and its content."""
    form = list(inside(paragraph, "w:pPr"))
    return form, [child for child in paragraph if child.tag != "w:pPr"]


def _paragraph(like: Element | None, children: list[Element]) -> Element:
    made = Element("w:p", {} if like is None else like.attrib)
    made.extend(children)
    return made


def _is_bodily(paragraph: Element) -> bool:
    return any(each.tag in _BODILY for each in paragraph.iter())
