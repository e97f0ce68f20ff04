"""What a language of the United Nations gives to a page: its words, marks, numerals and fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from penholder.model.meeting import Meeting
from penholder.model.numerals import letter, roman

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Dates:
    """How a date is written: ``{day}``, ``{month}`` and ``{year}`` in their order.

    ``first_day`` is what stands for the first of a month (``1er``). ``months`` are the names of
    the twelve, in Arabic both names of each.
    """

    pattern: str
    first_day: str
    months: tuple[str, ...]

    def written(self, day: date) -> str:
        """Return a date in words and figures."""
        figure = self.first_day if day.day == 1 else str(day.day)
        month = self.months[day.month - 1]
        return self.pattern.format(day=figure, month=month, year=day.year)


@dataclass(frozen=True, slots=True)
class Organ:
    """The names of an organ.

    ``name`` stands in the masthead, ``line`` opens the text, ``agent`` is what a heading says
    the text was adopted by. ``under`` is the principal organ whose masthead it uses, if any.
    """

    name: str
    line: str
    agent: str
    under: str


@dataclass(frozen=True, slots=True)
class Committee:
    """The name of a committee, and the same after ``report``: ``of the Third Committee``."""

    name: str
    report_of: str


@dataclass(frozen=True, slots=True)
class Distribution:
    """The block of distribution; in Arabic, Chinese and Russian documents it is English.

    ``by_name`` are the lines for General, Limited and Restricted; ``languages`` the names of the
    languages, by code; ``original`` has ``{language}``, ``reissued`` has ``{date}``.
    """

    by_name: Mapping[str, str]
    unofficial: str
    original: str
    reissued: str
    dates: Dates
    languages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sessions:
    """The names of sessions; ``{ordinal}`` is a word of ``ordinals``, ``{number}`` a figure."""

    ordinals: tuple[str, ...]
    regular: str
    special: str
    emergency: str
    yearly: str
    numbered: str

    def named(self, kind: str, number: int) -> str:
        """Return the name of a session by its kind (``""``, ``S-``, ``ES-``) and number."""
        if number > 999:
            return self.yearly.format(number=number)
        if number > len(self.ordinals):
            return self.numbered.format(number=number)
        pattern = {"": self.regular, "S-": self.special, "ES-": self.emergency}[kind]
        name = pattern.format(ordinal=self.ordinals[number - 1])
        return name[0].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The line of agenda items: one, two (the dual of Arabic), several.

    ``joint`` stands between a number and what is in parentheses behind it: ``125 (t)``; ``comma``
    and ``last`` between items.
    """

    joint: str
    comma: str
    last: str
    one: str
    two: str
    several: str


@dataclass(frozen=True, slots=True)
class Lists:
    """What stands between the words of a list, before the last of them, and after the organ."""

    comma: str
    last: str
    after_organ: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines above a title: ``{agent}`` and ``{date}``, of one resolution or of several.

    ``council`` are those of the Security Council, with ``{number}``, ``{meeting}`` and ``{date}``.
    """

    one: str
    one_dated: tuple[str, ...]
    several: str
    several_dated: tuple[str, ...]
    council: str
    council_adopted: str
    council_dated: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The bracket of origin: with ``{committee}`` and ``{source}``, or without a committee."""

    report: str
    no_committee: str
    paragraph: str
    paragraphs: str


