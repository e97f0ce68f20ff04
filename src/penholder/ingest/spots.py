"""Where an instruction points: paragraphs named by number or ordinal, titles, annexes, areas."""

from __future__ import annotations

import re
from dataclasses import dataclass

from penholder.model.amendment import OPERATIVE, PREAMBLE, TITLE, WHOLE, Address
from penholder.model.session import ordinal

_ORDINALS = {ordinal(number): str(number) for number in range(1, 200)} | {
    "last": "last", "final": "last", "opening": "1",
}  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True)) + r"|\d+(?:st|nd|rd|th)"
_BIS = r"(?: ?(?:bis|ter|quater|quinquies))?"
_MARK = r"\([a-z]{1,4}\)"
_NUMBER = rf"\d+{_BIS}(?: ?{_MARK})*"
_AND = r"(?:,? and |, ?|,? or )"
_THROUGH = r"(?: to | through | ?– ?)"
_KIND = r"(?:preambular |operative |op\. ?|pp\. ?)?"
_PARAGRAPH = r"(?:sub-?)?para(?:graph)?s?\.?"
_SCOPE = (
    r"(?:(?:,| of| in| to)? (?:the )?(?P<{0}>(?:section|part|annex|appendix|draft resolution)"
    r"(?: (?:[IVXL]+|[A-Z]|\d+)\b)?)(?! paragraph))?"
)
_SCOPE_FIRST = _SCOPE.format("scope_before").replace("(?:,| of| in| to)? ", "", 1)
_PATTERNS = (
    # subparagraphs (a) and (c) of operative paragraph 4; paragraph 4, subparagraph (a)
    rf"(?:the )?{_PARAGRAPH} (?P<inner>{_MARK}(?: ?{_MARK})*(?:{_AND}{_MARK}(?: ?{_MARK})*)*)"
    rf" (?:of|in|to|under) (?:the )?(?P<inner_kind>{_KIND})(?:{_PARAGRAPH} (?P<outer>\d+{_BIS})"
    rf"|(?P<outer_word>{_ORDINAL}) (?P<outer_kind>{_KIND})paragraph"
    r"(?P<outer_of> of the preamble)?)",
    rf"(?:the )?(?P<after_kind>{_KIND}){_PARAGRAPH} (?P<whole>\d+{_BIS}),? {_PARAGRAPH} "
    rf"(?P<below>{_MARK}(?: ?{_MARK})*(?:{_AND}{_MARK}(?: ?{_MARK})*)*)(?! of)",
    # operative paragraphs 5, 6 (a) and 10 to 13; PP 4; OP12
    r"(?:the )?(?:existing |current |present )?"
    r"(?P<numbered>preambular |operative |op ?|pp ?|op\.|pp\.)?"
    rf"(?P<numbered_word>{_PARAGRAPH} )?(?P<numbers>{_NUMBER}"
    rf"(?:(?:{_THROUGH}|{_AND})(?:{_NUMBER}|{_MARK}(?: ?{_MARK})*))*)"
    r"(?P<of_preamble> of the preamble| of the operative part)?",
    # the second and third preambular paragraphs; the first paragraph of the preamble
    rf"(?:the )?(?P<words>(?:{_ORDINAL})(?:(?:{_AND}|{_THROUGH})(?:the )?(?:{_ORDINAL}))*) "
    rf"(?P<worded>{_KIND})paragraphs?(?P<part> of the preamble| of the operative part)?",
    r"(?P<title>(?:the )?title)(?: of the (?:draft )?(?:resolution|text))?",
    r"(?P<preamble>the (?:preambular paragraphs|preamble|preambular part)|preamble"
    r"|all preambular paragraphs)(?! \d)",
    r"(?P<operative>the (?:operative paragraphs|operative (?:part|section))|operative part"
    r"|all operative paragraphs)(?! \d)",
    r"(?P<all>(?:the )?(?:whole|entire|full) (?:text|draft resolution|document)"
    r"|throughout(?= *(?:[.;]|$))"
    r"|(?:in )?the (?:text|draft(?: resolution)?|document|resolution)"
    r"(?: of the draft(?: resolution)?)?(?= *(?:[,.;]|$))|all paragraphs)",
    r"footnote (?P<note>\d+)",
    r"(?:the )?(?P<place>annex(?: [IVX]+)?|section [IVX]+|appendix(?: [IVX]+)?)(?! paragraph)",
)
_SPOT = tuple(
    re.compile(
        r"(?:the )?(?P<lead>(?:chapeau|lead-in|introductory (?:part|phrase|sentence))"
        rf" (?:of|to|in) )?{_SCOPE_FIRST}(?:(?<=[a-zA-Z0-9]), )?{pattern}{_SCOPE.format('scope')}",
        re.IGNORECASE,
    )
    for pattern in _PATTERNS
)  # fmt: skip


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
        spots = _spots_at(text, word.start())
        if spots is not None:
            found.append(spots)
            at = spots.end
    return found


