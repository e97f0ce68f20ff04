"""Lines set in columns become tables: rows, cells, heads and the notes below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from penholder.ingest.passages import Cells, Passage, Run, SetAside, joined
from penholder.ingest.pdf_lines import PageLine, Span

_SMALLER = 0.9
_LEAST_ROWS = 2
_ROW_GAP = 1.42
_HEAD_SIZE = 0.6
_NUMBER = re.compile(r"\(?[\d\s,.]*\d[\d\s,.%]*\)?|[–—-]")
_ORDINARY = re.compile(r"[“\"(]?[\w.]{1,9}[.)]?|[•–—-]")


@dataclass(frozen=True, slots=True)
class Columns:
    """A run of lines set in columns."""

    lines: tuple[PageLine, ...]


Segment = PageLine | Columns
_Edges = Sequence[tuple[float, float]]


def with_tables(lines: Sequence[PageLine], size: float) -> list[Segment]:
    """Return the lines of a body with those that are set in columns gathered.

    A table is a run of lines of one page in smaller type, or with several cells each, in which
    at least two have several cells. ``size`` is that of the body's type.
    """
    segments: list[Segment] = []
    begun: list[PageLine] = []
    for line in lines:
        is_near = not begun or (begun[-1].page == line.page and _is_near(begun[-1], line))
        if _may_be_row(line, size) and is_near:
            begun.append(line)
            continue
        segments += _closed(begun)
        begun = []
        if _may_be_row(line, size):
            begun.append(line)
        else:
            segments.append(line)
    return segments + _closed(begun)


def _may_be_row(line: PageLine, size: float) -> bool:
    return line.size < _SMALLER * size or _has_cells(line)


def _has_cells(line: PageLine) -> bool:
    spans = line.spans
    return (
        len(spans) > 2
        or (len(spans) == 2 and not _ORDINARY.fullmatch(spans[0].text.strip()))
        or (len(spans) == 2 and bool(_NUMBER.fullmatch(spans[1].text.strip())))
    )


def _is_near(above: PageLine, line: PageLine) -> bool:
    return line.baseline - above.baseline < 5 * max(above.size, line.size)


def _closed(begun: list[PageLine]) -> list[Segment]:
    if sum(_has_cells(line) for line in begun) >= _LEAST_ROWS:
        return [Columns(tuple(begun))]
    return list(begun)


def table_passage(columns: Columns) -> Passage:
    """Return the table that lines set in columns make."""
    rows, notes = _with_notes(columns.lines)
    edges = _edges(columns.lines)
    size = max(line.size for line in columns.lines)
    cells = [_cells(row, edges) for row in rows]
    heads = _head_length(rows, size)
    marked = [Cells(each, "head" if index < heads else "body") for index, each in enumerate(cells)]
    lines = tuple(line.line() for line in columns.lines)
    noted = tuple(tuple(joined(line.runs for line in note)) for note in notes)
    return Passage(lines, "table", "new", 0.0, tuple(marked), noted)


def joined_tables(passages: Iterable[Passage]) -> tuple[list[Passage], list[SetAside]]:
    """Return passages with tables that go on over a page made whole, and the heads repeated."""
    whole: list[Passage] = []
    aside: list[SetAside] = []
    for passage in passages:
        last = whole[-1] if whole else None
        if not (last and last.role == "table" and passage.role == "table"):
            whole.append(passage)
            continue
        rest, repeated = _without_head(last, passage)
        aside += [SetAside(_text(row), "table head repeated", passage.place) for row in repeated]
        whole[-1] = replace(
            last,
            lines=last.lines + passage.lines,
            rows=last.rows + rest,
            notes=last.notes + passage.notes,
        )
    return whole, aside


def _without_head(first: Passage, rest: Passage) -> tuple[tuple[Cells, ...], tuple[Cells, ...]]:
    """Return the rows that go on with a table, and those that say its head again."""
    head = [_text(row) for row in first.rows if row.kind == "head"]
    pairs = zip(head, rest.rows, strict=False)
    again = list(takewhile(lambda pair: pair[0] == _text(pair[1]), pairs))
    rows = tuple(Cells(row.cells, "body") for row in rest.rows[len(again) :])
    return rows, tuple(row for _, row in again)


def _text(row: Cells) -> str:
    return " ".join("".join(run.text for run in cell).strip() for cell in row.cells).strip()


def _with_notes(
    lines: Sequence[PageLine],
) -> tuple[list[list[PageLine]], list[list[PageLine]]]:
    """Return lines as rows, and those below the last row that raised letters open as notes."""
    start = len(lines)
    for index in range(len(lines) - 1, 0, -1):
        if _opens_note(lines[index]):
            start = index
    notes: list[list[PageLine]] = []
    for line in lines[start:]:
        if _opens_note(line) or not notes:
            notes.append([])
        notes[-1].append(line)
    return list(_rows(lines[:start])), notes


def _opens_note(line: PageLine) -> bool:
    first = next((run for run in line.runs if run.text.strip()), None)
    return len(line.spans) == 1 and first is not None and first.raised


def _rows(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    row = [lines[0]]
    for above, line in pairwise(lines):
        if _begins_row(above, line):
            yield row
            row = []
        row.append(line)
    yield row


def _begins_row(above: PageLine, line: PageLine) -> bool:
    gap = line.baseline - above.baseline
    if gap > _ROW_GAP * max(above.size, line.size):
        return True
    return _ends_in_number(above) and _ends_in_number(line)


def _ends_in_number(line: PageLine) -> bool:
    return len(line.spans) > 1 and bool(_NUMBER.fullmatch(line.spans[-1].text.strip()))


def _edges(lines: Sequence[PageLine]) -> list[tuple[float, float]]:
    """Return the columns: the stretches across the page that cells of full rows cover."""
    counts = Counter(len(line.spans) for line in lines)
    full = max(count for count in counts if counts[count] > 1 or count == 2)
    spans = [
        (span.left, span.right) for line in lines if len(line.spans) >= full for span in line.spans
    ]
    edges: list[tuple[float, float]] = []
    for left, right in sorted(spans):
        if edges and left < edges[-1][1]:
            edges[-1] = (edges[-1][0], max(edges[-1][1], right))
        else:
            edges.append((left, right))
    return edges


def _cells(
    row: Sequence[PageLine], edges: Sequence[tuple[float, float]]
) -> tuple[tuple[Run, ...], ...]:
    """Return the runs of each cell of a row, lines of one cell joined."""
    cells: list[list[tuple[Run, ...]]] = [[] for _ in edges]
    for line in row:
        for span in line.spans:
            cells[_column(span, edges)].append(span.runs)
    return tuple(tuple(joined(cell)) for cell in cells)


def _column(span: Span, edges: _Edges) -> int:
    """Return the column that a span covers most of, else the nearest."""
    shared = [min(span.right, right) - max(span.left, left) for left, right in edges]
    return max(range(len(edges)), key=lambda index: (shared[index], -index))


def _head_length(rows: Sequence[Sequence[PageLine]], size: float) -> int:
    """Return how many rows are heads: those in smaller or italic type at the top."""
    count = 0
    for row in rows[:-1]:
        is_small = all(line.size < size - _HEAD_SIZE for line in row)
        is_full = count == 0 or any(len(line.spans) > 1 for line in row)
        if not (is_small or (is_full and all(line.is_italic for line in row))):
            break
        count += 1
    return count
