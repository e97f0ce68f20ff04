"""Three versions become a page: the base, and beneath each place what the parties did there."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from penholder.compare.encounters import Deed, Encounter, Encounters
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.segment import Segments
from penholder.model.wording import Call, Reference, Text, scan
from penholder.publish.compose import Setting, document_page
from penholder.publish.deeds import STANDINGS, count_phrases, deed_remark, deed_words
from penholder.publish.page import Block, Page, Piece, Row, Runs, Summary, Words
from penholder.publish.runs import CHANGES


def encounters_page(
    base: Document, found: Encounters, names: tuple[str, str, str], setting: Setting
) -> Page:
    """Return the page of three versions; ``names`` are those of the base, mine and theirs."""
    page = document_page(base, names[0], setting)
    rows = {label.address: index for index, label in enumerate(labels(base))}
    blocks = (
        *map(_block, found.fields),
        *_interleaved(page.blocks, found.text, rows),
        *map(_block, found.notes),
    )
    return replace(
        page,
        name=f"{names[0]}, {names[1]} and {names[2]}",
        blocks=blocks,
        summary=Summary(
            names[0], f"{names[1]} (mine) and {names[2]} (theirs)", count_phrases(found), (), ()
        ),
    )


def _interleaved(
    blocks: Sequence[Block], found: Sequence[Encounter], rows: Mapping[str, int]
) -> Iterator[Block]:
    """Yield the blocks of the base, each followed by what happened there."""
    waiting = deque(found)
    for block in blocks:
        row = rows.get(block.address)
        while row is not None and waiting and waiting[0].row < row:
            yield _block(waiting.popleft())
        yield block
    yield from map(_block, waiting)


def _block(encounter: Encounter) -> Block:
    told = [*_rows("mine", encounter.mine), *_rows("theirs", encounter.theirs)]
    if encounter.standing == "agree":
        told = list(_rows("both", encounter.mine))
    return Block(
        "encounter",
        encounter.standing,
        address=encounter.place,
        remark=(Piece(STANDINGS[encounter.standing]),),
        rows=tuple(told),
    )


def _rows(party: str, deeds: Sequence[Deed]) -> Iterator[Row]:
    for deed in deeds:
        remark = deed_remark(deed)
        said = (Words(f" ({remark})", italic=True),) if remark else ()
        yield Row(party, ((*_runs(deed_words(deed)), *said),))


def _runs(segments: Segments) -> Runs:
    """Return segments as runs; notes are called by key, for the parties number them otherwise."""
    found: list[Words] = []
    for segment in segments:
        change = CHANGES[segment.op]
        for _, part in scan((segment.became or segment.text).replace("\t", " | ")):
            match part:
                case Text():
                    found.append(Words(part.text, change=change))
                case Call():
                    found.append(Words(f"[{part.key}]", change=change))
                case Reference():
                    found.append(Words(f"[{part.id}]", change=change))
    return tuple(found)