def _spots_at(text: str, start: int) -> Spots | None:
    for pattern in _SPOT:
        found = pattern.match(text, start)
        if found and _is_whole(found):
            addresses = _addresses(found)
            if addresses:
                return Spots(start, found.end(), addresses)
    return None


def _is_whole(found: re.Match[str]) -> bool:
    """Whether a match names a paragraph: bare figures do only with a word before them."""
    said = found.groupdict()
    is_bare = said.get("numbers") and not (said.get("numbered") or said.get("numbered_word"))
    return not is_bare


def _addresses(found: re.Match[str]) -> tuple[Address, ...]:
    said = {name: value for name, value in found.groupdict().items() if value}
    scope = _scope(said.get("scope_before", "")) + _scope(said.get("scope", ""))
    end = ", lead-in" if "lead" in said else ""
    units = _units(said)
    if scope.startswith(("annex", "appendix")):
        units = [re.sub(r"^OP ", "paragraph ", unit) for unit in units]
    return tuple(Address.parse(f"{scope}{unit}{end}") for unit in units)


def _scope(words: str) -> str:
    if not words:
        return ""
    kind, _, number = words.lower().rpartition(" ") if " " in words else (words.lower(), "", "")
    number = words.rpartition(" ")[2] if number else ""
    kind = kind.replace("draft resolution", "part")
    if kind == "draft" or (kind == "part" and number.isdigit()):
        return ""
    return f"{kind} {number}, " if number else f"{kind}, "


def _units(said: dict[str, str]) -> list[str]:
    areas = {"title": TITLE, "preamble": PREAMBLE, "operative": OPERATIVE, "all": WHOLE}
    for name, area in areas.items():
        if name in said:
            return [area]
    if "note" in said:
        return [f"footnote {said['note']}"]
    if "place" in said:
        return [_scope(said["place"]).removesuffix(", ")]
    if "inner" in said:
        return _inner(said)
    if "below" in said:
        kind = _kind(said.get("after_kind", ""))
        return [f"{kind} {said['whole']} {mark}" for mark in _marks(said["below"])]
    if "words" in said:
        kind = _kind(said.get("worded", "") + said.get("part", ""))
        return [f"{kind} {number}" for number in _ordinals(said["words"])]
    return _numbered(said)


def _kind(words: str) -> str:
    return "PP" if re.search(r"preamb|\bpp", words, re.IGNORECASE) else "OP"


def _inner(said: dict[str, str]) -> list[str]:
    words = said.get("inner_kind", "") + said.get("outer_kind", "") + said.get("outer_of", "")
    number = said.get("outer") or _number(said["outer_word"])
    return [f"{_kind(words)} {number} {mark}" for mark in _marks(said["inner"])]


def _marks(text: str) -> list[str]:
    """Return subparagraph marks as addresses have them: ``(b) (ii)``."""
    return [" ".join(re.findall(_MARK, each)) for each in re.split(_AND, text)]


def _number(word: str) -> str:
    return _ORDINALS.get(word.lower()) or re.sub(r"\D", "", word)


def _ordinals(text: str) -> list[str]:
    pieces = re.split(rf"({_AND}|{_THROUGH})(?:the )?(?={_ORDINAL})", text, flags=re.IGNORECASE)
    numbers = [_number(piece) for piece in pieces[::2]]
    return _ranged(numbers, pieces[1::2])


def _ranged(numbers: list[str], joints: list[str]) -> list[str]:
    """Return numbers with every range written out."""
    whole = numbers[:1]
    for joint, number in zip(joints, numbers[1:], strict=True):
        if re.fullmatch(_THROUGH, joint) and whole[-1].isdigit() and number.isdigit():
            whole += [str(each) for each in range(int(whole[-1]) + 1, int(number))]
        whole.append(number)
    return whole


def _numbered(said: dict[str, str]) -> list[str]:
    kind = _kind(said.get("numbered", "") + said.get("of_preamble", ""))
    pieces = re.split(rf"({_THROUGH}|{_AND})(?=[\d(])", said["numbers"])
    units: list[str] = []
    for piece in pieces[::2]:
        number = re.match(rf"\d+{_BIS}", piece)
        head = _spaced(number[0]) if number else re.split(r" \(", units[-1])[0]
        marks = " ".join(re.findall(_MARK, piece))
        units.append(f"{head} {marks}".strip())
    return [f"{kind} {unit}" for unit in _ranged(units, pieces[1::2])]


def _spaced(number: str) -> str:
    return re.sub(r"(?<=\d)(?=[a-z])", " ", number)
