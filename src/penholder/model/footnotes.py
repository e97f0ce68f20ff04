"""The numbers that footnotes get from the order of their calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from penholder.model.document import Document
from penholder.model.outline import outline
from penholder.model.wording import calls


@dataclass(frozen=True, slots=True)
class NoteCall:
    """One call of a footnote: its number, its key, whether the note's text stands here."""

    number: int
    key: str
    opens_note: bool


def call_order(document: Document) -> Iterator[str]:
    """Yield the key of every footnote call in reading order: title, then every unit."""
    yield from calls(document.title)
    for unit in outline(document):
        yield from calls(unit.text)


def note_calls(document: Document) -> tuple[NoteCall, ...]:
    """Return every footnote call of a document with its number, in reading order.

    By the former rule a note called again keeps its number; today each call is a note of its
    own (Editorial Manual, footnotes, 5). The document's era decides.
    """
    repeats = document.masthead.era.repeats_indicators
    first: dict[str, int] = {}
    found = []
    total = 0
    for key in call_order(document):
        is_repeated = repeats and key in first
        total += not is_repeated
        number = first.setdefault(key, total) if repeats else total
        found.append(NoteCall(number, key, not is_repeated))
    return tuple(found)
