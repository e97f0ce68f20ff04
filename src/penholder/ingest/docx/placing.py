"""Where the paragraphs of a file of our own stand: as remembered, or beside those that are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from penholder.model.blocks import Paragraph, Quote
from penholder.model.document import Annex, Document, Part
from penholder.model.outline import Bare, Region, Row, Unit, outline

_HOLDERS = (Quote, Part, Annex)


@dataclass(slots=True)
class Placing:
    """The units of a document as the paragraphs of a file bring them."""

    bare: Sequence[Unit]
    units: list[Unit] = field(default_factory=list)
    shown: dict[int, str] = field(default_factory=dict)
    _reached: int = 0
    _seen: set[int] = field(default_factory=set)

    def is_free(self, order: int | None) -> bool:
        """Whether a unit is remembered under that order and has not come yet."""
        return order is not None and order < len(self.bare) and order not in self._seen

    def known(self, order: int, unit: Unit) -> None:
        """Add the unit of an order, below the quotations that open before it."""
        self._open_quotes(order)
        self._seen.add(order)
        self.units.append(unit)

    def gone(self, order: int) -> None:
        """Take note that the unit of an order has been emptied."""
        self._seen.add(order)

    def new(self, block: Bare, degree: int, number: str) -> None:
        """Add a block that is not remembered; ``number`` is what it shows."""
        region, depth = self._beside()
        if isinstance(block, Paragraph):
            region = "operative" if region == "preamble" and number and not degree else region
            self.shown[len(self.units)] = number
        self.units.append(Unit(region, depth + degree, block))

    def new_row(self, cells: tuple[str, ...]) -> None:
        """Add a row below the one above it, of as many cells."""
        last = self.units[-1]
        width = len(last.block.cells) if isinstance(last.block, Row) else len(cells)
        padded = (*cells, *("",) * width)[: max(width, len(cells))]
        depth = last.depth if isinstance(last.block, Row) else last.depth + 1
        self.units.append(Unit(last.region, depth, Row(padded)))

    def close(self) -> None:
        """Add the quotations without words at the end."""
        self._open_quotes(len(self.bare))

    def _open_quotes(self, order: int) -> None:
        """Add the quotations that hold the unit of an order, and those before it without words."""
        for above in range(self._reached, order):
            unit = self.bare[above]
            if not isinstance(unit.block, Quote):
                continue
            below = [each.depth for each in self.bare[above + 1 : order + 1]]
            is_empty = not below or below[0] <= unit.depth
            if is_empty or (order < len(self.bare) and min(below) > unit.depth):
                self.units.append(unit)
        self._reached = max(self._reached, order + 1)

    def _beside(self) -> tuple[Region, int]:
        """Return the region of what was added last, and the depth of paragraphs in its holder."""
        if not self.units:
            return (self.bare[0].region if self.bare else "operative"), 0
        depth = self.units[-1].depth + 1
        for unit in reversed(self.units):
            if unit.depth < depth and isinstance(unit.block, _HOLDERS):
                return self.units[-1].region, unit.depth + 1
            depth = min(depth, unit.depth + 1)
        return self.units[-1].region, 0


def placing_in(document: Document) -> Placing:
    """Return a placing into the structure of a document."""
    return Placing(outline(document))
