"""Where footnotes are called from: what tells one without a name from another."""

from __future__ import annotations

import re
from collections import defaultdict

from penholder.model.document import Document, Footnote
from penholder.model.outline import outline
from penholder.model.wording import CALL

# Importers name notes by number, which says nothing once a note is inserted before it, or by what
# they cite, which says nothing once the citation is brought up to date.
_NUMBER = re.compile(r"(?:n|fn|note|footnote)?-?\d+")
_REPEATED = re.compile(r"-\d$")  # the second note of one citation: a-80-12-2
_SITE_WORDS = 6
_LEAST_SITE_WORDS = 3


def is_number(key: str) -> bool:
    """Whether a key is but the number that a note was printed with."""
    return bool(_NUMBER.fullmatch(key))


def called_alike(
    before: Document, after: Document, rest_before: list[Footnote], rest_after: list[Footnote]
) -> list[tuple[Footnote, Footnote]]:
    """Return the notes without a name that are called from words standing once in each version."""
    sites = _sites(before), _sites(after)
    free = {note.key: note for note in rest_after if not _has_name(note)}
    found: list[tuple[Footnote, Footnote]] = []
    for note in rest_before:
        words = [site for site, key in sites[0].items() if key == note.key]
        keys = [sites[1][site] for site in words if sites[1].get(site) in free]
        if keys and not _has_name(note):
            found.append((note, free.pop(keys[0])))
    return found


def _has_name(note: Footnote) -> bool:
    """Whether a key is a name somebody gave: no number, and no citation spelt as a key."""
    if is_number(note.key):
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
