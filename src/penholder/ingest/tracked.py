"""A tracked change of a source, and a comment beside its text."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.ingest.passages import Place


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One tracked change: what was done, by whom, on which day (ISO 8601, or empty), to which
    words, and where; a change of form has the words it is about."""

    kind: str
    author: str
    day: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark beside the text: by whom, on which day, what it says, on which words."""

    author: str
    day: str
    text: str
    words: str
    place: Place
