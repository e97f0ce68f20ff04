"""Footnotes paired by identity: by key, then by content, never by position or number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from penholder.compare.note_sites import called_alike, is_number
from penholder.compare.tokens import tokens
from penholder.model.document import Document, Footnote

_SAME_KEY_ALIKE = 0.4
_ALIKE = 0.75
NotePair = tuple[Footnote, Footnote]
_Test = Callable[[Footnote, Footnote], bool]


def note_pairs(before: Document, after: Document) -> list[NotePair]:
    """Return the footnotes that are one note in both versions.

    A key that still stands by its text decides; then a text that stands under another key, for
    imported notes are named by number; then the key, where it is a name; then a text that is
    nearly the same; at last the words that both notes are called from.
    """
    notes = before.footnotes, after.footnotes
    found = _paired(*notes, _is_equal)
    if any(_repeats(each) for each in notes):
        at_one_site = called_alike(before, after, *_rest(*notes, found))
        found += [pair for pair in at_one_site if _says_same(*pair)]
    found += _in_order(*_rest(*notes, found))
    for is_one in (_says_same, _is_reworded, _shares_name):
        found += _paired(*_rest(*notes, found), is_one)
    found += _alike(*_rest(*notes, found))
    left = _rest(*notes, found)
    return found + (called_alike(before, after, *left) if all(left) else [])


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


def _repeats(notes: Sequence[Footnote]) -> bool:
    return len({note.text for note in notes}) < len(notes)


def _in_order(before: Sequence[Footnote], after: Sequence[Footnote]) -> list[NotePair]:
    """Return the notes that say the same in the same order: of several ``Ibid.`` the right ones."""
    texts = [_cores(note.text) for note in before], [_cores(note.text) for note in after]
    return [
        (before[op.src_start + step], after[op.dest_start + step])
        for op in Indel.opcodes(*texts)
        if op.tag == "equal"
        for step in range(op.src_end - op.src_start)
    ]


def _is_equal(before: Footnote, after: Footnote) -> bool:
    return before == after and not is_number(before.key)


def _says_same(before: Footnote, after: Footnote) -> bool:
    return _cores(before.text) == _cores(after.text)


def _is_reworded(before: Footnote, after: Footnote) -> bool:
    return _shares_name(before, after) and _likeness(before, after) >= _SAME_KEY_ALIKE


def _shares_name(before: Footnote, after: Footnote) -> bool:
    return before.key == after.key and not is_number(before.key)


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
