"""Footnotes paired by identity: by key, then by content, never by position or number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

from penholder.compare.tokens import tokens
from penholder.compare.words import text_segments
from penholder.model.change import NoteChange, NoteOrder
from penholder.model.document import Document, Footnote
from penholder.model.outline import outline
from penholder.model.wording import CALL

_SAME_KEY_ALIKE = 0.4
_ALIKE = 0.75
# Importers name notes by number, which says nothing once a note is inserted before it, or by what
# they cite, which says nothing once the citation is brought up to date.
_NUMBER = re.compile(r"(?:n|fn|note|footnote)?-?\d+")
_REPEATED = re.compile(r"-\d$")  # the second note of one citation: a-80-12-2
_SITE_WORDS = 6
_LEAST_SITE_WORDS = 3
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
        at_one_site = _called_alike(before, after, *_rest(*notes, found))
        found += [pair for pair in at_one_site if _says_same(*pair)]
    found += _in_order(*_rest(*notes, found))
    for is_one in (_says_same, _is_reworded, _shares_name):
        found += _paired(*_rest(*notes, found), is_one)
    found += _alike(*_rest(*notes, found))
    left = _rest(*notes, found)
    return found + (_called_alike(before, after, *left) if all(left) else [])


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


def _called_alike(
    before: Document, after: Document, rest_before: list[Footnote], rest_after: list[Footnote]
) -> list[NotePair]:
    """Return the notes without a name that are called from words standing once in each version."""
    sites = _sites(before), _sites(after)
    free = {note.key: note for note in rest_after if not _has_name(note)}
    found: list[NotePair] = []
    for note in rest_before:
        words = [site for site, key in sites[0].items() if key == note.key]
        keys = [sites[1][site] for site in words if sites[1].get(site) in free]
        if keys and not _has_name(note):
            found.append((note, free.pop(keys[0])))
    return found


def _has_name(note: Footnote) -> bool:
    """Whether a key is a name somebody gave: no number, and no citation spelt as a key."""
    if _NUMBER.fullmatch(note.key):
        return False
    said = {piece for piece in _REPEATED.sub("", note.key).split("-") if piece.isdecimal()}
    return not said or not said <= set(re.findall(r"\d+", note.text))


def _sites(document: Document) -> dict[tuple[str, ...], str]:
    """Return, by where it is called from, the key that is called there; what repeats is no site.

    A site is the text before the call with the text behind it, which finds a call in a unit that
    stayed as it was, or the last words before the call. There words with figures or signs are
    left out: of an annual text the years change.
    """
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for unit in outline(document):
        for call in CALL.finditer(unit.text) if "[^" in unit.text else ():
            bare = CALL.sub("", unit.text[: call.start()])
            found[bare, CALL.sub("", unit.text[call.end() :])].append(call[0][2:-1])
            site = tuple([word for word in bare.split() if word.isalpha()][-_SITE_WORDS:])
            if len(site) >= _LEAST_SITE_WORDS:
                found[site].append(call[0][2:-1])
    return {site: keys[0] for site, keys in found.items() if len(keys) == 1}


def _is_equal(before: Footnote, after: Footnote) -> bool:
    return before == after and not _NUMBER.fullmatch(before.key)


def _says_same(before: Footnote, after: Footnote) -> bool:
    return _cores(before.text) == _cores(after.text)


def _is_reworded(before: Footnote, after: Footnote) -> bool:
    return _shares_name(before, after) and _likeness(before, after) >= _SAME_KEY_ALIKE


def _shares_name(before: Footnote, after: Footnote) -> bool:
    return before.key == after.key and not _NUMBER.fullmatch(before.key)


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
