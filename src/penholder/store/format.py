"""The file format: every key a document file may have, in canonical order."""

from __future__ import annotations

from typing import Any

from penholder.model.amendment import (
    DeleteParagraphs,
    DeleteWords,
    InsertAfter,
    InsertBefore,
    InsertWords,
    Instruction,
    Renumber,
    ReplaceParagraphs,
    ReplaceThroughout,
    ReplaceWords,
)
from penholder.model.blocks import Heading, Paragraph, Quote, Section, Table, Unplaced
from penholder.model.document import (
    DISTRIBUTIONS,
    KINDS,
    LANGUAGES,
    MANNERS,
    ORGANS,
    Adoption,
    Annex,
    Document,
    Masthead,
    Part,
    Sponsors,
    Vote,
)
from penholder.model.era import ERA_NAMES
from penholder.store.shapes import (
    AddressText,
    Choice,
    Day,
    Flag,
    Id,
    Key,
    ListOf,
    Notes,
    OneOf,
    Plain,
    Record,
    SessionText,
    SymbolText,
    VersionText,
    VoteSide,
    Whole,
    Wording,
)

SCHEMA_VERSION = 1
_NUMBERING = Choice(("continuous", "by section", "none"))
_NUMBER = "what the page prints where the document departs from the rule, such as 3 bis"


def _paragraph_keys() -> tuple[Key, ...]:
    return (
        Key("text", Wording(), "the words, punctuation included", is_required=True),
        Key("id", Id(), "a name of the paragraph for [[id]] references"),
        Key("number", Plain(), _NUMBER),
        Key("preambular", Flag(), "true for a preambular paragraph inside a section"),
        Key("items", ListOf(PARAGRAPH), "the subparagraphs"),
        Key("closing", Wording(), "text after the subparagraphs that belongs to the paragraph"),
    )


PARAGRAPH = Record("paragraph", Paragraph, Paragraph, "A paragraph.", _paragraph_keys, "text")


def _section_keys() -> tuple[Key, ...]:
    return (
        Key("section", Wording(), "the heading of the section, or nothing", "text", True),
        Key("number", Plain(), _NUMBER),
    )


def _heading_keys() -> tuple[Key, ...]:
    return (
        Key("heading", Wording(), "the words of the heading", "text", True),
        Key("level", Whole(1, 4), "1 for the highest level"),
    )


def _quote_keys() -> tuple[Key, ...]:
    return (Key("quote", ListOf(BLOCK), "the paragraphs quoted", "blocks", True),)


def _table_keys() -> tuple[Key, ...]:
    return (
        Key("table", ListOf(_ROW), "the rows of the body", "rows", True),
        Key("title", Wording(), "the title above the table"),
        Key("head", ListOf(_ROW), "the rows of the head"),
        Key("notes", ListOf(Wording()), "lines below the table"),
    )


def _unplaced_keys() -> tuple[Key, ...]:
    return (
        Key("unplaced", Wording(), "words of a source that found no place", "text", True),
        Key("page", Whole(0, 99999), "the page of the source they stand on"),
    )


_ROW = ListOf(Wording(), is_short=True)
_SECTION = Record("section", Section, Section, "A heading with a roman numeral.", _section_keys)
_HEADING = Record("heading", Heading, Heading, "A heading without number.", _heading_keys)
_QUOTE = Record("quote", Quote, Quote, "Text quoted or to be inserted.", _quote_keys)
_TABLE = Record("table", Table, Table, "A table.", _table_keys)
_UNPLACED = Record("unplaced", Unplaced, Unplaced, "Words without a place.", _unplaced_keys)
BLOCK = OneOf(lambda: (PARAGRAPH, _SECTION, _HEADING, _QUOTE, _TABLE, _UNPLACED))


_SPOT = AddressText()
_SPOTS = ListOf(_SPOT, is_short=True)
_WORDS_AT = Key("at", _SPOTS, "where the words stand: PP 14, OP 5 (b), title", "at", True)


