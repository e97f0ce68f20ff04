"""The lines above the preamble become the fields of the masthead and the title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from penholder.ingest.passages import Passage, SetAside
from penholder.ingest.sponsors import Submission, is_submission, read_submission
from penholder.ingest.votes import Verdict, read_verdict
from penholder.model.calendar import DateError, parse_written_date
from penholder.model.document import DISTRIBUTIONS, ORGANS, Kind
from penholder.model.session import Session, SessionError
from penholder.model.symbol import Symbol, SymbolError

_SYMBOL = r"(?:A|S|E|T|ST)/[A-Z0-9][\w./()* –-]*[\w)*]"
_LETTERHEAD = re.compile(
    r"[AEST]|united(?: [AEST])?|nations|united nations(?: nations unies)?|unofficial", re.IGNORECASE
)
_SYMBOL_LINE = re.compile(rf"(?:United Nations )?(?P<symbol>{_SYMBOL})")
_DISTRIBUTION = re.compile(
    rf"(?:(?P<organ>{'|'.join(ORGANS)}) )?Distr\.:? ?(?P<word>{'|'.join(DISTRIBUTIONS)}|)",
    re.IGNORECASE,
)
_WORD = re.compile("|".join(DISTRIBUTIONS), re.IGNORECASE)
_ORGAN = re.compile("|".join(ORGANS), re.IGNORECASE)
_DATE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
_SESSION = re.compile(r"(?:Resumed )?[\w -]+ session", re.IGNORECASE)
_LANGUAGES = r"(?:Arabic|Chinese|English|French|Russian|Spanish)"
_ORIGINAL = re.compile(
    r"(?:Original: ?(?P<language>.*)"
    rf"|(?P<alone>{_LANGUAGES}(?:(?:, | and ){_LANGUAGES})*)(?: Original:)?)",
    re.IGNORECASE,
)
_REISSUED = re.compile(
    r"\* *Re-?issued for technical reasons(?: on (?P<date>\d{1,2} \w+ \d{4}))?\.?", re.IGNORECASE
)
_PIECES = re.compile(
    r"(\d{1,2} [A-Z][a-z]+ \d{4})(?: |$)|(Original:) ?([A-Z][a-z]+)|([A-Z][a-z]+) (Original:)"
)
_AGENDA = re.compile(r"Agenda items? (?P<items>\d.*)", re.IGNORECASE)
_ITEM = re.compile(r"\d+(?: \([a-z]+\))?(?: \([ivx]+\))?|\([a-z]+\)")
_HEADING = re.compile(r"Resolutions? (?:\d+ \(\d{4}\)(?: of \d.*)?|adopted .*)", re.IGNORECASE)
_ADOPTED_ON = re.compile(
    r"(?:Resolutions? )?adopted (?P<manner>unanimously |without a vote )?by "
    r"(?:.* at its (?P<meeting>\d+\w\w meeting))?.*? on (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})"
    r"(?:,? (?P<verdict>(?:by|without|unanimously)\b.*))?",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?:on|of) (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})")
_SESSION_DATES = re.compile(
    r"(?:[A-Z][\w ]+, )?\d{1,2}(?: [A-Z][a-z]+)?(?: \d{4})? ?(?:[–-]|to|and) ?"
    r"\d{1,2} [A-Z][a-z]+ \d{4}"
)
_ORIGIN = re.compile(r"\[(?P<origin>(?:on the|without|adopted|resulting|as ).*)\]", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<number>(?:ES-|S-)?\d+/\d+(?: ?[A-Z](?:[-–][A-Z])?)?"
    r"|\d+ (?:[A-Z] )?\([IVXLC]+\)|\d+ \(\d{4}\))\. *(?P<title>.*)"
)
_COMMITTEE = re.compile(r"(?:.* )?Committee(?: \(.*\))?")


@dataclass(slots=True)
class Fields:
    """What the lines have said so far; ``title`` holds the passages of the title."""

    symbol: Symbol | None = None
    organ: str = ""
    session: Session | None = None
    session_dates: str = ""
    committee: str = ""
    agenda_items: tuple[str, ...] = ()
    agenda_titles: list[Passage] = field(default_factory=list)
    distribution: str = ""
    issued: date | None = None
    reissued: date | None = None
    original: str = ""
    heading: str = ""
    adopted_on: date | None = None
    meeting: str = ""
    verdict: Verdict | None = None
    origin: str = ""
    submission: Submission | None = None
    number: str = ""
    title: list[Passage] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    unplaced: list[Passage] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        """What the document is, by its sponsors' line, else by its symbol."""
        if self.submission:
            return self.submission.kind
        is_resolution = self.symbol is not None and self.symbol.is_resolution
        return "resolution" if is_resolution or self.heading else "draft resolution"


