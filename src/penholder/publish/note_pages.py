"""Footnotes stay on the page of their first call, also where a page is broken around them.

To save a paragraph's second line from being alone on the next page, WeasyPrint 70 sends footnotes
of the page ahead instead (layout/block.py, ``_linebox_layout``), and a note then stands pages
behind its call. An editor moves the paragraph. So the page is laid out, and where a note went
astray the paragraph that crosses the end of the page is held together, and the page is laid
out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from penholder.errors import UnreadableError


def paragraphs_to_hold(pages: Iterable[Any]) -> list[str]:
    """Return the anchors of paragraphs to hold together: one for each page that lost a note.

    ``pages`` are those of a WeasyPrint document. Empty where every note stands with its call.
    """
    found: list[str] = []
    for page in pages:
        boxes = list(page._page_box.descendants())
        called = {_anchor(box.footnote) for box in boxes if getattr(box, "footnote", None)}
        held = {"", *_notes_on(page)}  # the note of the sponsors has no anchor
        if called - held:
            last = [anchor for box in boxes if (anchor := _paragraph(box))]
            found += last[-1:]
    return found


def check_that_notes_fit(pages: Iterable[Any]) -> None:
    """Raise UnreadableError E-NOTE where notes reach above their page, and so would be cut off."""
    for page in pages:
        box = page._page_box
        for area in box.children[1:]:
            if _is_notes(area) and area.position_y < box.margin_top:
                number = area.children[0].element.get("data-number", "")
                what = f"the footnotes from {number} on are longer than the page that calls them"
                fix = "call them from paragraphs further apart, or put their text into an annex"
                raise UnreadableError("E-NOTE", what, fix)


def held_together(html: str, anchors: Iterable[str]) -> str:
    """Return the page with the named paragraphs never broken before their end of page."""
    for anchor in anchors:
        html = html.replace(f'id="{anchor}"', f'id="{anchor}" style="orphans: 99"', 1)
    return html


def _notes_on(page: Any) -> Iterator[str]:
    for area in filter(_is_notes, page._page_box.children[1:]):
        for box in area.descendants():
            if anchor := _anchor(box):
                yield anchor


def _is_notes(area: Any) -> bool:
    return getattr(area, "at_keyword", "@footnote") == "@footnote"


def _anchor(box: Any) -> str:
    element = getattr(box, "element", None)
    return str(element.get("id", "")) if element is not None else ""


def _paragraph(box: Any) -> str:
    is_paragraph = getattr(box, "element_tag", "") == "p"
    return _anchor(box) if is_paragraph else ""
