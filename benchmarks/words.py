"""Which words of one text stand in another, in order, however spaces cut them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz.distance import Indel

_TYPESETTING = str.maketrans(
    {"‑": "-", "‐": "-", "\u00ad": "", "\u00a0": " ", "…": "...", "’": "'", "‘": "'", "−": "-"}
)
_RULE = re.compile(r"[_—–]{4,}")


def words_of(text: str) -> list[str]:
    """Return the words of a text, typesetting evened out, rules of footnotes left out."""
    even = unicodedata.normalize("NFKC", text).translate(_TYPESETTING)
    return [word for word in even.split() if not _RULE.fullmatch(word)]


def missing(source: Sequence[str], *flows: Sequence[str]) -> list[tuple[int, str]]:
    """Return the words of ``source``, with their places, that stand in none of the flows.

    Each flow is a text of its own whose words must come in the order of the source; what the
    first does not have is looked for in the second, and so on.
    """
    left = list(enumerate(source))
    for flow in flows:
        left = _left(left, flow)
    return left


def _left(source: list[tuple[int, str]], flow: Sequence[str]) -> list[tuple[int, str]]:
    left: list[tuple[int, str]] = []
    blocks = [
        each
        for each in Indel.opcodes([word for _, word in source], list(flow)).as_matching_blocks()
        if each.size
    ]
    at_source = at_flow = 0
    for block in [*blocks, None]:
        end_source = block.a if block else len(source)
        end_flow = block.b if block else len(flow)
        left += _unlike(source[at_source:end_source], flow[at_flow:end_flow])
        if block:
            at_source, at_flow = block.a + block.size, block.b + block.size
    return left


def _unlike(gap: list[tuple[int, str]], flow: Sequence[str]) -> list[tuple[int, str]]:
    """Return the words of a gap, fewer where the same letters stand across, cut otherwise."""
    ours, theirs = "".join(flow), "".join(word for _, word in gap)
    if not gap or ours == theirs or theirs in ours:
        return []
    covered = [False] * len(theirs)
    for block in Indel.opcodes(theirs, ours).as_matching_blocks():
        if block.size >= 3 or block.size == len(theirs):
            covered[block.a : block.a + block.size] = [True] * block.size
    left, at = [], 0
    for place, word in gap:
        if not all(covered[at : at + len(word)]):
            left.append((place, word))
        at += len(word)
    return left
