"""Pages that were laid out before their numbers were known get their numbers, sides and heads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

_OTHER = {"left": "right", "right": "left"}
_AREAS = (None, "@footnote", "@note-area")


@contextmanager
def heads_held_back(layout: Any) -> Iterator[None]:
    """Have pages laid out inside without heads, each remembering what they are made from.

    ``layout`` is WeasyPrint's module of that name; heads are its margin boxes.
    """
    make = layout.make_margin_boxes

    def remember(context: Any, page: Any, state: Any) -> tuple[()]:
        page.heads = context, state, context.current_page
        return ()

    layout.make_margin_boxes = remember
    try:
        yield
    finally:
        layout.make_margin_boxes = make


def number_on(layout: Any, document: Any, number: int) -> bool:
    """Number pages laid out as 1, 2, 3 on from ``number``, and give each its heads and its side.

    Return False, and change nothing, where the style sheets give left and right pages another
    measure: these must be laid out anew, with the number.
    """
    boxes = [page._page_box for page in document.pages]
    if number % 2 == 0 and not all(_turn_over(layout, document, box) for box in boxes):
        return False
    for box in boxes:
        context, state, place = box.heads
        state = deepcopy(state)
        state[1]["page"] = [*state[1]["page"][:-1], state[1]["page"][-1] + number - 1]
        context.current_page = place
        heads = tuple(layout.make_margin_boxes(context, box, state))
        for each in heads:
            layout.background.layout_box_backgrounds(box, each, context.get_image_from_uri)
        box.children = (*box.children, *heads)
        del box.heads
    return True


def _turn_over(layout: Any, document: Any, box: Any) -> bool:
    """Make a right page a left one, or a left one a right one, where both have one measure."""
    style_for = box.heads[0].style_for
    before = box.page_type
    after = before._replace(side=_OTHER[before.side])
    layout.page.set_page_type_computed_styles(after, document._html, style_for)
    if any(
        _declared(style_for, before, each) != _declared(style_for, after, each) for each in _AREAS
    ):
        return False
    box.page_type = after
    return True


def _declared(style_for: Any, page_type: Any, area: str | None) -> dict[str, object]:
    declared = style_for.get_cascaded_styles().get((page_type, area), {})
    return {name: value for name, (value, _) in declared.items()}
