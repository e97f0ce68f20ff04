"""Workspaces in real repositories, asked as a person would ask."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Answer, Ask, Git, write

from penholder.cli.app import run


@pytest.fixture(autouse=True)
def person(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person whom git knows, at a plain terminal."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text("[user]\nname = Expert\nemail = expert@example.org\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    unset = "GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_CONFIG_GLOBAL XDG_CONFIG_HOME"
    for name in (*unset.split(), "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run one command and return what it left behind."""

    def asked(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return asked


@pytest.fixture
def git() -> Git:
    """Run git itself where the command stands, and return what it says."""

    def said(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, check=True, text=True)
        return done.stdout

    return said


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two workspaces below, made once, to be copied."""
    root = tmp_path_factory.mktemp("models")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_AUTHOR_NAME", "Expert")
        patch.setenv("GIT_AUTHOR_EMAIL", "expert@example.org")
        patch.chdir(root)
        assert run(["init", "plain", "-q"]) == 0
        write(root / "plain", "drafts/water", DRAFT)
        shutil.copytree(root / "plain", root / "recorded")
        patch.chdir(root / "recorded")
        begin = ["record", "drafts/water", "-q", "-m", "Begin", "--tag", "Rev.1"]
        assert run(begin) == 0
        write(root / "recorded", "drafts/water", DRAFT.replace("rivers", "rivers and lakes"))
        more = ["record", "drafts/water", "-q", "-m", "Add lakes", "--proposed-by", "Chad"]
        assert run(more) == 0
    return root


def _standing_in(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "work"
    shutil.copytree(model, root)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def workspace(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one draft, drafts/water, and nothing recorded; the command stands in it."""
    return _standing_in(models / "plain", tmp_path, monkeypatch)


@pytest.fixture
def recorded(models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with two revisions of the draft; the first is tagged Rev.1."""
    return _standing_in(models / "recorded", tmp_path, monkeypatch)
