"""A redline holds all that is needed to show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from penholder.compare.redline import Redline, redline
from penholder.compare.versions import compare
from penholder.model.blocks import Heading, Paragraph, Section, Table
from penholder.model.change import FieldChange, Insert
from penholder.model.document import Adoption, Annex, Document, Footnote, Masthead, Part, Vote
from penholder.model.outline import Row
from penholder.model.segment import Segment
from penholder.model.session import Session
from penholder.model.symbol import Symbol

LONG = "Requests the Secretary-General to convene a conference of all Parties in Geneva"
DRAFT = Document(
    Masthead("resolution", "General Assembly", session=Session("", 53)),
    title="Refugees[^t]",
    preamble=(Paragraph("Recalling the Convention,[^conv]"),),
    operative=(
        Paragraph("Notes the report[^sg] of the Office;"),
        Paragraph(f"{LONG};[^sg]", items=(Paragraph("In spring;"),)),
        Paragraph("Decides to remain seized of the matter."),
    ),
    footnotes=(
        Footnote("t", "Title."),
        Footnote("conv", "Treaty."),
        Footnote("sg", "A/53/413."),
    ),
)


def told(before: Document, after: Document) -> Redline:
    return redline(before, after, compare(before, after))


def test_calls_carry_the_numbers_of_their_version() -> None:
    after = replace(DRAFT, preamble=(), footnotes=(DRAFT.footnotes[0], DRAFT.footnotes[2]))
    shown = told(DRAFT, after)

    gone, kept, *_ = shown.lines
    assert (gone.numbers_before, gone.numbers_after) == ((2,), ())
    assert (kept.numbers_before, kept.numbers_after) == ((3,), (2,))
    assert shown.title_numbers == ((1,), (1,))
    assert [(n.key, n.status, n.numbers_before, n.numbers_after) for n in shown.notes] == [
        ("t", "equal", (1,), (1,)),
        ("conv", "deleted", (2,), ()),
        ("sg", "equal", (3,), (2,)),
    ]


def test_footnote_without_call_comes_last() -> None:
    after = replace(DRAFT, footnotes=(Footnote("spare", "Unused."), *DRAFT.footnotes))

    assert [note.key for note in told(DRAFT, after).notes] == ["t", "conv", "sg", "spare"]


def test_what_goes_along_with_a_move_is_not_counted_again() -> None:
    first, second, third = DRAFT.operative
    others = tuple(Paragraph(f"Thanks the Government of {name};") for name in ("Chile", "Peru"))
    before = replace(DRAFT, operative=(*others, first, second, third))
    after = replace(DRAFT, operative=(second, *others, first, third))
    shown = told(before, after)

    moved = [line for line in shown.lines if line.status == "moved"]
    assert [line.is_carried for line in moved] == [False, True]
    assert shown.counts.paragraphs.moved == 1
    assert [line.part for line in moved] == [0] * len(moved)


def test_block_that_became_another_kind_is_reworded() -> None:
    before = replace(DRAFT, operative=(Section("Follow-up"), *DRAFT.operative))
    after = replace(DRAFT, operative=(Heading("Follow-up", 2), *DRAFT.operative))
    line = told(before, after).lines[1]

    assert line.status == "reworded"
    assert [change.name for change in line.frame] == ["block", "number", "level"]


def test_id_alone_is_no_change_a_reader_sees() -> None:
    named = Paragraph("Notes the report[^sg] of the Office;", id="report")
    after = replace(DRAFT, operative=(named, *DRAFT.operative[1:]))
    shown = told(DRAFT, after)

    assert {line.status for line in shown.lines} == {"equal"}
    assert [change.name for line in shown.lines for change in line.frame] == ["id"]


def test_frames_of_rows_parts_and_annexes_are_told() -> None:
    masthead = Masthead("resolution", "General Assembly")
    before = Document(
        masthead,
        operative=(Table("Scale", rows=(("Chile", "0.42"),)),),
        parts=(Part("On one", operative=(Paragraph(LONG),)),),
        annexes=(Annex("Rules"),),
    )
    after = Document(
        masthead,
        operative=(Table("Scale", head=(("Chile", "0.42"),)),),
        parts=(Part("On one", adopted=Adoption(date(1998, 12, 9)), operative=(Paragraph(LONG),)),),
        annexes=(Annex("Rules", numbering="continuous"),),
    )

    frames = [change.name for line in told(before, after).lines for change in line.frame]
    assert frames == ["kind", "adopted", "numbering"]


def test_fields_are_told_in_words() -> None:
    vote = Vote(170, ("Chile", "Peru"), ())
    masthead = replace(
        DRAFT.masthead, symbol=Symbol.parse("A/RES/53/123"), session=Session("ES-", 11)
    )
    after = replace(
        DRAFT, masthead=masthead, adopted=Adoption(date(1998, 12, 9), "85th meeting", vote)
    )

    assert told(DRAFT, after).fields == (
        FieldChange("symbol", (Segment("insert", "A/RES/53/123"),)),
        FieldChange("session", (Segment("delete", "53"), Segment("insert", "ES-11"))),
        FieldChange("adopted", (Segment("insert", "1998-12-09"),)),
        FieldChange("meeting", (Segment("insert", "85th meeting"),)),
        FieldChange(
            "vote",
            (Segment("insert", "in favour: 170; against: Chile, Peru; abstaining: none"),),
        ),
    )


def test_what_is_gone_from_the_preamble_stands_before_what_is_new_in_the_operative_part() -> None:
    before = replace(DRAFT, title="", preamble=(Paragraph("Deeply shocked,"),), operative=())
    after = replace(
        before,
        preamble=(Paragraph("Guided by the Charter,"),),
        operative=(Paragraph("Urges calm everywhere."),),
    )
    before = replace(before, operative=(Paragraph("Condemns violence."),))
    regions = [line.unit.region for line in told(before, after).lines]

    assert regions == sorted(regions, key=["preamble", "operative"].index)


def test_inserted_paragraph_is_one_insertion() -> None:
    after = replace(DRAFT, operative=(Paragraph("Welcomes the aid given;"), *DRAFT.operative))

    changes = compare(DRAFT, after).changes
    assert [type(change) for change in changes] == [Insert]


def test_row_is_told_by_its_cells() -> None:
    table = Table(rows=(("Chile", "0.42"), ("Peru", "0.11")))
    before = replace(DRAFT, operative=(*DRAFT.operative, table))
    after = replace(
        DRAFT, operative=(*DRAFT.operative, replace(table, rows=(table.rows[0], ("Peru", "0.12"))))
    )
    (line,) = [line for line in told(before, after).lines if line.status != "equal"]

    assert isinstance(line.unit.block, Row)
    assert [each.text for each in line.segments] == ["Peru\t", "0.11", "0.12"]
