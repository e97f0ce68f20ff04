"""Justified lines of Chinese reach the margin: their signs stand a hair further apart.

WeasyPrint 70 justifies by widening spaces, and Chinese has none: a line would end short of the
margin by up to a sign, or one space in it would take all the room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from penholder.publish.right_lines import TextSetter, justified_blocks, lines_to_justify

# WeasyPrint has no annotations; these name which of its boxes is meant.
_Line = Any
_Box = Any

_MOST_SIGNS = 2
"""A line that lacks more than so many signs was broken for another reason, and stays ragged."""


def space_han_lines(pages: Iterable[Any], setter: TextSetter) -> None:
    """Set the justified lines of Chinese blocks anew; the last of a paragraph stays as it is.

    ``pages`` are those of a WeasyPrint document; their boxes are changed.
    """
    blocks = [each for page in pages for each in justified_blocks(page, "ltr") if _is_han(each)]
    for line, block in lines_to_justify(blocks):
        _set(line, block.width, setter)


def _is_han(block: Any) -> bool:
    return str(block.style["lang"] or "").startswith("zh")


def _set(line: _Line, measure: float, setter: TextSetter) -> None:
    texts = list(_texts(line))
    drawn = 0.0
    for box in texts:
        was = box.width
        box.justification_spacing = 0
        box.pango_layout, box.width = setter(box.text, box.style, 0)
        drawn += box.width - was
    room = measure - (line.width + drawn)
    count = sum(len(box.text) for box in texts) - 1
    if count > 0 and 0 < room < _MOST_SIGNS * line.style["font_size"]:
        for box in texts:
            _widen(box, room / count, setter)
    _place(line, line.position_x)


def _texts(line: _Line) -> Iterator[_Box]:
    for box in line.descendants():
        if hasattr(box, "pango_layout") and box.style["white_space"] != "pre":
            yield box


def _widen(box: _Box, spacing: float, setter: TextSetter) -> None:
    style = box.style.copy()
    own = style["letter_spacing"]
    style["letter_spacing"] = spacing + (0 if own == "normal" else own)
    box.style = style
    box.pango_layout, box.width = setter(box.text, style, 0)


def _place(box: _Box, left: float) -> float:
    """Place a box with its left end at ``left``; return its right end."""
    if hasattr(box, "pango_layout"):
        box.position_x = left
        return float(left + box.width)
    if type(box).__name__ not in ("LineBox", "InlineBox"):
        box.translate(left - box.position_x, 0)
        return float(left + box.margin_width())
    box.position_x = left
    at = inner = left + box.margin_left + box.border_left_width + box.padding_left
    if type(box).__name__ == "LineBox":
        at = box.children[0].position_x if box.children else inner
    for child in box.children:
        if child.is_in_normal_flow():
            at = _place(child, at)
    box.width = at - inner
    return float(at + box.padding_right + box.border_right_width + box.margin_right)
