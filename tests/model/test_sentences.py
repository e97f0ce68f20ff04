"""What the data of an instruction say; the forms are those of amendments of the 80th session."""

import pytest

from penholder.model.amendment import (
    Address,
    Addresses,
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
    Request,
)
from penholder.model.blocks import Paragraph
from penholder.model.sentences import sentence_of


def at(*texts: str) -> Addresses:
    return tuple(map(Address.parse, texts))


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (DeleteParagraphs(at("PP 3", "OP 2")),
         "Delete the third preambular paragraph and operative paragraph 2."),
        (DeleteParagraphs(at("OP 3", "OP 43", "OP 45")),
         "Delete operative paragraphs 3, 43 and 45."),
        (DeleteParagraphs(at("PP 3 (b)")),
         "Delete subparagraph (b) of the third preambular paragraph."),
        (ReplaceWords("a", "b", at("PP 14")),
         "In the fourteenth preambular paragraph, replace “a” with “b”."),
        (ReplaceThroughout("a", "b", at("title", "preamble")),
         "Replace “a” with “b” throughout the title and the preambular paragraphs."),
        (DeleteWords("a", at("section II, OP 4")),
         "In operative paragraph 4 of section II, delete “a”."),
        (InsertWords("a", at("OP 2"), after="b"),
         "In operative paragraph 2, after “b”, insert “a”."),
        (InsertWords("a", at("OP 2"), before="b"),
         "In operative paragraph 2, before “b”, insert “a”."),
        (InsertWords("a", at("OP 2"), after="b", before="c"),
         "In operative paragraph 2, between “b” and “c”, insert “a”."),
        (InsertWords("a", at("OP last"), end="end"),
         "At the end of the last operative paragraph, insert “a”."),
        (DeleteWords("a", at("OP 5, lead-in")),
         "In the lead-in of operative paragraph 5, delete “a”."),
        (Renumber(), "Renumber the remaining paragraphs accordingly."),
    ],
)  # fmt: skip
def test_a_request_is_said_in_one_sentence(request_: Request, sentence: str) -> None:
    assert sentence_of(Instruction(asks=(request_,))) == sentence


@pytest.mark.parametrize(
    ("request_", "count", "sentence"),
    [
        (InsertAfter(Address("OP 3")), 1,
         "After operative paragraph 3, insert a new operative paragraph reading:"),
        (InsertBefore(Address("PP 1")), 2,
         "Before the first preambular paragraph, insert two new preambular paragraphs reading:"),
        (InsertAfter(Address("OP 3 (a)")), 1,
         "After operative paragraph 3 (a), insert a new subparagraph reading:"),
        (InsertAfter(Address("OP 3")), 11,
         "After operative paragraph 3, insert 11 new operative paragraphs reading:"),
        (ReplaceParagraphs(at("OP 3")), 1,
         "Replace operative paragraph 3 with the following text:"),
        (DeleteParagraphs(at("PP 2")), 1, "Delete the second preambular paragraph reading:"),
    ],
)  # fmt: skip
def test_a_sentence_announces_the_text_it_quotes(
    request_: Request, count: int, sentence: str
) -> None:
    text = (Paragraph("Urges restraint;"),) * count
    assert sentence_of(Instruction(asks=(request_,), text=text)) == sentence


def test_a_sentence_of_its_own_is_kept() -> None:
    own = Instruction("Kindly delete it.", (DeleteParagraphs(at("OP 1")),))
    assert sentence_of(own) == "Kindly delete it."
    assert sentence_of(Instruction()) == ""
