"""Requests to report: who is to report to whom, and how often it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.compare.meaning.addressees import VERB
from penholder.compare.meaning.facts import Fact, differences
from penholder.compare.meaning.finding import Finding
from penholder.compare.meaning.passages import Passage

_ORGAN = (
    r"(?:General Assembly|Assembly|Security Council|Council|Economic and Social Council"
    r"|Human Rights Council|Commission|Committee|[A-Z][\w-]+ (?:Commission|Committee|Board))"
)
_REPORT = re.compile(
    r"\b[Tt]o (?:(?:continue|also|further|periodically|regularly|annually) (?:to )?)*(?:"
    rf"report (?:(?:\w+ ){{0,4}}to the {_ORGAN}|(?:\w+ )?(?:thereon|back|on (?:the|its|this)))"
    rf"|(?:submit|present|provide|prepare|transmit|issue)(?: to the {_ORGAN}[^,;]*?,?)?"
    r"(?: [\w’-]+,?){0,12}? (?:reports?|oral updates?|briefings?|written updates?)\b"
    rf"|(?:brief|update) the {_ORGAN}"
    rf"|keep the {_ORGAN} (?:\w+ )?(?:informed|apprised|updated)"
    rf"|inform the {_ORGAN}"
    r")[^;]{0,160}"
)
_ENDS = re.compile(r"[;.]|, and (?:in|also|further|requests|encourages|invites)\b")
_MOST_WORDS = 30


def reporting_requests(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield requests to report that are new, dropped, or addressed otherwise.

    What changed inside a request that stands in both versions (its session, its subject) is told
    where that is told.
    """
    for difference in differences(passages, _requests):
        before, after = difference.before, difference.after
        note = "to another body" if before and after else ""
        yield difference.told("reporting request", note)


def _requests(text: str) -> Iterator[Fact]:
    for match in _REPORT.finditer(text):
        if match.group()[0] == "T" or re.search(VERB, text[: match.start()]):
            words = _cut(match.group())
            yield Fact(_key(match.group()), words, match.start(), match.start() + len(words))


def _cut(words: str) -> str:
    end = _ENDS.search(words)
    kept = (words[: end.start()] if end else words).split()
    return " ".join(kept[:_MOST_WORDS]) + (" …" if len(kept) > _MOST_WORDS else "")


def _key(words: str) -> str:
    organ = re.search(_ORGAN, words)
    return organ.group().split()[-1] if organ else ""
