"""What a language of the United Nations gives to a page: its words, marks, numerals and fonts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from penholder.model.mark_patterns import Marks
from penholder.model.occasions import Dates, Meetings, Sessions
from penholder.model.spacing import spaced, thousands_joined

Direction = Literal["ltr", "rtl"]


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

        Before some marks, as in French; within figures in a language read from the right.
        """
        if self.direction == "rtl":
            return thousands_joined(text)
        return spaced(text, self.spaced_marks)


def _joined(words: Sequence[str], comma: str, last: str) -> str:
    return last.join(filter(None, (comma.join(words[:-1]), *words[-1:])))
