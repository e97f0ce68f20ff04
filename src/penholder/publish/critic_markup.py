"""A redline as CriticMarkup: Markdown in which every change can be accepted or rejected.

CriticMarkup (https://github.com/CriticMarkup/CriticMarkup-toolkit): ``{++inserted++}``,
``{--deleted--}``, ``{~~before~>after~~}``, ``{>>remark<<}``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from penholder.compare.lines import Line
from penholder.compare.redline import Redline
from penholder.model.document import Document
from penholder.model.segment import Op, Segment
from penholder.publish.compose import Setting
from penholder.publish.markdown import BREAK, Piece, cell, emphasised, escaped, paragraph
from penholder.publish.page import Block, FieldLine, Note, Page, Row, Run, Runs, Words
from penholder.publish.redline_page import redline_page
from penholder.publish.table_lines import told_apart

_SEAM = Segment("delete", BREAK)
_OPS: Mapping[str, Op] = {
    "": "equal", "inserted": "insert", "moved": "insert", "deleted": "delete", "left": "delete",
}  # fmt: skip
_WHOLE: Mapping[str, Op] = {
    "inserted": "insert", "moved": "insert", "deleted": "delete", "moved-away": "delete",
}  # fmt: skip
_LEVELS = {"part": 2, "annex-title": 2, "section": 2, "appendix-title": 3}


def redline_markdown(
    before: Document, after: Document, redline: Redline, names: tuple[str, str]
) -> str:
    """Return the whole later version with every change in its place, as CriticMarkup.

    Accepted, it says what ``after`` says; rejected, what ``before`` says. Numbers follow from
    the place: they are those of the later version, and of the earlier one where it alone has the
    paragraph. What moved is struck where it stood and inserted where it stands, each with a
    remark; an edit within it is told in the remark.
    """
    woven = replace(redline, lines=tuple(map(_with_breaks, told_apart(redline.lines))))
    page = redline_page(before, after, woven, names, Setting())
    parts = {_anchor(line): line.part for line in redline.lines}
    blocks = _paragraphs(page.blocks, parts)
    return "\n\n".join(filter(None, [*_top(page), *blocks, *map(_note, page.notes), _end(page)]))


def _with_breaks(line: Line) -> Line:
    """Return a merged line with the ends of the paragraphs that went into it."""
    if len(line.passages) < 2:
        return line
    first, *others = line.passages
    return replace(line, passages=(first + tuple(s for run in others for s in (_SEAM, *run)),))


def _anchor(line: Line) -> str:
    label = line.label_after or line.label_before
    return label.anchor if label and line.label_after else ""


def _top(page: Page) -> Iterator[str]:
    title = " ".join(filter(None, (escaped(page.number), cell(_pieces(page.title)))))
    yield f"# {title}" if title else ""
    assert page.summary
    told = f"{page.summary.before} → {page.summary.after}: {', '.join(page.summary.counts)}"
    yield _remark(told)
    yield "\n".join(map(_field, page.summary.fields))


def _field(field: FieldLine) -> str:
    return f"- {escaped(field.name)}: {cell(_pieces(field.runs))}"


def _end(page: Page) -> str:
    assert page.summary
    pairs = "; ".join(f"{earlier} → {later}" for earlier, later in page.summary.renumbered)
    return _remark(f"renumbered: {pairs}") if pairs else ""


def _remark(told: str) -> str:
    return f"{{>>{escaped(told)}<<}}" if told else ""


def _paragraphs(blocks: Sequence[Block], parts: Mapping[str, int]) -> Iterator[str]:
    """Yield the blocks; the later parts of a split go on from the first by an inserted break."""
    split: list[Block] = []
    for block in blocks:
        is_part = block.status == "split" and bool(parts.get(block.anchor))
        if split and not is_part:
            yield _split(split)
            split = []
        if block.status == "split":
            split.append(block)
        else:
            yield _table(block) if block.part == "table" else _paragraph(block)
    if split:
        yield _split(split)


def _paragraph(block: Block) -> str:
    return _set(block, _numbered(block), _told(block))


def _split(blocks: Sequence[Block]) -> str:
    first, *others = blocks
    pieces = _numbered(first)
    for block in others:
        pieces.append(Piece("insert", f"{BREAK}{_number(block)}"))
        pieces += _pieces(block.runs)
    return _set(first, pieces, first.remark_words)


def _set(block: Block, pieces: Iterable[Piece], told: str) -> str:
    """Return a block as a heading, a quotation or a paragraph, with its remark."""
    if level := _level(block):
        return f"{'#' * level} {cell(pieces)}{_remark(told)}"
    text = paragraph(pieces) + _remark(told)
    return "> " + text.replace("\n", "\n> ") if block.kind == "quoted" else text


def _level(block: Block) -> int:
    if block.kind.startswith("heading-"):
        return 2 + int(block.kind[-1])
    return _LEVELS.get(block.kind, 0)


def _numbered(block: Block) -> list[Piece]:
    number = Piece(_WHOLE.get(block.status, "equal"), _number(block))
    return [number, *_pieces(_standing(block.runs, block.status))]


def _number(block: Block) -> str:
    if not block.number:
        return ""
    return escaped(block.number) + (" – " if block.runs and _level(block) else " ")


def _standing(runs: Runs, status: str) -> Runs:
    """Return the runs of what moved as it stands now: what it lost is told in the remark."""
    return tuple(run for run in runs if run.change != "deleted") if status == "moved" else runs


def _told(block: Block) -> str:
    """Return the remark on a block, the edits inside a moved one included."""
    if block.status != "moved":
        return block.remark_words
    return "; ".join([block.remark_words, *_inner_edits(block.runs)])


def _inner_edits(runs: Runs) -> Iterator[str]:
    gone, come = "", ""
    for run in (*runs, Words("")):
        if run.change == "deleted":
            gone += _letters(run)
        elif run.change == "inserted":
            come += _letters(run)
        elif gone or come:
            yield _edit(gone.strip(), come.strip())
            gone, come = "", ""


def _edit(gone: str, come: str) -> str:
    if gone and come:
        return f"“{gone}” became “{come}”"
    return f"“{gone}” left out" if gone else f"“{come}” added"


def _letters(run: Run) -> str:
    return run.text if isinstance(run, Words) else f"[{run.number}]"


def _pieces(runs: Runs) -> list[Piece]:
    return [Piece(_OPS[run.change], _markdown(run)) for run in runs]


def _markdown(run: Run) -> str:
    if not isinstance(run, Words):
        return f"[^{_note_name(run.target)}]"
    return emphasised(run.text) if run.italic else escaped(run.text.replace("\t", " "))


def _note_name(anchor: str) -> str:
    """Return what a note is called: its number; ``was-3`` where only the earlier version has it."""
    return anchor.replace("struck-note", "was").removeprefix("note-")


def _note(note: Note) -> str:
    return f"[^{_note_name(note.anchor)}]: {cell(_pieces(note.runs))}"


def _table(block: Block) -> str:
    rows = [row for row in block.rows if row.kind != "note"]
    width = max((len(row.cells) for row in rows), default=0)
    lines = [_row(row, width) for row in rows]
    if rows and rows[0].kind != "head":
        lines.insert(0, _line([""] * width))
    lines.insert(1, _line(["---"] * width))
    notes = (paragraph(_row_pieces(row, row.cells[0])) for row in block.rows if row.kind == "note")
    title = _paragraph(block) if block.runs or block.remark_words else ""
    return "\n\n".join(filter(None, (title, "\n".join(lines) if rows else "", *notes)))


def _row(row: Row, width: int) -> str:
    cells = [cell(_row_pieces(row, runs)) for runs in row.cells]
    cells += [""] * (width - len(cells))
    remark = _remark({"moved": "moved here", "left": "moved away"}.get(row.change, ""))
    return _line([*cells[:-1], cells[-1] + remark])


def _row_pieces(row: Row, runs: Runs) -> list[Piece]:
    if row.change != "moved":
        return _pieces(runs)
    return [Piece("insert", _markdown(run)) for run in _standing(runs, "moved")]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
