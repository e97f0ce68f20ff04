from pathlib import Path

import pytest
from tests.cli.workspaces import Ask, Git

from penholder.publish import fonts


def test_a_sound_machine_is_told_line_by_line(ask: Ask, recorded: Path) -> None:
    answer = ask("doctor")
    assert (answer.code, answer.err) == (0, "")
    names = [line.split()[1] for line in answer.out.splitlines()]
    assert names == (
        "program fonts press languages git workspace remains repository identity history"
        " locks".split()
    )
    assert all(line.startswith("ok    ") for line in answer.out.splitlines())
    assert "1 document" in answer.out
    assert "phrases that no official page at hand confirmed: ar " in answer.out
    assert "Expert <expert@example.org>" in answer.out


def test_a_repository_without_commits_is_sound(ask: Ask, workspace: Path) -> None:
    assert "no commit yet" in ask("doctor").out


def test_outside_of_a_workspace_the_machine_is_looked_at(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("doctor")
    assert answer.code == 3
    assert answer.out.count("bad   ") == 1
    assert "bad   workspace  E-WORKSPACE" in answer.out
    assert "fix: run penholder init" in answer.out
    assert ask("doctor", "--sweep").code == 3


def test_what_interrupted_writes_left_is_told_and_swept(ask: Ask, workspace: Path) -> None:
    left = workspace / "content/drafts/.water.yaml.abc.tmp"
    left.write_text("half")
    answer = ask("doctor")
    assert answer.code == 1
    assert "amiss remains    interrupted writes left 1 file, such as" in answer.out
    assert "fix: penholder doctor --sweep" in answer.out
    assert left.exists()
    answer = ask("doctor", "--sweep")
    assert answer.code == 0
    assert answer.out.startswith("swept 1 temporary file\n")
    assert not left.exists()


def test_locks_are_told_with_the_way_to_remove_them(ask: Ask, recorded: Path, git: Git) -> None:
    for name in ("index.lock", "refs/heads/main.lock"):
        (recorded / ".git" / name).touch()
    answer = ask("doctor")
    assert answer.code == 1
    assert "amiss locks      E-LOCK a git program is at work, or was ended at it:" in answer.out
    remedy = answer.out.splitlines()[-1]
    assert remedy.startswith("  fix: if no git program is running: rm ")
    for name in ("index.lock", "main.lock"):
        assert name in remedy
    assert "penholder.lock" not in answer.out


def test_a_detached_head_is_told(ask: Ask, recorded: Path, git: Git) -> None:
    git("checkout", "-q", "--detach")
    answer = ask("doctor")
    assert answer.code == 5
    assert "bad   repository E-STATE" in answer.out


def test_nobody_is_told(ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(workspace))
    answer = ask("doctor")
    assert answer.code == 6
    assert "bad   identity   E-IDENTITY" in answer.out


def test_missing_fonts_are_told_with_their_package(
    ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A face that no machine has, as if one that the page needs were not installed.
    monkeypatch.setattr(fonts, "STYLES", (*fonts.STYLES, "Black"))
    answer = ask("doctor")
    assert answer.code == 6
    assert "bad   fonts      E-FONT" in answer.out
    assert "  fix: " in answer.out
