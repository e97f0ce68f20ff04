"""Footnotes paired by identity: by key, then by content, never by position or number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from penholder.compare.tokens import tokens
from penholder.compare.words import text_segments
from penholder.model.change import NoteChange, NoteOrder
from penholder.model.document import Footnote

_SAME_KEY_ALIKE = 0.4
_ALIKE = 0.75
NotePair = tuple[Footnote, Footnote]
_Test = Callable[[Footnote, Footnote], bool]


def note_pairs(before: Sequence[Footnote], after: Sequence[Footnote]) -> list[NotePair]:
    """Return the footnotes that are one note in both versions.

    A key that still stands by its text decides; then a text that stands under another key, for
    imported notes are named by number; then the key; then a text that is nearly the same.
    """
    found: list[NotePair] = []
    for is_one in (_is_equal, _says_same, _is_reworded, _shares_key):
        found += _paired(*_rest(before, after, found), is_one)
    return found + _alike(*_rest(before, after, found))


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


def _rest(
    before: Sequence[Footnote], after: Sequence[Footnote], found: Sequence[NotePair]
) -> tuple[list[Footnote], list[Footnote]]:
    taken_before = {then.key for then, _ in found}
    taken_after = {now.key for _, now in found}
    return (
        [note for note in before if note.key not in taken_before],
        [note for note in after if note.key not in taken_after],
    )


def _paired(before: Sequence[Footnote], after: Sequence[Footnote], is_one: _Test) -> list[NotePair]:
    free = list(after)
    found = []
    for then in before:
        now = next((note for note in free if is_one(then, note)), None)
        if now:
            free.remove(now)
            found.append((then, now))
    return found


def _is_equal(before: Footnote, after: Footnote) -> bool:
    return before == after


def _says_same(before: Footnote, after: Footnote) -> bool:
    return before.text == after.text or _cores(before.text) == _cores(after.text)


def _is_reworded(before: Footnote, after: Footnote) -> bool:
    return before.key == after.key and _likeness(before, after) >= _SAME_KEY_ALIKE


def _shares_key(before: Footnote, after: Footnote) -> bool:
    return before.key == after.key


def _alike(before: Sequence[Footnote], after: Sequence[Footnote]) -> list[NotePair]:
    """Return the pairs of most likeness, where the figures of a citation are mostly the same.

    Two volumes of one series are cited in the same words and are not one note.
    """
    rated = [
        (_likeness(then, now), then, now)
        for then in before
        for now in after
        if _shares_figures(then, now)
    ]
    rated = sorted((each for each in rated if each[0] >= _ALIKE), key=lambda each: -each[0])
    found: list[NotePair] = []
    for _, then, now in rated:
        if not any(then == pair[0] or now == pair[1] for pair in found):
            found.append((then, now))
    return found


def _shares_figures(before: Footnote, after: Footnote) -> bool:
    figures_before, figures_after = _figures(before.text), _figures(after.text)
    return 2 * len(figures_before & figures_after) >= len(figures_before | figures_after)


def _likeness(before: Footnote, after: Footnote) -> float:
    return Indel.normalized_similarity(_cores(before.text), _cores(after.text))


@lru_cache(maxsize=1024)
def _cores(text: str) -> tuple[str, ...]:
    return tuple(token.wording for token in tokens(text))


@lru_cache(maxsize=1024)
def _figures(text: str) -> frozenset[str]:
    return frozenset(core for core in _cores(text) if any(map(str.isdigit, core)))
