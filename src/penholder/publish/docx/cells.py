"""Cells of tables: those of columns of figures are set to the right, in each version its own."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.publish.docx.sheet import (
    COMING,
    GOING,
    NOWHERE,
    Dress,
    Inlines,
    Paragraph,
    Row,
    State,
    Stretch,
    Table,
)
from penholder.publish.figures import columns_of_figures

_TEXT, _FIGURE, _HEAD = Dress("TableText"), Dress("TableFigure"), Dress("TableHead")


@dataclass(frozen=True, slots=True)
class Figures:
    """The columns of figures of a table, from 0, in the version before and after."""

    before: tuple[int, ...]
    after: tuple[int, ...]

    def cell(self, row: Row, column: int) -> Paragraph:
        """Return the paragraph of a cell, empty where its row has none, set as its column is."""
        inlines = row.cells[column] if column < len(row.cells) else ()
        anchor = row.anchor if column == 0 else NOWHERE
        figure = _HEAD if row.is_head else _FIGURE
        before = figure if column in self.before else _TEXT
        after = figure if column in self.after else _TEXT
        if row.state:
            dress = before if row.state in GOING else after
            return Paragraph(dress, inlines, row.state, anchor=anchor)
        return Paragraph(after, inlines, was=before, anchor=anchor)


def figures_in(table: Table) -> Figures:
    """Return the columns of figures of a table; a row that is gone counts before alone."""
    return Figures(_columns(table, COMING), _columns(table, GOING))


def _columns(table: Table, absent: tuple[State, ...]) -> tuple[int, ...]:
    rows = (row for row in table.rows if row.state not in absent and not row.is_head)
    return columns_of_figures([[_letters(cell, absent) for cell in row.cells] for row in rows])


def _letters(inlines: Inlines, absent: tuple[State, ...]) -> str:
    return "".join(
        each.text for each in inlines if isinstance(each, Stretch) and each.state not in absent
    )
