"""What became of each passage of a source: the unit of the document that says its words."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass

from penholder.ingest.lettering import wording_letters
from penholder.ingest.markers import marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.notes import note_mark
from penholder.ingest.passages import Passage
from penholder.ingest.recognise import Recognised
from penholder.model.blocks import Unplaced
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import plain

_MASTHEAD = "masthead"


@dataclass(frozen=True, slots=True)
class Fate:
    """A passage and where its words stand: an address, ``footnote``, ``masthead``; what it says."""

    passage: Passage
    address: str
    text: str
    is_placed: bool = True


def fates(found: Recognised) -> list[Fate]:
    """Return the fate of every passage, in the order of the source."""
    units = _units(found)
    return [_fate(passage, units) for passage in found.passages]


def _units(found: Recognised) -> dict[str, deque[tuple[str, str, bool]]]:
    """Return address and text of what the document says, by its letters alone."""
    document = found.document
    units: dict[str, deque[tuple[str, str, bool]]] = defaultdict(deque)
    for unit, label in zip(outline(document), labels(document), strict=True):
        is_placed = not isinstance(unit.block, Unplaced)
        text = plain(unit.text.replace("\t", " "))
        units[_letters(text)].append((label.address, f"{label.printed} {text}".strip(), is_placed))
    for note in document.footnotes:
        text = plain(note.text)
        units[_letters(text)].append((f"footnote {note.key}", text, True))
    units[_letters(plain(document.title))].append(("title", plain(document.title), True))
    return units


def _fate(passage: Passage, units: dict[str, deque[tuple[str, str, bool]]]) -> Fate:
    if passage.role == "table":
        return Fate(passage, "table", "the table with its cells")
    waiting = units.get(_letters(_wording(passage)))
    if not waiting:
        return Fate(passage, _MASTHEAD, "")
    return Fate(passage, *waiting.popleft())


def _wording(passage: Passage) -> str:
    """Return the letters of a passage without its marker or indicator and its calls."""
    if passage.role == "note":
        passage = note_mark(passage)[1]
    text = flat("".join(run.text for run in passage.runs if not run.raised))
    marker = marker_of(text)
    return text[marker.length :] if marker else text


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, wording_letters(text).casefold()))
