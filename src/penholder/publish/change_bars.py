"""Change bars: a black rule in the outer margin beside every line of a page that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

_MARKS = frozenset({"ins", "del"})
_MARK_CLASSES = frozenset({"remark", "restyled"})
_PIXELS = 96 / 72
_GAP = 16 * _PIXELS
_WIDTH = 1.5 * _PIXELS


class Bar(NamedTuple):
    """A rule beside lines that follow one another, in CSS pixels from the top left of the page."""

    x: float
    y: float
    width: float
    height: float


def draw_bars(pages: Iterable[Any]) -> None:
    """Have WeasyPrint pages paint their change bars too, as artifacts that no reader speaks."""
    for page in pages:
        if found := bars(page):
            page.paint = partial(_painted, page.paint, found)


def _painted(
    paint: Callable[[Any, float], None], found: list[Bar], stream: Any, scale: float
) -> None:
    paint(stream, scale)
    with stream.artifact(), stream.stacked():
        stream.transform(a=scale, d=scale)
        for bar in found:
            stream.rectangle(*bar)
        stream.fill()


def bars(page: Any) -> list[Bar]:
    """Return the bars of a WeasyPrint page; none where its body has no ``data-inset``.

    That is how far the text stands inside the margins of the sheet, in points. The bars stand
    in the outer margin; in columns those of the earlier version on its side, where reading begins,
    those of the later on the other. The summary of a redline has none.
    """
    box = page._page_box
    body = box.children[0].element.find("body")
    if body is None or "data-inset" not in body.attrib:
        return []
    inset = float(body.get("data-inset")) * _PIXELS
    left = box.margin_left + inset - _GAP
    right = box.margin_left + box.width - inset + _GAP - _WIDTH
    is_turned = box.children[0].style["direction"] == "rtl"
    edges = {"before": right, "after": left} if is_turned else {"before": left, "after": right}
    outer = "after" if (box.page_type.side == "right") != is_turned else "before"
    found: dict[float, list[tuple[float, float]]] = {}
    for side, top, height in _changed_lines(box, outer):
        found.setdefault(edges[side], []).append((top, top + height))
    return [bar for x, spans in found.items() for bar in _joined(x, sorted(spans))]


def _joined(x: float, spans: list[tuple[float, float]]) -> Iterator[Bar]:
    """Yield one bar for lines that touch, as far as rounding lets them."""
    top, end = spans[0]
    for first, last in spans[1:]:
        if first > end + 1:
            yield Bar(x, top, _WIDTH, end - top)
            top = first
        end = max(end, last)
    yield Bar(x, top, _WIDTH, end - top)


def _changed_lines(box: Any, side: str) -> Iterator[tuple[str, float, float]]:
    """Yield the outer side, the top and the height of every changed line inside a box."""
    classes = _classes(box)
    if "summary" in classes:
        return
    if box.element_tag == "td":
        side = next((each for each in ("before", "after") if each in classes), side)
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            if _is_marked(child):
                yield side, child.position_y, child.height
            yield from _in_line(child, side)
        else:
            yield from _changed_lines(child, side)


def _in_line(box: Any, side: str) -> Iterator[tuple[str, float, float]]:
    """Yield the changed lines of blocks that stand inside a line."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ in ("InlineBox", "TextBox"):
            yield from _in_line(child, side)
        else:
            yield from _changed_lines(child, side)


def _is_marked(box: Any) -> bool:
    is_mark = box.element_tag in _MARKS or bool(_classes(box) & _MARK_CLASSES)
    return is_mark or any(map(_is_marked, getattr(box, "children", ())))


def _classes(box: Any) -> frozenset[str]:
    element = getattr(box, "element", None)
    return frozenset(element.get("class", "").split() if element is not None else ())
