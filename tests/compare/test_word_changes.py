"""Words that instructions put in place of others, delete and insert."""

import pytest
from tests.compare.proposing import SENTENCES, amendment, lines, put, reasons

from penholder.compare.proposals import propose, submitted
from penholder.model.document import Footnote


def test_words_are_replaced_where_they_stand_once() -> None:
    proposal = put("In the second preambular paragraph, replace “other rivers” with “lakes”.")
    assert "PP 2: Noting the state of the Rhine and of lakes," in lines(proposal)
    assert proposal.fits


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


def test_takes_note_goes_with_its_of() -> None:
    proposal = put("In operative paragraph 1, replace “*Takes note*” with “*Welcomes*”.")
    assert "OP 1: Welcomes the report;[^sg]" in lines(proposal)


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


def test_a_footnote_is_amended_by_its_number() -> None:
    proposal = put("In footnote 1, replace “A/54/1” with “A/54/2”.")
    assert proposal.amended.document.footnotes == (Footnote("sg", "A/54/2."),)


def test_a_title_is_replaced_whole() -> None:
    proposal = put("The title should read: “Clean lakes”.")
    assert (proposal.fits, proposal.amended.document.title) == (True, "Clean lakes")


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
