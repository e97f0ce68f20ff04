"""What became of each passage of a source: the unit of the document that says its words."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from penholder.ingest.lettering import wording_letters
from penholder.ingest.markers import marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.notes import note_mark
from penholder.ingest.passages import Passage
from penholder.ingest.recognise import Recognised
from penholder.model.blocks import Unplaced
from penholder.model.calendar import written_date
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import plain

_MASTHEAD = "masthead"
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Fate:
    """A passage and where its words stand: an address, ``footnote a``, ``masthead, session``."""

    passage: Passage
    address: str
    text: str
    is_placed: bool = True

    @property
    def is_known(self) -> bool:
        """Whether a unit or field of the document is known that says its words."""
        return self.address != _MASTHEAD


def fates(found: Recognised) -> list[Fate]:
    """Return the fate of every passage, in the order of the source."""
    units = _units(found)
    fields = [(name, _letters(text)) for name, text in _fields(found.document)]
    return [_fate(passage, units, fields) for passage in found.passages]


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


def _fields(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what a document says in no unit of its own, by the name of its field."""
    masthead = document.masthead
    yield "symbol", str(masthead.symbol or "")
    yield "session", masthead.session.name if masthead.session else ""
    yield "committee", masthead.committee
    yield from (("agenda title", title) for title in masthead.agenda_titles)
    yield "heading", masthead.heading or "Resolution adopted by the"
    yield "origin", masthead.origin
    sponsors = masthead.sponsors
    yield from (("sponsors", each) for each in (*sponsors.states, sponsors.line, sponsors.note))
    yield from (("part title", plain(part.title)) for part in document.parts)
    yield from (("annex title", plain(annex.title)) for annex in document.annexes)
    yield from (("issued", written_date(day)) for day in (masthead.issued,) if day)
    for adopted in (document.adopted, *(part.adopted for part in document.parts)):
        if adopted:
            yield "adopted", adopted.meeting
            yield "adopted", written_date(adopted.date)
    yield "distribution", f"Distr. {masthead.distribution}"
    yield "original language", f"Original {masthead.original}"
    yield "agenda items", "agenda item"
    yield "title", plain(document.title)
    yield "organ line", f"The {masthead.organ}"
    yield "organ", masthead.organ


def _fate(
    passage: Passage,
    units: dict[str, deque[tuple[str, str, bool]]],
    fields: Sequence[tuple[str, str]],
) -> Fate:
    if passage.role == "table":
        return Fate(passage, "table", "the table with its cells")
    waiting = units.get(_letters(_wording(passage)))
    if waiting:
        return Fate(passage, *waiting.popleft())
    field = _field(_letters(passage.text), fields)
    return Fate(passage, f"{_MASTHEAD}, {field}" if field else _MASTHEAD, "")


def _field(letters: str, fields: Sequence[tuple[str, str]]) -> str:
    """Return the field that says the letters of a passage: all of them, or the most of its own."""
    said = [(name, text) for name, text in fields if text]
    same = [name for name, text in said if text == letters]
    is_long = len(letters) >= _LEAST_LETTERS
    held = [
        (len(text), name) for name, text in said if text in letters or (is_long and letters in text)
    ]
    return same[0] if same else max(held, default=(0, ""))[1]


def _wording(passage: Passage) -> str:
    """Return the letters of a passage without its marker or indicator and its calls."""
    if passage.role == "note":
        passage = note_mark(passage)[1]
    text = flat("".join(run.text for run in passage.runs if not run.raised))
    marker = marker_of(text)
    return text[marker.length :] if marker else text


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, wording_letters(text).casefold()))
