"""Runs of words that stand in both versions of a text, or in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Op = Literal["equal", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that stands in both versions, only before, or only after.

    ``became`` is empty, but for an equal run that calls a footnote whose key alone was changed:
    there it is what the later version writes, and nothing is marked.
    """

    op: Op
    text: str
    became: str = ""


Segments: TypeAlias = tuple[Segment, ...]


def text_before(segments: Segments) -> str:
    """Return the text that the segments were found in."""
    return "".join(segment.text for segment in segments if segment.op != "insert")


def text_after(segments: Segments) -> str:
    """Return the text that the segments lead to."""
    return "".join(s.became or s.text for s in segments if s.op != "delete")


def has_marks(segments: Segments) -> bool:
    """Whether a reader sees a difference in the segments."""
    return any(segment.op != "equal" for segment in segments)
