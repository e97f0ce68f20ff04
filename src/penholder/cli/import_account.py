"""What import tells of a document: what was set aside, found no place, or was not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from penholder.cli import report
from penholder.ingest.passages import SetAside
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
    return [first, *_pieces(found.set_aside), *oddities(found.document)]


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
        f"  W-UNPLACED page {each.page} has no place, and stands at the end: {_short(each.text)}"
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


def _is_foreign(document: Document) -> bool:
    """Whether nothing in a document speaks for a resolution."""
    masthead = document.masthead
    said = (masthead.symbol, masthead.session, document.title, document.adopted)
    opened = (opening_kind(plain(unit.text)) for unit in outline(document))
    return not any(said) and not any(opened)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _pieces(pieces: Iterable[SetAside]) -> list[str]:
    """Return a line for each text set aside, with its reason and every page it stands on."""
    ordered = sorted(pieces, key=lambda each: (each.reason, each.text, each.place.page))
    told: list[tuple[int, str]] = []
    for (reason, text), same in groupby(ordered, key=lambda each: (each.reason, each.text)):
        pages = [each.place.page for each in same]
        shown = ", ".join(map(str, pages))
        told.append((pages[0], f"  {reason}, page {shown}: {_short(' '.join(text.split()))}"))
    return [line for _, line in sorted(told)]
