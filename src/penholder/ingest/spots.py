"""Where an instruction points: paragraphs named by number or ordinal, titles, annexes, areas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from penholder.model.amendment import OPERATIVE, PREAMBLE, TITLE, WHOLE, Address, AddressError
from penholder.model.session import ordinal

_COUNTED = ("two", "three", "four", "five", "six")
_ORDINALS = {ordinal(number): str(number) for number in range(1, 200)} | {
    "last": "last", "final": "last", "opening": "1", "concluding": "last",
    "penultimate": "last-1", "last but one": "last-1", "antepenultimate": "last-2",
}  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True)) + r"|\d+(?:st|nd|rd|th)"
_COUNT = rf"(?P<edge{{0}}>first|last) (?P<count{{0}}>{'|'.join(_COUNTED)})"
_BIS = r"(?: ?(?:bis|ter|quater|quinquies))?"
_MARK = r"\([a-z]{1,4}\)"
_ROMAN = re.compile(r"\([ivx]+\)")
_PATH = rf"{_MARK}(?: ?{_MARK})*"
_NUMBER = rf"\d+{_BIS}(?: ?{_MARK})*"
_AND = r"(?:,? and |, ?|,? or )"
_THROUGH = r"(?: to | through | ?[–‑-] ?)"
_MARKS = rf"{_PATH}(?:{_AND}{_PATH})*"
_KIND = r"(?:preambular |operative |op\. ?|pp\. ?)?"
_PARAGRAPH = r"(?:sub-?)?para(?:graph)?s?\.?"
_PLACE = r"(?:section|part|annex|appendix|draft resolution)(?: (?:[IVXL]+|[A-Z]|\d+)\b)?"
_SCOPE = (
    rf"(?:(?:,| of| in| to)? (?:the )?(?P<{{0}}>{_PLACE}(?:,? (?:of |in )?(?:the )?{_PLACE})*)"
    r"(?! paragraph))?"
)
_SCOPE_FIRST = _SCOPE.format("scope_before").replace("(?:,| of| in| to)? ", "", 1)
_WORDED = rf"(?:{_ORDINAL})(?:(?:{_AND}|{_THROUGH})(?:the )?(?:{_ORDINAL}))*"
_PATTERNS = (
    # subparagraphs (a) and (c) of operative paragraph 4; paragraph 4, subparagraph (a)
    rf"(?:the )?{_PARAGRAPH} (?P<inner>{_MARKS})"
    rf" (?:of|in|to|under) (?:the )?(?P<inner_kind>{_KIND})(?:{_PARAGRAPH} (?P<outer>\d+{_BIS})"
    rf"|(?P<outer_word>{_ORDINAL}) (?P<outer_kind>{_KIND})paragraph"
    r"(?P<outer_of> of the preamble)?)",
    rf"(?:the )?(?P<after_kind>{_KIND}){_PARAGRAPH} (?P<whole>\d+{_BIS}),? {_PARAGRAPH} "
    rf"(?P<below>{_MARKS})(?! of)",
    # operative paragraphs 5, 6 (a) and 10 to 13; PP 4; OP12
    r"(?=[A-Za-z])(?:the )?(?:existing |current |present )?(?=[A-Za-z])"
    r"(?P<numbered>preambular |operative |op ?|pp ?|op\.|pp\.)?"
    rf"(?P<numbered_word>{_PARAGRAPH} )?(?P<numbers>{_NUMBER}"
    rf"(?:(?:{_THROUGH}|{_AND})(?:{_NUMBER}|{_PATH}))*)"
    r"(?P<of_preamble> of the preamble| of the operative part)?",
    # the second and third preambular paragraphs; the first paragraph of the preamble
    rf"(?:the )?(?:{_COUNT.format('')}|(?P<words>{_WORDED})) "
    rf"(?P<worded>{_KIND})paragraphs?(?P<part> of the preamble| of the operative part)?",
    r"(?P<title>(?:the )?(?:title|heading))(?: of the (?:draft )?(?:resolution|text))?",
    r"(?P<preamble>the (?:preambular paragraphs|preamble|preambular part)|preamble"
    r"|all preambular paragraphs)(?! \d)",
    r"(?P<operative>the (?:operative paragraphs|operative (?:part|section))|operative part"
    r"|all operative paragraphs)(?! \d)",
    r"(?P<all>(?:the )?(?:whole|entire|full) (?:text|draft resolution|document)"
    r"|throughout(?= *(?:[.;]|$))"
    r"|(?:in )?the (?:text|draft(?: resolution)?|document|resolution)"
    r"(?: of the draft(?: resolution)?)?(?= *(?:[,.;:]|$))|all paragraphs)",
    r"(?:the )?footnote (?P<note>\d+)",
    r"table (?P<table>\d+)",
    r"(?:the )?(?P<place>annex(?: [IVX]+)?|section [IVX]+|appendix(?: [IVX]+)?)(?! paragraph)",
)
_SENTENCES = rf"(?P<sentences{{0}}>{_WORDED}) sentences?"


@cache
def _spot_patterns() -> tuple[re.Pattern[str], ...]:
    # Not when the module is loaded: it takes a second, and only amendments need it.
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _SPOTS)


_SPOTS = tuple(
    (
        rf"(?:(?:the )?{_SENTENCES.format('_before')} (?:of|in|to) )?"
        r"(?:the )?(?P<lead>(?:chapeau|lead-in|introductory (?:part|phrase|sentence))"
        rf" (?:of|to|in) )?{_SCOPE_FIRST}(?:(?<=[a-zA-Z0-9]), )?{pattern}{_SCOPE.format('scope')}"
        rf"(?:(?:,|, in) (?:the )?(?:{_SENTENCES.format('')}|(?P<lead_after>chapeau|lead-in))"
        r"(?!\w| of\b| in\b| to\b))?"
    )
    for pattern in _PATTERNS
)  # fmt: skip


_ENDS = (", lead-in", ", closing text")
_RELATIVE = re.compile(
    rf"(?:the )?(?:(?:{_SENTENCES.format('_of')} of )?(?:the )?sub-?paragraphs? "
    rf"(?P<relative>{_MARKS})(?! (?:of|in|to|under) )|{_SENTENCES.format('')}(?! of))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spots:
    """Addresses named in one breath, and where the words stand that name them."""

    start: int
    end: int
    addresses: tuple[Address, ...]


def spots_in(text: str) -> list[Spots]:
    """Return every list of addresses that a sentence without its quotations names, in order."""
    found: list[Spots] = []
    at = 0
    for word in re.finditer(r"(?<![\w(/-])[A-Za-z0-9]", text):
        if word.start() < at:
            continue
        spots = _spots_at(text, word.start()) or _spots_below(text, word.start(), found)
        if spots is None:
            continue
        if found and spots.start == found[-1].start:
            found.pop()
        found.append(spots)
        at = spots.end
    return found


def _spots_below(text: str, start: int, above: list[Spots]) -> Spots | None:
    """Return subparagraphs or sentences of the paragraph that was named last."""
    found = _RELATIVE.match(text, start)
    if not found or not above or len(above[-1].addresses) != 1:
        return None
    (outer,) = above[-1].addresses
    if outer.is_area or outer.sentence or outer.text.endswith(_ENDS):
        return None
    inner = [f" {mark}" for mark in _marks(found["relative"])] if found["relative"] else [""]
    ends = _sentence_ends(found["sentences"] or found["sentences_of"])
    addresses = _parsed([f"{outer}{each}{end}" for each in inner for end in ends])
    if not addresses:
        return None
    is_beside = re.fullmatch(r",? (?:in )?", text[above[-1].end : start])
    return Spots(above[-1].start if is_beside else start, found.end(), addresses)


def _spots_at(text: str, start: int) -> Spots | None:
    for pattern in _spot_patterns():
        found = pattern.match(text, start)
        if found:
            addresses = _addresses(found)
            if addresses:
                return Spots(start, found.end(), addresses)
    return None


def _addresses(found: re.Match[str]) -> tuple[Address, ...]:
    said = {name: value for name, value in found.groupdict().items() if value}
    scope = _scope(said.get("scope_before", ""), said.get("scope", ""))
    units = _units(said)
    if re.match("annex|appendix", scope):
        units = [re.sub(r"^OP ", "paragraph ", unit) for unit in units]
    return _parsed([f"{scope}{unit}{end}" for unit in units for end in _ends(said)])


def _parsed(texts: list[str]) -> tuple[Address, ...]:
    """Return the addresses that texts name; none where one of them names no spot."""
    try:
        return tuple(Address.parse(text) for text in texts)
    except AddressError:
        return ()


def _ends(said: dict[str, str]) -> list[str]:
    """Return what of a paragraph is meant: its lead-in, sentences of it, or the whole."""
    if "lead" in said or "lead_after" in said:
        return [", lead-in"]
    return _sentence_ends(said.get("sentences_before") or said.get("sentences"))


def _sentence_ends(named: str | None) -> list[str]:
    return [f", sentence {number}" for number in _ordinals(named)] if named else [""]


def _scope(*words: str) -> str:
    """Return the scope that the words before and after a paragraph name, the widest first."""
    said = [each for text in words for each in re.findall(_PLACE, text, re.IGNORECASE)]
    return "".join(sorted(map(_step, said), key=lambda step: not step.startswith("a")))


def _step(words: str) -> str:
    """Return one step of a scope: ``annex II, ``; nothing for a draft in a report of several."""
    kind, _, number = words.rpartition(" ")
    kind = (kind or words).lower()
    number = number if " " in words else ""
    if kind.startswith("draft") or (kind == "part" and number.isdigit()):
        return ""
    return f"{kind} {number}, " if number else f"{kind}, "


def _units(said: dict[str, str]) -> list[str]:
    areas = {"title": TITLE, "preamble": PREAMBLE, "operative": OPERATIVE, "all": WHOLE}
    for name, area in areas.items():
        if name in said:
            is_heading = "heading" in said[name]
            is_below = said.get("scope") or said.get("scope_before")
            return [area] if is_below or not is_heading else []
    if "place" in said:
        return [_scope(said["place"]).removesuffix(", ")]
    for name, kind in (("note", "footnote"), ("table", "table")):
        if name in said:
            return [f"{kind} {said[name]}"]
    return _paragraphs(said)


def _paragraphs(said: dict[str, str]) -> list[str]:
    if "inner" in said:
        return _inner(said)
    if "below" in said:
        kind = _kind(said.get("after_kind", ""))
        return [f"{kind} {said['whole']} {mark}" for mark in _marks(said["below"])]
    if "words" in said or "edge" in said:
        kind = _kind(said.get("worded", "") + said.get("part", ""))
        return [f"{kind} {number}" for number in _counted(said) or _ordinals(said["words"])]
    return _numbered(said)


def _kind(words: str) -> str:
    return "PP" if re.search(r"preamb|\bpp", words, re.IGNORECASE) else "OP"


def _inner(said: dict[str, str]) -> list[str]:
    words = said.get("inner_kind", "") + said.get("outer_kind", "") + said.get("outer_of", "")
    number = said.get("outer") or _number(said["outer_word"])
    return [f"{_kind(words)} {number} {mark}" for mark in _marks(said["inner"])]


def _marks(text: str) -> list[str]:
    """Return subparagraph marks as addresses have them: ``(b) (ii)``."""
    paths: list[list[str]] = []
    for each in re.split(_AND, text):
        marks = re.findall(_MARK, each)
        paths.append([*_siblings_above(paths, marks), *marks])
    return [" ".join(path) for path in paths]


def _siblings_above(paths: list[list[str]], marks: list[str]) -> list[str]:
    """Return what stands above ``(iii)`` in ``(b) (i) and (iii)``: ``(b)``."""
    if len(marks) != 1 or not paths or len(paths[-1]) < 2:
        return []
    is_alike = bool(_ROMAN.fullmatch(marks[0])) == bool(_ROMAN.fullmatch(paths[-1][-1]))
    return paths[-1][:-1] if is_alike else []


def _number(word: str) -> str:
    return _ORDINALS.get(word.lower()) or re.sub(r"\D", "", word)


def _counted(said: dict[str, str]) -> list[str]:
    """Return the numbers of ``the first three`` or ``the last two`` paragraphs."""
    if "edge" not in said:
        return []
    count = _COUNTED.index(said["count"].lower()) + 2
    if said["edge"].lower() == "first":
        return [str(number) for number in range(1, count + 1)]
    return [f"last-{number}" if number else "last" for number in reversed(range(count))]


def _ordinals(text: str) -> list[str]:
    found = list(re.finditer(rf"\b(?:{_ORDINAL})\b", text, re.IGNORECASE))
    ends = [each.start() for each in found[1:]]
    joints = [text[each.end() : end] for each, end in zip(found, ends, strict=False)]
    return _ranged([_number(each.group()) for each in found], joints)


def _ranged(numbers: list[str], joints: list[str]) -> list[str]:
    """Return numbers with every range written out."""
    whole = numbers[:1]
    for joint, number in zip(joints, numbers[1:], strict=True):
        if re.match(_THROUGH, joint) and whole[-1].isdigit() and number.isdigit():
            whole += [str(each) for each in range(int(whole[-1]) + 1, int(number))]
        whole.append(number)
    return whole


def _numbered(said: dict[str, str]) -> list[str]:
    kind = _kind(said.get("numbered", "") + said.get("of_preamble", ""))
    pieces = re.split(rf"({_THROUGH}|{_AND})(?=[\d(])", said["numbers"])
    units: list[str] = []
    head, paths = "", list[list[str]]()
    for piece in pieces[::2]:
        number = re.match(rf"\d+{_BIS}", piece)
        marks = re.findall(_MARK, piece)
        if number:
            head, paths = _spaced(number[0]), []
        paths.append([*_siblings_above(paths, marks), *marks])
        units.append(" ".join([head, *paths[-1]]))
    return [f"{kind} {unit}" for unit in _ranged(units, pieces[1::2])]


def _spaced(number: str) -> str:
    return re.sub(r"(?<=\d)(?=[a-z])", " ", number)
