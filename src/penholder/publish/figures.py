"""Which columns of a table hold figures: those are set to the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.publish.page import Row, Runs, Words

_FIGURE = re.compile(r"\(?[–−-]?\d[\d .,\u00a0\u202f]*%?\)?|[–—-]")


def figure_columns(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the columns, from 0, whose cells below the head are figures or empty.

    A dash stands for nothing; a column of dashes alone is none of figures. Source: tables of the
    Fifth Committee (80/239, 79/249), thousands apart by spaces.
    """
    body = [row for row in rows if row.kind == "body"]
    return columns_of_figures([[_letters(cell) for cell in row.cells] for row in body])


def columns_of_figures(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the columns of figures among the texts of rows below the head."""
    widest = max(map(len, rows), default=0)
    columns = (
        [text for row in rows if column < len(row) and (text := row[column].strip())]
        for column in range(widest)
    )
    return tuple(place for place, texts in enumerate(columns) if _is_of_figures(texts))


def _letters(cell: Runs) -> str:
    return "".join(run.text for run in cell if isinstance(run, Words))


def _is_of_figures(texts: Sequence[str]) -> bool:
    is_counted = any(digit.isdigit() for text in texts for digit in text)
    return is_counted and all(_FIGURE.fullmatch(text) for text in texts)
