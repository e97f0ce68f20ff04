"""Words set as Markdown, so that a text means itself and never a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from penholder.model.segment import Op

BREAK = "\u2029"
"""Stands in a text where a paragraph ends; no document may hold the sign itself."""
_SIGNS = re.compile(r"[\\`*_{}\[\]<>~|&#]")
_DOUBLED = re.compile(r"(?:^|(?<=\{))(?=\+\+|--|==)")
_FIRST = re.compile(r"^(\d+(?=[.)])|(?=[+=-]))")
_AFTER_BREAK = re.compile(rf"(?<={BREAK})(\d+(?=[.)])|(?=[+=-]))")
_MARKS: dict[Op, tuple[str, str]] = {
    "equal": ("", ""),
    "insert": ("{++", "++}"),
    "delete": ("{--", "--}"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Markdown that stands in both versions, only before, or only after."""

    op: Op
    text: str


def escaped(letters: str) -> str:
    """Return Markdown that prints exactly ``letters``, wherever it stands but at a line's start."""
    return _SIGNS.sub(r"\\\g<0>", letters)


def emphasised(letters: str) -> str:
    """Return Markdown that prints ``letters`` in italics; spaces at the ends stay outside."""
    bare = letters.strip(" ")
    if not bare:
        return letters
    start = letters.index(bare)
    return f"{letters[:start]}*{escaped(bare)}*{letters[start + len(bare) :]}"


def paragraph(pieces: Iterable[Piece]) -> str:
    """Return a paragraph in CriticMarkup; what begins it is no list, rule or heading."""
    joined = _joined(pieces)
    return _marked(_opened(joined)).replace(BREAK, "\n\n")


def cell(pieces: Iterable[Piece]) -> str:
    """Return the cell of a table in CriticMarkup, on one line."""
    return _marked(_joined(pieces)).replace(BREAK, " ")


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces with neighbours of one kind as one."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].op == piece.op:
            found[-1] = Piece(piece.op, found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return [Piece(piece.op, _DOUBLED.sub(r"\\", piece.text)) for piece in found]


def _opened(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with what could begin a list escaped, in either version."""
    found = [Piece(piece.op, _AFTER_BREAK.sub(r"\1\\", piece.text)) for piece in pieces]
    for index, piece in enumerate(found):
        found[index] = Piece(piece.op, _FIRST.sub(r"\1\\", piece.text))
        if piece.op == "equal":
            break
    return found


def _marked(pieces: list[Piece]) -> str:
    found: list[str] = []
    rest = iter([*pieces, None])
    piece = next(rest)
    while piece:
        following = next(rest)
        if following and _are_one_for_another(piece, following):
            found.append(f"{{~~{piece.text}~>{following.text}~~}}")
            piece = next(rest)
            continue
        opening, closing = _MARKS[piece.op]
        found.append(f"{opening}{piece.text}{closing}")
        piece = following
    return "".join(found)


def _are_one_for_another(first: Piece, second: Piece) -> bool:
    ends = BREAK in first.text + second.text
    return (first.op, second.op) == ("delete", "insert") and not ends
