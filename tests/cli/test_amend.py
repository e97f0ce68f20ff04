"""The verb amend: an account of what fits, the amended text, and nothing written by accident."""

import json
from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask, files_below, write

from penholder.store.read import read_document

AMENDMENT = """\
schema: 1
symbol: A/C.2/54/L.9
kind: amendment
target: drafts/water
organ: General Assembly
title: Water
instructions:
- sentence: In operative paragraph 1, replace “rivers” with “lakes”.
  asks:
  - replace_words: rivers
    by: lakes
    at: [OP 1]
- asks:
  - insert_after: OP 1
  text:
  - Urges restraint;
"""
ODD = """\
- sentence: In operative paragraph 2, delete “always”.
  asks:
  - delete_words: always
    at: [OP 2]
- sentence: Improve it.
"""
OTHER = AMENDMENT.replace("L.9", "L.10").replace("drafts/water", "drafts/air")


@pytest.fixture
def given(workspace: Path) -> Path:
    write(workspace, "drafts/water", DRAFT)
    write(workspace, "A/C.2/54/L.9", AMENDMENT)
    return workspace


def test_the_account_names_every_instruction(ask: Ask, given: Path) -> None:
    before = files_below(given)
    answer = ask("amend", "A/C.2/54/L.9")
    assert answer.out == (
        "done      instruction 1 of A/C.2/54/L.9: "
        "In operative paragraph 1, replace “rivers” with “lakes”.\n"
        "done      instruction 2 of A/C.2/54/L.9: "
        "After operative paragraph 1, insert a new operative paragraph reading:\n"
        "2 of 2 instructions fit drafts/water\n"
    )
    assert (answer.code, answer.err) == (0, "")
    assert ask("amend", "A/C.2/54/L.9", "--check").out == answer.out
    assert files_below(given) == before


def test_the_amended_text_becomes_a_draft_on_its_target(ask: Ask, given: Path) -> None:
    answer = ask("amend", "A/C.2/54/L.9", "--apply")
    assert answer.code == 0
    assert "wrote content/drafts/water-as-amended.yaml" in answer.err
    document = read_document(
        (given / "content/drafts/water-as-amended.yaml").read_bytes(), ""
    ).document
    assert document is not None
    assert [getattr(block, "text", "") for block in document.operative] == [
        "Calls upon all States to keep lakes clean;",
        "Urges restraint;",
        "Decides to remain seized of the matter.",
    ]
    assert ask("diff", "drafts/water", "drafts/water-as-amended", "--exit-code").code == 1


def test_nothing_is_overwritten_without_force(ask: Ask, given: Path) -> None:
    ask("amend", "A/C.2/54/L.9", "--apply")
    write(given, "drafts/water-as-amended", DRAFT)
    before = files_below(given)
    refused = ask("amend", "A/C.2/54/L.9", "--apply")
    assert (refused.code, refused.out) == (3, "")
    assert "E-EXISTS content/drafts/water-as-amended.yaml is there already" in refused.err
    assert files_below(given) == before
    assert ask("amend", "A/C.2/54/L.9", "--apply", "--force").code == 0
    assert files_below(given) != before


def test_the_text_can_be_printed_or_written_elsewhere(ask: Ask, given: Path) -> None:
    printed = ask("amend", "A/C.2/54/L.9", "--apply", "--stdout")
    assert "- Calls upon all States to keep lakes clean;\n" in printed.out
    assert "2 of 2 instructions fit drafts/water" in printed.err
    ask("amend", "A/C.2/54/L.9", "--apply", "-o", "out.yaml")
    assert (given / "out.yaml").read_text("utf-8").endswith(printed.out)


def test_what_does_not_fit_is_told_with_its_line(ask: Ask, given: Path) -> None:
    write(given, "A/C.2/54/L.9", AMENDMENT + ODD)
    answer = ask("amend", "A/C.2/54/L.9")
    assert answer.code == 1
    assert "not done  instruction 3 of A/C.2/54/L.9: In operative paragraph 2" in answer.out
    assert answer.err == (
        "content/A/C.2/54/L.9.yaml:17:13: E-FIT instruction 3 of A/C.2/54/L.9: "
        "“always” does not stand in OP 2\n"
        "  fix: compare the instruction with drafts/water, or carry it out by hand\n"
        "content/A/C.2/54/L.9.yaml:21:13: E-UNREAD instruction 4 of A/C.2/54/L.9: "
        "the instruction is not understood; write what it asks for\n"
        "  fix: add asks: to the instruction\n"
    )
    told = json.loads(ask("amend", "A/C.2/54/L.9", "--json").out)
    assert [bool(each["misfits"]) for each in told] == [False, False, True, True]


def test_amendments_of_one_target_are_carried_out_together(ask: Ask, given: Path) -> None:
    second = AMENDMENT.replace("L.9", "L.10").replace("replace “rivers”", "replace “clean”")
    write(given, "A/C.2/54/L.10", second.replace("replace_words: rivers", "replace_words: clean"))
    answer = ask("amend", "A/C.2/54/L.9", "A/C.2/54/L.10", "--apply", "--stdout")
    assert "- Calls upon all States to keep lakes lakes;\n" in answer.out
    assert "4 of 4 instructions fit drafts/water" in answer.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("drafts/water",), 3, "E-KIND content/drafts/water.yaml has no instructions"),
        (("A/C.2/54/L.10",), 3, "E-TARGET the target is not found: there is no drafts/air"),
        (("A/C.2/54/L.9", "A/C.2/54/L.10"), 2, "E-TARGET the amendments name different targets"),
        (("A/C.2/54/L.11",), 2, "E-TARGET A/C.2/54/L.11 names no target"),
        (("A/C.2/54/L.9", "--stdout"), 2, "E-USAGE nothing is written without --apply"),
        (("A/C.2/54/L.9", "--apply", "--stdout", "--json"), 2, "E-USAGE --json and --stdout"),
    ],
)
def test_what_cannot_be_amended_is_told(
    ask: Ask, given: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    write(given, "A/C.2/54/L.10", OTHER)
    write(given, "A/C.2/54/L.11", OTHER.replace("target: drafts/air\n", ""))
    before = files_below(given)
    answer = ask("amend", *words)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert files_below(given) == before


def test_another_target_is_taken_with_advice(ask: Ask, given: Path) -> None:
    write(given, "drafts/sea", DRAFT)
    answer = ask("amend", "A/C.2/54/L.9", "--target", "drafts/sea")
    assert answer.code == 0
    assert "W-TARGET A/C.2/54/L.9 would amend drafts/water, not drafts/sea" in answer.err


def test_check_reads_amendments(ask: Ask, given: Path) -> None:
    assert ask("check", "A/C.2/54/L.9").err == "1 document: 0 problems\n"
    odd = AMENDMENT.replace("target: drafts/water\n", "") + ODD + "- asks: [{insert_after: PP 1}]\n"
    write(given, "A/C.2/54/L.9", odd)
    answer = ask("check", "A/C.2/54/L.9")
    assert answer.code == 1
    codes = [
        line.split()[1] for line in answer.err.splitlines() if ": " in line and "yaml:" in line
    ]
    assert codes == ["W-TARGET", "W-UNREAD", "E-TEXT"]


def test_an_address_that_names_nothing_is_refused(ask: Ask, given: Path) -> None:
    write(given, "A/C.2/54/L.9", AMENDMENT.replace("[OP 1]", "[clause 1]"))
    answer = ask("amend", "A/C.2/54/L.9")
    assert answer.code == 3
    assert "L.9.yaml:12:10: E-ADDRESS 'clause 1' names no spot of a resolution" in answer.err