def flat(text: str) -> str:
    """Return text with no-break spaces and runs of spaces as one space."""
    return re.sub(r"\s+", " ", text).strip()


def is_symbol_line(text: str) -> bool:
    """Whether a line is a document symbol, alone or behind the name of the Organization."""
    return bool(_SYMBOL_LINE.fullmatch(text))


def read_masthead(passages: Iterable[Passage]) -> Fields:
    """Return what the passages above the body say, with those that have no field."""
    reader = _Reader()
    for passage in passages:
        reader.read(passage)
    reader.take_title()
    return reader.fields


_Take = Callable[[re.Match[str]], bool]


class _Reader:
    """Reads passage after passage; ``_awaits`` is what words without a mark would belong to."""

    def __init__(self) -> None:
        self.fields = Fields()
        self._awaits = "letterhead"
        self._takes: tuple[tuple[re.Pattern[str], _Take], ...] = (
            (_LETTERHEAD, lambda found: self._is_letterhead),
            (_SYMBOL_LINE, self._symbol),
            (_DISTRIBUTION, self._distribution),
            (_WORD, self._word),
            (_ORGAN, self._organ),
            (_DATE, self._issued),
            (_REISSUED, self._reissued),
            (_ORIGINAL, self._original),
            (_SESSION, self._session),
            (_SESSION_DATES, self._session_dates),
            (_COMMITTEE, self._committee),
            (_AGENDA, self._agenda),
            (_HEADING, self._heading),
            (_ADOPTED_ON, self._heading),
            (_DATED, self._dated),
            (_ORIGIN, self._origin),
        )

    @property
    def _is_letterhead(self) -> bool:
        return self._awaits == "letterhead"

    def read(self, passage: Passage) -> None:
        passage = self._below_fields(passage)
        text = flat(passage.text)
        if self._take(text) or (self._is_letterhead and self._take_pieces(text)):
            return
        if self._awaits != "title" and is_submission(text):
            self.fields.submission = read_submission(text)
            self._awaits = "title"
            return
        self._words(passage, text)

    def _below_fields(self, passage: Passage) -> Passage:
        """Take the days of a session that a passage begins with, and return its other lines."""
        lines = passage.lines
        while len(lines) > 1 and self._awaits == "agenda":
            text = flat(lines[0].text)
            if not _SESSION_DATES.fullmatch(text) or not self._take(text):
                break
            lines = lines[1:]
        return replace(passage, lines=lines) if lines != passage.lines else passage

    def take_title(self) -> None:
        """Take the last words above the text as its title, where nothing else was read as one."""
        fields = self.fields
        is_council = fields.symbol is not None and fields.symbol.organ == "S"
        if self._is_letterhead and fields.unplaced and not fields.title and not is_council:
            fields.title.append(fields.unplaced.pop())

    def _take(self, text: str) -> bool:
        matches = ((pattern.fullmatch(text), take) for pattern, take in self._takes)
        return any(found and take(found) for found, take in matches)

    def _take_pieces(self, text: str) -> bool:
        """Take a line on which several fields of a letterhead stand side by side."""
        pieces = [" ".join(filter(None, found.groups())) for found in _PIECES.finditer(text)]
        if len(pieces) < 2 or _PIECES.sub("", text).strip():
            return False
        return all([self._take(piece) for piece in pieces])

    def _words(self, passage: Passage, text: str) -> None:
        """Put words that no pattern knows where the order of a masthead puts them."""
        numbered = _NUMBER.fullmatch(text)
        if numbered and not self.fields.number:
            self.fields.number = numbered["number"]
            self._awaits = "title"
        if self._awaits == "agenda title":
            self.fields.agenda_titles.append(passage)
        elif not self._is_letterhead or passage.is_bold:
            self.fields.title.append(passage)
        else:
            self.fields.unplaced.append(passage)

    def _symbol(self, found: re.Match[str]) -> bool:
        if self.fields.symbol or not self._is_letterhead:
            return False
        try:
            self.fields.symbol = Symbol.parse(found["symbol"].rstrip("*"))
        except SymbolError:
            return False
        return True

    def _distribution(self, found: re.Match[str]) -> bool:
        if found["organ"]:
            self._organ(re.match(_ORGAN, found["organ"]) or found)
        self.fields.distribution = found["word"].capitalize()
        return True

    def _word(self, found: re.Match[str]) -> bool:
        if self.fields.distribution or not self._is_letterhead:
            return False
        self.fields.distribution = found.group().capitalize()
        return True

    def _organ(self, found: re.Match[str]) -> bool:
        if self.fields.organ:
            return False
        cased = {organ.casefold(): organ for organ in ORGANS}
        self.fields.organ = cased[found.group().casefold()]
        return True

    def _issued(self, found: re.Match[str]) -> bool:
        if self.fields.issued or not self._is_letterhead:
            return False
        try:
            self.fields.issued = parse_written_date(found.group())
        except DateError:
            return False
        return True

    def _reissued(self, found: re.Match[str]) -> bool:
        try:
            self.fields.reissued = parse_written_date(found["date"] or "")
        except DateError:
            return False
        return True

    def _original(self, found: re.Match[str]) -> bool:
        """Take the language, which may stand on a line beside its word.

        One that stands above another is that of the document itself, which its words tell.
        """
        if not self._is_letterhead:
            return False
        above = self.fields.original
        said = found["language"] or found["alone"] or above
        if above and above.casefold() != said.casefold():
            self.fields.set_aside.append(SetAside(above, "language of the document"))
        self.fields.original = said[:1].upper() + said[1:]
        return True

    def _session(self, found: re.Match[str]) -> bool:
        if self.fields.session:
            return False
        try:
            self.fields.session = Session.parse_name(found.group())
        except SessionError:
            return False
        self._awaits = "agenda"
        return True

    def _session_dates(self, found: re.Match[str]) -> bool:
        if self.fields.session is None or self.fields.session_dates:
            return False
        self.fields.session_dates = found.group()
        return True

    def _committee(self, found: re.Match[str]) -> bool:
        if self.fields.committee or self._awaits != "agenda":
            return False
        self.fields.committee = found.group()
        return True

    def _agenda(self, found: re.Match[str]) -> bool:
        items = tuple(re.sub(r",? and |, ?", "\t", found["items"]).split("\t"))
        if self.fields.agenda_items or not all(_ITEM.fullmatch(item) for item in items):
            return False
        self.fields.agenda_items = items
        self._awaits = "agenda title"
        return True

    def _heading(self, found: re.Match[str]) -> bool:
        if self.fields.number or self.fields.submission:
            return False
        dated = _ADOPTED_ON.fullmatch(found.group())
        said = found.group()
        if dated:
            self.fields.adopted_on = parse_written_date(dated["date"])
            self.fields.meeting = dated["meeting"] or ""
            told = dated["manner"] or dated["verdict"]
            self.fields.verdict = read_verdict(f"Adopted {told.strip()}") if told else None
            if self.fields.verdict:
                said = re.sub(rf",? {re.escape(told.strip())}", "", said)
        self.fields.heading = f"{self.fields.heading}\n{said}".strip()
        self._awaits = "title"
        return True

    def _dated(self, found: re.Match[str]) -> bool:
        """Take the day that stands on a line of its own below a heading without one."""
        heading = self.fields.heading
        if not heading or self.fields.adopted_on or self.fields.number or self.fields.title:
            return False
        try:
            self.fields.adopted_on = parse_written_date(found["date"])
        except DateError:
            return False
        self.fields.heading = f"{heading} {found.group()}"
        return True

    def _origin(self, found: re.Match[str]) -> bool:
        self.fields.origin = found["origin"]
        self._awaits = "title"
        return True
