"""The lines of a paragraph are laid out so that no note leaves the page of its call.

To save a paragraph's second line from being alone on the next page, WeasyPrint 70 sends footnotes
of the page ahead instead (layout/block.py, ``_linebox_layout``), and a note then stands pages
behind its call. It does so on pages alone, not in columns. So the lines of a paragraph are told
that they stand in a column, and nothing else is: notes are still placed, and counted, on the page.

Above notes, the space below a paragraph belongs to it, as in Word: its last line goes to the next
page where the space would not fit. Measured on 181 documents: above notes, 320 pages that end with
a line inside a paragraph leave 14.3 pt at least, 199 that end with a last line 20.1 pt; without
notes both kinds go down to the same line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

_Context = Any


class _AsInColumn:
    """The state of a layout as the lines of one paragraph see it.

    Every question is handed on, but whether they stand in a column, and whether a line overflows
    the page: with notes on it, the last one takes ``below`` with it, in pixels.
    """

    in_column = True

    def __init__(self, context: _Context, below: float) -> None:
        vars(self).update(_context=context, _below=below, _is_last=False)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._context, name, value)

    def watch(self, lines: Iterator[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
        """Yield the lines of a paragraph, with where to go on after each, or None."""
        for line, resume_at in lines:
            vars(self)["_is_last"] = resume_at is None
            yield line, resume_at

    def overflows_page(self, bottom_space: float, position_y: float) -> bool:
        """Whether a line that ends there, in pixels, goes beyond the room for text."""
        takes_space = self._is_last and self._context.current_page_footnotes
        end = position_y + self._below if takes_space else position_y
        return bool(self._context.overflows_page(bottom_space, end))


def keep_notes_with_their_calls(block: Any) -> None:
    """Have WeasyPrint, of which ``block`` is the module of blocks, break pages as Word does."""
    block._linebox_layout = _in_column(block._linebox_layout)
    block.iter_line_boxes = _watched(block.iter_line_boxes)


def _in_column(layout: Callable[..., Any]) -> Callable[..., Any]:
    def kept(context: _Context, box: Any, *arguments: Any) -> Any:
        below = 0.0 if box.margin_bottom == "auto" else max(0.0, box.margin_bottom)
        return layout(_AsInColumn(context, below), box, *arguments)

    return kept


def _watched(lines: Callable[..., Iterator[tuple[Any, Any]]]) -> Callable[..., Any]:
    def watched(context: _Context, *arguments: Any) -> Iterator[tuple[Any, Any]]:
        return context.watch(lines(context, *arguments))  # type: ignore[no-any-return]

    return watched
