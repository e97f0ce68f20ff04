"""The opening phrase of a paragraph, which the United Nations sets in italics.

The phrase is the verb or participle with its adverbs and adjuncts, without the preposition it
governs, except where that belongs to the verb (Calls *upon*, Bearing in *mind*). The words were
gathered from 37,929 openings in 902 General Assembly resolutions (un-conventions 2.3 and 2.5).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

_PARTICIPLES = """
Recalling Recognizing Noting Reaffirming Welcoming Stressing Emphasizing Acknowledging Expressing
Reiterating Underlining Considering Encouraging Condemning Affirming Highlighting Underscoring
Commending Deploring Urging Believing Remaining Referring Sharing Wishing Regretting Recommitting
Honouring Supporting Appreciating Re-emphasizing Trusting Inviting Realizing Renewing Confirming
Continuing Commemorating Praising Striving Observing Seeking Expecting Rejecting Marking
Determining Acting Reminding Endorsing Echoing Paying Pledging Reconfirming Committing Aiming
Proclaiming Proceeding Asserting Calling Understanding Building Deciding Requesting Supplementing
Taking Looking Bearing Having Being Anticipating Celebrating Congratulating Desiring Declaring
Drawing Fulfilling Recommending Resolving Affirming Viewing Demanding Reasserting Keeping
""".split()
_STATES = """
Concerned Mindful Convinced Aware Conscious Guided Alarmed Determined Cognizant Resolved Encouraged
Desirous Disappointed Disturbed Seized Committed Inspired Appalled Dismayed Distressed Anxious
Confident Grateful Saddened Shocked Impressed Satisfied Motivated Outraged Heartened Persuaded
Prompted Moved Indignant Worried
""".split()
_VERBS = """
Encourages Requests Calls Welcomes Recognizes Decides Urges Recalls Reaffirms Invites Stresses
Takes Notes Emphasizes Acknowledges Reiterates Underlines Endorses Expresses Commends Recommends
Approves Underscores Affirms Condemns Looks Appeals Demands Authorizes Appreciates Supports
Highlights Appropriates Deplores Resolves Recommits Considers Agrees Re-emphasizes Commits Adopts
Declares Regrets Draws Reminds Congratulates Continues Renews Rejects Proclaims Remains Pays
Determines Anticipates Realizes Reconfirms Objects Confirms Understands Respects Proposes Strives
Refers Raises Establishes Suggests Trusts Directs Applauds Maintains Pledges Requires Values
Brings Promotes Warns Extends Accepts Appoints Elects Admits Instructs Transmits Designates
Sanctions Communicates Concurs Praises Shares Observes Believes Hopes Insists Accedes Reserves
Reasserts Wishes Honours Deems Announces Entrusts Mandates Assures Undertakes Opens Dedicates
Commemorates Marks Launches Convenes Advises Desires Repeats Reconsiders Terminates Includes Sets
Restates Ratifies Repeals Acts Charges Commissions Allocates Apportions Concludes Conveys Enjoins
Exhorts Expects Favours Gives Grants Holds Honors Joins Makes Keeps Seeks Solicits Amends Awards
Apologizes Assesses Asks Bears Changes Nominates Places Selects Submits Withdraws Waives Salutes
""".split()
_ADVERBS = """
Also Further Strongly Urgently Firmly Deeply Once Solemnly Gravely Seriously Particularly Profoundly
Equally Ever Unequivocally Greatly Fully Warmly Categorically Especially Extremely Keenly Sincerely
Vigorously Again Especially Acutely Fervently Likewise Increasingly Still Highly Very Resolutely
Duly Earnestly Specifically
""".split()
_DEGREES = """
deep deepest grave gravest serious strong strongest profound great greatest particular continued
continuing continuous full firm unequivocal unwavering utmost very increasing renewed sincere
special previous heartfelt warm growing extreme total complete high highest keen steadfast
""".split()
_FEELINGS = """
appreciation concern concerns satisfaction interest regret alarm gratitude approval sadness dismay
disappointment condemnation support commitment determination conviction hope request requests
invitation demand call appeal appeals solidarity sympathy condolences belief opposition recognition
endorsement intention distress resolve abhorrence indignation outrage encouragement
confidence readiness gratification pride respect expectations commendation
willingness wish disapproval condemnations anxiety thanks commitments congratulations
""".split()
_EXPRESSED = """
Express Reiterat Reaffirm Renew Emphasiz Stress Confirm Affirm Underscor Shar Re-emphasiz Declar
""".split()


_SEQUENCE = r"(?: also| further| again| once again| once more)?"
_SAYS_VERB = frozenset(_VERBS)
_SAYS_PARTICIPLE = frozenset(_PARTICIPLES + _STATES) | {"Bringing", "Raising", "Sharing"}
_LOWER_ADVERBS = frozenset(word.lower() for word in _ADVERBS)
_LOWER_STATES = tuple(word.lower() for word in _STATES)
_HEADS = frozenset(word.lower() for word in (*_PARTICIPLES, *_VERBS, *_STATES))
_STEMS = tuple(stem.lower() for stem in _EXPRESSED)
_FOLLOWING = {
    "call": r" (?:upon|for|attention|on)",
    "look": r" (?:forward|ahead)",
    "tak": r" (?:note|into account|into consideration)",
    "bear": " in mind",
    "keep": " in mind",
    "having": (
        r" (?:considered|examined|received|heard|adopted|regard|noted|reviewed|listened|taken note"
        r"|decided|studied|met|discussed|convened|recalled|approved|completed|concluded)"
    ),
    "pay": " tribute",
    "draw": r" (?:the )?attention",
    "consider": r" it (?:important|necessary|alarming|essential)",
    "believ": r" it (?:important|necessary|alarming|essential)",
    "rais": " awareness",
    "bring": " to the attention",
    "recall": " its request",
    "underlin": " its strong condemnation",
}
"""What belongs to a verb, by its stem; ``also`` and its like may stand between."""


def opening_length(text: str) -> int:
    """Return how many letters of an English paragraph its opening phrase has, 0 where none.

    A paragraph that begins with ``*`` says itself what is italic, so nothing is derived.
    """
    end = _verb_end(text, _adverbs_end(text)) if text[:1].isupper() else 0
    if not end:
        return 0
    end = _tail_end(text, end)
    joined = _WORD.match(text, end + 5) if text.startswith(" and ", end) else None
    if joined:
        second = _verb_end(text, _adverbs_end(text, end + 5))
        if second and not text.startswith(" by", second):
            end = _tail_end(text, second)
    return end


def opening_kind(text: str) -> Literal["participle", "verb", ""]:
    """Return the part of speech that opens an English paragraph, empty where none is known.

    A preamble opens with participles and adjectives, an operative part with verbs in the
    present (un-conventions 2.1).
    """
    words = text[: opening_length(text)].split()
    for word in words:
        capital = word[:1].upper() + word[1:]
        if capital in _SAYS_VERB:
            return "verb"
        if capital in _SAYS_PARTICIPLE:
            return "participle"
    return ""


_WORD = re.compile(r"[A-Za-z][a-z-]*(?![\w-])")


def _adverbs_end(text: str, start: int = 0) -> int:
    """Return where the verb begins: behind ``Also strongly``, ``Once again``, or at ``start``."""
    at = start
    while (found := _WORD.match(text, at)) and text.startswith(" ", found.end()):
        word = found.group().lower()
        is_adverb = word in _LOWER_ADVERBS or (at > start and word in ("again", "more"))
        if not is_adverb:
            break
        at = found.end() + 1
    return at


def _verb_end(text: str, start: int) -> int:
    """Return the end of the verb that begins at ``start``, with what belongs to it; 0 if none."""
    found = _WORD.match(text, start)
    if not found or found.group().lower() not in _HEADS:
        return 0
    more = _following(found.group().lower()).match(text, found.end())
    return more.end() if more else found.end()


def _tail_end(text: str, end: int) -> int:
    found = _tail().match(text, end)
    return found.end() if found else end


@cache
def _following(head: str) -> re.Pattern[str]:
    """Return what may follow a verb or participle as part of the phrase."""
    if head.startswith(("remain", "being")):
        states = rf"(?: (?:{'|'.join(sorted(_LOWER_ADVERBS))}))* (?:{'|'.join(_LOWER_STATES)})"
        return _compiled(states)
    if head.startswith("continu"):
        states = "|".join(_LOWER_STATES)
        verbs = rf" to (?:encourage|welcome|stress|acknowledge|underline|be (?:{states})|express"
        return _compiled(rf"{verbs}{_expression()}?)")
    stem = next((stem for stem in _FOLLOWING if head.startswith(stem)), "")
    if stem:
        return _compiled(_FOLLOWING[stem])
    if head.startswith(_STEMS):
        hope = "| the (?:hope|view|need)" if head.startswith("express") else ""
        return _compiled(rf"(?:{_expression()}{hope})")
    return _compiled("(?!)")


def without_opening(text: str) -> str:
    """Return a marked text without the italics of its opening phrase where they follow from it."""
    found = re.match(r"\*([^*\\]+)\*(?!\*)", text)
    if not found:
        return text
    plain = found[1] + text[found.end() :]
    return plain if opening_length(plain) == len(found[1]) else text


def _compiled(following: str) -> re.Pattern[str]:
    return re.compile(rf"{_SEQUENCE}{following}(?![\w-])")


@cache
def _feelings() -> str:
    """Return the pattern of ``deep concern``, ``appreciation and gratitude``."""
    degrees, feelings = "|".join(_DEGREES), "|".join(sorted(_FEELINGS, key=len, reverse=True))
    degree = rf"(?:(?:{degrees}) (?:and (?:{degrees}) )?)*"
    one = rf"{degree}(?:{feelings})"
    return rf"{one}(?: and {one})?"


def _expression() -> str:
    return rf"(?: (?:its )?{_feelings()}(?:(?<=call) (?:upon|for)| once again)?)"


@cache
def _tail() -> re.Pattern[str]:
    """Return what may close the phrase: ``also``, ``in this regard``, ``with deep concern``."""
    return re.compile(
        r"(?:(?: also| further| again| once again| once more"
        r"| in this regard| in that regard| in this context| in particular| especially"
        r"| particularly| unequivocally| categorically| firmly| strongly| without reservation"
        rf"| in the strongest (?:possible )?terms| with {_feelings()})(?![\w-]))*"
    )
