"""Numbers, letters and addresses that follow from where a unit stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from penholder.model.amendment import Instruction
from penholder.model.blocks import Heading, Numbering, Paragraph, Quote, Section, Table, Unplaced
from penholder.model.document import Annex, Document, Part
from penholder.model.marks import degree_mark, mark_after
from penholder.model.numerals import letter, roman
from penholder.model.outline import Bare, Closing, Row, Unit, outline

_LEADING = re.compile(r"\d+")
_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """What numbers a unit, before any language prints it.

    ``written`` is a number written by hand, in whose place ``number`` counts for nothing.
    ``degree`` is that of a subparagraph.
    """

    kind: Literal["paragraph", "item", "section", "part", "annex", "appendix", "instruction"]
    number: int
    written: str | None = None
    degree: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """What a unit is called.

    ``printed`` stands on an English page (``5.``, ``(a)``, ``Annex I``, or nothing), ``address``
    names the unit in speech (``OP 5 (b) (ii)``, ``PP 3``, ``annex I, OP 2``), ``short`` is what a
    reference to the paragraph prints (``5 (b) (ii)``). ``marks`` are the marks from the paragraph
    down to the unit, the unit's own last, from which a page in any language prints its own.
    """

    printed: str
    address: str
    short: str = ""
    marks: tuple[Mark, ...] = field(default=(), compare=False, repr=False)

    @property
    def anchor(self) -> str:
        """The address as a fragment of a web address: ``op-5-b-ii``."""
        return _SLUG.sub("-", self.address.lower()).strip("-")


@dataclass(slots=True)
class _Scope:
    """The counters of one run of numbering: the document, a part, an annex."""

    prefix: str = ""
    numbering: Numbering = "continuous"
    is_single: bool = False
    section: str = ""
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> int:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.counts[kind]

    def address(self, name: str) -> str:
        section = f"section {self.section}, " if self.section else ""
        return f"{self.prefix}{section}{name}"


def labels(document: Document) -> tuple[Label, ...]:
    """Return the label of every unit of ``outline(document)``, in the same order."""
    return _Labeller(document).labels()


class _Labeller:
    """Walks an outline once, keeping the counters of the scope it is in."""

    def __init__(self, document: Document) -> None:
        self._units = outline(document)
        self._scope = _Scope(
            numbering=document.numbering,
            is_single=_is_single(self._units, 0, document.numbering),
        )
        self._composed = _Scope()
        self._annexes: defaultdict[int, int] = defaultdict(int)
        self._annex_total = len(document.annexes)
        self._anchors: dict[str, int] = {}
        self._path: list[tuple[int, Label, Bare]] = []
        self._firsts: dict[str, str] = {}

    def labels(self) -> tuple[Label, ...]:
        found = []
        for index, unit in enumerate(self._units):
            while self._path and self._path[-1][0] >= unit.depth:
                self._path.pop()
            label = self._unique(self._label(index, unit))
            self._path.append((unit.depth, label, unit.block))
            found.append(label)
        return tuple(found)

    def _unique(self, label: Label) -> Label:
        """Tell units apart whose numbers, written by hand, are the same: ``OP 3``, ``OP 3 [2]``."""
        times = self._anchors.get(label.anchor, 0) + 1
        self._anchors[label.anchor] = times
        if times == 1:
            return label
        return self._unique(replace(label, address=f"{label.address} [{times}]"))

    def _label(self, index: int, unit: Unit) -> Label:
        match unit.block:
            case Part():
                return self._open_part(index, unit.block)
            case Annex():
                return self._open_annex(index, unit.block, unit.depth)
            case Section():
                return self._open_section(unit.block)
            case Paragraph():
                return self._paragraph(unit, unit.block)
            case Instruction():
                return self._instruction()
        return self._inner(unit.block)

    def _instruction(self) -> Label:
        count = self._scope.next("instruction")
        total = sum(isinstance(unit.block, Instruction) for unit in self._units)
        marks = (Mark("instruction", count),) if total > 1 else ()
        return Label(f"{count}." if marks else "", f"instruction {count}", str(count), marks)

    def _open_part(self, index: int, part: Part) -> Label:
        count = self._composed.next(part.kind)
        derived = roman(count) if part.kind == "section" else letter(count).upper()
        number = derived if part.number is None else part.number
        name = f"{part.kind} {number}"
        self._scope = _Scope(
            prefix=f"{name}, ",
            numbering=part.numbering,
            is_single=_is_single(self._units[index + 1 :], 1, part.numbering),
        )
        kind: Literal["section", "part"] = part.kind
        return Label(number, name, marks=(Mark(kind, count, part.number),))

    def _open_annex(self, index: int, annex: Annex, depth: int) -> Label:
        self._annexes[depth] += 1
        self._annexes[depth + 1] = 0
        word: Literal["appendix", "annex"] = "appendix" if depth else "annex"
        number = self._annex_number(index, annex, depth)
        mark = Mark(word, self._annexes[depth], annex.number if number else "")
        name = f"{word} {number}".strip()
        outer = f"{self._path[-1][1].address}, " if self._path else ""
        self._scope = _Scope(prefix=f"{outer}{name}, ", numbering=annex.numbering)
        return Label(f"{word.capitalize()} {number}".strip(), f"{outer}{name}", marks=(mark,))

    def _annex_number(self, index: int, annex: Annex, depth: int) -> str:
        if annex.number is not None:
            return annex.number
        siblings = self._annex_total
        if depth:
            siblings = _siblings(self._units, index, depth)
        return roman(self._annexes[depth]) if siblings > 1 else ""

    def _open_section(self, section: Section) -> Label:
        scope = self._scope
        count = scope.next("section")
        number = roman(count) if section.number is None else section.number
        if scope.numbering == "by section":
            scope.section = number
            scope.counts["OP"] = scope.counts["PP"] = 0
        mark = Mark("section", count, section.number)
        return Label(number, f"{scope.prefix}section {number}", marks=(mark,))

    def _paragraph(self, unit: Unit, paragraph: Paragraph) -> Label:
        above = self._path[-1] if self._path else None
        if above and isinstance(above[2], Paragraph):
            return self._item(above[1], unit, paragraph)
        if any(isinstance(block, Quote | Instruction) for _, _, block in self._path):
            return self._quoted(paragraph)
        if unit.region == "preamble" or paragraph.preambular:
            name = self._scope.address(f"PP {self._scope.next('PP')}")
            return Label(paragraph.number or "", name, name)
        return self._numbered(paragraph)

    def _numbered(self, paragraph: Paragraph) -> Label:
        scope = self._scope
        if paragraph.number is None and scope.numbering == "none":
            name = scope.address(f"paragraph {scope.next('paragraph')}")
            return Label("", name, name)
        if paragraph.number == "":
            name = scope.address(f"unnumbered paragraph {scope.next('unnumbered')}")
            return Label("", name, name)
        number = paragraph.number or str(scope.next("OP"))
        leading = _LEADING.match(number)
        if paragraph.number and leading:
            scope.counts["OP"] = int(leading.group())
        printed = "" if scope.is_single and paragraph.number is None else _stopped(number)
        mark = Mark("paragraph", scope.counts.get("OP", 0), paragraph.number)
        return Label(printed, scope.address(f"OP {number}"), number, (mark,))

    def _item(self, above: Label, unit: Unit, paragraph: Paragraph) -> Label:
        count = self._scope.next(f"item of {above.address}")
        following = self._following(above, count)
        written = following if paragraph.number is None else paragraph.number
        if count == 1 and written is not None:
            self._firsts[above.address] = written
        degree = self._degree()
        printed = degree_mark(degree, count) if written is None else written
        name = printed or f"item {count}"
        marks = (*above.marks, Mark("item", count, written, degree))
        return Label(printed, f"{above.address} {name}", f"{above.short} {name}".strip(), marks)

    def _following(self, above: Label, count: int) -> str | None:
        """Return the mark of an item of a list whose first begins by hand; None in other lists."""
        first = self._firsts.get(above.address)
        return None if first is None else mark_after(first, count - 1)

    def _degree(self) -> int:
        """Return the degree of an item: under a paragraph with a letter it is the second."""
        holders = [label for _, label, block in self._path if isinstance(block, Paragraph)]
        return len(holders) + holders[0].printed.startswith("(")

    def _quoted(self, paragraph: Paragraph) -> Label:
        outer = next(
            label for _, label, block in self._path if isinstance(block, Quote | Instruction)
        )
        name = f"{outer.address}, paragraph {self._scope.next(outer.address)}"
        marks = (Mark("paragraph", 0, paragraph.number),) if paragraph.number else ()
        return Label(_stopped(paragraph.number or ""), name, name, marks)

    def _inner(self, block: Bare) -> Label:
        above = self._path[-1][1].address if self._path else ""
        match block:
            case Closing():
                return Label("", f"{above}, closing text")
            case Row():
                return Label("", f"{above}, row {self._scope.next(above)}")
            case Table():
                return Label("", self._scope.address(f"table {self._scope.next('table')}"))
            case Quote():
                return Label("", self._scope.address(f"quotation {self._scope.next('quote')}"))
            case Unplaced():
                return Label("", self._scope.address(f"unplaced {self._scope.next('unplaced')}"))
        assert isinstance(block, Heading)
        return Label("", self._scope.address(f"heading {self._scope.next('heading')}"))


def _stopped(number: str) -> str:
    """Return a number with its full stop, unless it brings a sign of its own."""
    return f"{number}." if number[-1:].isalnum() else number


def _is_single(units: Iterable[Unit], depth: int, numbering: Numbering) -> bool:
    """Whether the operative part that begins here has one paragraph, which stays unnumbered.

    Source: measured, 18 resolutions of 902 have one operative paragraph, none numbers it.
    """
    if numbering == "by section":
        return False
    count = 0
    for unit in units:
        if unit.depth < depth or isinstance(unit.block, Part | Annex):
            break
        is_operative = unit.region == "operative" and unit.depth == depth
        if is_operative and isinstance(unit.block, Paragraph) and not unit.block.preambular:
            count += 1
    return count == 1


def _siblings(units: Sequence[Unit], index: int, depth: int) -> int:
    """Count the appendices of one annex, this one included."""
    start = max(i for i in range(index) if units[i].depth < depth)
    count = 0
    for unit in units[start + 1 :]:
        if unit.depth < depth:
            break
        count += isinstance(unit.block, Annex) and unit.depth == depth
    return count
