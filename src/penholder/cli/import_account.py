"""What import tells of a document: what was set aside, found no place, or was not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from penholder.cli import report
from penholder.cli.import_tracked import changes_told
from penholder.ingest.passages import Place, SetAside
from penholder.ingest.recognise import Recognised
from penholder.model.blocks import Unplaced
from penholder.model.document import Document
from penholder.model.openings import opening_kind
from penholder.model.outline import outline
from penholder.model.wording import plain

_LONGEST = 100


def account(name: str, found: Recognised) -> list[str]:
    """Return a line for each piece set aside, by page, below their count; and what is odd."""
    first = f"{name}: {report.plural(len(found.set_aside), 'piece')} set aside"
    return [first, *_pieces(found.set_aside), *changes_told(found), *oddities(found.document)]


def summary(name: str, found: Recognised) -> list[str]:
    """Return one line that counts what was set aside by reason; and what is odd."""
    counts = Counter(each.reason for each in found.set_aside)
    by_reason = ", ".join(f"{count} {reason}" for reason, count in counts.most_common())
    told = f"{report.plural(len(found.set_aside), 'piece')} set aside"
    return [f"{name}: {told}{f' ({by_reason})' if by_reason else ''}", *oddities(found.document)]


def oddities(document: Document) -> list[str]:
    """Return what a reader must look at: words without a place, instructions nobody understood."""
    strays = [unit.block for unit in outline(document) if isinstance(unit.block, Unplaced)]
    lines = [
        f"  W-UNPLACED {_where(each)} has no place, and stands at the end: {_short(each.text)}"
        for each in strays
    ]
    lines += [
        f"  W-UNREAD instruction {number} is kept as its sentence alone: {_short(each.sentence)}"
        for number, each in enumerate(document.instructions, start=1)
        if not each.is_read
    ]
    if _is_foreign(document):
        lines.append("  W-FOREIGN it has no symbol, title or clause of one: is it a resolution?")
    return lines


def _where(each: Unplaced) -> str:
    return f"page {each.page}" if each.page else "a paragraph"


def _is_foreign(document: Document) -> bool:
    """Whether nothing in a document speaks for a resolution."""
    masthead = document.masthead
    said = (masthead.symbol, masthead.session, document.title, document.adopted)
    opened = (opening_kind(plain(unit.text)) for unit in outline(document))
    return not any(said) and not any(opened)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _pieces(pieces: Iterable[SetAside]) -> list[str]:
    """Return a line for each text set aside, with its reason and every place it stands at."""
    ordered = sorted(pieces, key=lambda each: (each.reason, each.text, _order(each.place)))
    told = []
    for (reason, text), same in groupby(ordered, key=lambda each: (each.reason, each.text)):
        places = [each.place for each in same]
        line = f"  {reason}, {_places(places)}: {_short(' '.join(text.split()))}"
        told.append((_order(places[0]), line))
    return [line for _, line in sorted(told)]


def _order(place: Place) -> tuple[str, int, int]:
    return place.part, place.page, place.line


def _places(places: Sequence[Place]) -> str:
    """Return where a text stands: ``page 2, 4``, ``paragraph 12 of the text``."""
    if places[0].part:
        return ", ".join(str(place) if place.line else f"in the {place.part}" for place in places)
    return f"page {', '.join(str(place.page) for place in places)}"
