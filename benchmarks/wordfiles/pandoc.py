"""pandoc as a reader of Word files: what it says after accepting or rejecting every change."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.wordfiles.told import Told, told

Mode = Literal["accept", "reject"]
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
Node = Any
"""A node of pandoc's own JSON, whose shape its documentation gives."""


@dataclass(frozen=True, slots=True)
class Pandoc:
    """One pandoc, by the program that it is."""

    program: str

    @property
    def name(self) -> str:
        """Return the name and version, as the program tells them."""
        command = [self.program, "--version"]
        made = subprocess.run(command, capture_output=True, text=True, check=True)
        return made.stdout.partition("\n")[0]

    def read(self, path: Path, mode: Mode) -> Told:
        """Return the paragraphs of a file; an item of a list that holds nothing is one of them."""
        command = [self.program, "-f", "docx", "-t", "json", f"--track-changes={mode}", str(path)]
        made = subprocess.run(command, capture_output=True, check=True)
        return tuple(_blocks(json.loads(made.stdout)["blocks"]))


def _blocks(blocks: Iterable[Node], number: str = "") -> Iterator[str]:
    """Yield the paragraphs of blocks; ``number`` belongs to the first."""
    for block in blocks:
        kind, held = block["t"], block.get("c")
        match kind:
            case "Para" | "Plain":
                yield told(_words(held), number)
            case "Header":
                yield told(_words(held[2]), number)
            case "Div":
                yield from _blocks(held[1], number)
            case "BlockQuote":
                yield from _blocks(held, number)
            case "OrderedList":
                yield from _items(held[0], held[1])
            case "Table":
                yield from _table(held)
            case _:
                raise ValueError(f"a block that no resolution has: {kind}")
        number = ""


def _items(form: Node, items: Iterable[Node]) -> Iterator[str]:
    first, style, ends = form
    for count, item in enumerate(items, first):
        number = _number(count, style["t"], ends["t"])
        paragraphs = tuple(_blocks(item, number))
        is_held = paragraphs and paragraphs[0].startswith(number)
        yield from paragraphs if is_held else (number, *paragraphs)


def _number(count: int, style: str, ends: str) -> str:
    signs: Mapping[str, str] = {
        "LowerAlpha": chr(96 + (count - 1) % 26 + 1) * ((count - 1) // 26 + 1),
        "LowerRoman": _ROMAN[count] if count < len(_ROMAN) else _roman(count),
    }
    sign = signs.get(style, str(count))
    return f"({sign})" if ends == "TwoParens" else f"{sign}."


def _roman(count: int) -> str:
    return "x" * (count // 10) + _ROMAN[count % 10]


def _table(held: Node) -> Iterator[str]:
    _, _, _, head, bodies, _ = held
    rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part)]
    for row in rows:
        for cell in row[1]:
            yield from _blocks(cell[4])


def _words(inlines: Iterable[Node]) -> str:
    return "".join(map(_inline, inlines))


def _inline(node: Node) -> str:
    kind, held = node["t"], node.get("c")
    match kind:
        case "Str":
            return str(held)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Note":
            return "{" + " ".join(_blocks(held)) + "}"
        case "Span" | "Link" | "Quoted":
            return _words(held[1])
        case "Emph" | "Strong" | "Superscript" | "Underline" | "Strikeout":
            return _words(held)
    raise ValueError(f"an inline that no resolution has: {kind}")
