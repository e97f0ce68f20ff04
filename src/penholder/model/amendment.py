"""What an amendment asks for: instructions as data, each with its own sentence.

An address names a spot of the target as :mod:`penholder.model.numbering` does (``PP 14``,
``OP 5 (b)``, ``annex I, paragraph 3``), or an area of it. It means the target as issued:
no instruction of an amendment counts the paragraphs that another one inserts or deletes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from penholder.model.blocks import Block

TITLE, PREAMBLE, OPERATIVE, WHOLE = "title", "preamble", "operative part", "whole text"
AREAS = (TITLE, PREAMBLE, OPERATIVE, WHOLE)
_BIS = r"(?: (?:bis|ter|quater|quinquies|sexies))?"
_STEP = r"(?:part|section|annex|appendix)(?: [A-Z0-9]+)?"
_NUMBERED = r"(?:PP|OP|paragraph|unnumbered paragraph|heading|table|footnote)"
_LAST = r"last(?:-[1-9])?"
_END = rf"(?P<end>, (?:lead-in|closing text|sentence (?:{_LAST}|\d+)))?"
_UNIT = rf"{_NUMBERED} (?:{_LAST}|\d+{_BIS})(?: \([a-z]+\)| [a-z]+\.)*{_END}"
_ADDRESS = re.compile(
    rf"(?P<scope>(?:{_STEP}, )*)(?P<unit>{_UNIT}|{_STEP}|{'|'.join(AREAS)})", re.ASCII
)


class AddressError(ValueError):
    """A text does not name a spot of a resolution."""


@dataclass(frozen=True, slots=True)
class Address:
    """A spot of the target: a paragraph, subparagraph, heading, footnote, annex or area."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Address:
        """Return the address that a text names; raises AddressError.

        ``PP last`` and ``OP last`` name the last paragraph, ``PP last-1`` the one before it;
        ``OP 5, lead-in`` the words of a paragraph without its subparagraphs; ``OP 5, sentence 2``
        one sentence of it.
        """
        if len(text) > 200 or not _ADDRESS.fullmatch(text):
            raise AddressError(f"{text[:40]!r} names no spot of a resolution")
        return cls(text)

    def __str__(self) -> str:
        return self.text

    @property
    def scope(self) -> str:
        """The part, section or annex that the spot is in, with a comma and space, or nothing."""
        return self._found["scope"]

    @property
    def unit(self) -> str:
        """The spot itself, without the part, section or annex it is in."""
        return self._found["unit"]

    @property
    def sentence(self) -> str:
        """Which sentence of a paragraph the spot is: ``2``, ``last``, or nothing."""
        return (self._found["end"] or "").partition(", sentence ")[2]

    @property
    def paragraph(self) -> Address:
        """The paragraph that the spot is in, or the spot itself where it is no sentence."""
        return Address(self.text.removesuffix(f", sentence {self.sentence}"))

    @property
    def is_area(self) -> bool:
        """Whether the spot is the title, the preamble, the operative part or the whole text."""
        return self.unit in AREAS

    @property
    def _found(self) -> re.Match[str]:
        found = _ADDRESS.fullmatch(self.text)
        assert found, f"{self.text!r} was never parsed"
        return found


Addresses: TypeAlias = tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class InsertAfter:
    """The instruction's text is to follow a paragraph with all its subparagraphs."""

    at: Address


@dataclass(frozen=True, slots=True)
class InsertBefore:
    """The instruction's text is to precede a paragraph."""

    at: Address


@dataclass(frozen=True, slots=True)
class DeleteParagraphs:
    """Paragraphs go, with their subparagraphs; the instruction's text is what they say now."""

    at: Addresses


@dataclass(frozen=True, slots=True)
class ReplaceParagraphs:
    """Paragraphs go, and the instruction's text takes the place of the first."""

    at: Addresses


@dataclass(frozen=True, slots=True)
class ReplaceWords:
    """Words that stand once at each address give way to others."""

    words: str
    by: str
    at: Addresses


@dataclass(frozen=True, slots=True)
class ReplaceThroughout:
    """Words give way to others wherever they stand at the addresses."""

    words: str
    by: str
    at: Addresses


@dataclass(frozen=True, slots=True)
class DeleteWords:
    """Words that stand once at each address go."""

    words: str
    at: Addresses


@dataclass(frozen=True, slots=True)
class InsertWords:
    """Words are to follow ``after``, precede ``before``, or stand at one end of each address."""

    words: str
    at: Addresses
    after: str = ""
    before: str = ""
    end: Literal["", "beginning", "end"] = ""


@dataclass(frozen=True, slots=True)
class Renumber:
    """Paragraphs are to be renumbered, which follows from their place in any case."""

    paragraphs: Literal["accordingly"] = "accordingly"


Request: TypeAlias = (
    InsertAfter | InsertBefore | DeleteParagraphs | ReplaceParagraphs
    | ReplaceWords | ReplaceThroughout | DeleteWords | InsertWords | Renumber
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction: its sentence as submitted, the text it quotes, and what it asks for.

    Without ``asks`` nobody has read the sentence yet; without a sentence the page says what
    the data say.
    """

    sentence: str = ""
    asks: tuple[Request, ...] = ()
    text: tuple[Block, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether it is known what the sentence asks for."""
        return bool(self.asks)
