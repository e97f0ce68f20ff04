"""Pages break as Word breaks them: notes with their calls, the space of a paragraph above notes."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from penholder.publish.note_lines import keep_notes_with_their_calls


class Context:
    """A page on which text may go down to 100."""

    in_column = False

    def __init__(self, notes: list[str]) -> None:
        self.current_page_footnotes = notes
        self.counted_as_in_column: list[bool] = []

    def layout_footnote(self) -> None:
        self.counted_as_in_column.append(self.in_column)

    def overflows_page(self, bottom_space: float, position_y: float) -> bool:
        return position_y > 100 - bottom_space


def lay_out(context: Context, box: Any, ends: list[float]) -> list[float]:
    """Lay out lines that end where told, through a module of blocks as WeasyPrint has it."""
    block = SimpleNamespace()

    def layout(context: Any, box: Any, ends: list[float]) -> list[float]:
        context.layout_footnote()
        context.page_bottom = 100.0 if context.in_column else 0.0
        return [
            end
            for end, _ in block.iter_line_boxes(context, ends)
            if not context.overflows_page(0, end)
        ]

    def lines(_: Any, ends: list[float]) -> Iterator[tuple[float, int | None]]:
        yield from zip(ends, [*range(1, len(ends)), None], strict=True)

    block._linebox_layout, block.iter_line_boxes = layout, lines
    keep_notes_with_their_calls(block)
    found: list[float] = block._linebox_layout(context, box, ends)
    return found


def test_lines_stand_as_in_a_column_and_the_page_counts_as_a_page() -> None:
    context = Context([])

    lay_out(context, SimpleNamespace(margin_bottom=6), [10.0])

    assert context.counted_as_in_column == [False]
    assert vars(context)["page_bottom"] == 100.0


@pytest.mark.parametrize(
    ("notes", "ends", "fit"),
    [
        ([], [88.0, 100.0], [88.0, 100.0]),
        (["1"], [88.0, 100.0], [88.0]),
        (["1"], [82.0, 94.0], [82.0, 94.0]),
        (["1"], [88.0, 100.0, 112.0], [88.0, 100.0]),
    ],
)
def test_above_notes_the_last_line_takes_its_space_with_it(
    notes: list[str], ends: list[float], fit: list[float]
) -> None:
    assert lay_out(Context(notes), SimpleNamespace(margin_bottom=6), ends) == fit
