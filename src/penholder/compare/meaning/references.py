"""References whose number now means another paragraph, and those that followed theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from penholder.compare.meaning.finding import Finding
from penholder.compare.meaning.passages import Passage, Side, is_english
from penholder.compare.meaning.pointers import Pointer, pointers
from penholder.compare.meaning.whole import opening_words
from penholder.compare.numbers import addresses_after
from penholder.compare.redline import Redline
from penholder.model.blocks import Paragraph
from penholder.model.numbering import Label
from penholder.model.outline import Unit
from penholder.model.wording import plain, references


@dataclass(frozen=True, slots=True)
class Astray:
    """A reference written out whose number means another paragraph than it did.

    ``before`` and ``after`` are the addresses of the text it stands in, ``words`` its own words.
    ``meant`` is the address it pointed to, ``became`` what that is called now (empty where it was
    deleted), ``found`` the address that bears the number now and ``reads`` the words there; both
    are empty where none bears it.
    """

    before: str
    after: str
    words: str
    meant: str
    became: tuple[str, ...]
    found: str
    reads: str

    def told(self) -> Finding:
        """Return the reference as a finding; its note says where the number led and leads."""
        became = f"now {' and '.join(self.became)}" if self.became else "deleted"
        stands = f"{self.found} now reads “{self.reads}”" if self.found else "nothing bears it now"
        note = f"“{self.words}” was {self.meant} ({became}); {stands}"
        return Finding("reference", self.before, self.after, self.words, self.words, note)


@dataclass(frozen=True, slots=True)
class Followed:
    """A reference by id that prints another number than before, because its paragraph does."""

    after: str
    id: str
    number_before: str
    number_after: str


def astray(redline: Redline, passages: Sequence[Passage]) -> Iterator[Astray]:
    """Yield, in reading order, the references that stand in both versions and went astray.

    A reference whose number was changed by hand is not told: somebody looked at it.
    """
    if not is_english(redline):
        return
    now = addresses_after(redline)
    texts = {
        line.label_after.address: plain(line.after.text)
        for line in redline.lines
        if line.label_after and line.after
    }
    for passage in passages:
        for pointed, points in _kept(passage):
            meant, found = pointed.target(now), points.target(texts)
            if meant and found not in now[meant]:
                reads = opening_words(texts.get(found, ""))
                places = pointed.place, points.place
                yield Astray(*places, points.words, meant, now[meant], found, reads)


def _kept(passage: Passage) -> Iterator[tuple[Pointer, Pointer]]:
    """Yield the pointers that stand in both versions of a passage in the same words."""
    stood = list(_pointing(passage.before))
    for pointer in _pointing(passage.after):
        twin = next((each for each in stood if each.is_worded_as(pointer)), None)
        if twin:
            stood.remove(twin)
            yield twin, pointer


def _pointing(side: Side) -> Iterator[Pointer]:
    for text, place in zip(side.texts, side.addresses, strict=True):
        yield from pointers(text, place)


def followed(redline: Redline) -> Iterator[Followed]:
    """Yield the references by id whose printed number changed, in reading order."""
    numbers_before = _numbers((line.before, line.label_before) for line in redline.lines)
    numbers_after = _numbers((line.after, line.label_after) for line in redline.lines)
    for line in redline.lines:
        if line.after is None or line.label_after is None:
            continue
        for name in references(line.after.text):
            was, becomes = numbers_before.get(name), numbers_after.get(name)
            if was and becomes and was != becomes:
                yield Followed(line.label_after.address, name, was, becomes)


def _numbers(units: Iterable[tuple[Unit | None, Label | None]]) -> dict[str, str]:
    """Return what a reference to each paragraph with an id prints."""
    return {
        unit.block.id: label.short
        for unit, label in units
        if unit and label and isinstance(unit.block, Paragraph) and unit.block.id
    }
