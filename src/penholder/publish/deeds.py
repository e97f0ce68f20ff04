"""What one party did at a place, as words and a remark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from penholder.compare.encounters import Deed, Encounters, Standing
from penholder.compare.fields import frame_changes
from penholder.model.change import (
    Delete,
    Insert,
    Merge,
    Move,
    NoteChange,
    Reword,
    Split,
)
from penholder.model.segment import Op, Segment, Segments
from penholder.publish.remarks import field_remark, listed

STANDINGS: Mapping[Standing, str] = {
    "meet": "mine and theirs meet",
    "beside": "both, beside one another",
    "agree": "both, alike",
    "mine": "mine alone",
    "theirs": "theirs alone",
}
_COUNTED: Mapping[Standing, str] = {
    "meet": "where mine and theirs meet",
    "beside": "changed by both, beside one another",
    "agree": "changed by both alike",
    "mine": "changed by mine alone",
    "theirs": "changed by theirs alone",
}
_PARAGRAPH_END = " ¶ "


def count_phrases(found: Encounters) -> tuple[str, ...]:
    """Return how many places have each standing, as phrases; one phrase at least."""
    counts = ((count, _COUNTED[standing]) for standing, count in found.counts.items() if count)
    phrases = tuple(f"{n} place{'s' if n != 1 else ''} {what}" for n, what in counts)
    return phrases or ("neither version changes the base",)


def deed_words(deed: Deed) -> Segments:
    """Return the words of a deed as segments over the base text; a sign divides paragraphs."""
    match deed:
        case Insert(unit=unit):
            return (Segment("insert", unit.text),)
        case Delete(unit=unit):
            return (Segment("delete", unit.text),)
        case Split():
            return tuple(_divided(deed.segments, "insert"))
        case Merge():
            return tuple(_divided(deed.segments, "delete"))
    return deed.segments


def _divided(passages: Sequence[Segments], op: Op) -> Iterator[Segment]:
    for index, passage in enumerate(passages):
        if index:
            yield Segment(op, _PARAGRAPH_END)
        yield from passage


def deed_remark(deed: Deed) -> str:
    """Return what is said beside the words of a deed: where it stands now, what else changed."""
    match deed:
        case Insert(after=after):
            return f"new, {after.address}"
        case Delete():
            return "deleted"
        case Move():
            return "; ".join((f"moved to {deed.after.address}", *_frame(deed)))
        case Reword():
            return "; ".join(_frame(deed))
        case Split():
            return f"split into {_addresses(place.address for place in deed.after)}"
        case Merge():
            return f"merged into {deed.after.address}"
        case NoteChange():
            return _note_remark(deed)
    return deed.name if deed.name.startswith("sponsors") else ""


def _frame(deed: Reword | Move) -> Iterator[str]:
    return map(field_remark, frame_changes(deed.unit_before, deed.unit_after))


def _addresses(found: Iterable[str]) -> str:
    return listed(tuple(found))


def _note_remark(deed: NoteChange) -> str:
    if deed.before is None:
        return "new"
    if deed.after is None:
        return "deleted"
    return f"now called {deed.after.key}" if deed.before.key != deed.after.key else ""
