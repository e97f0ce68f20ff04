"""A footnote longer than a page goes on at the foot of the pages after it.

WeasyPrint 70 cuts off what does not fit on a page. So a long note is cut into pieces here, each
called from a line further down by a call that nobody sees. Where a piece does not fit on its page,
the printer takes the line of its call to the next, and the piece with it: the note reads on from
foot to foot, as Word sets it, with some lines of text above.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from penholder.publish.page import Block, Note, NoteMark, Page, Run, Runs, Words

# In letters: a line of a note holds about 85 of them and a page about 60 lines, a line of text 81.
# On the official pages measured no note is longer than 34 lines, and none goes on.
_LONGEST = 40 * 85
_FIRST = 15 * 85
_ONE_LINE_ON = 100
_HOLDS_CALLS = frozenset(
    ("organ-line", "preambular", "operative", "item", "closing", "quoted", "annexed")
)


def with_continued_notes(page: Page) -> Page:
    """Return a page for the printer whose notes are no longer than a page holds."""
    waiting: list[NoteMark] = []
    blocks = [_with_calls(block, waiting) for block in page.blocks]
    blocks += (Block("preamble", "rest-of-note", (mark,)) for mark in waiting)
    return replace(page, blocks=tuple(blocks))


def _with_calls(block: Block, waiting: list[NoteMark]) -> Block:
    """Return the block with the calls of pieces that wait, and let the pieces of its own wait."""
    if not (waiting or any(_is_long(run) for run in block.runs)):
        return block
    if block.kind not in _HOLDS_CALLS:
        return block if not block.runs else replace(block, runs=tuple(_cut(block.runs, waiting)))
    return replace(block, runs=tuple(_called(block.runs, waiting)))


def _cut(runs: Runs, waiting: list[NoteMark]) -> Iterator[Run]:
    for run in runs:
        if isinstance(run, NoteMark) and run.note and _is_long(run):
            first, *others = _pieces(run, run.note)
            waiting += others
            yield first
        else:
            yield run


def _called(runs: Runs, waiting: list[NoteMark]) -> Iterator[Run]:
    at = due = 0  # letters of the block so far, and where the next call is to stand
    for run in runs:
        if isinstance(run, NoteMark):
            due = due if waiting else at + _ONE_LINE_ON
            yield from _cut((run,), waiting)
            continue
        rest = run
        while waiting and (cut := _place(rest.text, due - at)) is not None:
            yield from (replace(rest, text=rest.text[:cut]), waiting.pop(0))
            rest = replace(rest, text=rest.text[cut:])
            at += cut
            due = at + _ONE_LINE_ON
        at += len(rest.text)
        yield rest


def _place(text: str, due: int) -> int | None:
    """Return where a call may stand in a run: at its very begin, or after the next space."""
    space = text.find(" ", max(0, due))
    return 0 if due == 0 else None if space < 0 else space + 1


def _is_long(run: Run) -> bool:
    return isinstance(run, NoteMark) and run.note is not None and _length(run.note) > _LONGEST


def _length(note: Note) -> int:
    return sum(len(run.text) for run in note.runs if isinstance(run, Words))


def _pieces(mark: NoteMark, note: Note) -> Iterator[NoteMark]:
    """Yield the call with the begin of its note, then one for each further piece, unseen."""
    for number, runs in enumerate(_in_pieces(note.runs)):
        if number == 0:
            yield replace(mark, note=replace(note, runs=runs))
        else:
            anchor = f"{note.anchor}-{number + 1}"
            yield replace(mark, number="", anchor=f"{anchor}-call", note=Note("", anchor, runs, ()))


def _in_pieces(runs: Runs) -> Iterator[Runs]:
    piece: list[Run] = []
    room = _FIRST
    for run in runs:
        while isinstance(run, Words) and len(run.text) > room:
            end = run.text.rfind(" ", 0, room) + 1
            yield (*piece, replace(run, text=run.text[:end]))
            piece, room = [], _LONGEST
            run = replace(run, text=run.text[end:])
        piece.append(run)
        room -= len(run.text) if isinstance(run, Words) else 0
    yield tuple(piece)
