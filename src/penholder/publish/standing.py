"""Where a unit stands among those above it: which template prints it, how deep it is indented."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from penholder.model.amendment import Instruction
from penholder.model.blocks import Heading, Paragraph, Quote, Section, Unplaced
from penholder.model.document import Annex, Part
from penholder.model.outline import Bare, Closing, Unit

_TEMPLATES: dict[type, tuple[str, str]] = {
    Part: ("section", "part"),
    Section: ("section", "section"),
    Instruction: ("amendment", "instruction"),
}
_CLAUSE = re.compile(r"[;؛；](?:\[\^[^\]]+\])*$")
_WHOLE_SENTENCE = re.compile(r"[.。](?:\[\^[^\]]+\])*$")


@dataclass(slots=True)
class Standing:
    """The units from the top down to the one at hand, kept as an outline is walked."""

    _path: list[Unit] = field(default_factory=list)
    _has_clauses: bool | None = None

    def enter(self, unit: Unit) -> None:
        """Go on to the next unit of the outline."""
        while self._path and self._path[-1].depth >= unit.depth:
            self._path.pop()
        self._path.append(unit)
        if isinstance(unit.block, Annex):
            self._has_clauses = None

    def is_number_at_margin(self, number: str) -> bool:
        """Whether the number of the unit stands at the margin and not at the tab.

        So do those of instructions, and of paragraphs of annexes that are whole sentences: 241 of
        241 in six annexes. Where they are clauses of one sentence, as operative paragraphs are,
        the numbers stand at the tab: 78 of 78, in 78/3. The first of an annex decides for all;
        letters stand at the tab: 14 of 14.
        """
        kind = self.template[1]
        if number[:1] in ("", "(") or kind not in ("annexed", "instruction"):
            return False
        text = self._path[-1].text
        if kind == "annexed" and self._has_clauses is None and _CLAUSE.search(text):
            self._has_clauses = True
        elif kind == "annexed" and self._has_clauses is None and _WHOLE_SENTENCE.search(text):
            self._has_clauses = False
        return kind == "instruction" or not self._has_clauses

    @property
    def degree(self) -> int:
        """How many paragraphs and quotations the unit stands inside of.

        A paragraph with a letter, as annexes have them, is itself set as a subparagraph.
        """
        holders = Paragraph | Quote | Instruction
        above = [unit.block for unit in self._path[:-1] if isinstance(unit.block, holders)]
        is_lettered = bool(above) and (getattr(above[0], "number", None) or "").startswith("(")
        return len(above) + is_lettered

    @property
    def is_in_instruction(self) -> bool:
        """Whether the unit is, or stands inside of, an instruction of an amendment."""
        return any(isinstance(unit.block, Instruction) for unit in self._path)

    @property
    def template(self) -> tuple[str, str]:
        """The template and the class of a unit that is no part of a table."""
        unit = self._path[-1]
        block: Bare = unit.block
        match block:
            case Part() | Section() | Instruction():
                return _TEMPLATES[type(block)]
            case Annex():
                return "annex", "appendix-title" if unit.depth else "annex-title"
            case Heading():
                return "section", f"heading-{block.level}"
            case Closing():
                return self._body_part(unit), "closing"
            case Unplaced():
                return self._body_part(unit), "unplaced"
        return self._paragraph_template(unit)

    def _paragraph_template(self, unit: Unit) -> tuple[str, str]:
        part = self._body_part(unit)
        if any(isinstance(above.block, Quote) for above in self._path):
            return part, "quoted"
        if any(isinstance(above.block, Paragraph) for above in self._path[:-1]):
            return part, "item"
        if self.is_in_instruction:
            return "amendment", "inserted"
        kinds = {"preamble": "preambular", "operative": "operative", "annex": "annexed"}
        return part, kinds[part]

    def _body_part(self, unit: Unit) -> str:
        top = next((each.block for each in self._path if isinstance(each.block, Paragraph)), None)
        is_preambular = isinstance(top, Paragraph) and top.preambular
        return "preamble" if is_preambular else unit.region
