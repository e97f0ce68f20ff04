"""Where a unit stands among those above it: which template prints it, how deep it is indented."""

from __future__ import annotations

from dataclasses import dataclass, field

from penholder.model.blocks import Heading, Paragraph, Quote, Section, Unplaced
from penholder.model.document import Annex, Part
from penholder.model.outline import Bare, Closing, Unit


@dataclass(slots=True)
class Standing:
    """The units from the top down to the one at hand, kept as an outline is walked."""

    _path: list[Unit] = field(default_factory=list)

    def enter(self, unit: Unit) -> None:
        """Go on to the next unit of the outline."""
        while self._path and self._path[-1].depth >= unit.depth:
            self._path.pop()
        self._path.append(unit)

    @property
    def degree(self) -> int:
        """How many paragraphs and quotations the unit stands inside of."""
        return sum(isinstance(unit.block, Paragraph | Quote) for unit in self._path[:-1])

    @property
    def template(self) -> tuple[str, str]:
        """The template and the class of a unit that is no part of a table."""
        unit = self._path[-1]
        block: Bare = unit.block
        match block:
            case Part() | Section():
                return "section", type(block).__name__.lower()
            case Annex():
                return "annex", "appendix-title" if unit.depth else "annex-title"
            case Heading():
                return "section", f"heading-{block.level}"
            case Closing():
                return self._body_part(unit), "closing"
            case Unplaced():
                return self._body_part(unit), "unplaced"
        return self._body_part(unit), self._paragraph_kind(unit)

    def _paragraph_kind(self, unit: Unit) -> str:
        if any(isinstance(above.block, Quote) for above in self._path):
            return "quoted"
        if any(isinstance(above.block, Paragraph) for above in self._path[:-1]):
            return "item"
        kinds = {"preamble": "preambular", "operative": "operative", "annex": "annexed"}
        return kinds[self._body_part(unit)]

    def _body_part(self, unit: Unit) -> str:
        top = next((each.block for each in self._path if isinstance(each.block, Paragraph)), None)
        is_preambular = isinstance(top, Paragraph) and top.preambular
        return "preamble" if is_preambular else unit.region
