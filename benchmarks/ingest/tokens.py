"""Words against words: what one text has and the other has not, in order, each as often as it is.

Words are cut into letters, figures and signs, so that no line end, hyphen or raised figure
changes them; a word is missing where one piece of it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_TYPESETTING = str.maketrans(
    {"‑": "-", "‐": "-", "−": "-", "’": "'", "‘": "'", "\u00ad": "", "\u200b": "", "\u2060": ""}
)
_PIECE = re.compile(r"[^\W\d_]+|\d|[^\w\s]|_")
_FIGURES = re.compile(r"[\d]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that only one of two texts has at a place, with the words before and after."""

    missing: tuple[str, ...]
    surplus: tuple[str, ...]
    context: str

    def __str__(self) -> str:
        surplus = f" instead: {' '.join(self.surplus)}" if self.surplus else ""
        return f"{' '.join(self.missing) or '-'} ({self.context}){surplus}"


def even(text: str) -> str:
    """Return letters without what typesetting does to them."""
    return unicodedata.normalize("NFKC", text).translate(_TYPESETTING)


def differences(source: Sequence[str], document: Sequence[str]) -> list[Difference]:
    """Return where the words of a document are not those of its source, in order."""
    ours, theirs = _pieces(document), _pieces(source)
    blocks = Indel.opcodes([p for p, _ in theirs], [p for p, _ in ours]).as_matching_blocks()
    found = []
    at = other = 0
    for block in blocks:
        gap, surplus = theirs[at : block.a], ours[other : block.b]
        if "".join(p for p, _ in gap) != "".join(p for p, _ in surplus):
            found.append(_difference(source, document, gap, surplus, at and theirs[at - 1][1]))
        at, other = block.a + block.size, block.b + block.size
    return found


def _pieces(words: Iterable[str]) -> list[tuple[str, int]]:
    """Return the pieces of words, each with the place of its word."""
    return [(piece, n) for n, word in enumerate(words) for piece in _PIECE.findall(even(word))]


def _difference(
    source: Sequence[str],
    document: Sequence[str],
    gap: Sequence[tuple[str, int]],
    surplus: Sequence[tuple[str, int]],
    before: int,
) -> Difference:
    missing = [source[n] for n in dict.fromkeys(n for _, n in gap)]
    instead = [document[n] for n in dict.fromkeys(n for _, n in surplus)]
    start = gap[0][1] if gap else before
    return Difference(
        tuple(missing), tuple(instead), " ".join(source[max(0, start - 3) : start + 4])
    )
