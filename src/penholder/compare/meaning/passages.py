"""What stands in both versions side by side, as plain words with their addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz.distance import Indel

from penholder.compare.lines import Line
from penholder.compare.note_lines import NoteLine
from penholder.compare.redline import Redline
from penholder.compare.tokens import Token, tokens
from penholder.model.outline import Unit
from penholder.model.segment import text_after, text_before
from penholder.model.wording import plain

# Hyphens and spaces that forbid a break are the same words as those that allow it.
_SPACING = str.maketrans({"\t": " ", "\u00a0": " ", "\u202f": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one version: plain texts joined by spaces, each with its address."""

    texts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All words of the side."""
        return " ".join(self.texts)

    def address(self, offset: int) -> str | None:
        """Return the address of the text that the letter at ``offset`` stands in."""
        end = -1
        for text, address in zip(self.texts, self.addresses, strict=True):
            end += len(text) + 1
            if offset <= end:
                return address
        return self.addresses[-1] if self.addresses else None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where the words differ, as the range of letters that it takes in each version."""

    before: range
    after: range


@dataclass(frozen=True)
class Passage:
    """One unit of the later version beside what it was; several where it was split or merged.

    A side without texts belongs to a unit that only the other version has. ``unit`` is the later
    version's where there is one.
    """

    unit: Unit | None
    before: Side
    after: Side
    was: Unit | None = None

    @property
    def is_paired(self) -> bool:
        """Whether both versions have the passage."""
        return bool(self.before.texts and self.after.texts)

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Where the words of the two sides differ, in order."""
        if not self.is_paired or self.before.text == self.after.text:
            return ()
        return tuple(_spots(self.before.text, self.after.text))


def passages(redline: Redline) -> tuple[Passage, ...]:
    """Return every unit that says something, in the reading order of the later version."""
    found: list[Passage] = []
    for line in redline.lines:
        if line.status == "moved away" or not (line.before or line.after):
            continue
        if line.part:
            found[-1] = _extended(found[-1], line)
        else:
            found.append(_passage(line))
    return tuple(found)


def note_passages(redline: Redline) -> tuple[Passage, ...]:
    """Return every footnote as a passage."""
    return tuple(_note_passage(note) for note in redline.notes)


def is_english(redline: Redline) -> bool:
    """Whether both versions are in the language that the rules of meaning read."""
    mastheads = redline.masthead_before, redline.masthead_after
    return all(masthead.language == "en" for masthead in mastheads)


def _passage(line: Line) -> Passage:
    texts = [text_before(run) for run in line.passages] if line.before else []
    if line.status == "split" and line.before:
        texts = [line.before.text]
    stood = [line.label_before.address] if line.label_before else []
    addresses = line.counterparts if line.status == "merged" else stood
    before = Side(tuple(map(_words, texts)), tuple(addresses))
    return Passage(line.after or line.before, before, _after(line), line.before)


def _after(line: Line) -> Side:
    if line.after is None or line.label_after is None:
        return Side()
    return Side((_words(line.after.text),), (line.label_after.address,))


def _extended(passage: Passage, line: Line) -> Passage:
    added = _after(line)
    texts = (*passage.after.texts, *added.texts)
    addresses = (*passage.after.addresses, *added.addresses)
    return replace(passage, after=Side(texts, addresses))


def _note_passage(note: NoteLine) -> Passage:
    before, after = text_before(note.segments), text_after(note.segments)
    return Passage(
        None,
        Side((_words(before),), (f"footnote {note.key_before}",)) if note.key_before else Side(),
        Side((_words(after),), (f"footnote {note.key_after}",)) if note.key_after else Side(),
    )


def _words(text: str) -> str:
    return plain(text).translate(_SPACING)


def _spots(before: str, after: str) -> Iterator[Spot]:
    first, second = tokens(before), tokens(after)
    starts, ends = _bounds(first), _bounds(second)
    codes = Indel.opcodes([token.core for token in first], [token.core for token in second])
    row = column = 0
    for code in [code for code in codes if code.tag == "equal"]:
        if code.src_start > row or code.dest_start > column:
            yield Spot(
                range(starts[row], starts[code.src_start]),
                range(ends[column], ends[code.dest_start]),
            )
        row, column = code.src_end, code.dest_end
    if row < len(first) or column < len(second):
        yield Spot(range(starts[row], starts[-1]), range(ends[column], ends[-1]))


def _bounds(run: Sequence[Token]) -> list[int]:
    """Return where each token begins, and at last where the text ends."""
    bounds = [0]
    for token in run:
        bounds.append(bounds[-1] + len(token.text))
    return bounds
