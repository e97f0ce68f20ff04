"""A resolution, draft resolution or amendment as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from penholder.model.amendment import Instruction
from penholder.model.blocks import Block, Numbering
from penholder.model.era import Era, era_of
from penholder.model.session import Session
from penholder.model.symbol import Symbol

Kind = Literal["resolution", "draft resolution", "amendment"]
KINDS: tuple[Kind, ...] = ("resolution", "draft resolution", "amendment")
ORGANS = (
    "General Assembly",
    "Security Council",
    "Economic and Social Council",
    "Human Rights Council",
    "Trusteeship Council",
)
DISTRIBUTIONS = ("General", "Limited", "Restricted")
LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
LANGUAGE_NAMES = {
    "ar": "Arabic", "zh": "Chinese", "en": "English",
    "fr": "French", "ru": "Russian", "es": "Spanish",
}  # fmt: skip
"""The names by which a masthead stores the language of the original."""
Side = int | tuple[str, ...]
Manner = Literal["", "without a vote", "unanimously", "by consensus"]
MANNERS: tuple[Manner, ...] = ("without a vote", "unanimously", "by consensus")


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote; each side is a count or the States named, in the order of the language."""

    in_favour: Side = 0
    against: Side = 0
    abstaining: Side = 0


@dataclass(frozen=True, slots=True)
class Adoption:
    """When and where a text was adopted, and the vote where one was recorded.

    ``manner`` is how it was adopted where the page says so and there was no vote.
    """

    date: date
    meeting: str = ""
    vote: Vote | None = None
    manner: Manner = ""


@dataclass(frozen=True, slots=True)
class Sponsors:
    """Who submits a draft: States, or a line of text, with the note that a star calls.

    ``submitted_as`` is what the line calls the document where that is more than its kind:
    ``revised draft resolution``, ``amendment to draft resolution A/80/L.3``.
    """

    states: tuple[str, ...] = ()
    line: str = ""
    note: str = ""
    submitted_as: str = ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands on a document's first page above its title.

    Three dates differ: adopted (in the adoption line), ``issued``, ``reissued``. ``base`` names
    the version a draft starts from (``A/RES/52/102``, ``A/C.3/53/L.50@<commit>``), ``target`` the
    version that an amendment would change. ``session_dates`` are the days of the session, which
    mastheads of the Human Rights Council print below its name.
    """

    kind: Kind
    organ: str
    symbol: Symbol | None = None
    base: str = ""
    target: str = ""
    language: str = "en"
    committee: str = ""
    session: Session | None = None
    session_dates: str = ""
    agenda_items: tuple[str, ...] = ()
    agenda_titles: tuple[str, ...] = ()
    distribution: str = ""
    issued: date | None = None
    reissued: date | None = None
    original: str = ""
    heading: str = ""
    origin: str = ""
    sponsors: Sponsors = field(default_factory=Sponsors)
    style: str = ""

    @property
    def era(self) -> Era:
        """The conventions the document is printed by."""
        is_assembly = self.organ == "General Assembly"
        return era_of(self.style, self.session if is_assembly else None, self.issued)


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a composite resolution (A, B), or a section with a preamble of its own."""

    title: str = ""
    number: str | None = None
    kind: Literal["part", "section"] = "part"
    numbering: Numbering = "continuous"
    organ_line: str = ""
    adopted: Adoption | None = None
    preamble: tuple[Block, ...] = ()
    operative: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex, or inside one an appendix, with headings and numbering of its own."""

    title: str = ""
    number: str | None = None
    numbering: Numbering = "none"
    body: tuple[Block, ...] = ()
    appendices: tuple[Annex, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note with an identity of its own; its number follows from its first call."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; what follows from place (numbers, letters, headings) is not in it."""

    masthead: Masthead
    title: str = ""
    numbering: Numbering = "continuous"
    organ_line: str = ""
    adopted: Adoption | None = None
    preamble: tuple[Block, ...] = ()
    operative: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
    annexes: tuple[Annex, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    instructions: tuple[Instruction, ...] = ()

    def footnote(self, key: str) -> Footnote | None:
        """Return the footnote of that key, if there is one."""
        return next((note for note in self.footnotes if note.key == key), None)
