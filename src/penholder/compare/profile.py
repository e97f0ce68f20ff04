"""What is compared of each unit: its words without numbers, spaces, signs and small words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from penholder.compare.tokens import nature, tokens
from penholder.model.amendment import Instruction
from penholder.model.blocks import Heading, Paragraph, Quote, Section, Table, Unplaced
from penholder.model.document import Annex, Part
from penholder.model.outline import Closing, Row, Unit

Kind = Literal["words", "row", "table", "quote", "part", "annex"]
_CONTENT_LIMIT = 400
# Of a text that was cut: how many words it begins with as before, has at least, and keeps.
OPENING = 3
LEAST_KEPT = 8
KEPT = 0.75


@dataclass(frozen=True, slots=True)
class Profile:
    """A unit as alignment sees it.

    ``letters`` holds one code point for each word that carries a subject, which lets rapidfuzz
    compare strings; of a table, quotation, part or annex also the words inside, up to 400.
    ``same`` is equal for units that say the same, whatever their place. ``words`` counts the
    unit's own words, one at least.
    """

    kind: Kind
    letters: str
    same: int
    words: int
    id: str


class _Wording(NamedTuple):
    """What a text says: its tokens, the letters of those that carry a subject, its words."""

    cores: tuple[str, ...]
    letters: str
    words: int


class Profiler:
    """Gives the units of two outlines profiles over one shared list of words."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}
        self._sames: dict[tuple[str, tuple[str, ...], str], int] = {}
        self._wordings: dict[str, _Wording] = {}

    def profiles(self, units: Sequence[Unit], keys: Mapping[str, str]) -> tuple[Profile, ...]:
        """Return the profiles of an outline; ``keys`` as in ``words.unit_segments``."""
        wordings = [self._wording(unit.text, keys) for unit in units]
        letters = [wording.letters for wording in wordings]
        return tuple(
            self._profile(unit, wording, _content(units, letters, index))
            for index, (unit, wording) in enumerate(zip(units, wordings, strict=True))
        )

    def _profile(self, unit: Unit, wording: _Wording, content: str) -> Profile:
        kind = _kind(unit)
        inside = "" if kind in ("words", "row") else content
        own = (type(unit.block).__name__, wording.cores, inside)
        return Profile(
            kind=kind,
            letters=content,
            same=self._sames.setdefault(own, len(self._sames)),
            words=max(1, wording.words),
            id=unit.block.id if isinstance(unit.block, Paragraph) else "",
        )

    def _wording(self, text: str, keys: Mapping[str, str]) -> _Wording:
        """Return what a text says; read once where it stands in both versions alike."""
        if keys and "[^" in text:
            return self._read(text, keys)
        if text not in self._wordings:
            self._wordings[text] = self._read(text, keys)
        return self._wordings[text]

    def _read(self, text: str, keys: Mapping[str, str]) -> _Wording:
        run = tokens(text)
        natures = [nature(token.core) for token in run]
        cores = tuple([each.wording for each in natures])
        if keys and "[^" in text:
            cores = tuple(keys.get(token.core, token.wording) for token in run)
        heavy = [each.wording for each in natures if not each.is_light] or cores
        letters = "".join([self._letter(wording) for wording in heavy])
        return _Wording(cores, letters, sum([each.is_word for each in natures]))

    def _letter(self, wording: str) -> str:
        if wording not in self._letters:
            folded = wording.casefold()
            self._letters[wording] = self._letters.setdefault(folded, chr(len(self._letters)))
        return self._letters[wording]


def similarity(before: Profile, after: Profile, floor: float = 0.0) -> float:
    """Return how alike two units are, from 0 to 1; 0 below ``floor`` and across kinds."""
    if before.kind != after.kind:
        return 0.0
    if before.same == after.same:
        return 1.0
    return Indel.normalized_similarity(before.letters, after.letters, score_cutoff=floor)


def is_cut_or_grown(before: Profile, after: Profile) -> bool:
    """Whether one of two texts is little more than the other with words left out.

    Both begin alike, and KEPT of the shorter stands in the longer in order. So a paragraph that
    lost more than half of its words is still told from another.
    """
    if before.kind != "words" or after.kind != "words":
        return False
    shorter, longer = sorted((before.letters, after.letters), key=len)
    if len(shorter) < LEAST_KEPT or shorter[:OPENING] != longer[:OPENING]:
        return False
    apart = Indel.distance(shorter, longer)
    shared = (len(shorter) + len(longer) - apart) / 2
    return shared >= KEPT * len(shorter)


def _kind(unit: Unit) -> Kind:
    match unit.block:
        case Paragraph() | Closing() | Section() | Heading() | Unplaced() | Instruction():
            return "words"
        case Row():
            return "row"
        case Table():
            return "table"
        case Quote():
            return "quote"
        case Part():
            return "part"
        case Annex():
            return "annex"


def _content(units: Sequence[Unit], letters: Sequence[str], index: int) -> str:
    """Return the letters of a unit, of one that holds others with what stands inside."""
    if _kind(units[index]) in ("words", "row"):
        return letters[index]
    found = letters[index]
    for inner in range(index + 1, len(units)):
        if units[inner].depth <= units[index].depth or len(found) >= _CONTENT_LIMIT:
            break
        found += letters[inner]
    return found[:_CONTENT_LIMIT]