@dataclass(frozen=True, slots=True)
class Designations:
    """The sponsors' line, and what it calls a document; ``{target}`` is a symbol."""

    line: str
    starred: str
    draft_resolution: str
    amendment: str
    amendment_to: str
    amendment_to_revised: str


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings by ``{ordinal}``, the figure of one: ``85th``.

    ``ordinals`` gives the figure by the end of the number: ``*`` for any, ``*1`` for those that
    end in 1, ``1`` for the number itself. ``of_council`` is a meeting as the heading of the
    Security Council has it. ``order`` is that of the lines of adoption.
    """

    ordinals: Mapping[str, str]
    plenary: str
    plenary_resumed: str
    other: str
    of_council: str
    order: tuple[Literal["meeting", "date"], ...]

    def named(self, meeting: Meeting) -> str:
        """Return the name of a meeting."""
        patterns = {"plenary": self.plenary, "resumed": self.plenary_resumed, "other": self.other}
        return self._set(patterns[meeting.kind], meeting.number)

    def in_council(self, meeting: Meeting) -> str:
        """Return the name of a meeting as the heading of the Security Council has it."""
        return self._set(self.of_council, meeting.number)

    def _set(self, pattern: str, number: int) -> str:
        return pattern.format(number=number, ordinal=self.ordinal(number))

    def ordinal(self, number: int) -> str:
        """Return a number as the figure of an ordinal, by the longest end that is known."""
        figure = str(number)
        ends = [figure, *(f"*{figure[at:]}" for at in range(1, len(figure) + 1))]
        ends.insert(1, f"*{figure}")
        return next(self.ordinals[end] for end in ends if end in self.ordinals).format(number)


@dataclass(frozen=True, slots=True)
class Votes:
    """How a vote is told: ``{in_favour}``, ``{against}``, ``{abstaining}`` are counts.

    ``manners`` tell of texts adopted without a recorded vote, by the manner. ``sides`` are the
    headings of the three lists of States.
    """

    recorded: str
    recorded_one_abstention: str
    recorded_no_abstention: str
    manners: Mapping[str, str]
    listed: str
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of paragraphs and of what stands above them.

    Patterns of marks take ``{number}`` (a figure), ``{letter}`` (one of ``letters``, then twice),
    ``{roman}``, ``{small_roman}``, ``{numeral}`` and ``{ordinal}`` (one of ``numerals`` or
    ``ordinals``, beyond them the figure). ``degrees`` are the four of subparagraphs, ``parts`` the
    letters of a composite. ``roman_sessions`` is what stands for a session in roman numerals, by
    its kind, where a language has another way.
    """

    paragraph: str
    title: str
    instruction: str
    degrees: tuple[str, ...]
    letters: tuple[str, ...]
    numerals: tuple[str, ...]
    ordinals: tuple[str, ...]
    section: str
    parts: tuple[str, ...]
    annex: str
    annex_numbered: str
    appendix: str
    appendix_numbered: str
    note_call: str
    roman_sessions: Mapping[str, str]

    def marked(self, pattern: str, number: int) -> str:
        """Return the mark of a number in one of the patterns."""
        return pattern.format(
            number=number,
            letter=letter(number, self.letters),
            roman=roman(number),
            small_roman=roman(number).lower(),
            numeral=_nth(self.numerals, number),
            ordinal=_nth(self.ordinals, number),
        )

    def written(self, pattern: str, number: str) -> str:
        """Return a mark in one of the patterns with a number that was written by hand."""
        names = ("number", "letter", "roman", "small_roman", "numeral", "ordinal")
        return pattern.format(**dict.fromkeys(names, number))

    def degree(self, degree: int, number: int) -> str:
        """Return the mark of a subparagraph by its degree, from 1, and its place."""
        return self.marked(self.degrees[min(degree, len(self.degrees)) - 1], number)

    def part(self, number: int) -> str:
        """Return the letter of a text of a composite resolution."""
        return letter(number, self.parts)


@dataclass(frozen=True, slots=True)
class Openings:
    """The opening phrases that are set in italics where they are known.

    A phrase may have a word of ``before`` before it and one of ``after`` behind it; ``joint``
    stands between them. English has a grammar instead (:mod:`penholder.model.openings`).
    """

    before: tuple[str, ...]
    phrases: tuple[str, ...]
    after: tuple[str, ...]
    joint: str


