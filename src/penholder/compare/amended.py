"""The document that instructions lead to, as a comparison that applies to their target."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from penholder.compare.apply import apply
from penholder.compare.versions import comparison_of, keys_between
from penholder.compare.words import unit_segments
from penholder.compare.workings import Working
from penholder.model.blocks import Paragraph
from penholder.model.change import Change, Comparison, Delete, Insert, Place, Reword
from penholder.model.document import Document, Footnote
from penholder.model.footnotes import call_order
from penholder.model.numbering import labels
from penholder.model.outline import Closing, Unit, rebuilt

_STOP = re.compile(r"(?P<stop>[.;,]|[,;] and|[,;] or)(?P<rest>(?:\[\^[a-z0-9-]+\]|[*\]\s])*)$")


@dataclass(frozen=True, slots=True)
class Amended:
    """The amended document and the changes to the target that make it.

    ``consequences`` tell what was done besides: stops at the end, notes that nothing calls.
    """

    document: Document
    comparison: Comparison
    consequences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A unit of the amended document; ``origin`` is its index in the target, -1 if it is new."""

    origin: int
    unit: Unit


def amended_by(working: Working, notes: Sequence[Footnote]) -> Amended:
    """Return the document that a working leads to; ``notes`` are the target's and new ones."""
    target = working.target.document
    kept = list(_kept(working))
    stops = _stopped(kept, working)
    kept_notes, gone = _notes(working, kept, notes)
    document = replace(
        rebuilt(target, [each.unit for each in kept]),
        title=working.changed().get("title", target.title),
        footnotes=kept_notes,
    )
    comparison = comparison_of(target, document, tuple(_changes(working, kept, document)))
    consequences = (*stops, *(f"footnote {key} is no longer called and goes" for key in gone))
    return Amended(apply(comparison, target), comparison, consequences)


def _kept(working: Working) -> Iterator[_Kept]:
    changed = working.changed()
    slots = sorted(working.added)
    for index, unit in enumerate((*working.target.units, None)):
        for slot in slots:
            if slot.index == index:
                yield from (_Kept(-1, each) for each in working.added[slot])
        if unit is not None and index not in working.deleted:
            text = changed.get(index)
            yield _Kept(index, unit if text is None else unit.with_text(text))


def _stopped(kept: list[_Kept], working: Working) -> list[str]:
    """Set the full stop where the operative part ends now, and a semicolon where it ended."""
    operative = [i for i, each in enumerate(kept) if _is_operative(each.unit)]
    units = working.target.units
    last = [i for i, unit in enumerate(units) if _is_operative(unit)][-1:]
    if (
        not operative
        or not last
        or _stop_of(units[last[0]].text) != "."
        or working.target.document.parts
    ):
        return []
    told = []
    for i in operative:
        each = kept[i]
        wanted = "." if i == operative[-1] else ";"
        is_due = each.origin in (-1, last[0]) or i == operative[-1]
        if is_due and _stop_of(each.unit.text) in ".;," and _stop_of(each.unit.text) != wanted:
            kept[i] = _Kept(each.origin, each.unit.with_text(_with_stop(each.unit.text, wanted)))
            told.append(_told(wanted, each.unit.text))
    return told


def _is_operative(unit: Unit) -> bool:
    return unit.region == "operative" and isinstance(unit.block, Paragraph | Closing)


def _stop_of(text: str) -> str:
    found = _STOP.search(text)
    return found["stop"] if found else ":"


def _with_stop(text: str, stop: str) -> str:
    return _STOP.sub(lambda found: stop + found["rest"], text)


def _told(stop: str, text: str) -> str:
    name = "a full stop" if stop == "." else "a semicolon"
    return f"“{' '.join(text.split()[:4])} …” now ends in {name}"


def _notes(
    working: Working, kept: Sequence[_Kept], notes: Sequence[Footnote]
) -> tuple[tuple[Footnote, ...], list[str]]:
    """Return the notes that are called, with those that never were; and the keys of those gone."""
    target = working.target.document
    changed = working.changed()
    title = changed.get("title", target.title)
    whole = replace(rebuilt(target, [each.unit for each in kept]), title=title)
    called, before = set(call_order(whole)), set(call_order(target))
    gone = [note.key for note in notes if note.key in before and note.key not in called]
    uncalled = {note.key for note in notes if note.key not in called | before}
    new = uncalled - {note.key for note in target.footnotes}
    left = (note for note in notes if note.key not in gone and note.key not in new)
    return tuple(replace(n, text=changed.get(f"note {n.key}", n.text)) for n in left), gone


def _changes(working: Working, kept: Sequence[_Kept], document: Document) -> Iterator[Change]:
    """Yield the changes in the reading order of the amended document."""
    names = [label.address for label in labels(working.target.document)]
    now = [label.address for label in labels(document)]
    keys = keys_between(working.target.document, document)
    units = working.target.units
    at = 0
    for index, each in enumerate(kept):
        if each.origin >= 0:
            yield from _deletions(working, range(at, each.origin), names)
            at = each.origin + 1
        after = Place(index, now[index])
        if each.origin < 0:
            yield Insert(after, each.unit)
        elif each.unit != units[each.origin]:
            before = Place(each.origin, names[each.origin])
            segments = unit_segments(units[each.origin], each.unit, keys)
            yield Reword(before, after, units[each.origin], each.unit, segments)
    yield from _deletions(working, range(at, len(units)), names)


def _deletions(working: Working, places: range, names: Sequence[str]) -> Iterator[Delete]:
    for index in places:
        yield Delete(Place(index, names[index]), working.target.units[index])
