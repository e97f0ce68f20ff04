"""Instructions put to a target of our own: what becomes of each, and of the text."""

from dataclasses import replace

import pytest
from hypothesis import given
from tests.strategies import documents, instructions

from penholder.compare.apply import apply, undo
from penholder.compare.proposals import Proposal, Submitted, propose, submitted
from penholder.compare.redline import accepted, redline, rejected
from penholder.ingest.amendments import read_instructions
from penholder.model.amendment import Address, Instruction, ReplaceParagraphs
from penholder.model.blocks import Paragraph, Section
from penholder.model.document import Annex, Document, Footnote, Masthead
from penholder.model.numbering import labels
from penholder.model.outline import outline

TARGET = Document(
    Masthead("draft resolution", "General Assembly"),
    "Clean rivers of the Rhine",
    preamble=(
        Paragraph("Recalling its resolution 47/193,"),
        Paragraph("Noting the state of the Rhine and of other rivers,"),
    ),
    operative=(
        Paragraph("Takes note of the report;[^sg]"),
        Paragraph(
            "Calls upon all States:",
            items=(
                Paragraph("To keep rivers clean;"),
                Paragraph("To plant trees along rivers;"),
                Paragraph("To report."),
            ),
        ),
        Paragraph("Invites women, men and women’s groups to help;"),
        Paragraph("Decides to remain seized of the matter."),
    ),
    footnotes=(Footnote("sg", "A/54/1."),),
)


def amendment(*paragraphs: str, notes: tuple[Footnote, ...] = ()) -> Document:
    masthead = Masthead("amendment", "General Assembly")
    return Document(masthead, footnotes=notes, instructions=read_instructions(paragraphs))


def put(*paragraphs: str, notes: tuple[Footnote, ...] = ()) -> Proposal:
    return propose(TARGET, submitted(amendment(*paragraphs, notes=notes), "L.9"))


def lines(proposal: Proposal) -> list[str]:
    """Return the amended text, each unit behind its address."""
    document = proposal.amended.document
    named = zip(labels(document), outline(document), strict=True)
    return [f"{label.address}: {unit.text}" for label, unit in named]


def reasons(proposal: Proposal) -> list[str]:
    return [reason for outcome in proposal.outcomes for reason in outcome.misfits]


def test_words_are_replaced_where_they_stand_once() -> None:
    proposal = put("In the second preambular paragraph, replace “other rivers” with “lakes”.")
    assert "PP 2: Noting the state of the Rhine and of lakes," in lines(proposal)
    assert proposal.fits


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("In operative paragraph 3, delete “children”.", "“children” does not stand in OP 3"),
        ("In operative paragraph 3, delete “trees”.",
         "“trees” does not stand in OP 3; it stands in OP 2 (b)"),
        ("In operative paragraph 3, delete “women”.", "“women” stands twice in OP 3"),
        ("Delete operative paragraph 9.", "the document has no OP 9; the last is OP 4"),
        ("Delete operative paragraph 2 (d).", "the document has no OP 2 (d); the last is OP 4"),
        ("In footnote 7, delete “x”.", "the document has no footnote 7"),
        ("Replace “lakes” with “seas” throughout the text.", "“lakes” stands nowhere there"),
        ("Improve it.", "the instruction is not understood; write what it asks for"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_changes_nothing(sentence: str, reason: str) -> None:
    proposal = put(sentence)
    assert reasons(proposal) == [reason]
    assert proposal.amended.document == TARGET
    assert proposal.amended.comparison.is_empty


def test_addresses_mean_the_target_as_issued() -> None:
    proposal = put(
        "1. Delete operative paragraph 1.",
        "2. After operative paragraph 3, insert a new operative paragraph reading:",
        "*Urges* restraint;",
        "3. In operative paragraph 4, delete “to remain seized of the matter”.",
    )
    assert [line for line in lines(proposal) if line.startswith("OP") and "(" not in line] == [
        "OP 1: Calls upon all States:",
        "OP 2: Invites women, men and women’s groups to help;",
        "OP 3: Urges restraint;",
        "OP 4: Decides.",
    ]


def test_a_note_that_nothing_calls_any_more_goes() -> None:
    proposal = put("Delete operative paragraph 1.")
    assert proposal.amended.document.footnotes == ()
    assert proposal.amended.consequences == ("footnote sg is no longer called and goes",)


def test_a_note_comes_with_the_text_that_calls_it() -> None:
    other = Footnote("sg", "A/54/2.")
    proposal = put("After operative paragraph 1, insert:", "Recalls the letter;", notes=(other,))
    assert proposal.amended.document.footnotes == TARGET.footnotes
    given = amendment("After operative paragraph 1, insert a new paragraph:", "Recalls it;[^sg]")
    given = replace(given, footnotes=(other,))
    amended = propose(TARGET, submitted(given, "L.9")).amended.document
    assert amended.footnotes == (*TARGET.footnotes, Footnote("sg-2", "A/54/2."))
    assert amended.operative[1] == Paragraph("Recalls it;[^sg-2]")


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


def test_the_full_stop_moves_with_the_end() -> None:
    deleted = put("Delete operative paragraph 4.")
    assert lines(deleted)[-1] == "OP 3: Invites women, men and women’s groups to help."
    added = put("After operative paragraph 4, insert a new paragraph:", "Urges restraint;")
    assert lines(added)[-2:] == [
        "OP 4: Decides to remain seized of the matter;",
        "OP 5: Urges restraint.",
    ]
    assert [len(each.amended.consequences) for each in (deleted, added)] == [1, 2]


def test_a_global_replacement_spares_what_the_amendment_brings() -> None:
    proposal = put(
        "1. After the first preambular paragraph, insert a new paragraph:",
        "*Recalling also* the treaty of the Rhine,",
        "2. Replace “Rhine” with “Danube” throughout the text.",
    )
    assert proposal.amended.document.title == "Clean rivers of the Danube"
    assert lines(proposal)[1:3] == [
        "PP 2: Recalling also the treaty of the Rhine,",
        "PP 3: Noting the state of the Danube and of other rivers,",
    ]
    assert proposal.outcomes[1].remarks == ("2 places",)


def test_what_an_earlier_instruction_did_already_fits() -> None:
    proposal = put(
        "1. Replace “Rhine” with “Danube” throughout the text.",
        "2. In the second preambular paragraph, replace “state of the Rhine” with “state of the"
        " Danube”.",
    )
    assert proposal.fits
    assert proposal.outcomes[1].remarks == ("PP 2 says so already by an earlier instruction",)


def test_instructions_that_cross_each_other_are_told() -> None:
    proposal = put(
        "1. Delete operative paragraph 3.",
        "2. In operative paragraph 3, delete “men”.",
        "3. Delete operative paragraph 3.",
        "4. In operative paragraph 2 (b), replace “plant trees” with “dig wells”.",
        "5. In operative paragraph 2 (b), replace “trees along rivers” with “grass”.",
        "6. Delete operative paragraph 2 (b).",
    )
    assert reasons(proposal) == [
        "OP 3 is deleted by instruction 1 of L.9",
        "OP 3 is already deleted by instruction 1 of L.9",
        "“trees along rivers” in OP 2 (b) is already amended by instruction 4 of L.9",
        "OP 2 (b) is already amended by instruction 4 of L.9",
    ]


def test_takes_note_goes_with_its_of() -> None:
    proposal = put("In operative paragraph 1, replace “*Takes note*” with “*Welcomes*”.")
    assert "OP 1: Welcomes the report;[^sg]" in lines(proposal)


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


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("At the end of operative paragraph 3, insert “again”.",
         "OP 3: Invites women, men and women’s groups to help again;"),
        ("In operative paragraph 3, between “women” and “, men”, insert “of all ages”.",
         "OP 3: Invites women of all ages, men and women’s groups to help;"),
        ("In operative paragraph 3, before “men”, insert “old”.",
         "OP 3: Invites women, old men and women’s groups to help;"),
        ("In operative paragraph 1, after “the report”, insert “of the Council”.",
         "OP 1: Takes note of the report of the Council;[^sg]"),
        ("In the last operative paragraph, delete “remain”.",
         "OP 4: Decides to seized of the matter."),
        ("In the chapeau of operative paragraph 2, delete “all”.", "OP 2: Calls upon States:"),
    ],
)  # fmt: skip
def test_words_come_where_the_instruction_says(sentence: str, line: str) -> None:
    proposal = put(sentence)
    assert reasons(proposal) == []
    assert line in lines(proposal)


