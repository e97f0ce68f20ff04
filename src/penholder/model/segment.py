"""Runs of words that stand in both versions of a text, or in one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Op = Literal["equal", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words that stands in both versions, only before, or only after.

    ``became`` is empty, but for an equal run that calls a footnote whose key alone was changed:
    there it is what the later version writes, and nothing is marked. ``is_form`` tells, of what
    stands in one version only, that the wording is the same: another shape of quotation mark,
    dash or space, or a space more.
    """

    op: Op
    text: str
    became: str = ""
    is_form: bool = False


Segments: TypeAlias = tuple[Segment, ...]


def whole(op: Op, text: str) -> Segments:
    """Return a text as one segment, no segment where it is empty."""
    return (Segment(op, text),) if text else ()


def text_before(segments: Segments) -> str:
    """Return the text that the segments were found in."""
    return "".join(segment.text for segment in segments if segment.op != "insert")


def text_after(segments: Segments) -> str:
    """Return the text that the segments lead to."""
    return "".join(s.became or s.text for s in segments if s.op != "delete")


def has_marks(segments: Segments) -> bool:
    """Whether a reader sees a difference in the segments."""
    return any(segment.op != "equal" for segment in segments)


def has_wording_marks(segments: Segments) -> bool:
    """Whether more than the form differs: words, signs, italics or footnote calls."""
    return any(segment.op != "equal" and not segment.is_form for segment in segments)


def form_places(segments: Segments) -> int:
    """Return at how many places only the form differs; what was and what is now are one place."""
    form = [segment.op if segment.is_form else "" for segment in segments]
    places = zip(form, ["", *form], strict=False)
    return sum(now == "delete" or (now == "insert" and then != "delete") for now, then in places)
