"""Changes put upon a document, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from penholder.compare.inverse import reversed_comparison
from penholder.errors import ChangeDoesNotFit
from penholder.model.change import (
    Change,
    Comparison,
    Delete,
    Insert,
    Merge,
    NoteOrder,
    Place,
    Split,
    SurfaceChange,
    surface_of,
)
from penholder.model.document import Document, Footnote
from penholder.model.outline import Unit, outline, rebuilt

_FIX = "compare again with the version at hand"


def apply(comparison: Comparison, before: Document) -> Document:
    """Return the document that ``comparison`` leads to.

    ``apply(compare(before, after), before) == after``. Raises ChangeDoesNotFit, naming the
    address, where a unit, note or field does not say what the comparison found there.
    """
    units = _units(comparison, outline(before))
    notes = _notes(comparison, before.footnotes)
    document = replace(rebuilt(before, units), footnotes=notes)
    return _with_surface(document, comparison.surface) if comparison.surface else document


def undo(comparison: Comparison, after: Document) -> Document:
    """Return the document that ``comparison`` started from; raises as ``apply``."""
    return apply(reversed_comparison(comparison), after)


def _units(comparison: Comparison, units: Sequence[Unit]) -> list[Unit]:
    length_before, length_after = comparison.lengths
    if len(units) != length_before:
        raise _misfit(f"the document has {len(units)} units where {length_before} were compared")
    taken = {place.index for place in _taken(comparison.changes, units)}
    placed = {place.index: unit for change in comparison.changes for place, unit in _put(change)}
    rest = [unit for index, unit in enumerate(units) if index not in taken]
    is_whole = len(rest) + len(placed) == length_after
    if not is_whole or any(not 0 <= index < length_after for index in placed):
        raise _misfit("the changes do not add up to a whole document")
    remaining = iter(rest)
    return [placed[i] if i in placed else next(remaining) for i in range(length_after)]


def _taken(changes: Sequence[Change], units: Sequence[Unit]) -> Iterator[Place]:
    for change in changes:
        for place, unit in _stood(change):
            if not 0 <= place.index < len(units) or units[place.index] != unit:
                raise _misfit(f"{place.address} does not say what the comparison found there")
            yield place


def _stood(change: Change) -> Sequence[tuple[Place, Unit]]:
    """Return the units that a change takes from the earlier version, with their places."""
    match change:
        case Insert():
            return ()
        case Delete():
            return ((change.before, change.unit),)
        case Merge():
            return tuple(zip(change.before, change.units_before, strict=True))
    return ((change.before, change.unit_before),)


def _put(change: Change) -> Sequence[tuple[Place, Unit]]:
    """Return the units that a change puts into the later version, with their places."""
    match change:
        case Delete():
            return ()
        case Insert():
            return ((change.after, change.unit),)
        case Split():
            return tuple(zip(change.after, change.units_after, strict=True))
    return ((change.after, change.unit_after),)


def _notes(comparison: Comparison, notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
    keys = tuple(note.key for note in notes)
    order = comparison.note_order or NoteOrder(keys, keys)
    if keys != order.before:
        raise _misfit("the footnotes are not those that were compared")
    by_key = {note.key: note for note in notes}
    gone = [change.before for change in comparison.notes if change.before]
    for note in gone:
        if by_key.pop(note.key, None) != note:
            raise _misfit(f"footnote {note.key} does not say what the comparison found there")
    by_key |= {change.after.key: change.after for change in comparison.notes if change.after}
    missing = [key for key in order.after if key not in by_key]
    if missing:
        raise _misfit(f"footnote {missing[0]} is nowhere to be found")
    return tuple(by_key[key] for key in order.after)


def _with_surface(document: Document, surface: SurfaceChange) -> Document:
    if surface_of(document) != surface.before:
        raise _misfit("the masthead, title or adoption line is not the one that was compared")
    after = surface.after
    return replace(
        document,
        masthead=after.masthead,
        title=after.title,
        numbering=after.numbering,
        organ_line=after.organ_line,
        adopted=after.adopted,
    )


def _misfit(what: str) -> ChangeDoesNotFit:
    return ChangeDoesNotFit("E-FIT", what, _FIX)