def test_a_footnote_is_amended_by_its_number() -> None:
    proposal = put("In footnote 1, replace “A/54/1” with “A/54/2”.")
    assert proposal.amended.document.footnotes == (Footnote("sg", "A/54/2."),)


def test_text_that_is_missing_is_told() -> None:
    proposal = put("After operative paragraph 1, insert a new paragraph:")
    assert reasons(proposal) == ["the instruction brings no text to insert"]


@given(documents(), instructions(), instructions())
def test_what_is_proposed_applies_and_can_be_undone(
    target: Document, first: Instruction, second: Instruction
) -> None:
    given_ = Document(Masthead("amendment", "General Assembly"), instructions=(first, second))
    proposal = propose(target, submitted(given_, "L.9"))
    amended = proposal.amended
    assert apply(amended.comparison, target) == amended.document
    assert undo(amended.comparison, amended.document) == target
    shown = redline(target, amended.document, amended.comparison)
    assert accepted(shown) == tuple(unit.text for unit in outline(amended.document))
    assert rejected(shown) == tuple(unit.text for unit in outline(target))


SENTENCES = replace(
    TARGET,
    annexes=(
        Annex(
            "Rules",
            numbering="continuous",
            body=(
                Section("Members"),
                Paragraph("There are seven members. Each is elected (see No. 5). None is paid."),
                Paragraph("The members meet once a year.[^sg] They report."),
            ),
        ),
    ),
)


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


def test_a_title_is_replaced_whole() -> None:
    proposal = put("The title should read: “Clean lakes”.")
    assert (proposal.fits, proposal.amended.document.title) == (True, "Clean lakes")


def test_a_deleted_footnote_goes_with_its_calls() -> None:
    document = put("Delete footnote 1.").amended.document
    assert document.footnotes == ()
    assert lines(put("Delete footnote 1."))[2] == "OP 1: Takes note of the report;"


def test_sentences_are_counted_as_the_target_has_them() -> None:
    told = amendment(
        "1. Delete the first sentence of paragraph 1 of the annex.",
        "2. In the second sentence of paragraph 1 of the annex, replace “elected” with “chosen”.",
    )
    proposal = propose(SENTENCES, submitted(told, "L.9"))
    assert reasons(proposal) == []
    assert "annex, OP 1: Each is chosen (see No. 5). None is paid." in lines(proposal)


def test_a_sentence_that_is_not_there_is_told() -> None:
    assert reasons(put("Delete the third sentence of operative paragraph 1.")) == [
        "OP 1 has 1 sentence, and no 3"
    ]
