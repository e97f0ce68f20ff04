"""Booklets: pages two on a side of a sheet, so that the stack, folded in the middle, reads on."""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import Any

_PIXELS = 96 / 72
WHITE = 25 * _PIXELS
"""How much of the white beside the text is kept, in CSS pixels."""
WHITE_FOR_NUMBERS = 45 * _PIXELS
"""The same where line numbers stand in it."""
_Side = tuple[int, int]


def saddle_order(count: int) -> list[_Side]:
    """Return the two pages of every side of the sheets, from 0, fronts and backs in turn.

    The pages are filled up with empty ones to a multiple of four, so a number may be ``count``
    or more. Sheets are printed on both sides and turned over their short edge.
    """
    last = -(-count // 4) * 4 - 1
    sides = ((last - place, place) for place in range((last + 1) // 2))
    return [side if place % 2 == 0 else side[::-1] for place, side in enumerate(sides)]


def sheets(pages: list[Any], white: float) -> list[Any]:
    """Return WeasyPrint pages as sheets turned sideways, each painting two of them.

    At the sides only so much ``white`` is kept, in CSS pixels, so that letters shrink less.
    """
    first = pages[0]
    box = first._page_box
    narrower = min(box.margin_left, box.margin_right)
    cut = max(0.0, narrower - white)
    is_mirrored = box.children[0].style["direction"] == "rtl"
    made = []
    for side in saddle_order(len(pages)):
        halves = side[::-1] if is_mirrored else side
        both = [pages[number] if number < len(pages) else None for number in halves]
        made.append(_sheet(first, both, cut))
    return made


def _sheet(first: Any, halves: list[Any], cut: float) -> Any:
    sheet = copy(first)
    sheet.width, sheet.height = first.height, first.width
    sheet.links, sheet.bookmarks, sheet.anchors = [], [], {}
    half = sheet.width / 2
    size = min(half / (first.width - 2 * cut), sheet.height / first.height)
    top = (sheet.height - size * first.height) / 2
    edge = (half - size * first.width) / 2
    places = [(edge, top), (half + edge, top)]
    placed = [(page, *place) for page, place in zip(halves, places, strict=True) if page]
    sheet.paint = partial(_painted, placed, size)
    return sheet


def _painted(
    placed: list[tuple[Any, float, float]], size: float, stream: Any, scale: float
) -> None:
    for page, x, y in placed:
        with stream.stacked():
            stream.transform(a=size, d=size, e=x * scale, f=y * scale)
            page.paint(stream, scale)
