from datetime import date

from penholder.model.blocks import Heading, Paragraph, Quote, Section, Table
from penholder.model.document import (
    Adoption,
    Annex,
    Document,
    Footnote,
    Masthead,
    Part,
    Sponsors,
)
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.compose import Setting, document_page
from penholder.publish.page import Block, NoteMark, Row, Words

RESOLUTION = Masthead(
    "resolution", "General Assembly", symbol=Symbol.parse("A/RES/53/123"), session=Session("", 53)
)
DRAFT = Masthead("draft resolution", "General Assembly")


def blocks_of(document: Document) -> tuple[Block, ...]:
    return document_page(document, "drafts/x", Setting()).blocks


def letters(block: Block) -> str:
    return "".join(run.text for run in block.runs if isinstance(run, Words))


def outlined(document: Document) -> list[tuple[str, str, str, str, int]]:
    """Return template, class, number, letters and degree of every block."""
    return [
        (block.part, block.kind, block.number, letters(block), block.degree)
        for block in blocks_of(document)
    ]


def test_numbers_and_degrees_follow_from_place() -> None:
    items = (Paragraph("To meet;", items=(Paragraph("In May;"),)), Paragraph("To part."))
    document = Document(
        DRAFT,
        preamble=(Paragraph("Recalling,"),),
        operative=(Paragraph("Decides:", items=items, closing="in peace;"), Paragraph("Acts.")),
    )
    assert outlined(document) == [
        ("preamble", "organ-line", "", "The General Assembly,", 0),
        ("preamble", "preambular", "", "Recalling,", 0),
        ("operative", "operative", "1.", "Decides:", 0),
        ("operative", "item", "(a)", "To meet;", 1),
        ("operative", "item", "(i)", "In May;", 2),
        ("operative", "item", "(b)", "To part.", 1),
        ("operative", "closing", "", "in peace;", 1),
        ("operative", "operative", "2.", "Acts.", 0),
    ]
    anchors = [block.anchor for block in blocks_of(document)]
    assert anchors[1:6] == ["pp-1", "op-1", "op-1-a", "op-1-a-i", "op-1-b"]


def test_without_a_preamble_the_organ_speaks_without_a_comma() -> None:
    document = Document(DRAFT, operative=(Paragraph("Decides to meet."),))
    first, only = blocks_of(document)
    assert letters(first) == "The General Assembly"
    assert only.number == ""


def test_an_organ_line_of_its_own_is_set_as_it_is_written() -> None:
    document = Document(DRAFT, organ_line="The *Group*,", preamble=(Paragraph("Recalling,"),))
    assert blocks_of(document)[0].runs == (
        Words("The "), Words("Group", italic=True), Words(","),
    )  # fmt: skip


def test_sections_and_headings_stand_between_paragraphs() -> None:
    document = Document(
        DRAFT,
        operative=(
            Section("Water"),
            Paragraph("Recalling,", preambular=True),
            Heading("Rivers", 2),
            Paragraph("Acts;"),
            Section("", number=""),
            Paragraph("Ends."),
        ),
    )
    assert outlined(document)[1:] == [
        ("section", "section", "I", "Water", 0),
        ("preamble", "preambular", "", "Recalling,", 0),
        ("section", "heading-2", "", "Rivers", 0),
        ("operative", "operative", "1.", "Acts;", 0),
        ("section", "section", "", "", 0),
        ("operative", "operative", "2.", "Ends.", 0),
    ]


def test_each_part_has_its_own_organ_and_adoption_lines() -> None:
    adopted = Adoption(date(1998, 12, 9), "85th plenary meeting")
    document = Document(
        RESOLUTION,
        parts=(
            Part("Rivers", preamble=(Paragraph("Recalling,"),), adopted=adopted),
            Part("Seas", kind="section", operative=(Paragraph("Acts."),)),
        ),
        adopted=Adoption(date(1998, 12, 10)),
    )
    assert outlined(document) == [
        ("section", "part", "A", "Rivers", 0),
        ("preamble", "organ-line", "", "The General Assembly,", 0),
        ("preamble", "preambular", "", "Recalling,", 0),
        ("adoption", "adoption-first", "", "85th plenary meeting", 0),
        ("adoption", "adoption", "", "9 December 1998", 0),
        ("section", "part", "I", "Seas", 0),
        ("preamble", "organ-line", "", "The General Assembly", 0),
        ("operative", "operative", "", "Acts.", 0),
        ("adoption", "adoption-first", "", "10 December 1998", 0),
    ]


