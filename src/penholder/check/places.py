"""Whether an import left words that found no place."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.check.finding import Finding, InUnit
from penholder.check.reading import Reading
from penholder.model.blocks import Unplaced


def unplaced_words(reading: Reading) -> Iterator[Finding]:
    """Find words of an imported source that stand in the file without a place of their own."""
    for index, unit in enumerate(reading.units):
        if isinstance(unit.block, Unplaced):
            page = f" of page {unit.block.page}" if unit.block.page else ""
            what = f"words{page} of the source found no place"
            fix = "move them to where they belong, and remove unplaced:"
            yield Finding("W-UNPLACED", what, fix, InUnit(index, key="unplaced"))
