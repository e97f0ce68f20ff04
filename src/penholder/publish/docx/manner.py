"""How a change is told to Word: a move as one or as two changes, numbers counted or written out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from penholder.publish.docx.inlines import IN_PLACE, States
from penholder.publish.docx.sheet import Dress, State

NATIVE: Mapping[str, State] = {"moved": "moved to", "moved away": "moved from"}
SIMPLE: Mapping[str, State] = {"moved": "inserted", "moved away": "deleted"}
WHOLE: Mapping[State, States] = {
    "": IN_PLACE,
    "inserted": {"equal": "inserted", "insert": "inserted"},
    "deleted": {"equal": "deleted", "delete": "deleted"},
    "moved to": {"equal": "moved to", "insert": "inserted"},
    "moved from": {"equal": "moved from", "delete": "deleted"},
}
"""The states of the words of a paragraph by the state of its end."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How moves are shown, and whether Word counts paragraphs by itself."""

    moves: Mapping[str, State]
    typed: Callable[[Dress], Dress]


def counted(dress: Dress) -> Dress:
    """Leave it to Word to count the paragraph."""
    return dress


def written_out(dress: Dress) -> Dress:
    """Write the number of a paragraph into its text."""
    return replace(dress, level=None)
