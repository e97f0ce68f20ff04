"""How strong an opening phrase is: ladders of verbs, each compared only with its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

# Rungs from the weakest up; verbs on one rung are not told apart. Sources (decisions/0014): the
# order decides, requests, urges or calls upon, encourages, invites of delegates' handbooks, and
# the phrases counted in 902 resolutions. Where handbooks disagree, the verbs share a rung.
_LADDERS: Mapping[str, tuple[str, ...]] = {
    "action": (
        "invites, inviting, invitation",
        "encourages, encouraging, encouragement",
        "urges, urging, calls upon, calling upon, call upon, calls for, calling for, call for,"
        " calls on, appeals, appealing, appeal",
        "requests, requesting, request",
        "decides, deciding, demands, demanding, demand, directs, instructs, requires, orders",
    ),
    "assent": (
        "notes, noting, takes note, taking note",
        "with interest",
        "with appreciation, with satisfaction, with gratitude, appreciates, appreciating,"
        " appreciation, satisfaction, gratitude",
        "welcomes, welcoming, commends, commending, commendation, supports, supporting, support,"
        " applauds, praises",
        "endorses, endorsing, endorsement, approves, approving, approval, adopts",
    ),
    "statement": (
        "notes, noting, takes note, taking note, recalls, recalling, mindful, aware, conscious,"
        " cognizant, considers, considering, bears in mind, bearing in mind, takes into account,"
        " taking into account",
        "recognizes, recognizing, acknowledges, acknowledging",
        "reaffirms, reaffirming, affirms, affirming, reiterates, reiterating, stresses, stressing,"
        " emphasizes, emphasizing, underlines, underlining, underscores, underscoring",
    ),
    "concern": (
        "notes, noting, takes note, taking note",
        "with concern, with regret, with alarm",
        "concerned, concern, concerns, disturbed, regrets, regretting, regret",
        "alarmed, alarm, dismayed, dismay, outraged, appalled",
        "deplores, deploring",
        "condemns, condemning, condemnation",
    ),
}
_DEGREES = {
    **dict.fromkeys("great deep serious strong particular profound strongly firmly urgently deeply"
                    " seriously profoundly particularly highly warmly solemnly urgent full"
                    " unequivocally categorically vigorously earnestly continued".split(), 1),
    **dict.fromkeys("very grave gravely utmost extremely deepest greatest".split(), 2),
    **dict.fromkeys("gravest strongest".split(), 3),
}  # fmt: skip
_SEQUENCE = re.compile(
    r"\b(?:also|further|once again|once more|again|in this (?:regard|context)|in that regard"
    r"|its|the|in particular|especially)(?: |$)"
)
_CARRIERS = frozenset("expresses expressing remains remaining being in and possible terms".split())
_AGAIN = re.compile(r"^(?:reiterat|reaffirm|renew|repeat|restat)\w*$")


@dataclass(frozen=True, slots=True)
class Strength:
    """Where a phrase stands: by ladder its rung from 0, then the degree of its adverbs.

    ``content`` is what is left of the phrase without sequence words: what it says at all.
    """

    rungs: Mapping[str, int]
    degree: int
    content: frozenset[str]


def strength(phrase: str) -> Strength:
    """Return how strong an English opening phrase is (``Also strongly urges``)."""
    words = _SEQUENCE.sub("", re.sub(r"[^a-z -]", "", phrase.lower())).split()
    degree = max((_DEGREES.get(word, 0) for word in words), default=0)
    said = [word for word in words if word not in _DEGREES]
    if len(said) > 1 and _AGAIN.match(said[0]) and _rungs(" ".join(said[1:])):
        said = said[1:]
    content = frozenset(word for word in said if word not in _CARRIERS)
    return Strength(_rungs(" ".join(said)), degree, content)


def weighed(before: Strength, after: Strength) -> int | None:
    """Return 1 where the later phrase is stronger, -1 where weaker, 0 for neither.

    None where no ladder holds both, or two ladders say the contrary: they cannot be compared.
    """
    shared = before.rungs.keys() & after.rungs.keys()
    steps = {_sign(after.rungs[ladder] - before.rungs[ladder]) for ladder in shared} - {0}
    if steps and shared:
        return steps.pop() if len(steps) == 1 else None
    if before.rungs.keys() != after.rungs.keys() or not shared:
        return None
    return _sign(after.degree - before.degree)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _rungs(phrase: str) -> dict[str, int]:
    """Return the highest rung of each ladder that a phrase, without its degrees, reaches."""
    verb = phrase.partition(" with ")[0]
    found: dict[str, int] = {}
    for form, ladder, rung in _forms():
        words = phrase if form.startswith("with ") else verb
        if f" {form} " in f" {words} ":
            found[ladder] = max(rung, found.get(ladder, 0))
    return found


@cache
def _forms() -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (form, ladder, rung)
        for ladder, rungs in _LADDERS.items()
        for rung, forms in enumerate(rungs)
        for form in forms.split(", ")
    )
