"""The lines of a paragraph are laid out so that no note leaves the page of its call.

To save a paragraph's second line from being alone on the next page, WeasyPrint 70 sends footnotes
of the page ahead instead (layout/block.py, ``_linebox_layout``), and a note then stands pages
behind its call. It does so on pages alone, not in columns. So the lines of a paragraph are told
that they stand in a column, and nothing else is: notes are still placed, and counted, on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_Context = Any


class _AsInColumn:
    """The state of a layout, every question handed on to it but whether it is in a column."""

    in_column = True

    def __init__(self, context: _Context) -> None:
        object.__setattr__(self, "_context", context)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._context, name, value)


def keep_notes_with_their_calls(block: Any) -> None:
    """Have WeasyPrint, of which ``block`` is the module of blocks, send no note ahead."""
    block._linebox_layout = _in_column(block._linebox_layout)


def _in_column(layout: Callable[..., Any]) -> Callable[..., Any]:
    def kept(context: _Context, *arguments: Any) -> Any:
        return layout(_AsInColumn(context), *arguments)

    return kept
