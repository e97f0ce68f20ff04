"""What is odd about two versions is told; what makes no sense is refused."""

from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask, Git, write

FRENCH = DRAFT.replace("organ:", "language: fr\norgan:")
AMENDMENT = DRAFT.replace("kind: draft resolution", "kind: amendment")
EMPTY = DRAFT.partition("preamble:")[0]


def test_an_amendment_beside_a_whole_text_is_compared_with_advice(
    ask: Ask, workspace: Path
) -> None:
    write(workspace, "drafts/amendment", AMENDMENT)
    answer = ask("diff", "drafts/water", "drafts/amendment")
    assert answer.code == 0
    assert "W-KIND an amendment beside a whole text: drafts/water (whole text)" in answer.err
    assert "kind          [-draft resolution-]{+amendment+}" in answer.out
    assert ask("diff", "drafts/amendment", "drafts/amendment").err == ""


def test_a_draft_beside_its_resolution_is_nothing_odd(ask: Ask, workspace: Path) -> None:
    write(workspace, "A/RES/80/1", DRAFT.replace("kind: draft ", "symbol: A/RES/80/1\nkind: "))
    assert ask("diff", "drafts/water", "A/RES/80/1").err == ""


def test_two_languages_are_refused(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/eau", FRENCH)
    answer = ask("diff", "drafts/water", "drafts/eau")
    assert (answer.code, answer.out) == (2, "")
    assert "E-LANGUAGE not one language: drafts/water (en), drafts/eau (fr)" in answer.err
    assert "  fix: compare versions in one language" in answer.err


def test_a_mended_language_of_one_document_is_a_change_like_any_other(
    ask: Ask, recorded: Path
) -> None:
    write(recorded, "drafts/water", FRENCH)
    answer = ask("diff", "drafts/water@HEAD", "drafts/water")
    assert answer.code == 0
    assert "language      [-en-]{+fr+}" in answer.out


def test_a_document_without_words_is_all_deleted_or_all_inserted(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/empty", EMPTY)
    counts = ask("diff", "drafts/water", "drafts/empty", "--format", "stat").out
    assert counts == "23 words deleted\n3 paragraphs deleted\n"
    counts = ask("diff", "drafts/empty", "drafts/water", "--format", "stat").out
    assert counts == "23 words inserted\n3 paragraphs inserted\n"
    same = ask("diff", "drafts/empty", "drafts/empty").out
    assert same.endswith("say the same\n")


@pytest.mark.parametrize("data", [b"", b"\n", b"# nothing\n"])
def test_a_file_without_a_document_is_told(ask: Ask, workspace: Path, data: bytes) -> None:
    (workspace / "content/drafts/empty.yaml").write_bytes(data)
    answer = ask("diff", "drafts/water", "drafts/empty")
    assert (answer.code, answer.out) == (3, "")
    assert "content/drafts/empty.yaml:1:1: E-" in answer.err
    assert "  fix: " in answer.err


@pytest.mark.parametrize(
    ("number", "fix"),
    [("0", "read it with the penholder of its time"), ("2", "update penholder")],
)
def test_a_revision_of_another_format_is_one_clear_problem(
    ask: Ask, recorded: Path, git: Git, number: str, fix: str
) -> None:
    other = DRAFT.replace("schema: 1", f"schema: {number}").replace("title:", "heading_line:")
    write(recorded, "drafts/water", other)
    git("add", "-A")
    git("commit", "-qm", "Another format")
    write(recorded, "drafts/water", DRAFT)
    answer = ask("diff", "drafts/water@HEAD", "drafts/water")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.count("E-") == 1
    place = "content/drafts/water.yaml@HEAD:2:9"
    assert f"{place}: E-SCHEMA the file has format {number}, and this penholder reads format 1" in (
        answer.err
    )
    assert f"  fix: {fix}" in answer.err