def test_annexes_follow_the_adoption_lines_and_number_themselves() -> None:
    appendix = Annex("Forms", body=(Paragraph("A form."),))
    document = Document(
        RESOLUTION,
        operative=(Paragraph("Adopts the rules."),),
        adopted=Adoption(date(1998, 12, 9)),
        annexes=(
            Annex("Rules", numbering="continuous",
                  body=(Heading("General"), Paragraph("First."), Paragraph("Second."))),
            Annex("More", body=(Paragraph("Plain."),), appendices=(appendix,)),
        ),
    )  # fmt: skip
    assert outlined(document)[1:] == [
        ("operative", "operative", "", "Adopts the rules.", 0),
        ("adoption", "adoption-first", "", "9 December 1998", 0),
        ("annex", "annex-title", "Annex I", "Rules", 0),
        ("section", "heading-1", "", "General", 0),
        ("annex", "annexed", "1.", "First.", 0),
        ("annex", "annexed", "2.", "Second.", 0),
        ("annex", "annex-title", "Annex II", "More", 0),
        ("annex", "annexed", "", "Plain.", 0),
        ("annex", "appendix-title", "Appendix", "Forms", 0),
        ("annex", "annexed", "", "A form.", 0),
    ]


def test_a_quotation_is_indented_and_has_no_opening_phrases() -> None:
    document = Document(
        DRAFT,
        operative=(
            Paragraph("Decides to insert:"),
            Quote((Paragraph("Calls upon all.", number="5"), Paragraph("Ends."))),
            Paragraph("Acts."),
        ),
    )
    quoted = blocks_of(document)[2]
    assert (quoted.kind, quoted.number, quoted.degree) == ("quoted", "5.", 1)
    assert quoted.runs == (Words("Calls upon all."),)
    assert blocks_of(document)[4].number == "2."


def test_a_table_is_one_block_with_its_rows_and_notes() -> None:
    table = Table("Scale", (("State", "Share"),), (("Chad", "*1*"), ("Fiji", "")), ("A note.",))
    document = Document(DRAFT, operative=(Paragraph("Adopts:"), table, Paragraph("Acts."), table))
    blocks = [block for block in blocks_of(document) if block.kind == "table"]
    assert len(blocks) == 2
    assert letters(blocks[0]) == "Scale"
    assert blocks[0].rows == (
        Row("head", ((Words("State"),), (Words("Share"),))),
        Row("body", ((Words("Chad"),), (Words("1", italic=True),))),
        Row("body", ((Words("Fiji"),), ())),
        Row("note", ((Words("A note."),),)),
    )


def test_a_page_says_what_it_is() -> None:
    page = document_page(
        Document(RESOLUTION, title="On *Water*[^a]", footnotes=(Footnote("a", "See."),)),
        "drafts/x",
        Setting("screen", "a4", "data:x"),
    )
    assert (page.name, page.running_title, page.number) == ("A/RES/53/123", "On Water", "53/123.")
    assert (page.medium, page.paper, page.masthead.emblem) == ("screen", "a4", "data:x")
    assert (page.masthead.symbol_letter, page.masthead.symbol_rest) == ("A", "/RES/53/123")
    assert page.masthead.session == "Fifty-third session"
    assert isinstance(page.title[-1], NoteMark)
    assert page.parts == ("masthead", "footnotes")


def test_a_draft_is_called_by_its_name_and_has_no_running_title() -> None:
    masthead = Masthead("draft resolution", "General Assembly", language="ar",
                        sponsors=Sponsors(("Chad",), note="x"))  # fmt: skip
    page = document_page(Document(masthead, title="Water"), "drafts/x", Setting())
    assert (page.name, page.running_symbol, page.running_title) == ("drafts/x", "drafts/x", "")
    assert (page.language, page.setup.direction) == ("ar", "rtl")
    assert page.masthead.sponsors == "Chad*: مشروع قرار"
    assert page.masthead.sponsor_note == "x"
    assert not page.masthead.is_official
    assert page.parts == ("masthead",)
