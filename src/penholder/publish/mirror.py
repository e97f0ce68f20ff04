"""A page with its marks turned round, or with its anchors kept apart from those of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from penholder.publish.page import Block, Change, Note, NoteMark, Page, Piece, Restyled, Run, Runs

_CHANGES: dict[Change, Change] = {"inserted": "deleted", "moved": "left"}
_FACES: dict[Restyled, Restyled] = {"now italic": "was italic", "now roman": "was roman"}
_STATUSES = {"inserted": "deleted", "moved": "moved-away"}


def mirrored(page: Page) -> Page:
    """Return a page with what is marked as inserted or moved here marked as gone instead."""

    def turned(run: Run) -> Run:
        change = _CHANGES.get(run.change, run.change)
        if isinstance(run, NoteMark):
            return replace(run, change=change)
        return replace(run, change=change, restyled=_FACES.get(run.restyled, run.restyled))

    def of_block(block: Block) -> Block:
        rows = tuple(replace(r, change=_CHANGES.get(r.change, r.change)) for r in block.rows)
        return replace(block, status=_STATUSES.get(block.status, block.status), rows=rows)

    page = _mapped(page, turned)
    return replace(page, blocks=tuple(map(of_block, page.blocks)))


def kept_apart(page: Page, prefix: str, other: str) -> Page:
    """Return a page whose anchors begin with ``prefix``; remarks lead to those of the ``other``.

    Its notes stand in ``notes`` alone and no more at their calls.
    """

    def without_note(run: Run) -> Run:
        return replace(run, note=None) if isinstance(run, NoteMark) else run

    def of_piece(piece: Piece) -> Piece:
        target = piece.target.removesuffix("-before")
        return replace(piece, target=other + target) if target else piece

    page = prefixed(_mapped(page, without_note), prefix)
    turned = (replace(b, remark=tuple(map(of_piece, b.remark))) for b in page.blocks)
    return replace(page, blocks=tuple(turned))


def prefixed(page: Page, prefix: str) -> Page:
    """Return a page whose anchors begin with ``prefix``, its notes where they were."""

    def of_run(run: Run) -> Run:
        if not isinstance(run, NoteMark):
            return run
        note = of_note(run.note) if run.note else None
        return replace(run, anchor=prefix + run.anchor, target=prefix + run.target, note=note)

    def of_block(block: Block) -> Block:
        rows = tuple(replace(r, anchor=r.anchor and prefix + r.anchor) for r in block.rows)
        return replace(block, anchor=block.anchor and prefix + block.anchor, rows=rows)

    def of_note(note: Note) -> Note:
        calls = tuple(prefix + call for call in note.calls)
        return replace(note, anchor=prefix + note.anchor, calls=calls)

    page = _mapped(page, of_run)
    blocks = tuple(map(of_block, page.blocks))
    return replace(page, blocks=blocks, notes=tuple(map(of_note, page.notes)))


def _mapped(page: Page, change: Callable[[Run], Run]) -> Page:
    """Return a page with every run changed, the notes at their calls too."""

    def of_run(run: Run) -> Run:
        run = change(run)
        if isinstance(run, NoteMark) and run.note:
            return replace(run, note=of_note(run.note))
        return run

    def of_runs(runs: Runs) -> Runs:
        return tuple(map(of_run, runs))

    def of_note(note: Note) -> Note:
        return replace(note, runs=of_runs(note.runs))

    def of_block(block: Block) -> Block:
        rows = tuple(replace(r, cells=tuple(map(of_runs, r.cells))) for r in block.rows)
        return replace(block, runs=of_runs(block.runs), rows=rows)

    return replace(
        page,
        title=of_runs(page.title),
        blocks=tuple(map(of_block, page.blocks)),
        notes=tuple(map(of_note, page.notes)),
    )
