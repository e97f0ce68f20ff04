"""Instructions put to a target of our own: what becomes of each, and of the text."""

import pytest
from hypothesis import given
from tests.compare.proposing import TARGET, lines, put, reasons
from tests.strategies import documents, instructions

from penholder.compare.apply import apply, undo
from penholder.compare.proposals import propose, submitted
from penholder.compare.redline import accepted, redline, rejected
from penholder.model.amendment import Instruction
from penholder.model.document import Document, Masthead
from penholder.model.outline import outline


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


def test_the_full_stop_moves_with_the_end() -> None:
    deleted = put("Delete operative paragraph 4.")
    assert lines(deleted)[-1] == "OP 3: Invites women, men and women’s groups to help."
    added = put("After operative paragraph 4, insert a new paragraph:", "Urges restraint;")
    assert lines(added)[-2:] == [
        "OP 4: Decides to remain seized of the matter;",
        "OP 5: Urges restraint.",
    ]
    assert [len(each.amended.consequences) for each in (deleted, added)] == [1, 2]


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
