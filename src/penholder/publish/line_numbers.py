"""Line numbers: every line of the text numbered in the margin of its page, from 1 on each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

_PIXELS = 96 / 72
_GAP = 8 * _PIXELS
_WIDTH = 24 * _PIXELS
_APART = 3 * _PIXELS
# Where the baseline of 7 point Liberation Serif lies in a line of 12 points, from its top.
_BASELINE = (6 + (0.891 - 0.216) * 7 / 2) * _PIXELS
_LEFT_OUT = frozenset({"masthead", "footnotes", "paragraph-id"})


def number_lines(pages: Sequence[Any], lay_out: Callable[[str], Any]) -> None:
    """Have WeasyPrint pages paint the numbers of their lines, as artifacts no reader speaks.

    ``lay_out`` makes a WeasyPrint document of HTML: the numbers are pages of their own, laid
    over those of the text.
    """
    numbers = lay_out(_numbers_html(pages)).pages
    for page, over in zip(pages, numbers, strict=True):
        page.paint = partial(_painted, page.paint, over)


def _painted(paint: Callable[[Any, float], None], over: Any, stream: Any, scale: float) -> None:
    paint(stream, scale)
    with stream.artifact():
        tags, stream._tags = stream._tags, None
        over.paint(stream, scale)
        stream._tags = tags


def _numbers_html(pages: Sequence[Any]) -> str:
    width, height = pages[0].width, pages[0].height
    style = (
        f"@page{{size:{width}px {height}px;margin:0}}"
        'html{font:7pt/12pt "Liberation Serif"}body{margin:0}'
        "section{position:relative;height:0;break-before:page}"
        f"p{{position:absolute;margin:0;width:{_WIDTH}px}}"
    )
    sections = "".join(f"<section>{''.join(_of_page(page))}</section>" for page in pages)
    return f"<html><head><style>{style}</style></head><body>{sections}</body></html>"


def _of_page(page: Any) -> Iterator[str]:
    box = page._page_box
    left, align = box.margin_left - _GAP - _WIDTH, "right"
    if box.children[0].style["direction"] == "rtl":
        left, align = box.margin_left + box.width + _GAP, "left"
    for number, baseline in enumerate(baselines(page), 1):
        place = f"left:{left}px;top:{baseline - _BASELINE}px;text-align:{align}"
        yield f'<p style="{place}">{number}</p>'


def baselines(page: Any) -> list[float]:
    """Return where the lines of a page's text stand, from the top, in CSS pixels.

    Footnotes, masthead and running heads have none; what stands level, as the cells of a row
    do, is one line.
    """
    found: list[float] = []
    for baseline in sorted(_lines_in(page._page_box.children[0])):
        if not found or baseline > found[-1] + _APART:
            found.append(baseline)
    return found


def _lines_in(box: Any) -> Iterator[float]:
    if _classes(box) & _LEFT_OUT:
        return
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            if _has_letters(child):
                yield child.position_y + child.baseline
            for blocks in _blocks_in(child):
                yield from _lines_in(blocks)
        else:
            yield from _lines_in(child)


def _blocks_in(line: Any) -> Iterable[Any]:
    """Yield the blocks inside a line: a table beside words, never an indicator or a number."""
    children = getattr(line, "children", ())
    return (each for each in children if type(each).__name__ == "InlineTableBox")


def _has_letters(box: Any) -> bool:
    text = getattr(box, "text", "")
    if isinstance(text, str) and text.strip():
        return True
    children = getattr(box, "children", ())
    return any(_has_letters(child) for child in children if not _classes(child) & _LEFT_OUT)


def _classes(box: Any) -> frozenset[str]:
    element = getattr(box, "element", None)
    return frozenset(element.get("class", "").split() if element is not None else ())
