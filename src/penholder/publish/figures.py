"""Which columns of a table hold figures, and which of its rows sum them up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.publish.page import Row, Runs, Words

_TOTAL = re.compile(r"^(?:sub-?)?total\b|\btotal$", re.IGNORECASE)
_FIGURE = re.compile(r"\(?[–−-]?\d[\d .,\u00a0\u202f]*%?\)?[a-z]?|[–—-]")


def figure_columns(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the columns, from 0, whose cells below the head are figures or empty.

    A dash stands for nothing; a column of dashes alone is none of figures. A letter behind a
    figure calls a note of the table. The first of several columns holds what the others tell of,
    be it numbers of sections. Source: tables of the Fifth Committee (80/239, 79/249, 80/242,
    A/C.5/80/L.6), thousands apart by spaces.
    """
    body = [row for row in rows if row.kind == "body"]
    return columns_of_figures([[_letters(cell) for cell in row.cells] for row in body])


def is_total(row: Row) -> bool:
    """Whether a row sums up the rows above it: its first words, or the last of them, say so.

    Source: the tables of four documents of the Fifth Committee, all in English; French and Spanish
    have the same word.
    """
    label = next(filter(None, (_letters(cell).strip() for cell in row.cells)), "")
    return row.kind == "body" and bool(_TOTAL.search(label))


def columns_of_figures(rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return the columns of figures among the texts of rows below the head."""
    widest = max(map(len, rows), default=0)
    first = 1 if widest > 1 else 0
    columns = (
        [text for row in rows if column < len(row) and (text := row[column].strip())]
        for column in range(first, widest)
    )
    return tuple(place for place, texts in enumerate(columns, first) if _is_of_figures(texts))


def _letters(cell: Runs) -> str:
    return "".join(run.text for run in cell if isinstance(run, Words))


def _is_of_figures(texts: Sequence[str]) -> bool:
    is_counted = any(digit.isdigit() for text in texts for digit in text)
    return is_counted and all(_FIGURE.fullmatch(text) for text in texts)
