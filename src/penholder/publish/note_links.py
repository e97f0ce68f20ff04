"""Footnotes of a printed page and their calls lead to one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_CALL, _MARKER = "::footnote-call", "::footnote-marker"
_OUTER = ("InlineBox", "InlineBlockBox")  # and not the lines and letters inside


def link_notes(pages: Iterable[Any]) -> None:
    """Give WeasyPrint pages a link from each call to its note, and from its number back.

    A note is an element with an ``id`` and, in ``data-call``, the anchor that its call gets.
    WeasyPrint makes links of elements alone, and calls and numbers of notes are none.
    """
    for page in pages:
        for box in page._page_box.descendants():
            tag = str(getattr(box, "element_tag", ""))
            if not tag.endswith((_CALL, _MARKER)) or type(box).__name__ not in _OUTER:
                continue
            if hasattr(box, "is_set_apart"):
                continue
            note, call = box.element.get("id"), box.element.get("data-call")
            if not (note and call):
                continue
            x, y, width, height = box.hit_area()
            rectangle = (x, y, x + width, y + height)
            if tag.endswith(_CALL):
                page.anchors.setdefault(call, rectangle)
                page.links.append(("internal", note, rectangle, box))
            else:
                page.links.append(("internal", call, rectangle, box))
