"""Whom a request, an appeal or an invitation is addressed to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.compare.meaning.facts import Difference, Fact
from penholder.compare.meaning.finding import Finding
from penholder.compare.meaning.passages import Passage

VERB = (
    r"(?:[Rr]equests|[Uu]rges|[Cc]alls (?:once again )?upon|[Ee]ncourages|[Ii]nvites|[Aa]ppeals to"
    r"|[Dd]irects|[Aa]uthorizes|[Dd]emands that|[Rr]eiterates its (?:request|call|appeal"
    r"|invitation) (?:to|upon))"
)
_ASKED = re.compile(
    rf"(?:^|(?<=[ ,])){VERB},? (?!to )(?P<whom>[^:;]{{2,400}}?)"
    r"(?=,? to (?!the |its |a |an |all |that |this |these |those |which )[a-z]+|:)"
)
# What stands between commas after the addressee and says how, when or why.
_ASIDE = re.compile(
    r"(?:and )?(?:in|within|with|through|as|where|wherever|if|when|while|taking|subject|upon|on|by"
    r"|including|at|under|bearing|pursuant|consistent|from|for|after|before|inter alia|during|of"
    r"|particularly|especially|notably|without|among|building|also|further|acting|based|recalling"
    r"|using|making|working|drawing)\b"
)
_LONGEST = 40
_LIGHT = frozenset("the and all of other also further relevant concerned".split())


def addressees(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield addressees that changed where both versions of a passage ask as often."""
    for passage in passages:
        before, after = asked(passage.before.text), asked(passage.after.text)
        if not before or len(before) != len(after):
            continue
        for then, now in zip(before, after, strict=True):
            if _head(then) != _head(now) and _is_changed(passage, then, now):
                yield Difference(passage, then, now).told("addressee")


def asked(text: str) -> list[Fact]:
    """Return whom a text asks for something, in order, without what says how or when."""
    found = []
    for match in _ASKED.finditer(text):
        whom = _bare(match["whom"])
        if whom and len(whom.split()) <= _LONGEST and not re.search(rf" {VERB} ", whom):
            found.append(Fact(whom.lower(), whom, *match.span("whom")))
    return found


def _bare(words: str) -> str:
    first, *rest = words.split(", ")
    return ", ".join([first, *(piece for piece in rest if not _ASIDE.match(piece))])


def _head(fact: Fact) -> frozenset[str]:
    return frozenset(re.findall(r"[\w’-]+", fact.key)) - _LIGHT


def _is_changed(passage: Passage, before: Fact, after: Fact) -> bool:
    if re.sub(r"\W", "", before.key) == re.sub(r"\W", "", after.key):
        return False
    return any(before.meets(spot.before) or after.meets(spot.after) for spot in passage.spots)
