from dataclasses import replace

import pytest

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Block as DocumentBlock
from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Document, Footnote, Masthead
from penholder.model.session import Session
from penholder.publish.compose import Setting
from penholder.publish.page import Block, NoteMark, Page, Words
from penholder.publish.redline_page import redline_page

LONG = "Calls upon all States to keep their rivers clean and to report on them each year"


def made_of(*operative: DocumentBlock) -> Document:
    return Document(
        Masthead("draft resolution", "General Assembly", session=Session("", 53)),
        title="Water",
        preamble=(Paragraph("Recalling its resolution 47/193 of 22 December 1992,"),),
        operative=operative,
    )


def compared(before: Document, after: Document) -> Page:
    found = redline(before, after, compare(before, after))
    return redline_page(before, after, found, ("one", "two"), Setting())


FIRST = Paragraph(f"{LONG};")
SECOND = Paragraph("Requests the Secretary-General to report to it on the state of lakes;")
THIRD = Paragraph("Welcomes the contribution of young people to the work of the Conference;")
LAST = Paragraph("Decides to remain seized of the matter.")


def changed(page: Page) -> list[tuple[str, str, str, str]]:
    """Return status, address, anchor and remark of every block that changed."""
    return [
        (block.status, block.address, block.anchor, block.remark_words)
        for block in page.blocks
        if block.status not in ("", "equal")
    ]


def marks(block: Block) -> set[str]:
    return {run.change for run in block.runs}


def test_an_added_and_a_deleted_paragraph_keep_their_own_places() -> None:
    page = compared(made_of(FIRST, SECOND, LAST), made_of(FIRST, THIRD, LAST))
    assert changed(page) == [
        ("deleted", "OP 2", "op-2-before", ""),
        ("inserted", "OP 2", "op-2", ""),
    ]


def test_a_moved_paragraph_is_shown_at_both_places() -> None:
    page = compared(made_of(FIRST, SECOND, THIRD, LAST), made_of(THIRD, FIRST, SECOND, LAST))
    assert changed(page) == [
        ("moved", "OP 1", "op-1", "moved from OP 3"),
        ("moved-away", "OP 3", "op-3-before", "moved to OP 1"),
    ]
    here, away = (block for block in page.blocks if block.status.startswith("moved"))
    assert marks(here) == {"moved"}
    assert marks(away) == {"left"}


def test_items_that_went_along_say_nothing() -> None:
    items = (Paragraph("To meet in Geneva in the spring;"), Paragraph("To meet in Nairobi;"))
    whole = Paragraph("Decides, in the light of what precedes:", items=items)
    rest = (FIRST, SECOND, THIRD, LAST)
    page = compared(made_of(*rest, whole), made_of(whole, *rest))
    remarks = [remark for *_, remark in changed(page)]
    assert remarks == ["moved from OP 5", "", "", "moved to OP 1", "", ""]


def test_a_split_and_a_merged_paragraph_say_what_they_were() -> None:
    parts = (
        Paragraph("Calls upon all States to keep their rivers clean;"),
        Paragraph("Calls upon all States to report on them each year;"),
    )
    page = compared(made_of(FIRST, LAST), made_of(*parts, LAST))
    assert [remark for *_, remark in changed(page)] == ["split from OP 1"] * 2
    page = compared(made_of(*parts, LAST), made_of(FIRST, LAST))
    assert [remark for *_, remark in changed(page)] == ["merged from OP 1 and OP 2"]


def test_what_changed_apart_from_words_is_told() -> None:
    numbered = replace(SECOND, number="2 bis")
    page = compared(made_of(FIRST, SECOND, LAST), made_of(FIRST, numbered, LAST))
    ((status, _, _, remark),) = changed(page)
    assert status == "reworded"
    assert remark == "number: by place → 2 bis"
    named = replace(SECOND, id="lakes")
    assert changed(compared(made_of(FIRST, SECOND, LAST), made_of(FIRST, named, LAST))) == []


def test_rows_of_a_table_are_marked_one_by_one() -> None:
    rows = tuple((f"State {name}", f"{share}") for share, name in enumerate("ABCDE"))
    before = Table("Scale of assessments", (("State", "Share"),), rows)
    after = replace(before, rows=(*rows[:2], ("State X", "9"), rows[3], ("State E", "7")))
    page = compared(made_of(FIRST, before, LAST), made_of(FIRST, after, LAST))
    (table,) = (block for block in page.blocks if block.part == "table")
    assert {row.change for row in table.rows} <= {"", "inserted", "deleted"}
    (seven,) = (row for row in table.rows if Words("7", change="inserted") in row.cells[-1])
    assert len(seven.cells) == 2
    assert len({len(row.cells) for row in table.rows}) == 1


