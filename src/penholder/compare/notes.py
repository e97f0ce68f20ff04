"""What changed in the footnotes, once it is known which are one in both versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from penholder.compare.note_pairs import NotePair
from penholder.compare.words import text_segments
from penholder.model.change import NoteChange, NoteOrder
from penholder.model.document import Document, Footnote


def told_pairs(before: Document, after: Document, changes: Sequence[NoteChange]) -> list[NotePair]:
    """Return the pairs that a comparison was made from, as its changes tell them."""
    changed = [change for change in changes if change.before and change.after]
    known = {change.after.key for change in changes if change.after}
    gone = {change.before.key for change in changes if change.before}
    kept = {note.key: note for note in before.footnotes if note.key not in gone}
    same = [(kept[note.key], note) for note in after.footnotes if note.key not in known]
    return same + [(each.before, each.after) for each in changed if each.before and each.after]


def call_keys(pairs: Sequence[NotePair], after: Sequence[Footnote]) -> Mapping[str, str]:
    """Return, for each footnote call of the later version, how the earlier one calls the note.

    A new note that took the key of another gets a call that the earlier version cannot have.
    """
    names = {f"[^{note.key}]": f"[^{note.key}]+" for note in after}
    return names | {f"[^{now.key}]": f"[^{then.key}]" for then, now in pairs}


def note_changes(
    before: Sequence[Footnote], after: Sequence[Footnote], pairs: Sequence[NotePair]
) -> tuple[NoteChange, ...]:
    """Return what changed in the notes: those of the later version in order, then those gone."""
    then_of = {now.key: then for then, now in pairs}
    kept = {then.key for then, _ in pairs}
    found = [NoteChange(then_of.get(note.key), note, ()) for note in after]
    found += [NoteChange(note, None, ()) for note in before if note.key not in kept]
    return tuple(_with_segments(change) for change in found if change.before != change.after)


def note_order(before: Sequence[Footnote], after: Sequence[Footnote]) -> NoteOrder | None:
    """Return the keys of both versions, None where they are the same in the same order."""
    order = NoteOrder(tuple(note.key for note in before), tuple(note.key for note in after))
    return order if order.before != order.after else None


def _with_segments(change: NoteChange) -> NoteChange:
    text_before = change.before.text if change.before else ""
    text_after = change.after.text if change.after else ""
    segments = text_segments(text_before, text_after, {})
    return NoteChange(change.before, change.after, segments)