@dataclass(frozen=True, slots=True)
class Fonts:
    """The families of a page, the Debian packages that bring them, and how italics are set.

    ``line_setting`` is ``official`` where lines are broken as Word breaks Times New Roman.
    ``wide_marks`` are signs that the first family has too, and the language wants from its own.
    """

    families: tuple[str, ...]
    packages: tuple[str, ...]
    line_setting: Literal["official", "plain"]
    wide_marks: str


@dataclass(frozen=True, slots=True)
class VolumeWords:
    """The words around the documents of a volume.

    ``index`` is what the last pages are called, ``by_symbol`` and ``by_item`` are the two indexes;
    ``item`` has ``{item}``, ``page`` has ``{page}``.
    """

    contents: str
    index: str
    by_symbol: str
    by_item: str
    item: str
    page: str
    unofficial: str


@dataclass(frozen=True, slots=True)
class Screen:
    """Words that only a screen or a reader of screens tells."""

    emblem: str
    footnotes: str
    back: str


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that follows from a language; ``unverified`` names keys without evidence.

    ``watermark`` is what a working copy says behind the words of every page.
    """

    code: str
    direction: Direction
    unverified: tuple[str, ...]
    united_nations: str
    fonts: Fonts
    organs: Mapping[str, Organ]
    committees: Mapping[str, Committee]
    distribution: Distribution
    dates: Dates
    sessions: Sessions
    agenda: Agenda
    lists: Lists
    heading: Heading
    origin: Origin
    designations: Designations
    meetings: Meetings
    votes: Votes
    marks: Marks
    openings: Openings
    spaced_marks: str
    volume: VolumeWords
    screen: Screen
    watermark: str

    def organ(self, name: str) -> Organ:
        """Return the names of an organ by its English name, itself where it is not known."""
        return self.organs.get(name) or Organ(name, name, name, "")

    def listed(self, words: Sequence[str]) -> str:
        """Return words joined as in a sentence: ``Chad, Fiji and Peru``."""
        return _joined(words, self.lists.comma, self.lists.last)

    def items_listed(self, items: Sequence[str]) -> str:
        """Return agenda items joined as in a sentence: ``13, 14 and 117``."""
        return _joined(items, self.agenda.comma, self.agenda.last)

    def spaced(self, text: str) -> str:
        """Return a text with the no-break spaces that the language wants.

        Before some marks, as in French; in a language read from the right between the thousands
        of a figure, because 12 345 600 with plain spaces is shown as 600 345 12 (Unicode, annex 9).
        """
        if self.direction == "rtl":
            return _THOUSANDS.sub(lambda figure: figure.group().replace(" ", _JOINED), text)
        if not self.spaced_marks:
            return text
        return _before(self.spaced_marks).sub(_JOINED, _AFTER.sub(f"«{_JOINED}", text))


_JOINED = "\u00a0"
_THOUSANDS = re.compile(r"(?<![\d/.,])\d{1,3}(?: \d{3})+(?![\d/])")
_AFTER = re.compile("«[ \u00a0\u202f]*(?=\\S)")


def _before(marks: str) -> re.Pattern[str]:
    """Return the spaces, perhaps none, before marks that end a word, or before ``»``."""
    ends = f"[{marks.replace('»', '')}]"
    marked = rf"(?={ends}+(?:[\s\u00a0»”\])]|$))"
    word = rf"(?:(?<=[^\s{ends[1:-1]}«])[ \u00a0\u202f]*|^[ \u00a0\u202f]+){marked}"
    return re.compile(rf"{word}|(?<=[^\s«])[ \u00a0\u202f]*(?=»)|^[ \u00a0\u202f]+(?=»)")


def _joined(words: Sequence[str], comma: str, last: str) -> str:
    return last.join(filter(None, (comma.join(words[:-1]), *words[-1:])))


def _nth(words: Sequence[str], number: int) -> str:
    return words[number - 1] if number <= len(words) else str(number)