def _asked_of_paragraphs(name: str, about: str, made: type) -> Record:
    """Return the record of a request about whole paragraphs, named for where they stand."""
    is_one = made in (InsertAfter, InsertBefore)
    key = Key(name, _SPOT if is_one else _SPOTS, "PP 14, OP 5 (b)", "at", True)
    return Record(name.replace("_", " "), made, made, about, lambda: (key,))


def _by(name: str) -> tuple[Key, ...]:
    return (
        Key(name, Wording(), "the words that go", "words", True),
        Key("by", Wording(), "the words that come", is_required=True),
        _WORDS_AT,
    )


def _insert_words_keys() -> tuple[Key, ...]:
    return (
        Key("insert_words", Wording(), "the words that come", "words", True),
        _WORDS_AT,
        Key("after", Wording(), "the words they follow"),
        Key("before", Wording(), "the words they precede"),
        Key("end", Choice(("beginning", "end")), "the end of the paragraph they stand at"),
    )


_REQUESTS = (
    _asked_of_paragraphs("insert_after", "The text is to follow a paragraph.", InsertAfter),
    _asked_of_paragraphs("insert_before", "The text is to precede a paragraph.", InsertBefore),
    _asked_of_paragraphs("delete", "Paragraphs go.", DeleteParagraphs),
    _asked_of_paragraphs("replace", "The text replaces paragraphs.", ReplaceParagraphs),
    Record("replace words", ReplaceWords, ReplaceWords, "Words give way to others, once.",
           lambda: _by("replace_words")),
    Record("replace throughout", ReplaceThroughout, ReplaceThroughout,
           "Words give way to others wherever they stand.", lambda: _by("replace_throughout")),
    Record("delete words", DeleteWords, DeleteWords, "Words go.",
           lambda: (Key("delete_words", Wording(), "the words that go", "words", True), _WORDS_AT)),
    Record("insert words", InsertWords, InsertWords, "Words come.", _insert_words_keys),
    Record("renumber", Renumber, Renumber, "Paragraphs are renumbered.",
           lambda: (Key("renumber", Choice(("accordingly",)), "accordingly", "paragraphs", True),)),
)  # fmt: skip


def _instruction_keys() -> tuple[Key, ...]:
    return (
        Key("sentence", Wording(), "the instruction as submitted"),
        Key("asks", ListOf(OneOf(lambda: _REQUESTS)), "what it asks for; unread where absent"),
        Key("text", ListOf(BLOCK), "the text it quotes, to be inserted"),
    )


INSTRUCTION = Record(
    "instruction", Instruction, Instruction, "An instruction of an amendment.", _instruction_keys
)


def _vote_keys() -> tuple[Key, ...]:
    return (
        Key("in_favour", VoteSide(), "how many, or which States, voted in favour"),
        Key("against", VoteSide(), "how many, or which States, voted against"),
        Key("abstaining", VoteSide(), "how many, or which States, abstained"),
    )


def _adoption_keys() -> tuple[Key, ...]:
    return (
        Key("date", Day(), "the day of adoption", is_required=True),
        Key("meeting", Plain(), "the meeting, as 85th plenary meeting"),
        Key("vote", VOTE, "the recorded vote, where there was one"),
        Key("manner", Choice(MANNERS), "how, where the page says so and there was no vote"),
    )


VOTE = Record("vote", Vote, Vote, "A recorded vote.", _vote_keys)
ADOPTION = Record("adoption", Adoption, Adoption, "When and where adopted.", _adoption_keys)


def _part_keys() -> tuple[Key, ...]:
    return (
        Key("title", Wording(), "the title of the part"),
        Key("number", Plain(), _NUMBER),
        Key("kind", Choice(("part", "section")), "part is lettered A, B; section is numbered I"),
        Key("numbering", _NUMBERING, "how operative paragraphs are counted"),
        Key("adopted", ADOPTION, "when this part was adopted"),
        Key("organ_line", Wording(), "the opening line where it departs from the rule"),
        Key("preamble", ListOf(BLOCK), "the preambular paragraphs"),
        Key("operative", ListOf(BLOCK), "the operative paragraphs"),
    )


