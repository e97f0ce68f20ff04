"""Paragraphs that come or go leave those after them as they are set, in every reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from penholder.publish.docx.sheet import COMING, GOING, Body, Paragraph, State, Table


def settled(body: Body) -> Body:
    """Return the body, paragraphs of several changes written as one where it matters.

    Where a paragraph goes in pieces, a moved one with words edited, LibreOffice 7.4 gives its
    settings to the next that stays; gone in one piece it does not (decision 27).
    """
    return tuple(
        block if _is_safe(block, body[index + 1 :]) else _in_one(block)
        for index, block in enumerate(body)
    )


def _is_safe(block: Paragraph | Table, following: Iterable[Paragraph | Table]) -> bool:
    side = _side(block)
    if isinstance(block, Table) or not side:
        return True
    staying = next((b for b in following if isinstance(b, Table) or b.mark not in side), None)
    if staying is None or isinstance(staying, Table):
        return False
    was = staying.was or staying.dress
    dress = was if side is COMING else staying.dress
    return block.list == staying.list and block.dress.is_set_like(dress)


def _side(block: Paragraph | Table) -> tuple[State, ...]:
    """Return the states of a paragraph that goes whole but in pieces; none for any other."""
    if isinstance(block, Table):
        return ()
    states = {each.state for each in block.inlines}
    is_whole = len(states) > 1 and block.mark
    return next((side for side in (COMING, GOING) if is_whole and states <= {*side}), ())


def _in_one(block: Paragraph | Table) -> Paragraph | Table:
    if isinstance(block, Table):
        return block
    inlines = tuple(replace(each, state=block.mark) for each in block.inlines)
    return replace(block, inlines=inlines)