def test_the_summary_tells_counts_fields_and_new_numbers() -> None:
    before = made_of(FIRST, SECOND, LAST)
    after = replace(
        made_of(SECOND, LAST), title="Lakes",
        masthead=replace(before.masthead, session=Session("", 54)),
    )  # fmt: skip
    page = compared(before, after)
    assert page.name == "one to two"
    assert page.summary
    assert (page.summary.before, page.summary.after) == ("one", "two")
    assert "1 paragraph deleted" in page.summary.counts
    (field,) = page.summary.fields
    assert field.name == "session"
    assert field.runs == (Words("53", change="deleted"), Words("54", change="inserted"))
    assert page.summary.renumbered == (("OP 2-3", "OP 1-2"),)
    assert page.title == (Words("Water", change="deleted"), Words("Lakes", change="inserted"))
    assert "redline" in page.parts


def test_the_same_text_twice_says_so() -> None:
    page = compared(made_of(LAST), made_of(LAST))
    assert page.summary
    assert page.summary.counts == ("no paragraph changed",)
    assert changed(page) == []


@pytest.mark.parametrize("is_backward", [False, True])
def test_a_whole_table_that_comes_or_goes_is_marked(is_backward: bool) -> None:
    table = Table("Scale", (("State",),), (("Chad",),))
    pair = [made_of(FIRST, LAST), made_of(FIRST, table, LAST)]
    if is_backward:
        pair.reverse()
    (block,) = (each for each in compared(*pair).blocks if each.part == "table")
    change = "deleted" if is_backward else "inserted"
    assert block.status == change
    assert block.anchor == ("table-1-before" if is_backward else "table-1")
    assert {row.change for row in block.rows} == {change}


def test_calls_struck_from_the_cells_of_a_row_keep_their_numbers_and_notes() -> None:
    notes = (Footnote("a", "Of 1998."), Footnote("b", "Of 1999."))
    rows = (("Chad[^a]", "1[^b]"), ("Fiji[^a]", "2"))
    before = replace(made_of(Table("Scale", (), rows), LAST), footnotes=notes)
    after = replace(made_of(Table("Scale", (), (("Fiji", "2"),)), LAST), footnotes=())
    page = compared(before, after)

    calls = [
        (run.number, run.change)
        for block in page.blocks
        for row in block.rows
        for cell in row.cells
        for run in cell
        if isinstance(run, NoteMark)
    ]
    assert calls == [("1", "deleted"), ("2", "deleted"), ("1", "deleted")]
    assert [note.number for note in page.notes] == ["1", "2"]


def test_a_note_keeps_its_words_where_one_that_is_gone_had_its_key() -> None:
    before = replace(
        made_of(FIRST, Paragraph("Takes note of the report;[^one]"), Paragraph("Ends.[^two]")),
        footnotes=(Footnote("one", "A word on lakes."), Footnote("two", "On the deep sea.")),
    )
    after = replace(
        made_of(FIRST, Paragraph("Takes note of the report;[^two]"), Paragraph("Ends.")),
        footnotes=(Footnote("two", "A word on lakes."),),
    )
    told = [
        ["".join(run.text for run in note.runs if isinstance(run, Words)) for note in page.notes]
        for page in (compared(before, after), compared(after, before))
    ]
    assert [sorted(notes) for notes in told] == [["A word on lakes.", "On the deep sea."]] * 2


def test_a_note_called_from_the_title_of_a_table_that_is_gone_keeps_its_number() -> None:
    table = Table("Costs[^a]", rows=(("1",),))
    before = Document(
        Masthead("draft resolution", "General Assembly"),
        operative=(table, Paragraph("Requests water.[^a]")),
        footnotes=(Footnote("a", "A/80/1."),),
    )
    after = replace(before, operative=(Paragraph("Requests water."),), footnotes=())
    shown = redline(before, after, compare(before, after))
    page = redline_page(before, after, shown, ("before", "after"), Setting())
    marks = [run.number for block in page.blocks for run in block.runs if isinstance(run, NoteMark)]
    assert marks == ["1", "1" if before.masthead.era.repeats_indicators else "2"]
