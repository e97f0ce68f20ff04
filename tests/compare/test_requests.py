"""Paragraphs that instructions insert, delete and replace."""

import pytest
from tests.compare.proposing import SENTENCES, TARGET, amendment, lines, put, reasons

from penholder.compare.apply import apply
from penholder.compare.proposals import Submitted, propose, submitted
from penholder.model.amendment import Address, Instruction, ReplaceParagraphs
from penholder.model.blocks import Paragraph


def test_subparagraphs_are_inserted_and_deleted() -> None:
    proposal = put(
        "1. Delete operative paragraph 2 (a).",
        "2. After operative paragraph 2 (b), insert a new subparagraph:",
        "(c) To measure;",
    )
    assert [line for line in lines(proposal) if "(" in line] == [
        "OP 2 (a): To plant trees along rivers;",
        "OP 2 (b): To measure;",
        "OP 2 (c): To report.",
    ]


def test_a_paragraph_is_replaced_with_its_subparagraphs() -> None:
    proposal = put("Replace operative paragraph 2 with the following:", "*Urges* restraint;")
    assert "OP 2: Urges restraint;" in lines(proposal)
    assert not any("(" in line for line in lines(proposal))


def test_paragraphs_are_replaced_all_or_none() -> None:
    request = ReplaceParagraphs((Address("OP 3"), Address("OP 9")))
    text = (Paragraph("Invites all to help;"),)
    proposal = propose(TARGET, (Submitted("L.9", Instruction(asks=(request,), text=text)),))
    assert reasons(proposal) == ["the document has no OP 9; the last is OP 4"]
    assert proposal.amended.document == TARGET


def test_a_paragraph_that_reads_otherwise_is_not_deleted() -> None:
    text = "Invites women, men and women’s groups to help;"
    assert put("Delete operative paragraph 3 reading:", text).fits
    proposal = put("Delete operative paragraph 4 reading:", text)
    assert reasons(proposal) == ["OP 4 reads otherwise than the instruction says"]


def test_text_that_is_missing_is_told() -> None:
    proposal = put("After operative paragraph 1, insert a new paragraph:")
    assert reasons(proposal) == ["the instruction brings no text to insert"]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("In the annex, paragraph 1, delete the second sentence.",
         "annex, OP 1: There are seven members. None is paid."),
        ("Delete the second and third sentences of paragraph 1 of the annex.",
         "annex, OP 1: There are seven members."),
        ("Delete the first and last sentences of paragraph 1 of the annex.",
         "annex, OP 1: Each is elected (see No. 5)."),
        ("In the last sentence of annex, paragraph 1, replace “is” with “shall be”.",
         "annex, OP 1: There are seven members. Each is elected (see No. 5). None shall be paid."),
        ("At the end of the first sentence of paragraph 1 of the annex, insert “and a chair”.",
         "annex, OP 1: There are seven members and a chair. Each is elected (see No. 5). "
         "None is paid."),
        ("The first sentence of paragraph 2 of the annex should read: “The members meet.”",
         "annex, OP 2: The members meet. They report."),
        ("In the heading of section I of the annex, replace “Members” with “Membership”.",
         "annex, section I: Membership"),
        ("Delete footnote 1.", "annex, OP 2: The members meet once a year. They report."),
        ("Delete the penultimate preambular paragraph.",
         "PP 1: Noting the state of the Rhine and of other rivers,"),
        ("Insert a new subparagraph (d) in operative paragraph 2, reading: “To meet;”",
         "OP 2 (d): To meet;"),
        ("Insert a new operative paragraph 5, reading: “Thanks the Rhine;”",
         "OP 5: Thanks the Rhine."),
    ],
)  # fmt: skip
def test_sentences_headings_notes_and_counted_paragraphs_are_reached(
    sentence: str, line: str
) -> None:
    proposal = propose(SENTENCES, submitted(amendment(sentence), "L.9"))
    assert reasons(proposal) == []
    assert line in lines(proposal)
    assert apply(proposal.amended.comparison, SENTENCES) == proposal.amended.document
