"""What a rule finds: a code, a cause, a remedy, and a spot in the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class InTitle:
    """A letter of the document's title, from 0."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class InUnit:
    """A letter of a unit of ``outline(document)``, or its member ``key`` (``number``, ``id``)."""

    index: int
    offset: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class InNote:
    """A letter of a footnote's text."""

    key: str
    offset: int = 0


Spot: TypeAlias = InTitle | InUnit | InNote


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of a rule; a code that begins with ``W-`` is advice."""

    code: str
    what: str
    fix: str
    spot: Spot
