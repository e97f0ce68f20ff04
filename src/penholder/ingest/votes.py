"""How a text says that it was adopted: without a vote, unanimously, or by the votes of States."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from penholder.ingest.sponsors import split_states
from penholder.model.document import MANNERS, Adoption, Manner, Vote

_WORDS = "none one two three four five six seven eight nine ten eleven twelve".split()
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)}|nil|no)"
_NAMED = r"(?: \((?P<{0}>(?:[^()]|\([^()]*\))+)\))?"
_MEETING = r"(?:[\w-]+ )?\d{0,5}(?:st|nd|rd|th)(?: \([^)]*\))?(?: plenary)? meeting"
_VOTE = (
    rf"by (?:(?:a|the) )?(?:(?:recorded|roll-call|show-of-hands) )?(?:vote of )?"
    rf"(?P<for>{_COUNT})(?: votes?)?(?: in favour)?{_NAMED.format('for_named')} to "
    rf"(?P<against>{_COUNT})(?: votes?)?(?: against)?{_NAMED.format('against_named')}"
    rf"(?:,? (?:with|and) (?P<abstaining>{_COUNT}) (?:abstentions?|abstaining)"
    rf"{_NAMED.format('abstaining_named')})?"
)
_MANNER = r"(?P<manner>without a vote|unanimously|by consensus)"


def _when(place: str) -> str:
    return rf"(?:,? at (?:the|its) (?P<meeting_{place}>{_MEETING}))?"


_VERDICT = re.compile(
    rf"\[?adopted{_when('before')},? (?:{_VOTE}|{_MANNER}){_when('after')}"
    r"(?:[.,:]? (?:the voting was )?as follows)?[.:]?(?P<lists> .*?)?\.?\]?\.?",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\[?adopted (?:at (?:the|its) |by (?:a|\d|the recorded|consensus)|without a vote|unanimously)",
    re.IGNORECASE,
)
_SIDE = re.compile(r"(?P<side>In favour|Against|Abstain(?:ing|ed)|Abstentions?): ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a text was adopted: a vote, or the manner without one; and the meeting, where told."""

    vote: Vote | None = None
    manner: Manner = ""
    meeting: str = ""

    def told_by(self, adopted: Adoption) -> Adoption:
        """Return an adoption that tells this too."""
        meeting = adopted.meeting or self.meeting
        return replace(adopted, meeting=meeting, vote=self.vote, manner=self.manner)


def opens_verdict(text: str) -> bool:
    """Whether a text may begin the lines that tell how a resolution was adopted."""
    return bool(_OPENING.match(text))


def read_verdict(text: str) -> Verdict | None:
    """Return how a text was adopted, its lines joined by spaces; None where it says nothing whole.

    A list of States that contradicts its count is not read.
    """
    found = _VERDICT.fullmatch(text)
    is_cut = text.endswith(":")
    if not found or is_cut:
        return None
    meeting = found["meeting_before"] or found["meeting_after"] or ""
    if found["manner"]:
        manner = next(each for each in MANNERS if each == found["manner"].lower())
        return None if found["lists"] else Verdict(None, manner, meeting)
    vote = _vote(found)
    return Verdict(vote, "", meeting) if vote else None


def _vote(found: re.Match[str]) -> Vote | None:
    lists = _lists(found["lists"] or "")
    if lists is None:
        return None
    sides = []
    for name in ("for", "against", "abstaining"):
        inline = found[f"{name}_named"]
        states = lists.get(name, ()) or (split_states(inline) if inline else ())
        count = _number(found[name] or "none")
        if states and len(states) != count:
            return None
        sides.append(states or count)
    return Vote(*sides)


def _lists(text: str) -> dict[str, tuple[str, ...]] | None:
    """Return the States of each side; None where words stand around them that are no list."""
    before, *pieces = _SIDE.split(text.strip())
    if before.strip():
        return None
    named = zip(pieces[::2], pieces[1::2], strict=True)
    return {_side(name): _states(states) for name, states in named}


def _side(name: str) -> str:
    first = name.lower()[:2]
    return {"in": "for", "ag": "against"}.get(first, "abstaining")


def _states(text: str) -> tuple[str, ...]:
    bare = text.strip().rstrip(".;").strip()
    return () if not bare or bare.lower() in ("none", "nil") else split_states(bare)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _WORDS.index(word.lower()) if word.lower() in _WORDS else 0
