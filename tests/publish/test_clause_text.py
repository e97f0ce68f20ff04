from dataclasses import replace

from hypothesis import given
from tests.strategies import documents

from penholder.model.blocks import Paragraph, Quote, Section, Table
from penholder.model.document import Annex, Document, Footnote, Masthead, Sponsors
from penholder.model.outline import outline
from penholder.publish.clause_text import WIDTH, clause_text

MASTHEAD = Masthead(
    "draft resolution", "General Assembly", sponsors=Sponsors(states=("Chad", "Fiji"))
)


def test_a_document_is_told_clause_by_clause_and_by_name() -> None:
    items = (Paragraph("To report;", items=(Paragraph("Each year;"),), closing="As agreed;"),)
    document = Document(
        MASTHEAD,
        title="Water",
        preamble=(Paragraph("Recalling its resolution 47/193 of 22 December 1992, and others,"),),
        operative=(
            Section("Lakes"),
            Paragraph("Calls upon States:[^sg]", id="call", number="3 bis", items=items),
            Quote((Paragraph("Rule 1."),)),
            Table("Scale", rows=(("Chad", "1"),)),
        ),
        annexes=(Annex("Rules", body=(Paragraph("One."),)),),
        footnotes=(Footnote("sg", "A/53/413."),),
    )
    assert clause_text(document).splitlines() == [
        "kind: draft resolution", "organ: General Assembly", "language: en",
        "numbering: continuous", "sponsors: Chad, Fiji",
        "", "TITLE", "", "Water",
        "", "PREAMBLE", "", "Recalling its resolution 47/193 of 22 December 1992,", "and others,",
        "", "OPERATIVE PART", "", "SECTION Lakes",
        "", "[[call]] 3 bis Calls upon States:[^sg]",
        "", "  To report;", "", "    Each year;", "    As agreed;",
        "QUOTE", "", "  Rule 1.",
        "", "TABLE Scale", "  Chad | 1",
        "", "ANNEXES", "", "ANNEX Rules", "", "  One.",
        "", "FOOTNOTES", "", "[^sg] A/53/413.",
    ]  # fmt: skip


@given(documents())
def test_every_word_stands_in_it_and_no_line_is_long(document: Document) -> None:
    lines = clause_text(document).splitlines()
    told = " ".join(" ".join(lines).split())
    for text in (unit.text for unit in outline(document)):
        assert all(cell in told for cell in text.split("\t"))
    body = lines[lines.index("TITLE") :]
    assert max(map(len, body)) <= WIDTH


@given(documents())
def test_an_inserted_paragraph_leaves_every_other_line_as_it_was(document: Document) -> None:
    first = Paragraph("Takes note of the weather;")
    more = clause_text(replace(document, operative=(first, *document.operative)))
    before = clause_text(document).splitlines()
    left = iter(more.splitlines())
    assert all(line in left for line in before)
