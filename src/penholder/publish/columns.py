"""Places and what is said of them, in two columns that a terminal shows aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import TextWrapper
from typing import NamedTuple

from penholder.publish.terminal import Screen

_NARROWEST_PLACE, _WIDEST_PLACE = 2, 24
_GAP = "  "


class Row(NamedTuple):
    """A place, such as ``OP 9``, and what is said of it."""

    place: str
    told: str


def told_rows(rows: Sequence[Row], screen: Screen) -> Iterator[str]:
    """Yield the rows in lines no wider than the screen; a long place has a line of its own."""
    lengths = [len(row.place) for row in rows]
    wide = max((length for length in lengths if length <= _WIDEST_PLACE), default=_NARROWEST_PLACE)
    pad = _beside("", wide)
    wrapper = TextWrapper(
        screen.width, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False
    )
    for row in rows:
        wrapper.initial_indent = _beside(row.place, wide)
        if len(row.place) > wide:
            yield _GAP + row.place
            wrapper.initial_indent = pad
        yield from (line.rstrip() for line in wrapper.wrap(row.told))


def _beside(place: str, wide: int) -> str:
    return f"{_GAP}{place:<{wide}}{_GAP}" if wide else _GAP


def heading(text: str, screen: Screen) -> str:
    """Return a heading, bold where the screen shows colour."""
    return f"\033[1m{text}\033[0m" if screen.is_coloured else text
