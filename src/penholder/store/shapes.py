"""The kinds of value a document file can hold, for reading, writing and the JSON Schema alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Plain:
    """A line of text without inline marks."""


@dataclass(frozen=True, slots=True)
class Id:
    """A name of small letters, figures and hyphens."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A marked text: the words of a paragraph."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, written YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class SymbolText:
    """A document symbol."""


@dataclass(frozen=True, slots=True)
class VersionText:
    """A version of a document: SYMBOL, drafts/NAME, either with @REVISION."""


@dataclass(frozen=True, slots=True)
class AddressText:
    """A spot of a document: PP 14, OP 5 (b), title."""


@dataclass(frozen=True, slots=True)
class SessionText:
    """A session: 53, S-10, ES-11."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Points:
    """A length in points, more than nothing and at most ``most``."""

    most: float


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one shape; ``is_short`` lists are written on one line."""

    item: Shape
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes by key."""


@dataclass(frozen=True, slots=True)
class VoteSide:
    """One side of a vote: a count, or the States named."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: its name in the file, the value's shape, and where the model keeps it.

    ``attribute`` may be dotted (``masthead.symbol``). A key that is required is written even
    where its value is the default.
    """

    name: str
    shape: Shape
    about: str
    attribute: str = ""
    is_required: bool = False

    @property
    def place(self) -> str:
        """The dotted attribute of the model."""
        return self.attribute or self.name


@dataclass(frozen=True, eq=False)
class Record:
    """A mapping with known keys, made into one value of the model.

    ``known`` gives the keys late, because records may contain each other. ``short`` names the
    key whose value may stand alone in place of the mapping.
    """

    name: str
    make: Callable[..., object]
    type: type
    about: str
    known: Callable[[], tuple[Key, ...]]
    short: str = ""

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """The keys in canonical order."""
        return self.known()

    @cached_property
    def by_name(self) -> dict[str, Key]:
        """The keys by their names in the file."""
        return {key.name: key for key in self.keys}


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several records, told apart by the first key of each."""

    records: Callable[[], tuple[Record, ...]]


Shape: TypeAlias = (
    Plain | Id | Wording | Day | SymbolText | VersionText | AddressText | SessionText | Whole
    | Points | Flag | Choice | ListOf | Notes | VoteSide | Record | OneOf
)  # fmt: skip
