"""What a comparison is for other programs: the records of its JSON, each key with its meaning."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypeAlias, TypedDict

from penholder.compare.numbers import Fate
from penholder.model.segment import Op

Addresses = Annotated[
    list[str],
    "places such as PP 3, OP 5 (b) (ii), annex I, OP 2, footnote unhcr, title; empty for none",
]
ChangeKind = Literal["insert", "delete", "reword", "move", "split", "merge"]
NoteKind = Literal["insert", "delete", "reword", "rename"]


class SegmentRecord(TypedDict):
    """A run of marked text; the cells of a table row are divided by tabs."""

    op: Annotated[Op, "whether both versions have the run, or which of them"]
    text: Annotated[str, "the run; of an equal one what the earlier version writes"]
    became: NotRequired[
        Annotated[str, "what the later version writes: the call of a note whose key changed"]
    ]


Words = Annotated[
    list[SegmentRecord],
    "equal and delete joined are the text before, equal (became, if given) and insert the text "
    "after",
]


class FieldRecord(TypedDict):
    """A field whose value changed, as words."""

    name: Annotated[str, "the field: symbol, session, sponsors joined, number, region ..."]
    segments: Words


class ChangeRecord(TypedDict):
    """What happened to one unit of the text, or to the title."""

    kind: ChangeKind
    before: Addresses
    after: Addresses
    segments: Words
    passages: NotRequired[
        Annotated[
            list[Words],
            "of a split one for each part after, of a merge one for each part before; joined "
            "they are the segments",
        ]
    ]
    carried: NotRequired[
        Annotated[Literal[True], "the unit only went along with the one it stands under"]
    ]
    frame: NotRequired[
        Annotated[list[FieldRecord], "what changed about the unit apart from words and place"]
    ]


class NoteRecord(TypedDict):
    """What happened to one footnote."""

    kind: NoteKind
    before: Addresses
    after: Addresses
    segments: Words


class NumberRecord(TypedDict):
    """A paragraph, section, part or annex that is called otherwise, came or went."""

    fate: Fate
    before: Addresses
    after: Addresses


class WordCountRecord(TypedDict):
    """Words marked in the text; title, masthead and footnotes are not counted."""

    deleted: int
    inserted: int
    moved: Annotated[int, "words of moved units as they stand after"]


class ParagraphCountRecord(TypedDict):
    """Paragraphs and subparagraphs by what happened to them."""

    inserted: int
    deleted: int
    reworded: int
    moved: int
    split: int
    merged: int


class CountRecord(TypedDict):
    """How much changed."""

    words: WordCountRecord
    paragraphs: ParagraphCountRecord


class RedlineRecord(TypedDict):
    """All that changed between two versions of a document."""

    algorithm: Annotated[int, "the version of the comparison that found the changes"]
    before: Annotated[str, "what the earlier version is called"]
    after: Annotated[str, "what the later version is called"]
    changes: Annotated[
        list[ChangeRecord],
        "in the reading order of the later version; a unit that no change names stands in both "
        "versions, in the same order",
    ]
    footnotes: Annotated[list[NoteRecord], "notes are paired by identity, never by number"]
    masthead: Annotated[
        list[FieldRecord], "the fields around the text that changed, adoption line included"
    ]
    numbers: Annotated[list[NumberRecord], "which number became which"]
    counts: CountRecord


class SpanRecord(TypedDict):
    """A run of the base text and what stands there in each party's text."""

    standing: Annotated[
        Literal["kept", "mine", "theirs", "agree", "meet"],
        "who changed the run; meet where both did, differently",
    ]
    base: str
    mine: str
    theirs: str


DeedRecord: TypeAlias = ChangeRecord | NoteRecord | FieldRecord
Deeds = Annotated[list[DeedRecord], "what the party did here; its addresses after are its own"]


class EncounterRecord(TypedDict):
    """What two parties did at one place of the base."""

    place: Annotated[str, "the address in the base; what is new stands after a place"]
    standing: Annotated[
        Literal["meet", "beside", "agree", "mine", "theirs"],
        "meet where the parties must choose, beside where what they did goes together",
    ]
    mine: Deeds
    theirs: Deeds
    spans: Annotated[
        list[SpanRecord], "where both changed the words: the three texts woven; else empty"
    ]


class EncounterCountRecord(TypedDict):
    """How many places have each standing."""

    meet: int
    beside: int
    agree: int
    mine: int
    theirs: int


class EncountersRecord(TypedDict):
    """What two parties changed against one base, and where they meet."""

    algorithm: Annotated[int, "the version of the comparison that found the changes"]
    base: Annotated[str, "what the base is called"]
    mine: Annotated[str, "what the first party's version is called"]
    theirs: Annotated[str, "what the second party's version is called"]
    masthead: Annotated[list[EncounterRecord], "the title and the fields around the text"]
    encounters: Annotated[list[EncounterRecord], "the text, in the order of the base"]
    footnotes: list[EncounterRecord]
    counts: EncounterCountRecord
