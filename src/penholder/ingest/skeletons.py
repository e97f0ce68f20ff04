"""The skeleton of an instruction: its sentence with quotations and addresses as numbered signs.

``In operative paragraph 2, replace the words “x” with “y”.`` has the skeleton
``in a0, replace q0 with q1``, the quotations ``x`` and ``y``, and one list of addresses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from penholder.ingest.spots import spots_in
from penholder.model.amendment import Address

_THING = (
    r"(?:words?|phrases?|expressions?|terms?|sentences?|clauses?|texts?|figures?|passages?|dates?"
    r"|wording|references?|punctuation|comma|letters?|years?|names?|numbers?|symbols?|amounts?)"
)
_FILLERS = (
    (r"\b(?:the|a|an)? ?(?:following|existing|same|new)? ?(?:additional )?"
     rf"{_THING}(?: (?:of|to))?(?: the (?:following|words?))?:? ?(?=q\d)", ""),
    (r"\b(?:the following|as follows|the existing text):? ?(?=q\d)", ""),
    (r"(?<=[a-z]): ?(?=q\d)", " "),
    (r"\b(?:insert|add|include)(?:ing|ed)?\b", "insert"),
    (r"\b(?:delet|remov|omitt?|eliminat)(?:e|ed|ing)?\b|\b(?:withdraw|drop|suppress)\b"
     r"|\b(?:struck|strike)(?: out)?\b", "delete"),
    (r"\b(insert|delete|replace), (?:in|at) (a\d+),? ", r"in \2, \1 "),
    (r"\b(?:at|in|to) the very (?=end|beginning)", "at the "),
    (r"\bat the start\b", "at the beginning"),
    (r",? (?:immediately|directly)(?= (?:after|before|following))", ""),
    (r"\b(?:following|subsequent to)(?= (?:q\d|a\d))", "after"),
    (r"\b(?:preceding|prior to)(?= (?:q\d|a\d))", "before"),
    (r"(?:the |a )?(?:following )?new (?:sub-?)?(?=a\d)", "new "),
    (r",? ?\b(?:to be |to |which (?:(?:should|would|shall|will) )?)?"
     r"(?:read|reads|reading|worded|state|stating)"
     r"(?: as)?(?: follows)?[:,]?(?= q\d|$)", " reading"),
    (r"\bas follows(?=$)", "reading"),
    (r"\bof the draft resolution\b|\bof the (?:same )?(?:sub-?)?paragraph\b", ""),
)  # fmt: skip
_APPEARS = r"(?:it|they|the words?) (?:appears?|occurs?)"
_THROUGHOUT = re.compile(
    rf",? ?(?:\b(?:wherever|whenever|where|each time) {_APPEARS}"
    r"|\b(?:in|at) (?:all|each|every|both|the (?:two|three|four)) (?:other )?"
    r"(?:instances?|occurrences?|places?|cases)"
    rf"(?: where {_APPEARS})?"
    r"|\ball (?:references to|occurrences of|instances of)"
    r"|\bthroughout\b)"
)
_LINE = (
    r"(?:(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
    r"|\d+(?:st|nd|rd|th)) lines?|lines? \d+(?:(?: and | to |-|–|, )\d+)*)"
)
_LINES = re.compile(
    rf"\b{_LINE} (?:of|in) |,? ?(?:\b(?:in|on|at) )?\b{_LINE}(?=[,:;]|$)", re.IGNORECASE
)
_NEW = re.compile(
    r"\b(?:(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:following )?"
    r"(?:(?:two|three|four|five|six|additional|further|new|separate|single|final|last) )*"
    r"(?:(?P<kind>[po])(?:reambular|perative) )?(?:sub-?)?para(?:graph)?s?\b"
)
_NUMBERED = re.compile(r"\bnew (a\d+)")
_QUOTES = {"“": "”", "‘": "’", "«": "»"}
_JOINTS = re.compile(r"(a\d+)((?:,| and|, and| and in| in|, in|, and in| or) a\d+)+")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The bare sentence, what it quotes, which addresses it names, whether it means every place.

    In ``text``, ``q0`` is a quotation, ``a0`` a list of addresses, ``n`` new paragraphs whose
    text follows (``np`` preambular, ``no`` operative), ``n0`` new paragraphs that are to have the
    number ``addresses[0]``.
    ``starts`` tells where each quotation opens in the sentence.
    """

    text: str
    quotations: tuple[str, ...]
    starts: tuple[int, ...]
    addresses: tuple[tuple[Address, ...], ...]
    is_throughout: bool


def skeleton_of(sentence: str) -> Skeleton:
    """Return the skeleton of a sentence in marked text."""
    bare, quotations, starts = _unquoted(sentence)
    bare = _LINES.sub("", re.sub(r"[*]", "", bare))
    is_throughout = bool(_THROUGHOUT.search(bare.lower()))
    bare, addresses = _unaddressed(bare)
    bare = re.sub(r"\s+", " ", bare.lower()).strip(" .;:")
    bare = _THROUGHOUT.sub("", bare)
    for pattern, by in _FILLERS:
        bare = re.sub(pattern, by, bare)
    bare = _NUMBERED.sub(lambda found: f"n{found[1][1:]}", bare)
    bare = _NEW.sub(lambda found: f"n{found['kind'] or ''}", bare)
    bare = re.sub(r"\s+", " ", bare).replace(" ,", ",").strip(" .;:,")
    return Skeleton(bare, quotations, starts, addresses, is_throughout)


def _unquoted(sentence: str) -> tuple[str, tuple[str, ...], tuple[int, ...]]:
    """Return a sentence with its outermost quotations as ``q0``, ``q1`` ...; and those."""
    pieces: list[str] = []
    quotations: list[str] = []
    starts: list[int] = []
    at = 0
    while at < len(sentence):
        end = _quotation_end(sentence, at)
        if end < 0:
            pieces.append(sentence[at])
            at += 1
            continue
        pieces.append(f" q{len(quotations)} ")
        quotations.append(sentence[at + 1 : end])
        starts.append(at)
        at = end + 1
    return re.sub(r" +([,.;:])", r"\1", "".join(pieces)), tuple(quotations), tuple(starts)


def _quotation_end(text: str, start: int) -> int:
    """Return where the quotation that opens at ``start`` closes, -1 where none opens."""
    sign = text[start]
    if sign == '"':
        return text.find('"', start + 1)
    close = _QUOTES.get(sign)
    if close is None:
        return -1
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == sign) - (text[index] == close)
        is_apostrophe = close == "’" and text[index + 1 : index + 2].isalpha()
        if text[index] == close and depth <= 0 and not is_apostrophe:
            return index
    return -1


def _unaddressed(text: str) -> tuple[str, tuple[tuple[Address, ...], ...]]:
    """Return a text with its addresses as ``a0`` ...; lists joined by commas and ``and`` as one."""
    found: list[tuple[Address, ...]] = []
    pieces: list[str] = []
    at = 0
    for spots in spots_in(text):
        pieces += [text[at : spots.start], f"a{len(found)}"]
        found.append(spots.addresses)
        at = spots.end
    bare = "".join([*pieces, text[at:]])
    lists = list(found)

    def join(run: re.Match[str]) -> str:
        first, *rest = (int(number) for number in re.findall(r"a(\d+)", run.group()))
        lists[first] = tuple(each for index in (first, *rest) for each in found[index])
        return f"a{first}"

    return _JOINTS.sub(join, bare), tuple(lists)
