"""The spots of a target that addresses name: its title, units with what they hold, its notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from penholder.errors import ChangeDoesNotFit
from penholder.model.amendment import OPERATIVE, PREAMBLE, TITLE, WHOLE, Address
from penholder.model.blocks import Paragraph
from penholder.model.document import Document
from penholder.model.footnotes import note_calls
from penholder.model.numbering import labels
from penholder.model.outline import Unit, outline

Spot = int | str
TITLE_SPOT = "title"
_LAST = re.compile(r"(?P<kind>PP|OP) last(?:-(?P<before>\d))?")


@dataclass(frozen=True)
class Target:
    """A document that instructions are put to, its units named as speech names them.

    A spot is the index of a unit, ``title``, or the key of a footnote behind ``note ``.
    """

    document: Document

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The outline of the document."""
        return outline(self.document)

    @cached_property
    def names(self) -> dict[str, int]:
        """The unit of every address."""
        return {label.address: index for index, label in enumerate(labels(self.document))}

    def unit(self, address: Address) -> int:
        """Return the unit that an address names; raises ChangeDoesNotFit where none does."""
        text = address.text.removesuffix(", lead-in")
        last = _LAST.fullmatch(address.unit)
        if last:
            return self._last(address, last["kind"], int(last["before"] or 0))
        for name in (text, _as_paragraph(text), _as_operative(text), self._unnumbered(text)):
            if name in self.names:
                return self.names[name]
        return self._of_one_name(address)

    def spots(self, address: Address) -> tuple[Spot, ...]:
        """Return where words may stand that an address speaks of; raises ChangeDoesNotFit."""
        if address.is_area and not address.scope:
            return tuple(self._area(address.unit))
        if address.unit.startswith("footnote "):
            return (self._note(address),)
        if address.unit == TITLE:
            return (self.unit(Address(address.scope.removesuffix(", "))),)
        index = self.unit(address.paragraph)
        if address.text.endswith(", lead-in") or address.sentence:
            return (index,)
        return tuple(range(index, self.end_of(index)))

    def text(self, spot: Spot) -> str:
        """Return the marked text at a spot."""
        if isinstance(spot, int):
            return self.units[spot].text
        if spot == TITLE_SPOT:
            return self.document.title
        note = self.document.footnote(spot.removeprefix("note "))
        return note.text if note else ""

    def end_of(self, index: int) -> int:
        """Return the index behind a unit and everything it holds."""
        depth = self.units[index].depth
        rest = range(index + 1, len(self.units))
        return next((i for i in rest if self.units[i].depth <= depth), len(self.units))

    def is_preambular(self, index: int) -> bool:
        """Whether a unit belongs to a preamble."""
        block = self.units[index].block
        is_marked = isinstance(block, Paragraph) and block.preambular
        return self.units[index].region == "preamble" or is_marked

    def _area(self, name: str) -> Iterator[Spot]:
        if name in (TITLE, WHOLE):
            yield TITLE_SPOT
        for index, unit in enumerate(self.units):
            is_preamble = self.is_preambular(index)
            is_operative = unit.region == "operative" and not is_preamble
            if (
                name == WHOLE
                or (name == PREAMBLE and is_preamble)
                or (name == OPERATIVE and is_operative)
            ):
                yield index

    def calls(self, key: str) -> list[int]:
        """Return the units that call a footnote."""
        sign = f"[^{key}]"
        return [index for index, unit in enumerate(self.units) if sign in unit.text]

    def _note(self, address: Address) -> Spot:
        number = address.unit.removeprefix("footnote ")
        for call in note_calls(self.document):
            if str(call.number) == number:
                return f"note {call.key}"
        raise _misfit(f"the document has no footnote {number}")

    def _last(self, address: Address, kind: str, before: int) -> int:
        name = re.compile(rf"{re.escape(address.scope)}{kind} \S+(?: [a-z]+)?")
        found = [index for known, index in self.names.items() if name.fullmatch(known)]
        if len(found) <= before:
            raise _misfit(f"the document has no paragraph {address}")
        return sorted(found)[-1 - before]

    def _unnumbered(self, text: str) -> str:
        """Return the name of the only operative paragraph, which the page does not number."""
        return text.replace("OP 1", "unnumbered paragraph 1")

    def _of_one_name(self, address: Address) -> int:
        """Return the only unit whose address ends so, in whichever part or section it stands."""
        unit = address.unit.removesuffix(", lead-in")
        ends = (f", {unit}", f", {_as_paragraph(unit)}")
        found = [name for name in self.names if name.endswith(ends)]
        if address.scope and not found and unit in self.names:
            found = [unit]
        if len(found) == 1:
            return self.names[found[0]]
        if found:
            raise _misfit(f"{address} is the name of several paragraphs: {', '.join(found)}")
        raise _misfit(f"the document has no {address}{self._reach(unit)}")

    def _reach(self, unit: str) -> str:
        """Return how far the numbers of a kind go, for a reader whose number is beyond."""
        kind = unit.partition(" ")[0]
        if kind not in ("PP", "OP"):
            return ""
        known = [name for name in self.names if re.fullmatch(rf"{kind} \d+", name)]
        return f"; the last is {known[-1]}" if known else ""


def _as_paragraph(text: str) -> str:
    return re.sub(r"\bOP (?=\S)", "paragraph ", text)


def _as_operative(text: str) -> str:
    return re.sub(r"\bparagraph (?=\S)", "OP ", text)


def _misfit(what: str) -> ChangeDoesNotFit:
    return ChangeDoesNotFit("E-FIT", what, "compare the address with the target named")
