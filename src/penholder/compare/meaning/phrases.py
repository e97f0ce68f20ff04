"""Set phrases that give or take: resources, hedges, negations and modal verbs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.compare.meaning.facts import Difference, Fact, FactReader, differences
from penholder.compare.meaning.finding import Finding
from penholder.compare.meaning.passages import Passage

_RESOURCES = re.compile(
    r"\b(?:within (?:the )?(?:limits of )?(?:existing|available|approved|allocated|current"
    r"|already (?:existing|approved))"
    r"(?: \w+)? resources|from within existing resources|at no additional cost"
    r"|without (?:any )?(?:additional )?(?:cost|budgetary implications|financial implications)"
    r"|(?:subject to|depending on|upon|contingent (?:on|upon)) the availability of"
    r"(?: (?:adequate|sufficient|necessary))? (?:resources|funding|funds"
    r"|(?:extrabudgetary |voluntary )(?:resources|contributions|funding))"
    r"|(?:extra-?budgetary|voluntary|regular budget|unearmarked|earmarked|additional financial"
    r"|adequate financial|sufficient) (?:resources|contributions|funding|funds)"
    r"|(?:the )?regular budget|programme budget(?: implications)?|voluntary trust fund)(?!\w)",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:as|where|when|if|wherever|whenever) (?:appropriate|applicable|necessary|needed|possible"
    r"|relevant|feasible|required|requested)\b"
    r"|\b(?:to the extent (?:possible|feasible)|as far as possible|to the fullest extent possible"
    r"|to the maximum extent possible|on a voluntary basis|on mutually agreed terms|upon request"
    r"|at (?:its|their) request|in accordance with (?:their|its|national|domestic)"
    r"(?: (?:respective|national|domestic|relevant|applicable))*"
    r" (?:mandates?|laws?|legislation|circumstances|priorities|capabilities)"
    r"|within (?:their|its)(?: respective)? mandates?|within (?:their|its) means"
    r"|taking into account (?:different )?national (?:circumstances|realities|capacities"
    r"|priorities|legislation)|subject to national (?:law|legislation)"
    r"|consistent with (?:national|international) (?:law|legislation)"
    r"|without prejudice to|in a position to do so)\b",
    re.IGNORECASE,
)
_MODALS = re.compile(
    r"\b(?:shall|must|should|may|might|could|can|will|would|needs? to|(?:has|have|is|are) to)\b"
)
_NEGATIONS = re.compile(r"\b(?:not(?! only\b)|never|neither|nor|no longer|cannot)\b")
_SHORT = 60


def resources(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield phrases about money that are new, dropped or changed, wherever they stand."""
    for difference in differences(passages, _reader(_RESOURCES)):
        yield difference.told("resources")


def hedges(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield phrases that limit an obligation, changed in a passage that both versions have."""
    for difference in differences(passages, _reader(_HEDGES)):
        if difference.passage.is_paired:
            yield difference.told("hedge")


def modals(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield modal verbs in place of others: ``may`` that became ``shall``."""
    for difference in differences(passages, _reader(_MODALS)):
        before, after = difference.before, difference.after
        if before and after and _is_near(difference):
            yield difference.widened(2, 3).told("modal")


def negations(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield negations put into, or taken out of, words that otherwise stand."""
    for difference in differences(passages, _reader(_NEGATIONS)):
        if difference.passage.is_paired and _is_near(difference):
            yield difference.widened(2, 3).told("negation")


def _reader(pattern: re.Pattern[str]) -> FactReader:
    def read(text: str) -> Iterator[Fact]:
        for match in pattern.finditer(text):
            yield Fact(match.group().lower(), match.group(), *match.span())

    return read


def _is_near(difference: Difference) -> bool:
    """Whether the words changed are few, so that the rest of the sentence still says the same."""
    for spot in difference.passage.spots:
        before, after = difference.before, difference.after
        if (before and before.meets(spot.before)) or (after and after.meets(spot.after)):
            return max(len(spot.before), len(spot.after)) <= _SHORT
    return False
