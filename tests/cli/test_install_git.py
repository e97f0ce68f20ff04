"""Git itself shows documents as readable text, on request, and never fails because of it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask, Git, write

pytestmark = pytest.mark.slow  # many processes

LAKES = DRAFT.replace("rivers", "rivers and lakes")
LINE = "/content/**/*.yaml diff=penholder\n"


@pytest.fixture
def installed(ask: Ask, recorded: Path) -> Path:
    """A workspace with two revisions whose git speaks in clauses."""
    assert ask("install-git").code == 0
    return recorded


def test_git_diff_log_and_show_tell_clauses(installed: Path, git: Git) -> None:
    write(installed, "drafts/water", LAKES.replace("lakes", "seas"))

    assert "-Calls upon all States to keep rivers and lakes clean;" in git("diff")
    assert "+Calls upon all States to keep rivers and seas clean;" in git("diff")
    assert "+Calls upon all States to keep rivers and lakes clean;" in git("log", "-p")
    shown = git("show", "HEAD")
    assert "\n OPERATIVE PART\n" in shown
    assert "schema: 1" not in shown


def test_an_inserted_paragraph_changes_its_own_lines_alone(installed: Path, git: Git) -> None:
    added = "operative:\n- Takes note of the report;\n"
    write(installed, "drafts/water", LAKES.replace("operative:\n", added))

    changed = [line for line in git("diff").splitlines() if line[:1] in "+-"][2:]
    assert changed == ["+Takes note of the report;", "+"]


def test_it_is_done_once_and_undone_whole(ask: Ask, recorded: Path, git: Git) -> None:
    settings = recorded / ".git/config"
    before = settings.read_text()
    assert "wrote .gitattributes" in ask("install-git").err
    first = (recorded / ".gitattributes").read_bytes(), settings.read_bytes()
    assert "nothing to do" in ask("install-git").err
    assert ((recorded / ".gitattributes").read_bytes(), settings.read_bytes()) == first

    assert "removed" in ask("install-git", "--remove").err
    assert not (recorded / ".gitattributes").exists()
    assert settings.read_text().replace('[diff "penholder"]\n', "") == before
    assert "nothing to do" in ask("install-git", "--remove").err


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (b"*.png binary\n", b"*.png binary\n" + LINE.encode()),
        (b"*.png binary", b"*.png binary\n" + LINE.encode()),
        (b"*.png binary\r\n", b"*.png binary\r\n" + LINE.encode().replace(b"\n", b"\r\n")),
        (b"# \xff\n", b"# \xff\n" + LINE.encode()),
    ],
)
def test_other_attributes_stay_as_they_are(
    ask: Ask, workspace: Path, other: bytes, kept: bytes
) -> None:
    attributes = workspace / ".gitattributes"
    attributes.write_bytes(other)
    ask("install-git")
    assert attributes.read_bytes() == kept
    ask("install-git", "--remove")
    assert attributes.read_bytes().rstrip() == other.rstrip()


def test_a_file_that_cannot_be_read_is_shown_unchanged(installed: Path, git: Git) -> None:
    write(installed, "drafts/water", "broken: [\n")
    told = git("diff")
    assert "\n+broken: [\n" in told
    assert "-Calls upon all States to keep rivers and lakes clean;" in told


def test_a_python_that_is_gone_leaves_git_as_it_was(
    ask: Ask, recorded: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/bin/python")
    ask("install-git")
    write(recorded, "drafts/water", DRAFT)
    assert "-- Calls upon all States to keep rivers and lakes clean;" in git("diff")


def test_spaces_and_quotes_in_paths_are_no_matter(
    ask: Ask, recorded: Path, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    interpreter = tmp_path / "an 'odd' $place" / "python"
    interpreter.parent.mkdir()
    interpreter.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    interpreter.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(interpreter))
    elsewhere = tmp_path / "a work $tree"
    shutil.move(recorded, elsewhere)
    monkeypatch.chdir(elsewhere)
    ask("install-git")
    write(elsewhere, "drafts/water", DRAFT)
    assert "+Calls upon all States to keep rivers clean;" in git("diff")


def test_a_linked_work_tree_speaks_in_clauses_too(
    ask: Ask, recorded: Path, tmp_path: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("add", "-A")
    subprocess.run(["git", "commit", "-qm", "All"], check=True)
    git("worktree", "add", "-q", str(tmp_path / "linked"))
    monkeypatch.chdir(tmp_path / "linked")
    ask("install-git")
    write(tmp_path / "linked", "drafts/water", DRAFT)
    assert "-Calls upon all States to keep rivers and lakes clean;" in git("diff")
    assert (recorded / ".git/config").read_text().count("textconv") == 1


def test_modules_of_a_hostile_repository_are_not_run(installed: Path, git: Git) -> None:
    for name in ("penholder.py", "yaml.py", "argparse.py"):
        (installed / name).write_text("open('ran', 'w')\n")
    write(installed, "drafts/water", DRAFT)
    assert "+Calls upon all States to keep rivers clean;" in git("diff")
    assert not (installed / "ran").exists()


def test_settings_that_run_programs_do_not_run_them(ask: Ask, recorded: Path, git: Git) -> None:
    touch = f"touch {recorded / 'ran'}"
    git("config", "core.fsmonitor", touch)
    git("config", "core.pager", touch)
    git("config", "core.editor", touch)
    git("config", "include.path", str(recorded / "more"))
    (recorded / "more").write_text('[diff "penholder"]\n\ttextconv = cat\n')
    assert ask("install-git").code == 0
    assert "install" not in git("config", "--local", "--no-includes", "diff.penholder.textconv")
    assert not (recorded / "ran").exists()


def test_a_locked_configuration_is_told(ask: Ask, recorded: Path) -> None:
    (recorded / ".git/config.lock").write_text("")
    answer = ask("install-git")
    assert answer.code == 5
    assert "E-LOCK" in answer.err


def test_a_link_in_the_place_of_the_attributes_is_refused(ask: Ask, workspace: Path) -> None:
    (workspace / "other").write_text("")
    (workspace / ".gitattributes").symlink_to(workspace / "other")
    answer = ask("install-git")
    assert answer.code == 4
    assert (workspace / "other").read_text() == ""
    assert "textconv" not in (workspace / ".git/config").read_text()


@pytest.mark.parametrize("interpreter", ["", "/odd\nplace/python"])
def test_a_python_that_has_no_name_is_told(
    ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch, interpreter: str
) -> None:
    monkeypatch.setattr(sys, "executable", interpreter)
    answer = ask("install-git")
    assert answer.code == 6
    assert "E-PYTHON" in answer.err
    assert not (workspace / ".gitattributes").exists()
