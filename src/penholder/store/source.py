"""A document together with where each of its texts stands in the file it was read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from penholder.errors import Problem
from penholder.model.blocks import Block, Paragraph, Quote, Table
from penholder.model.document import Annex, Document
from penholder.store.escapes import offset_in
from penholder.store.guard import LineIndex
from penholder.store.yaml_nodes import Mapping, Node, Scalar, Sequence

Path: TypeAlias = tuple[str | int, ...]


@dataclass
class Source:
    """The outcome of reading one file.

    ``document`` is None where a problem stands in the way; ``root`` and ``text`` are kept to
    point at places and to carry comments over.
    """

    file: str
    text: str = ""
    root: Node | None = None
    document: Document | None = None
    problems: list[Problem] = field(default_factory=list)
    scalars: dict[Path, Scalar] = field(default_factory=dict)

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the text, indexed once; asked for only when the text is final."""
        return LineIndex(self.text)

    def place(self, path: Path, offset: int = 0) -> tuple[int, int]:
        """Return (line, column) of a letter of the text at ``path``.

        Where no text stands there (a list, a title left out), the place of what encloses it.
        """
        scalar = self.scalars.get(path) or self.scalars.get((*path, "text"))
        if scalar:
            return self.place_in(scalar, offset)
        node = self.root
        for step in path:
            inner = _child(node, step)
            if inner is None:
                break
            node = inner
        return node.place if node else (1, 1)

    def place_in(self, scalar: Scalar, offset: int) -> tuple[int, int]:
        """Return (line, column) of the letter at ``offset`` of a scalar's normalised value."""
        return self.lines.place(offset_in(self.text, scalar, offset))


def _child(node: Node | None, step: str | int) -> Node | None:
    match node, step:
        case Mapping(), str():
            return next((value for key, value in node.entries if key.text == step), None)
        case Sequence(), int() if step < len(node.items):
            return node.items[step]
    return None


def unit_paths(document: Document) -> tuple[Path, ...]:
    """Return the path in the file of every unit of ``outline(document)``, in the same order."""
    paths: list[Path] = []
    _block_paths(document.preamble, ("preamble",), paths)
    _block_paths(document.operative, ("operative",), paths)
    for index, instruction in enumerate(document.instructions):
        here: Path = ("instructions", index)
        paths.append((*here, "sentence"))
        _block_paths(instruction.text, (*here, "text"), paths)
    for index, part in enumerate(document.parts):
        paths.append(("parts", index, "title"))
        _block_paths(part.preamble, ("parts", index, "preamble"), paths)
        _block_paths(part.operative, ("parts", index, "operative"), paths)
    _annex_paths(document.annexes, ("annexes",), paths)
    return tuple(paths)


def _annex_paths(annexes: tuple[Annex, ...], above: Path, paths: list[Path]) -> None:
    for index, annex in enumerate(annexes):
        paths.append((*above, index, "title"))
        _block_paths(annex.body, (*above, index, "body"), paths)
        _annex_paths(annex.appendices, (*above, index, "appendices"), paths)


def _block_paths(blocks: tuple[Block, ...], above: Path, paths: list[Path]) -> None:
    for index, block in enumerate(blocks):
        here = (*above, index)
        match block:
            case Paragraph():
                paths.append(here)
                _block_paths(block.items, (*here, "items"), paths)
                if block.closing:
                    paths.append((*here, "closing"))
            case Quote():
                paths.append((*here, "quote"))
                _block_paths(block.blocks, (*here, "quote"), paths)
            case Table():
                paths.append((*here, "title"))
                _row_paths(block, here, paths)
            case _:
                paths.append((*here, type(block).__name__.lower()))


def _row_paths(table: Table, above: Path, paths: list[Path]) -> None:
    paths.extend((*above, "head", index, 0) for index in range(len(table.head)))
    paths.extend((*above, "table", index, 0) for index in range(len(table.rows)))
    paths.extend((*above, "notes", index) for index in range(len(table.notes)))
