"""What is read in another order than it is drawn: letters from the right, and brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unicodedata import bidirectional

_BRACKETS = frozenset("()[]{}<>«»‹›")


def turned_letters(box: Any, marks: Any) -> Iterator[tuple[int, str]]:
    """Yield what may be drawn in another order than it is read inside a box: its mark, as written.

    Letters are drawn from the left, and readers would speak them so. Brackets are turned round
    among those that are read from the right, and a font tells of each glyph one letter alone.
    """
    for child in getattr(box, "children", ()):
        for each in child.children if type(child).__name__ == "LineBox" else (child,):
            if type(each).__name__ == "TextBox" and each in marks and _may_be_turned(each):
                yield marks[each]["mcid"], each.text.replace("\u200b", "")


def _may_be_turned(box: Any) -> bool:
    is_mixed = box.style["direction"] == "rtl" and not box.text.isalnum()
    return is_mixed or is_right(box.text) or any(sign in _BRACKETS for sign in box.text)


def is_right(text: str) -> bool:
    """Whether a text has a letter that is read from the right."""
    return not text.isascii() and any(bidirectional(sign) in ("R", "AL") for sign in text)
