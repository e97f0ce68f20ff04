"""The sentence of an instruction becomes data: what is to be inserted, deleted, replaced."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from penholder.ingest.skeletons import Skeleton, skeleton_of
from penholder.model.amendment import (
    OPERATIVE,
    PREAMBLE,
    WHOLE,
    Address,
    Addresses,
    DeleteParagraphs,
    DeleteWords,
    InsertAfter,
    InsertBefore,
    InsertWords,
    Renumber,
    ReplaceParagraphs,
    ReplaceThroughout,
    ReplaceWords,
    Request,
)

_IN = r"(?:,? (?:in|from|of|at the end of|to) (?P<place>a\d+))?"
_WITH = r"(?:with|by)"
_QS = r"q\d+(?:(?:, and|,| and| or) q\d+)*"
_SHALL = r"(?:should|shall|would|will|is to|are to|to)"
_BE = rf"(?:{_SHALL} be|is|are|be|being)"
_N = r"n(?P<kind>[po]?)"
_AMEND = r"(?:amend|reword|rewrite|revise|redraft|modify|change|replace)"
_TAIL = r"(?: ?(?:,? ?reading|with the following|,? ?the following(?: text)?)|:)*"
_NO_Q = r"(?:(?!q\d).)*"
_IN_LATER = r"(?:,? in (?P<later>a\d+))?"
_INSTEAD = (
    r"(?:(?:substitute|insert|read)(?: (?:therefor|instead|in (?:its|their) place))?"
    rf"|replace (?:it|them|the same) {_WITH})"
)
_SIDE = r"(?P<side>after|before)"
_END = r"(?:at|to) the (?P<end>end|beginning)"


@dataclass(frozen=True, slots=True)
class Command:
    """What a sentence asks for; ``quoted`` is text for new paragraphs inside the sentence.

    ``opens`` tells where that text begins in the sentence, the sign of quotation included.
    ``awaits_text`` where the text of new paragraphs is to follow the sentence.
    """

    asks: tuple[Request, ...] = ()
    quoted: str = ""
    opens: int = -1
    awaits_text: bool = False


def read_command(sentence: str, above: str = "") -> Command:
    """Return what a sentence in marked text asks for; nothing where it is not understood whole.

    ``above`` are words before it that say where: ``In operative paragraph 3:``.
    """
    return _Reader(skeleton_of(f"{above} {sentence}".strip()), len(f"{above} ".lstrip())).read()


def is_place(text: str) -> bool:
    """Whether a text only says where, and what follows says what to do there."""
    return bool(re.fullmatch(r"(?:in |at )?a\d+", skeleton_of(text).text))


_Found = re.Match[str]


class _Reader:
    """Takes clause after clause off a skeleton, keeping the place that the last one named."""

    def __init__(self, skeleton: Skeleton, above: int) -> None:
        self._skeleton = skeleton
        self._above = above
        self._place: Addresses = ()
        self._asks: list[Request] = []
        self._quoted = -1
        self._awaits_text = False
        self._rest = skeleton.text

    def read(self) -> Command:
        while self._rest:
            if not self._take():
                return Command()
            self._rest = re.sub(
                r"^[\s,;.:]*(?:(?:and|then|also|further|as well as)\b[\s,]*)*", "", self._rest
            )
        if not self._asks:
            return Command()
        return self._command()

    def _command(self) -> Command:
        if self._quoted < 0:
            return Command(tuple(self._asks), awaits_text=self._awaits_text)
        opens = self._skeleton.starts[self._quoted] - (self._above if self._above > 1 else 0)
        quoted = self._skeleton.quotations[self._quoted]
        return Command(tuple(self._asks), quoted, opens)

    def _take(self) -> bool:
        for pattern, take in _clauses():
            found = pattern.match(self._rest)
            if found and _is_even(found) and re.match(r"$|[\s,;.:]", self._rest[found.end() :]):
                self._rest = self._rest[found.end() :]
                take(self, found)
                return True
        return False

    def _words(self, found: _Found, name: str) -> str:
        return self._skeleton.quotations[int(found[name][1:])]

    def _addresses(self, sign: str) -> Addresses:
        return self._skeleton.addresses[int(sign.lstrip("an"))]

    def _at(self, found: _Found) -> Addresses:
        said = found.groupdict()
        sign = said.get("place") or said.get("later") or said.get("last")
        return self._addresses(sign) if sign else self._place or (Address(WHOLE),)

    def _stand(self, found: _Found) -> None:
        self._place = self._addresses(found["at"])

    def _quotes(self, found: _Found) -> None:
        """Note that new paragraphs follow, inside the sentence or behind it."""
        if found["text"]:
            self._quoted = int(found["text"][1:])
        else:
            self._awaits_text = True

    def _insert_at_end(self, found: _Found) -> None:
        end: Literal["beginning", "end"] = "end" if found["end"] == "end" else "beginning"
        words = self._words(found, "q")
        self._asks.append(InsertWords(words, self._at(found), end=end))

    def _between(self, found: _Found) -> None:
        after, before = self._words(found, "a"), self._words(found, "b")
        words = self._words(found, "q")
        self._asks.append(InsertWords(words, self._at(found), after=after, before=before))

    def _insert_words(self, found: _Found) -> None:
        anchor, words, at = self._words(found, "a"), self._words(found, "q"), self._at(found)
        is_after = found["side"] == "after"
        after, before = (anchor, "") if is_after else ("", anchor)
        self._asks.append(InsertWords(words, at, after=after, before=before))

    def _replace_words(self, found: _Found) -> None:
        words, by, at = self._words(found, "a"), self._words(found, "q"), self._at(found)
        is_everywhere = self._skeleton.is_throughout or len([a for a in at if a.is_area]) > 1
        is_named = any(each.is_area and each.text != WHOLE for each in at)
        made = ReplaceThroughout if is_everywhere or is_named else ReplaceWords
        self._asks.append(made(words, by, at))

    def _replace_respectively(self, found: _Found) -> None:
        """Replace several words, each with the one that stands at the same place of a list."""
        pairs = zip(_signs(found["qs"]), _signs(found["by"]), strict=True)
        words = self._skeleton.quotations
        made = ReplaceThroughout if self._skeleton.is_throughout else ReplaceWords
        self._asks += [made(words[a], words[by], self._at(found)) for a, by in pairs]

    def _delete_words(self, found: _Found) -> None:
        for sign in _signs(found["qs"]):
            words, at = self._skeleton.quotations[sign], self._at(found)
            is_everywhere = self._skeleton.is_throughout
            self._asks.append(
                ReplaceThroughout(words, "", at) if is_everywhere else DeleteWords(words, at)
            )

    def _delete_beside(self, found: _Found) -> None:
        """Delete words that are told from their like by the words beside them."""
        words, anchor = self._words(found, "q"), self._words(found, "a")
        pair = (anchor, words) if found["side"] == "after" else (words, anchor)
        whole = re.sub(r" (?=[,.;:])", "", " ".join(pair))
        self._asks.append(ReplaceWords(whole, anchor, self._at(found)))

    def _delete_paragraphs(self, found: _Found) -> None:
        self._asks.append(DeleteParagraphs(self._addresses(found["at"])))
        self._awaits_text = self._awaits_text or "reading" in found["says"]

    def _replace_paragraphs(self, found: _Found) -> None:
        self._asks.append(ReplaceParagraphs(self._addresses(found["at"])))
        self._quotes(found)

    def _insert_paragraphs(self, found: _Found) -> None:
        at = self._addresses(found["at"])
        is_after = found["side"] == "after"
        anchor = _edge(at[-1] if is_after else at[0])
        self._asks.append(InsertAfter(anchor) if is_after else InsertBefore(anchor))
        self._quotes(found)

    def _insert_in_area(self, found: _Found) -> None:
        areas = {"p": PREAMBLE, "o": OPERATIVE}
        said = found.groupdict().get("at")
        at = self._addresses(said)[-1] if said else self._at(found)[-1]
        at = Address(areas.get(found["kind"], OPERATIVE)) if at.text == WHOLE else at
        is_end = found["end"] == "end"
        self._asks.append(InsertAfter(_edge(at)) if is_end else InsertBefore(_first(at)))
        self._quotes(found)

    def _insert_between(self, found: _Found) -> None:
        self._asks.append(InsertAfter(self._addresses(found["at"])[0]))
        self._quotes(found)

    def _insert_numbered(self, found: _Found) -> None:
        """Insert ``a new paragraph 5 bis`` behind 5, ``a new paragraph 7`` in front of 7."""
        address = self._addresses(found["at"])[0]
        base = re.sub(r"(?<=\d) (?:bis|ter|quater|quinquies)", "", address.text)
        is_bis = base != address.text
        self._asks.append(InsertAfter(Address(base)) if is_bis else InsertBefore(address))
        self._quotes(found)

    def _renumber(self, _: _Found) -> None:
        self._asks.append(Renumber())


def _is_even(found: _Found) -> bool:
    """Whether words and those that replace them respectively are equally many."""
    said = found.groupdict()
    return not said.get("by") or len(_signs(said["qs"])) == len(_signs(said["by"]))


def _signs(text: str) -> list[int]:
    return [int(sign) for sign in re.findall(r"q(\d+)", text)]


def _edge(address: Address) -> Address:
    """Return the last paragraph of an area, and any other address as it is."""
    return Address({PREAMBLE: "PP last", OPERATIVE: "OP last"}.get(address.text, address.text))


def _first(address: Address) -> Address:
    return Address({PREAMBLE: "PP 1", OPERATIVE: "OP 1"}.get(address.text, address.text))


_Take = Callable[[_Reader, _Found], None]
_KNOWN: tuple[tuple[str, _Take], ...] = (
    (rf"{_END} of (?P<place>a\d+),? insert (?P<q>q\d+)", _Reader._insert_at_end),
    (rf"{_END},? insert (?P<q>q\d+)", _Reader._insert_at_end),
    (rf"insert,? {_END},? (?P<q>q\d+)", _Reader._insert_at_end),
    (rf"insert (?P<q>q\d+),? {_END}(?: of (?P<place>a\d+))?", _Reader._insert_at_end),
    (rf"(?P<q>q\d+) {_BE} insert {_END}(?: of (?P<place>a\d+))?", _Reader._insert_at_end),
    (rf"{_END} of (?P<at>a\d+),? insert {_N}{_TAIL}(?P<text>q\d+)?", _Reader._insert_in_area),
    (rf"insert {_N},? {_END} of (?P<at>a\d+){_TAIL} ?(?P<text>q\d+)?", _Reader._insert_in_area),
    (rf"insert {_N},? {_END}{_TAIL} ?(?P<text>q\d+)?", _Reader._insert_in_area),
    (rf"between (?P<a>q\d+) and (?P<b>q\d+){_IN},? insert (?P<q>q\d+)", _Reader._between),
    (rf"insert (?P<q>q\d+) between (?P<a>q\d+) and (?P<b>q\d+){_IN}", _Reader._between),
    (rf"{_SIDE} (?P<a>q\d+){_IN},? insert (?P<q>q\d+)", _Reader._insert_words),
    (rf"insert (?P<q>q\d+),? {_SIDE} (?P<a>q\d+){_IN}", _Reader._insert_words),
    (rf"(?P<q>q\d+) {_BE} insert {_SIDE} (?P<a>q\d+){_IN}", _Reader._insert_words),
    (rf"insert,? {_SIDE} (?P<a>q\d+){_IN},? (?P<q>q\d+)", _Reader._insert_words),
    (rf"insert (?P<q>q\d+) in (?P<place>a\d+),? {_SIDE} (?P<a>q\d+)", _Reader._insert_words),
    (rf"replace (?P<qs>{_QS}){_IN} {_WITH} (?P<by>{_QS}),? respectively{_IN_LATER}",
     _Reader._replace_respectively),
    (rf"replace (?P<a>q\d+){_IN},? {_WITH} (?P<q>q\d+)"
     rf"(?:(?:,? in| of) (?P<later>a\d+)|,? (?P<last>a\d+))?", _Reader._replace_words),
    (rf"(?:substitute|change) (?P<a>q\d+){_IN} (?:by|with|to|into) (?P<q>q\d+)",
     _Reader._replace_words),
    (rf"substitute (?P<q>q\d+) for (?P<a>q\d+){_IN}", _Reader._replace_words),
    (rf"for (?P<a>q\d+){_IN},? (?:substitute|read|reading) (?P<q>q\d+)", _Reader._replace_words),
    (rf"(?P<a>q\d+){_IN} (?:(?:{_SHALL} )?read(?:ing)?|{_BE} (?:replaced|substituted|amended)"
     rf" (?:{_WITH}|to)) (?P<q>q\d+)", _Reader._replace_words),
    (rf"delete (?P<a>q\d+){_IN},? and {_INSTEAD} (?P<q>q\d+)", _Reader._replace_words),
    (rf"(?P<a>q\d+) {_WITH} (?P<q>q\d+){_IN}", _Reader._replace_words),
    (rf"{_SIDE} (?P<a>q\d+){_IN},? delete (?P<q>q\d+)", _Reader._delete_beside),
    (rf"delete (?P<q>q\d+) {_SIDE} (?P<a>q\d+){_IN}", _Reader._delete_beside),
    (rf"delete (?P<qs>{_QS}){_IN}", _Reader._delete_words),
    (rf"delete in (?P<place>a\d+) (?P<qs>{_QS})", _Reader._delete_words),
    (rf"(?P<qs>{_QS}){_IN} {_BE} delete", _Reader._delete_words),
    (rf"delete (?P<at>a\d+),? and {_INSTEAD}"
     rf"(?:,? the following)?(?: {_N}| text)?{_TAIL} ?(?P<text>q\d+)?",
     _Reader._replace_paragraphs),
    (r"delete (?:the (?:whole|entirety) of )?(?P<at>a\d+)"
     r"(?P<says>(?:,? reading| n[po]?| in (?:its|their) entirety| altogether)*)",
     _Reader._delete_paragraphs),
    (rf"(?:in )?(?P<at>a\d+)(?P<says>) {_BE} delete", _Reader._delete_paragraphs),
    (rf"{_AMEND} (?P<at>a\d+),? (?:{_WITH}(?: the following)?(?: {_N}| text)?|so (?:as )?to"
     rf"|so that it|to|as|reading){_TAIL} ?(?P<text>q\d+)?", _Reader._replace_paragraphs),
    (rf"for (?P<at>a\d+),? substitute(?: {_N}| the following(?: text)?)?{_TAIL} ?(?P<text>q\d+)?",
     _Reader._replace_paragraphs),
    (rf"substitute(?: {_N}| the following(?: text)?) for (?P<at>a\d+){_TAIL} ?(?P<text>q\d+)?",
     _Reader._replace_paragraphs),
    (rf"(?:in )?(?P<at>a\d+) {_BE} (?:replaced|substituted) {_WITH}(?: the following)?"
     rf"(?: {_N}| text)?{_TAIL} ?(?P<text>q\d+)?", _Reader._replace_paragraphs),
    (rf"(?:in )?(?P<at>a\d+),? ?(?:{_SHALL} )?"
     r"(?:(?:be|is|are) (?:amended|replaced|reworded|revised) ?)?"
     rf"(?:(?:to|{_WITH}|with the following)(?: {_N}| text)? ?)?(?:reading|read|:)"
     rf"{_TAIL} ?(?P<text>q\d+)?", _Reader._replace_paragraphs),
    (rf"{_SIDE} (?P<at>a\d+),? insert {_N}(?P<number>\d*){_TAIL} ?(?P<text>q\d+)?",
     _Reader._insert_paragraphs),
    (rf"insert {_N}(?P<number>\d*),? {_SIDE} (?P<at>a\d+){_TAIL} ?(?P<text>q\d+)?",
     _Reader._insert_paragraphs),
    (rf"{_N}(?P<number>\d*) {_BE} insert {_SIDE} (?P<at>a\d+){_TAIL} ?(?P<text>q\d+)?",
     _Reader._insert_paragraphs),
    (rf"insert,? {_SIDE} (?P<at>a\d+),? {_N}(?P<number>\d*){_TAIL} ?(?P<text>q\d+)?",
     _Reader._insert_paragraphs),
    (rf"{_SIDE} (?P<at>a\d+),? insert (?P<text>q\d+)", _Reader._insert_paragraphs),
    (rf"between (?P<at>a\d+),? insert {_N}\d*{_TAIL} ?(?P<text>q\d+)?", _Reader._insert_between),
    (rf"insert {_N}\d* between (?P<at>a\d+){_TAIL} ?(?P<text>q\d+)?", _Reader._insert_between),
    (rf"insert (?:{_N} )?as (?:a )?(?:new )?(?P<at>a\d+){_TAIL} ?(?P<text>q\d+)?",
     _Reader._insert_numbered),
    (rf"insert (?:as )?n(?P<at>\d+){_TAIL} ?(?P<text>q\d+)?", _Reader._insert_numbered),
    (rf"(?:renumber|re-number|re-?letter|adjust the numbering){_NO_Q}"
     rf"|{_NO_Q}\bre-?(?:numbered|lettered)\b{_NO_Q}"
     rf"|(?P<at>a\d+)(?: {_SHALL})? becomes? a\d+", _Reader._renumber),
    (r"(?:in|at|of|from|within|to|for|under|as regards|regarding|with respect to) "
     r"(?P<at>a\d+)", _Reader._stand),
    (r"(?P<at>a\d+)", _Reader._stand),
)  # fmt: skip


@cache
def _clauses() -> tuple[tuple[re.Pattern[str], _Take], ...]:
    return tuple((re.compile(pattern), take) for pattern, take in _KNOWN)
