"""Paragraphs of amendments, in our own words, become instructions with their text."""

import os
from pathlib import Path

import pytest

from penholder.ingest.amendments import read_instructions, target_of
from penholder.ingest.reading import read_source
from penholder.model.amendment import Address, DeleteWords, Instruction, ReplaceWords
from penholder.model.blocks import Paragraph

CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
AMENDMENT = """\
United Nations A/C.3/54/L.9

General Assembly Distr.: Limited

1 October 1999

Original: English

Fifty-fourth session

Third Committee

Agenda item 10 (b)
Water

Austria:* amendment to revised draft resolution A/C.3/54/L.5/Rev.1

Clean rivers

1. In the second preambular paragraph, replace “*Recalling*” with “*Reaffirming*”.

2. After operative paragraph 1, insert two new operative paragraphs reading:

*Urges* all States to keep lakes clean;

* Any changes to the list of sponsors will be told.

*Requests* all States:

(a) To plant trees;

(b) To report;

3. Make it shorter.

4. Delete operative paragraph 4.
"""


def texts(instruction: Instruction) -> list[str]:
    return [block.text for block in instruction.text if isinstance(block, Paragraph)]


def test_an_amendment_is_read_with_its_target() -> None:
    document = read_source(AMENDMENT.encode()).document
    assert document.masthead.kind == "amendment"
    assert document.masthead.target == "A/C.3/54/L.5/Rev.1"
    assert (document.preamble, document.operative) == ((), ())
    first, second, third, fourth = document.instructions
    assert first.sentence == (
        "In the second preambular paragraph, replace “*Recalling*” with “*Reaffirming*”."
    )
    assert texts(second) == ["Urges all States to keep lakes clean;", "Requests all States:"]
    paragraph = second.text[1]
    assert isinstance(paragraph, Paragraph)
    assert [item.text for item in paragraph.items] == ["To plant trees;", "To report;"]
    assert (third.sentence, third.asks) == ("Make it shorter.", ())
    assert fourth.is_read


def test_text_in_quotation_marks_loses_only_the_marks() -> None:
    found = read_instructions(
        [
            "1. Add the following paragraph after paragraph 2:",
            "“3. Urges restraint;”",
            "2. Replace paragraph 7 by the following: “Calls upon “all” States;”",
        ]
    )
    assert [texts(each) for each in found] == [
        ["Urges restraint;"],
        ["Calls upon “all” States;"],
    ]
    assert found[1].sentence == "Replace paragraph 7 by the following:"


def test_items_below_a_place_are_one_instruction() -> None:
    (whole, other) = read_instructions(
        [
            "1. In operative paragraph 3:",
            "(a) Replace “x” with “y”;",
            "(b) Delete “z”.",
            "2. Delete paragraph 4.",
        ]
    )
    assert whole.sentence == ("In operative paragraph 3: (a) Replace “x” with “y”; (b) Delete “z”.")
    place = (Address("OP 3"),)
    assert whole.asks == (ReplaceWords("x", "y", place), DeleteWords("z", place))
    assert other.is_read


def test_a_place_may_stand_on_a_line_of_its_own() -> None:
    (found,) = read_instructions(["Operative paragraph 3", "Delete “z”."])
    assert found.asks == (DeleteWords("z", (Address("OP 3"),)),)


def test_a_list_of_which_one_item_is_not_understood_is_unread() -> None:
    (found,) = read_instructions(["In operative paragraph 3:", "(a) Delete “z”;", "(b) Improve."])
    assert found == Instruction("In operative paragraph 3: (a) Delete “z”; (b) Improve.")


def test_what_nobody_understands_keeps_the_text_below_it() -> None:
    (found,) = read_instructions(["Somewhere put this:", "Urges restraint;"])
    assert (found.is_read, texts(found)) == (False, ["Urges restraint;"])


@pytest.mark.parametrize(
    ("designation", "target"),
    [
        ("amendment to draft resolution A/80/L.3", "A/80/L.3"),
        ("amendments to revised draft resolution A/C.3/80/L.20/Rev.1", "A/C.3/80/L.20/Rev.1"),
        ("amendment to draft resolution 4 recommended in the report A/80/555", ""),
        ("amendment to the draft", ""),
    ],
)
def test_the_target_is_the_draft_that_the_line_names(designation: str, target: str) -> None:
    assert target_of(designation) == target


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real documents is not here")
def test_every_instruction_of_the_corpus_is_read() -> None:
    pairs = sorted(CORPUS.glob("pairs/C-*/*/2_amend_*.txt"))
    others = [CORPUS / "text" / f"A_80_L.{n}.txt" for n in (30, 36)]
    documents = {path.stem: read_source(path.read_bytes()).document for path in (*pairs, *others)}
    counts = {name: len(document.instructions) for name, document in documents.items()}
    assert counts == {
        "2_amend_A_80_L.28": 8, "2_amend_A_80_L.35": 5, "2_amend_A_C.3_80_L.65": 1,
        "2_amend_A_C.3_80_L.61": 2, "2_amend_A_C.3_80_L.62": 1, "2_amend_A_C.3_80_L.63": 1,
        "2_amend_A_C.3_80_L.64": 3, "A_80_L.30": 11, "A_80_L.36": 1,
    }  # fmt: skip
    assert all(each.is_read for document in documents.values() for each in document.instructions)
    assert all(document.masthead.target for document in documents.values())
