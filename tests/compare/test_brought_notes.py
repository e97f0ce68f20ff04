"""Notes that come and go with the text that calls them."""

from dataclasses import replace

from tests.compare.proposing import TARGET, amendment, lines, put

from penholder.compare.proposals import propose, submitted
from penholder.model.blocks import Paragraph
from penholder.model.document import Footnote


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


def test_a_deleted_footnote_goes_with_its_calls() -> None:
    document = put("Delete footnote 1.").amended.document
    assert document.footnotes == ()
    assert lines(put("Delete footnote 1."))[2] == "OP 1: Takes note of the report;"
