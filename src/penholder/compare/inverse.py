"""The comparison that leads back."""

from __future__ import annotations

from penholder.compare.words import inverse
from penholder.model.change import (
    Change,
    Comparison,
    Delete,
    FieldChange,
    Insert,
    Merge,
    Move,
    NoteChange,
    NoteOrder,
    Reword,
    Split,
    SurfaceChange,
)

_SPONSORS = {"sponsors joined": "sponsors withdrawn", "sponsors withdrawn": "sponsors joined"}


def reversed_comparison(comparison: Comparison) -> Comparison:
    """Return what leads from the later version to the earlier one, change by change."""
    surface, order = comparison.surface, comparison.note_order
    return Comparison(
        algorithm=comparison.algorithm,
        lengths=(comparison.lengths[1], comparison.lengths[0]),
        changes=tuple(map(_reversed_change, comparison.changes)),
        fields=tuple(map(_reversed_field, comparison.fields)),
        surface=surface and SurfaceChange(surface.after, surface.before),
        notes=tuple(map(_reversed_note, comparison.notes)),
        note_order=order and NoteOrder(order.after, order.before),
    )


def _reversed_change(change: Change) -> Change:
    match change:
        case Insert():
            return Delete(change.after, change.unit)
        case Delete():
            return Insert(change.before, change.unit)
        case Reword(before, after, unit_before, unit_after, segments):
            return Reword(after, before, unit_after, unit_before, inverse(segments))
        case Move(before, after, unit_before, unit_after, segments, is_carried):
            back = inverse(segments)
            return Move(after, before, unit_after, unit_before, back, is_carried)
        case Split(whole, parts, unit, units, passages):
            return Merge(parts, whole, units, unit, tuple(map(inverse, passages)))
        case Merge(parts, whole, units, unit, passages):
            return Split(whole, parts, unit, units, tuple(map(inverse, passages)))


def _reversed_field(change: FieldChange) -> FieldChange:
    return FieldChange(_SPONSORS.get(change.name, change.name), inverse(change.segments))


def _reversed_note(change: NoteChange) -> NoteChange:
    return NoteChange(change.after, change.before, inverse(change.segments))
