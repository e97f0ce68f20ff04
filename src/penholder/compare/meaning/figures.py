"""Citations, sessions, dates, periods and quantities, each figure of a text read as one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from penholder.compare.meaning.facts import Difference, Fact, FactReader, differences
from penholder.compare.meaning.finding import Finding, Kind
from penholder.compare.meaning.passages import Passage

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"\d{{1,2}}(?:(?:[–-]| and | to )\d{{1,2}})? {_MONTH}"
_DATE = rf"{_DAY}(?: {_YEAR})?|{_MONTH} {_YEAR}"
_SPAN = rf"{_DAY}(?: {_YEAR})? to (?:{_DATE})"
_TENS = r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS = r"two|three|four|five|six|seven|eight|nine"
_COUNT = rf"(?:(?:{_TENS})(?:-(?:one|{_UNITS}))?|{_UNITS}|ten|eleven|twelve|\w+teen)"
_ORDINAL = (
    rf"(?:one hundred and )?(?:(?:{_TENS})[- ]{{1,3}})?"
    r"(?:first|second|third|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|(?:thir|four|fif|six|seven|eigh|nine)teen)th"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)tieth|hundredth)"
)
_SESSION = (
    rf"{_ORDINAL}(?: (?:and|to|or) {_ORDINAL})?"
    r"(?: (?:resumed|regular|special|emergency|substantive|annual))* sessions?"
    rf"|{_YEAR}(?: (?:regular|substantive|annual))? session"
)
_PERIOD = (
    rf"(?:every |a |an )?(?:\d+|{_COUNT}|one)[ -](?:additional |further )?"
    r"(?:days?|weeks?|months?|years?)(?! old)"
    r"|annually|biennially|triennially|quarterly|every (?:other )?(?:year|month)"
)
_NUMBER = r"\d[\d,]*(?:\.\d+)?(?: \d{3}\b)*(?:[ -](?:million|billion|trillion))?"
_BOUND = (
    r"(?:no later than|not later than|at the latest by|by|before|until|prior to)"
    r"(?: (?:the|its))?(?: (?:end|beginning|middle) of(?: the)?)?"
)
# A conference or meeting that its year names: the 2025 United Nations Conference.
_OCCASION = rf"(?<=the ){_YEAR}(?: (?:(?:of|on|for|the|and) )*[A-Z][\w’-]+)+"
# A number that names a place in another text, and is no quantity.
_NAMED = (
    r"(?:(?:sub)?paragraphs?|paras?\.|articles?|items?|sections?|chapters?|annex(?:es)?|parts?"
    r"|goals?|targets?|principles?|rules?|regulations?|nos?\.|vols?\.|pp?\.|supplement|tables?"
    r"|action|pillar|phase|resolutions? A|supp\.) (?:No\. )?[IVXLC\d][\w.]*"
    r"(?: \([a-z]+\))*(?:(?:, | and | to |, and | or )\d[\d.]*(?: \([a-z]+\))*)*(?![\w/])"
)
_CITED = (
    r"(?:E?S-)?\d{2,4}/\d{1,4}(?: [A-Z](?![\w’]))?"
    r"|\d{1,4}(?: [A-Z](?![a-z]))? \((?:E?S-)?[IVXLC]+\)"
    rf"|\d{{1,4}} \({_YEAR}\)"
)
_DOCUMENT = r"(?=[A-Z][A-Z/.a-z()-]{0,60}\d)[A-Z]+(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)+"
_FIGURE = re.compile(
    rf"(?<![\w/.-])(?:(?P<citation>(?P<symbol>{_CITED}|{_DOCUMENT})(?: of (?P<dated>{_DATE}))?)"
    rf"|(?P<named>(?i:{_NAMED}))"
    rf"|(?P<deadline>{_BOUND} (?:{_OCCASION}|{_DATE}|(?i:{_SESSION})|{_YEAR}(?![\w–-])))"
    rf"|(?P<session>(?i:{_SESSION}))"
    rf"|(?P<date>{_SPAN}|{_DATE}|{_YEAR}(?:[–-](?:{_YEAR}|\d\d))?)"
    rf"|(?P<period>{_PERIOD})"
    rf"|(?P<quantity>(?:\$ ?)?{_NUMBER}(?: per cent|%| (?:United States )?dollars| euros)?"
    rf"|(?i:{_COUNT}))"
    r")(?![\w/]|-\w)"
)
_CHANGED: tuple[Kind, ...] = ("session", "date", "period", "quantity")


@lru_cache(maxsize=4096)
def _figures(text: str) -> tuple[tuple[str, Fact], ...]:
    """Return the figures of a text with the name of what each is."""
    found = []
    for match in _FIGURE.finditer(text):
        kind = match.lastgroup if match["citation"] is None else "citation"
        key = match["symbol"] or re.sub(r"[ ,-]", "", match.group().lower())
        found.append((kind or "", Fact(key, match.group(), *match.span())))
    return tuple(found)


def _reader(kind: str) -> FactReader:
    return lambda text: (fact for name, fact in _figures(text) if name == kind)


def figures_changed(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield sessions, dates, periods and quantities that stand where others stood."""
    for kind in _CHANGED:
        for difference in differences(passages, _reader(kind)):
            if difference.before and difference.after:
                yield difference.told(kind)


def deadlines(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield deadlines changed, set or lifted in a paragraph that both versions have."""
    for difference in differences(passages, _reader("deadline")):
        if difference.passage.is_paired:
            yield difference.told("deadline")


def citations(passages: Sequence[Passage], notes: Sequence[Passage]) -> Iterator[Finding]:
    """Yield resolutions and documents cited anew, no longer, or in place of another one.

    What the other version cites elsewhere is neither new nor dropped.
    """
    everywhere = (*passages, *notes)
    known_before = _cited(passage.before.text for passage in everywhere)
    known_after = _cited(passage.after.text for passage in everywhere)
    for difference in differences(everywhere, _reader("citation")):
        match difference:
            case Difference(before=Fact(), after=Fact()):
                yield difference.told("citation")
            case Difference(before=Fact(key=key)) if key not in known_after:
                known_after.add(key)
                yield difference.told("citation")
            case Difference(after=Fact(key=key)) if key not in known_before:
                known_before.add(key)
                yield difference.told("citation")
    yield from _redated(everywhere)


def _cited(texts: Iterator[str]) -> set[str]:
    return {fact.key for text in texts for name, fact in _figures(text) if name == "citation"}


def _redated(passages: Sequence[Passage]) -> Iterator[Finding]:
    for difference in differences(passages, _dated):
        before, after = difference.before, difference.after
        if before and after and before.key.split(" of ")[0] == after.key.split(" of ")[0]:
            yield difference.told("citation", "another date for the same document")


def _dated(text: str) -> Iterator[Fact]:
    for match in _FIGURE.finditer(text):
        if match["dated"]:
            key = f"{match['symbol']} of {match['dated']}"
            yield Fact(key, match.group(), *match.span())
