import json
from pathlib import Path

import pytest
from tests.cli.workspaces import BROKEN, DRAFT, Ask, write


def test_a_sound_workspace_is_counted(ask: Ask, workspace: Path) -> None:
    answer = ask("check")
    assert (answer.code, answer.out, answer.err) == (0, "", "1 document: 0 problems\n")


def test_every_problem_is_told_with_place_and_remedy(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/broken", BROKEN)
    write(workspace, "drafts/calls", DRAFT.replace("clean;", "clean;[^none]"))
    answer = ask("check")
    assert answer.code == 3
    assert "content/drafts/broken.yaml:5:1: E-KEY" in answer.err
    assert "content/drafts/calls.yaml:9:" in answer.err
    assert "  fix: " in answer.err
    assert answer.err.splitlines()[-1].startswith("3 documents: ")
    assert ask("check", "drafts/calls").code == 1


def test_advice_leaves_the_exit_code_alone(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/odd", DRAFT.replace("Calls upon", "Zzz upon"))
    answer = ask("check", "drafts/odd")
    assert answer.code == 0
    assert "W-OPENING" in answer.err
    assert answer.err.endswith("1 document: 0 problems, 1 piece of advice\n")


def test_a_machine_reads_the_same(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/broken", BROKEN)
    answer = ask("check", "--json")
    assert answer.code == 3
    first = json.loads(answer.out)[0]
    assert first["file"] == "content/drafts/broken.yaml"
    assert (first["line"], first["column"], first["code"]) == (5, 1, "E-KEY")
    assert first["what"]
    assert first["fix"]
    assert ask("check", "drafts/water", "--json").out == "[]\n"


def test_standard_input_is_called_by_its_sign(
    ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(workspace, "drafts/broken", BROKEN)
    with file.open() as text:
        monkeypatch.setattr("sys.stdin", text)
        answer = ask("check", "-")
    assert answer.code == 3
    assert answer.err.startswith("-:5:1: E-KEY")


def test_endless_input_is_refused(
    ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("/dev/zero").open() as zeros:
        monkeypatch.setattr("sys.stdin", zeros)
        answer = ask("check", "-")
    assert answer.code == 4
    assert "E-SIZE" in answer.err


def test_a_file_that_says_another_symbol_is_told(ask: Ask, workspace: Path) -> None:
    text = DRAFT.replace("kind:", "symbol: A/RES/53/2\nkind:")
    write(workspace, "A/RES/53/1", text)
    answer = ask("check", "A/RES/53/1")
    assert answer.code == 3
    assert "E-PLACE the file of A/RES/53/1 says symbol: A/RES/53/2" in answer.err
    assert ask("check", write(workspace.parent, "A/RES/53/1", text)).code == 0


def test_what_cannot_be_read_does_not_hold_up_the_others(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/broken", BROKEN)
    answer = ask("check", "drafts/none", "drafts/broken")
    assert answer.code == 3
    assert "E-OPEN there is no drafts/none" in answer.err
    assert "E-KEY" in answer.err


def test_a_revision_and_a_file_anywhere_can_be_checked(
    ask: Ask, recorded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask("check", "drafts/water@Rev.1").code == 0
    file = tmp_path / "some.yaml"
    file.write_text(BROKEN)
    monkeypatch.chdir(tmp_path)
    assert ask("check", "some.yaml").err.startswith("some.yaml:5:1: E-KEY")
