"""References to paragraphs, sections and annexes of the same document, as English texts write them.

A reference into another document ("paragraph 5 of its resolution 52/102") is none of these: a
number counts only where the words say that it is meant here.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from penholder.model.session import ordinal

_MARKS = r"(?: ?\((?:[a-z]{1,2}|[ivx]+)\))+"
_NUMBER = rf"\d+(?: (?:bis|ter|quater)\b)?(?:{_MARKS})?"
_NUMBERS = rf"{_NUMBER}(?:(?:, and |, | and | or | to |–)(?:{_NUMBER}|\([a-z]{{1,2}}\)))*"
_ITEMS = r"\([a-z]{1,2}\)(?:(?:, and |, | and | or | to )\([a-z]{1,2}\))*"
_ORDINALS = {ordinal(number): number for number in range(1, 100)}
_HERE = (
    r"(?P<here{0}>,? (?:above|below)\b| of (?:the present|this)"
    r" (?:resolution|decision|declaration|statute|annex|section)\b)"
)
_REFERENCE = re.compile(
    rf"(?P<part>[Oo]perative |[Pp]reambular )?[Pp]aragraphs? (?P<numbers>{_NUMBERS})"
    + _HERE.format(1)
    + rf"|(?P<named_part>[Oo]perative |[Pp]reambular )paragraphs? (?P<named>{_NUMBERS})"
    r"(?!\w|\.\d|,? (?:of|thereof|in|to)\b)"
    r"|(?:set out|referred to|contained|described|listed|outlined|mentioned|requested) in"
    rf" paragraphs? (?P<bare>{_NUMBERS})(?=[;.:]|, and\b| shall\b|$)"
    rf"|(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}) preambular paragraph"
    + _HERE.format(2)
    + rf"|(?<!\d, )\bsubparagraphs? (?P<items>{_ITEMS})(?=,? (?:above|below)\b|[;.]|$)"
    r"|\bsection (?P<section>[IVXLC]+)" + _HERE.format(3) +
    r"|\b(?P<annex>annex [IVXLC]+)(?= (?:above|below|to (?:the present|this) resolution)\b)"
)  # fmt: skip
# Behind one of these in the same sentence, a bare number means the text that was cited.
_CITING = re.compile(
    r"\d+/\d+|\(\d{4}\)|\b(?:report|Convention|Statute|Charter|Agenda|Declaration|Protocol"
    r"|Agreement|Programme|Commitment|Compact|letter|note by)\b"
)
_OUTERMOST = re.compile(r"(?:OP|PP|paragraph|unnumbered paragraph) \S+(?: (?:bis|ter|quater))?")


@dataclass(frozen=True, slots=True)
class Pointer:
    """One number that a text points to.

    ``place`` is the address of the text, ``words`` the whole reference, ``order`` the place of
    the number in it, from 0. ``names`` are the addresses the number may have inside one scope.
    ``is_wide`` tells that the words name the whole resolution, not the annex they stand in.
    """

    place: str
    words: str
    order: int
    names: tuple[str, ...]
    is_wide: bool

    def is_worded_as(self, other: Pointer) -> bool:
        """Whether both are the same number of the same words."""
        return (self.words, self.order) == (other.words, other.order)

    def target(self, known: Container[str]) -> str:
        """Return the address it points to, empty where no known one bears the number."""
        names = (scope + name for scope in self._scopes() for name in self.names)
        return next((name for name in names if name in known), "")

    def _scopes(self) -> Iterator[str]:
        """Yield the prefixes of addresses from the scope it stands in to the outermost."""
        steps = self.place.split(", ")[:-1]
        if self.is_wide:
            steps = [step for step in steps if not step.startswith(("annex", "appendix"))]
        for count in range(len(steps), -1, -1):
            yield "".join(f"{step}, " for step in steps[:count])


def pointers(text: str, place: str) -> Iterator[Pointer]:
    """Yield every number that a plain text at the address ``place`` points to, in order."""
    for match in _REFERENCE.finditer(text):
        if match["bare"] and _CITING.search(text, 0, match.start()):
            continue
        words, is_wide = match.group(), "resolution" in match.group()
        for order, names in enumerate(_names(match, place)):
            yield Pointer(place, words, order, names, is_wide)


def _names(match: re.Match[str], place: str) -> Iterator[tuple[str, ...]]:
    part = match["part"] or match["named_part"] or ""
    kinds = ("PP",) if part.lower().startswith("pre") else ("OP", "paragraph")
    for number in _expanded(match["numbers"] or match["named"] or match["bare"] or ""):
        yield tuple(f"{kind} {number}" for kind in kinds)
    if match["ordinal"]:
        yield (f"PP {_ORDINALS[match['ordinal']]}",)
    if match["section"]:
        yield (f"section {match['section']}",)
    if match["annex"]:
        yield (match["annex"],)
    outer = _OUTERMOST.search(place)
    if match["items"] and outer:
        yield from ((f"{outer.group()} {item}",) for item in re.findall(r"\(\w+\)", match["items"]))


def _expanded(numbers: str) -> Iterator[str]:
    """Yield ``3 (a)`` and ``3 (b)`` for ``3 (a) and (b)``; of a range both ends."""
    base = ""
    for piece in re.findall(rf"{_NUMBER}|\([a-z]{{1,2}}\)", numbers):
        base = base if piece.startswith("(") else piece.split("(")[0].strip()
        marks = "".join(f" {mark}" for mark in re.findall(r"\(\w+\)", piece))
        yield base + marks
