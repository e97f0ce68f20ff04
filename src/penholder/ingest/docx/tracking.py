"""Who changed what in a tracked Word file and when, and what was remarked beside the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from xml.etree.ElementTree import Element

from penholder.ingest.docx.markup import at, value
from penholder.ingest.passages import Place
from penholder.ingest.tracked import Comment, TrackedChange

_KINDS = {
    "w:ins": "inserted", "w:del": "deleted", "w:moveTo": "moved here", "w:moveFrom": "moved away",
}  # fmt: skip
_FORMS = {
    "w:rPrChange": "letters set otherwise", "w:pPrChange": "paragraph set otherwise",
    "w:numberingChange": "numbered otherwise", "w:tblPrChange": "table set otherwise",
    "w:cellIns": "cell inserted", "w:cellDel": "cell deleted",
}  # fmt: skip
_MARKS = {
    "inserted": "paragraph inserted", "deleted": "paragraph deleted",
    "moved here": "paragraph moved here", "moved away": "paragraph moved away",
}  # fmt: skip
_TEXT = ("w:t", "w:delText")
_PARAGRAPH = "place"


def number_paragraphs(root: Element) -> None:
    """Write the number of every paragraph of a part into it, for whoever tells of a place."""
    for number, paragraph in enumerate(root.iter("w:p"), 1):
        paragraph.set(_PARAGRAPH, str(number))


def place_of(paragraph: Element, part: str) -> Place:
    """Return where a paragraph stands: its number in its part."""
    return Place(0, int(paragraph.get(_PARAGRAPH, "0")), part=part)


def changes(root: Element, part: str) -> tuple[TrackedChange, ...]:
    """Return the changes of a part in reading order, those that touch joined into one."""
    found: list[TrackedChange] = []
    for paragraph in root.iter("w:p"):
        found += _of_paragraph(paragraph, place_of(paragraph, part))
    return tuple(found)


def _of_paragraph(paragraph: Element, place: Place) -> Iterator[TrackedChange]:
    marks = list(_of_mark(paragraph, place))
    found = _within(paragraph, place, "")
    pairs = groupby(found, key=lambda each: (each.kind, each.author, each.day))
    joined = [_one(list(same)) for (kind, *_), same in pairs if kind]
    joined = [each for each in joined if each.words or each.kind in _WORDLESS]
    if not marks:
        yield from joined
        return
    whole = marks[0]
    told = "".join(each.words for each in joined if _MARKS.get(each.kind) == whole.kind)
    yield replace(whole, words=_flat(told))
    yield from (each for each in joined if _MARKS.get(each.kind) != whole.kind)


_WORDLESS = frozenset(_FORMS.values())


def _one(same: list[TrackedChange]) -> TrackedChange:
    return replace(same[0], words=_flat("".join(each.words for each in same)))


def _of_mark(paragraph: Element, place: Place) -> Iterator[TrackedChange]:
    for mark in at(paragraph, "w:pPr/w:rPr") or ():
        if mark.tag in _KINDS:
            yield _change(mark, _MARKS[_KINDS[mark.tag]], "", place)


def _within(element: Element, place: Place, words: str) -> Iterator[TrackedChange]:
    """Yield the changes in an element; ``words`` are those of the run it is in."""
    for child in element:
        if child.tag in ("w:p", "w:txbxContent"):
            continue
        if child.tag in _KINDS and element.tag not in ("w:rPr", "w:trPr"):
            yield _change(child, _KINDS[child.tag], _words(child), place)
            yield from (each for each in _within(child, place, "") if each.kind in _WORDLESS)
        elif child.tag in _FORMS:
            yield _change(child, _FORMS[child.tag], words, place)
        elif child.tag == "w:r":
            told = _words(child)
            yield from _within(child, place, told)
            yield TrackedChange("", "", "", told, place)
        else:
            yield from _within(child, place, words)


def _words(element: Element) -> str:
    return "".join(_letters(each) for each in element.iter())


def _letters(element: Element) -> str:
    if element.tag in _TEXT:
        return element.text or ""
    return " " if element.tag in ("w:tab", "w:br", "w:cr") else ""


def _change(element: Element, kind: str, words: str, place: Place) -> TrackedChange:
    day = value(element, "w:date")[:10]
    return TrackedChange(kind, value(element, "w:author"), day, words, place)


def comments(root: Element, notes: Element, part: str) -> tuple[Comment, ...]:
    """Return the comments that a text calls, given the part that holds them, in its own order."""
    marked = _commented(root, part)
    return tuple(
        Comment(
            value(comment, "w:author"), value(comment, "w:date")[:10],
            _flat(" ".join(_words(each) for each in comment.iter("w:p"))),
            *marked.get(value(comment, "w:id"), ("", Place(0, part="comments"))),
        )
        for comment in notes.iter("w:comment")
    )  # fmt: skip


def _commented(root: Element, part: str) -> dict[str, tuple[str, Place]]:
    """Return the words and the place that each comment is about, by its number."""
    open_: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    places: dict[str, Place] = {}
    for paragraph in root.iter("w:p"):
        for each in paragraph.iter():
            number = value(each, "w:id")
            if each.tag == "w:commentRangeStart":
                open_[number] = []
            elif each.tag == "w:commentRangeEnd":
                words[number] = _flat("".join(open_.pop(number, [])))
            for letters in open_.values():
                letters.append(_letters(each))
            if each.tag.startswith("w:comment"):
                places.setdefault(number, place_of(paragraph, part))
    return {number: (words.get(number, ""), place) for number, place in places.items()}


def _flat(text: str) -> str:
    return " ".join(text.split())
