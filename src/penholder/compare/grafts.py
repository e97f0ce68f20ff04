"""The text that an instruction brings, as it stands beside a paragraph of the target."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from penholder.compare.targets import Target
from penholder.model.amendment import Address
from penholder.model.blocks import Block, Paragraph
from penholder.model.document import Document
from penholder.model.outline import Bare, Unit, outline


def preceding_address(address: Address) -> Address | None:
    """Return the address one before: ``OP 6`` of ``OP 7``, ``OP 4 (d)`` of ``OP 4 (e)``."""
    found = re.fullmatch(r"(.*?)(?:(\d+)|\(([b-z])\))", address.text)
    if not found or found[2] in ("0", "1"):
        return None
    before = str(int(found[2]) - 1) if found[2] else f"({chr(ord(found[3]) - 1)})"
    return Address(f"{found[1]}{before}")


def grafted(blocks: Iterable[Block], target: Target, index: int) -> list[Unit]:
    """Return the units of blocks as they stand beside a unit; numbers follow from the place."""
    beside = target.units[index]
    is_preambular = isinstance(beside.block, Paragraph) and beside.block.preambular
    units = outline(Document(target.document.masthead, operative=tuple(blocks)))
    return [
        replace(
            unit,
            region=beside.region,
            depth=unit.depth + beside.depth,
            block=_placed(unit, is_preambular=is_preambular),
        )
        for unit in units
    ]


def _placed(unit: Unit, *, is_preambular: bool) -> Bare:
    if isinstance(unit.block, Paragraph):
        is_first = unit.depth == 0
        return replace(unit.block, number=None, preambular=is_preambular and is_first)
    return unit.block
