"""A document as a list of units in reading order, and the document rebuilt from such a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from penholder.model.amendment import Instruction
from penholder.model.blocks import Block, Heading, Paragraph, Quote, Section, Table, Unplaced
from penholder.model.document import Annex, Document, Part

Region = Literal["preamble", "operative", "annex"]


@dataclass(frozen=True, slots=True)
class Closing:
    """The text after the subparagraphs of the paragraph above it."""

    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table above it; ``kind`` note is a line below the table."""

    cells: tuple[str, ...]
    kind: Literal["head", "body", "note"] = "body"


Bare: TypeAlias = (
    Paragraph | Closing | Section | Heading | Unplaced | Quote | Table | Row | Part | Annex
    | Instruction
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the outline: a block without what it contains, where it stands, how deep.

    What a block contains follows it with a greater ``depth``, as in an indented list.
    """

    region: Region
    depth: int
    block: Bare

    @property
    def text(self) -> str:
        """The marked text of the unit; a table row's cells are joined by tabs."""
        match self.block:
            case Paragraph() | Closing() | Section() | Heading() | Unplaced():
                return self.block.text
            case Row():
                return "\t".join(self.block.cells)
            case Table() | Part() | Annex():
                return self.block.title
            case Instruction():
                return self.block.sentence
        return ""

    def with_text(self, text: str) -> Unit:
        """Return the same unit saying ``text``."""
        match self.block:
            case Paragraph() | Closing() | Section() | Heading() | Unplaced():
                return replace(self, block=replace(self.block, text=text))
            case Row():
                return replace(self, block=replace(self.block, cells=tuple(text.split("\t"))))
            case Table() | Part() | Annex():
                return replace(self, block=replace(self.block, title=text))
            case Instruction():
                return replace(self, block=replace(self.block, sentence=text))
        return self

    @property
    def frame(self) -> Unit:
        """The unit without its words: what it is and where, to compare apart from wording."""
        return self.with_text("")


def outline(document: Document) -> tuple[Unit, ...]:
    """Return every block of a document in reading order; the title and notes are not blocks."""
    return tuple(_document_units(document))


def _document_units(document: Document) -> Iterator[Unit]:
    yield from _block_units(document.preamble, "preamble", 0)
    yield from _block_units(document.operative, "operative", 0)
    for instruction in document.instructions:
        yield Unit("operative", 0, replace(instruction, text=()))
        yield from _block_units(instruction.text, "operative", 1)
    for part in document.parts:
        yield Unit("operative", 0, replace(part, preamble=(), operative=()))
        yield from _block_units(part.preamble, "preamble", 1)
        yield from _block_units(part.operative, "operative", 1)
    for annex in document.annexes:
        yield from _annex_units(annex, 0)


def _annex_units(annex: Annex, depth: int) -> Iterator[Unit]:
    yield Unit("annex", depth, replace(annex, body=(), appendices=()))
    yield from _block_units(annex.body, "annex", depth + 1)
    for appendix in annex.appendices:
        yield from _annex_units(appendix, depth + 1)


def _block_units(blocks: Iterable[Block], region: Region, depth: int) -> Iterator[Unit]:
    for block in blocks:
        match block:
            case Paragraph(items=items, closing=closing):
                yield Unit(region, depth, replace(block, items=(), closing=""))
                yield from _block_units(items, region, depth + 1)
                if closing:
                    yield Unit(region, depth + 1, Closing(closing))
            case Quote(blocks=quoted):
                yield Unit(region, depth, Quote(()))
                yield from _block_units(quoted, region, depth + 1)
            case Table():
                yield Unit(region, depth, Table(block.title))
                yield from _row_units(block, region, depth + 1)
            case _:
                yield Unit(region, depth, block)


def _row_units(table: Table, region: Region, depth: int) -> Iterator[Unit]:
    for cells in table.head:
        yield Unit(region, depth, Row(cells, "head"))
    for cells in table.rows:
        yield Unit(region, depth, Row(cells))
    for note in table.notes:
        yield Unit(region, depth, Row((note,), "note"))


@dataclass(frozen=True, slots=True)
class _Branch:
    unit: Unit
    inside: tuple[_Branch, ...]


def rebuilt(document: Document, units: Iterable[Unit]) -> Document:
    """Return ``document`` with its blocks replaced by those of an outline.

    ``rebuilt(document, outline(document)) == document``. The order of a list that no document
    has (a preamble after an annex) is made regular.
    """
    branches = _branches(tuple(units))
    return replace(
        document,
        preamble=_blocks(branches, "preamble"),
        operative=_blocks(branches, "operative"),
        instructions=tuple(_instructions(branches)),
        parts=tuple(_part(branch) for branch in branches if isinstance(branch.unit.block, Part)),
        annexes=_annexes(branches),
    )


def _branches(units: tuple[Unit, ...]) -> tuple[_Branch, ...]:
    """Return the units as trees: each holds the deeper ones that follow it."""
    stack: list[tuple[int, list[_Branch], Unit | None]] = [(-1, [], None)]
    for unit in units:
        _close(stack, unit.depth)
        stack.append((unit.depth, [], unit))
    _close(stack, 0)
    return tuple(stack[0][1])


def _close(stack: list[tuple[int, list[_Branch], Unit | None]], depth: int) -> None:
    while stack[-1][0] >= depth:
        _, inside, unit = stack.pop()
        if unit is not None:
            stack[-1][1].append(_Branch(unit, tuple(inside)))


def _blocks(branches: Iterable[_Branch], region: Region) -> tuple[Block, ...]:
    found = (_block(branch) for branch in branches if branch.unit.region == region)
    return tuple(block for block in found if block is not None)


def _block(branch: _Branch) -> Block | None:
    block = branch.unit.block
    inside = branch.inside
    match block:
        case Paragraph():
            items = tuple(item for item in map(_block, inside) if isinstance(item, Paragraph))
            return replace(block, items=items, closing=_closing(inside))
        case Quote():
            return Quote(tuple(each for each in map(_block, inside) if each is not None))
        case Table():
            return _table(block.title, inside)
        case Section() | Heading() | Unplaced():
            return block
    return None


def _closing(inside: Iterable[_Branch]) -> str:
    texts = (branch.unit.block for branch in inside)
    return next((each.text for each in texts if isinstance(each, Closing)), "")


def _table(title: str, inside: Iterable[_Branch]) -> Table:
    rows = [branch.unit.block for branch in inside if isinstance(branch.unit.block, Row)]
    return Table(
        title,
        head=tuple(row.cells for row in rows if row.kind == "head"),
        rows=tuple(row.cells for row in rows if row.kind == "body"),
        notes=tuple(row.cells[0] for row in rows if row.kind == "note"),
    )


def _instructions(branches: Iterable[_Branch]) -> Iterator[Instruction]:
    for branch in branches:
        if isinstance(branch.unit.block, Instruction):
            yield replace(branch.unit.block, text=_blocks(branch.inside, "operative"))


def _part(branch: _Branch) -> Part:
    part = branch.unit.block
    assert isinstance(part, Part)
    return replace(
        part,
        preamble=_blocks(branch.inside, "preamble"),
        operative=_blocks(branch.inside, "operative"),
    )


def _annexes(branches: Iterable[_Branch]) -> tuple[Annex, ...]:
    return tuple(
        replace(
            branch.unit.block,
            body=_blocks(branch.inside, "annex"),
            appendices=_annexes(branch.inside),
        )
        for branch in branches
        if isinstance(branch.unit.block, Annex)
    )