def _annex_keys() -> tuple[Key, ...]:
    return (
        Key("title", Wording(), "the title of the annex"),
        Key("number", Plain(), _NUMBER),
        Key("numbering", _NUMBERING, "how paragraphs are counted; none by default"),
        Key("body", ListOf(BLOCK), "what the annex says"),
        Key("appendices", ListOf(ANNEX), "appendices to the annex"),
    )


PART = Record("part", Part, Part, "One text of a composite resolution.", _part_keys)
ANNEX = Record("annex", Annex, Annex, "An annex or appendix.", _annex_keys)


def _made_document(masthead: dict[str, Any], **body: Any) -> Document:
    body.pop("schema", None)
    sponsors = Sponsors(**masthead.pop("sponsors", {}))
    return Document(Masthead(sponsors=sponsors, **masthead), **body)


def _masthead(name: str) -> str:
    return f"masthead.{name}"


def _masthead_keys() -> tuple[Key, ...]:
    return (
        Key("schema", Whole(SCHEMA_VERSION, SCHEMA_VERSION), "the version of this format",
            is_required=True),
        Key("symbol", SymbolText(), "the document symbol", _masthead("symbol")),
        Key("kind", Choice(KINDS), "what the document is", _masthead("kind"), True),
        Key("base", VersionText(), "the version a draft starts from", _masthead("base")),
        Key("target", VersionText(), "the version an amendment would change",
            _masthead("target")),
        Key("language", Choice(LANGUAGES), "the language of the text", _masthead("language")),
        Key("organ", Choice(ORGANS), "the principal organ", _masthead("organ"), True),
        Key("committee", Plain(), "the Main Committee", _masthead("committee")),
        Key("session", SessionText(), "53, S-10, ES-11", _masthead("session")),
        Key("session_dates", Plain(), "when the session sat, where the masthead says so",
            _masthead("session_dates")),
        Key("agenda_items", ListOf(Plain(), is_short=True), "agenda items",
            _masthead("agenda_items")),
        Key("agenda_titles", ListOf(Plain()), "the titles of the agenda items",
            _masthead("agenda_titles")),
        Key("distribution", Choice(DISTRIBUTIONS), "distribution", _masthead("distribution")),
        Key("issued", Day(), "the date of issue", _masthead("issued")),
        Key("reissued", Day(), "the date of reissue for technical reasons", _masthead("reissued")),
        Key("original", Plain(), "the language of submission", _masthead("original")),
        Key("heading", Plain(), "the heading where it departs from the rule", _masthead("heading")),
        Key("origin", Plain(), "the report or draft a resolution rests on", _masthead("origin")),
        Key("sponsors", ListOf(Plain()), "the sponsoring States", _masthead("sponsors.states")),
        Key("sponsor_line", Plain(), "who submits, where not States",
            _masthead("sponsors.line")),
        Key("sponsor_note", Plain(), "the note that a star on the sponsors calls",
            _masthead("sponsors.note")),
        Key("submitted_as", Plain(), "what the sponsors' line calls it, where not by its kind",
            _masthead("sponsors.submitted_as")),
        Key("style", Choice(ERA_NAMES), "the era whose conventions to print by",
            _masthead("style")),
    )  # fmt: skip


def _document_keys() -> tuple[Key, ...]:
    return (
        *_masthead_keys(),
        Key("title", Wording(), "the title"),
        Key("numbering", _NUMBERING, "how operative paragraphs are counted"),
        Key("adopted", ADOPTION, "when and where adopted"),
        Key("organ_line", Wording(), "the opening line where it departs from the rule"),
        Key("preamble", ListOf(BLOCK), "the preambular paragraphs"),
        Key("operative", ListOf(BLOCK), "the operative paragraphs"),
        Key("instructions", ListOf(INSTRUCTION), "what an amendment asks for"),
        Key("parts", ListOf(PART), "the texts of a composite resolution"),
        Key("annexes", ListOf(ANNEX), "the annexes"),
        Key("footnotes", Notes(), "the footnotes, by key"),
    )  # fmt: skip


DOCUMENT = Record(
    "document", _made_document, Document, "A resolution, draft or amendment.", _document_keys
)
