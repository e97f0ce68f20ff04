"""Opening phrases and later verbs that became stronger or weaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.compare.meaning.facts import Difference, Fact, differences
from penholder.compare.meaning.finding import Finding, Kind
from penholder.compare.meaning.ladders import strength, weighed
from penholder.compare.meaning.passages import Passage
from penholder.model.openings import opening_kind, opening_length

# Verbs of the organ later in a paragraph: "..., and calls upon States to ...".
_LATER = re.compile(
    r"(?<=, |; )(?:and )?(?:(?:in (?:this|that) (?:regard|context|connection)|also|further"
    r"|strongly|urgently|once again),? )*"
    r"(?P<verb>(?:strongly |urgently )?(?:requests|urges|calls upon|calls for|encourages|invites"
    r"|demands|decides|recommends|welcomes|endorses|notes with (?:appreciation|concern)|takes note"
    r"|reaffirms|recognizes|acknowledges|stresses|emphasizes|condemns|deplores|expresses"
    r" (?:its )?(?:deep |grave |serious )?(?:concern|appreciation|support)|requesting|urging"
    r"|calling upon|calling for|encouraging|inviting|welcoming|noting|taking note|reaffirming"
    r"|recognizing|acknowledging|stressing|emphasizing|highlighting|condemning|deploring|notes"
    r"|expressing (?:its )?(?:deep |grave |serious )?(?:concern|appreciation|support)))(?= )"
    r"|(?<= and )(?P<joined>(?:strongly |urgently )?(?:requests|urges|calls upon|encourages"
    r"|invites|demands|decides|condemns))(?= (?:the|all|Member|States|its|those|relevant|that))"
)


_CALL = re.compile(r"\b(?:requests|urges|calls upon|calls for|encourages|invites|demands|decides)$")
_WORDS = 7


def verbs(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield verbs that changed in strength, or for one that cannot be compared with them."""
    for passage in passages:
        yield from _opening(passage)
    for difference in differences(passages, _later):
        if difference.before and difference.after:
            yield from _told(difference)
        elif difference.passage.is_paired and _is_call(difference):
            yield difference.widened(0, _WORDS).told("verb", "a further call in the paragraph")


def _opening(passage: Passage) -> Iterator[Finding]:
    if not passage.is_paired:
        return
    before, after = _phrase(passage.before.texts[0]), _phrase(passage.after.texts[0])
    if before and after and before != after:
        facts = (Fact(each, each, 0, len(each)) for each in (before, after))
        yield from _told(Difference(passage, *facts))


def _phrase(text: str) -> str:
    return text[: opening_length(text)] if opening_kind(text) else ""


def _is_call(difference: Difference) -> bool:
    words = difference.words_before + difference.words_after
    return _CALL.search(words) is not None


def _told(difference: Difference) -> Iterator[Finding]:
    before, after = strength(difference.words_before), strength(difference.words_after)
    kinds: dict[int | None, Kind] = {1: "stronger", -1: "weaker", None: "verb"}
    step = weighed(before, after)
    if step is None and before.content == after.content:
        step = (after.degree > before.degree) - (after.degree < before.degree)
    if step in kinds:
        yield difference.told(kinds[step])


def _later(text: str) -> Iterator[Fact]:
    begins = opening_length(text)
    for match in _LATER.finditer(text, begins):
        name = "verb" if match["verb"] else "joined"
        yield Fact(match[name], match[name], *match.span(name))
