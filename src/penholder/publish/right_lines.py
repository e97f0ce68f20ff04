"""Justified lines that are read from the right reach both margins, their words evenly apart.

WeasyPrint 70 justifies such lines a space too far to the left and opens a gap before every change
of face (layout/inline.py, ``remove_last_whitespace`` and ``add_word_spacing``). So the lines that
it broke are spaced and placed anew before they are drawn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

# WeasyPrint has no annotations; these name which of its boxes is meant.
_Block = Any
_Line = Any
_Box = Any

_LEAST = 1 / 64
"""Pixels: what spaces are widened by to measure them; without, they draw nearer to the words."""

_SPACE = re.compile("[ \u00a0]")
"""What WeasyPrint widens: spaces, and those that no line ends at."""

_BETWEEN = "\u200b"
"""Stands before a space that begins a box, where Pango would set it by another rule."""


TextSetter: TypeAlias = Callable[[str, object, float], tuple[object, float]]
"""Sets a text in a style, its spaces so much wider: the layout, and its width in pixels."""


def space_right_lines(pages: Iterable[Any], setter: TextSetter) -> None:
    """Set every justified line of a page anew whose block is read from the right.

    ``pages`` are those of a WeasyPrint document; their boxes are changed. The last line of a
    paragraph stays as it is.
    """
    blocks = [block for page in pages for block in justified_blocks(page, "rtl")]
    for line, block in lines_to_justify(blocks):
        _set(line, block, setter)


def justified_blocks(page: Any, direction: str) -> Iterator[_Block]:
    """Yield the blocks of justified lines of a page that are read in a direction."""
    for box in page._page_box.descendants():
        style = box.style
        is_wanted = style["direction"] == direction and style["text_align_all"] == "justify"
        lines = getattr(box, "children", ())
        if is_wanted and lines and all(hasattr(line, "text_overflow") for line in lines):
            yield box


def lines_to_justify(blocks: Sequence[_Block]) -> Iterator[tuple[_Line, _Block]]:
    """Yield every line of some blocks but the last of each paragraph, over all its pages."""
    last = {id(block.element): block for block in blocks}
    for block in blocks:
        is_end = last[id(block.element)] is block
        for line in block.children[: len(block.children) - is_end]:
            yield line, block


def _set(line: _Line, block: _Block, setter: TextSetter) -> None:
    texts = [box for box in line.descendants() if hasattr(box, "pango_layout")]
    spaces = {id(box): len(_SPACE.findall(box.text)) for box in texts}
    spaced = [box for box in texts if box.style["white_space"] != "pre" and spaces[id(box)]]
    count = sum(spaces[id(box)] for box in spaced)
    for box in texts:
        _space(box, _LEAST, setter)
    left = block.content_box_x()
    right = left + block.width
    room = _place(line, right) - left
    if count and room > 0:
        for box in spaced:
            _space(box, _LEAST + room / count, setter)
        _place(line, right)


def _space(box: _Box, spacing: float, setter: TextSetter) -> None:
    if box.style["white_space"] == "pre":
        return
    if box.text.startswith(" "):
        box.text = f"{_BETWEEN}{box.text}"
    if box.text.endswith(" "):
        box.text = f"{box.text}{_BETWEEN}"
    box.justification_spacing = spacing
    box.pango_layout, box.width = setter(box.text, box.style, spacing)


def _place(box: _Box, right: float) -> float:
    """Place a box with its right end at ``right``; return its left end."""
    if hasattr(box, "pango_layout"):
        box.position_x = right - box.width
        return float(box.position_x)
    if not _holds_words(box):
        box.translate(right - box.margin_width() - box.position_x, 0)
        return float(box.position_x)
    inner = right - box.margin_right - box.border_right_width - box.padding_right
    left = inner
    for child in box.children:
        if child.is_in_normal_flow():
            left = _place(child, left)
    box.width = inner - left
    box.position_x = left - box.margin_left - box.border_left_width - box.padding_left
    return float(box.position_x)


def _holds_words(box: _Box) -> bool:
    """Whether a box is a line or part of one, and no block inside of it."""
    return type(box).__name__ in ("LineBox", "InlineBox")
