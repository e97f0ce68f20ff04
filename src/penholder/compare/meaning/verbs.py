"""Opening phrases and later verbs that became stronger or weaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.compare.meaning.facts import Difference, Fact, differences
from penholder.compare.meaning.finding import Finding, Kind
from penholder.compare.meaning.ladders import strength, weighed
from penholder.compare.meaning.passages import Passage
from penholder.model.openings import opening_kind, opening_length

_CALLS = "requests|urges|calls upon|encourages|invites|demands|decides|condemns"
_FINITE = (
    f"{_CALLS}|calls for|recommends|welcomes|endorses|commends|takes note|notes"
    "|reaffirms|recognizes|acknowledges|stresses|emphasizes|underlines|underscores|highlights"
    "|deplores|looks forward to"
)
_PARTICIPLES = (
    "requesting|urging|calling upon|calling for|encouraging|inviting|welcoming|taking note|noting"
    "|reaffirming|recognizing|acknowledging|stressing|emphasizing|underlining|underscoring"
    "|highlighting|deploring|condemning"
)
_EXPRESSED = (
    r"express(?:es|ing) (?:its )?(?:(?:deep|grave|serious) )?(?:concern|appreciation|support)"
)
_AHEAD = r"(?:(?:in (?:this|that) (?:regard|context|connection)|also|further|once again),? )*"
_FIRMLY = "(?:strongly |urgently |firmly )?"
# Verbs of the organ later in a paragraph: "..., and in this regard calls upon States to ...".
_LATER = re.compile(
    rf"(?<=, |; )(?:and )?{_AHEAD}(?P<verb>{_FIRMLY}(?:{_FINITE}|{_PARTICIPLES}|{_EXPRESSED})"
    r"(?: with (?:appreciation|(?:deep |grave |serious )?concern))?)(?= )"
    rf"|(?<= and ){_AHEAD}(?P<joined>{_FIRMLY}(?:{_CALLS}))"
    r"(?= (?:the|all|Member|States|its|those|relevant|that) )"
)
_CLAUSE = re.compile(rf"{_FIRMLY}(?:{_FINITE}|expresses)\b")
_WORDS = 7


def verbs(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield verbs that changed in strength, or for one that cannot be compared with them."""
    for passage in passages:
        yield from _opening(passage)
    for difference in differences(passages, _later):
        if difference.before and difference.after:
            yield from _told(difference)
        elif difference.passage.is_paired and _CLAUSE.match(difference.words):
            yield from _clause(difference.widened(0, _WORDS))


def _opening(passage: Passage) -> Iterator[Finding]:
    if not passage.is_paired:
        return
    before, after = _phrase(passage.before.texts[0]), _phrase(passage.after.texts[0])
    if before and after and before != after:
        facts = (Fact(each, each, 0, len(each)) for each in (before, after))
        yield from _told(Difference(passage, *facts))


def _phrase(text: str) -> str:
    return text[: opening_length(text)] if opening_kind(text) else ""


def _told(difference: Difference) -> Iterator[Finding]:
    before, after = strength(difference.words_before), strength(difference.words_after)
    kinds: dict[int | None, Kind] = {1: "stronger", -1: "weaker", None: "verb"}
    step = weighed(before, after)
    if step is None and before.content == after.content:
        step = (after.degree > before.degree) - (after.degree < before.degree)
    if step in kinds:
        yield difference.told(kinds[step])


def _clause(difference: Difference) -> Iterator[Finding]:
    """Yield a clause that came or went; one whose comma alone changed stands in both texts."""
    passage = difference.passage
    if not all(difference.words in side.text for side in (passage.before, passage.after)):
        yield difference.told("verb", "a further clause of the paragraph")


def _later(text: str) -> Iterator[Fact]:
    begins = opening_length(text)
    for match in _LATER.finditer(text, begins):
        name = "verb" if match["verb"] else "joined"
        yield Fact(match[name], match[name], *match.span(name))
