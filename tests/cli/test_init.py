import json
from pathlib import Path

import pytest
from tests.cli.workspaces import Ask, files_below

from penholder.cli.app import run


def test_a_workspace_has_all_that_a_writer_needs(ask: Ask, tmp_path: Path) -> None:
    root = tmp_path / "new" / "deep"
    answer = ask("init", root)
    assert answer.code == 0
    assert f"a workspace in {root}" in answer.err
    assert (root / "content").is_dir()
    assert (root / ".git").is_dir()
    assert (root / ".gitignore").read_text() == "/build/\n"
    assert json.loads((root / "schema" / "resolution.schema.json").read_text())["$schema"]


def test_what_is_there_stays_as_it_is(ask: Ask, workspace: Path) -> None:
    (workspace / ".gitignore").write_text("mine\n")
    before = files_below(workspace)
    assert ask("init").code == 0
    assert files_below(workspace) == before


def test_inside_a_repository_no_second_one_is_made(ask: Ask, workspace: Path) -> None:
    assert ask("init", "sub").code == 0
    assert not (workspace / "sub" / ".git").exists()


@pytest.mark.parametrize("folder", ["taken", "/proc/no/such"])
def test_a_folder_that_cannot_be_made_is_told(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").write_text("a file")
    answer = ask("init", folder)
    assert answer.code == 6
    assert "E-RIGHTS" in answer.err
    assert "fix: choose another folder" in answer.err


def test_a_workspace_in_a_subfolder_of_a_repository_works_throughout(
    ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["init", "sub", "-q"])
    monkeypatch.chdir(workspace / "sub")
    assert ask("new", "drafts/forest").code == 0
    assert ask("record", "drafts/forest", "-m", "Begin", "--tag", "Rev.1").code == 0
    assert "[@Rev.1]" in ask("log", "drafts/forest").out
    shown = ask("show", "drafts/forest@Rev.1")
    assert shown.out == (workspace / "sub/content/drafts/forest.yaml").read_text()
    assert ask("build", "drafts/forest@Rev.1", "--format", "html").code == 0
    assert (workspace / "sub/build/drafts/forest@Rev.1.html").is_file()
