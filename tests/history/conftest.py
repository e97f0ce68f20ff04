"""Real repositories, each named for the state it is in."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from penholder.history.discovery import discover, initialise
from penholder.history.message import Message, Signature
from penholder.history.record import record
from penholder.history.repository import Repository

DOCUMENT = "content/A/RES/53/123.yaml"
_PERSON = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_AUTHOR_DATE": "@918604800 +0000",
    "GIT_COMMITTER_NAME": "Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
    "GIT_COMMITTER_DATE": "@918604800 +0000",
}


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **_PERSON},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


@pytest.fixture
def git() -> Callable[..., str]:
    """Run git as a person would, in a folder, and return what it says."""
    return _run


def _expert() -> Signature:
    zone = timezone(timedelta(hours=1))
    return Signature("Expert", "expert@example.org", datetime(1999, 2, 10, 9, tzinfo=zone))


def _message() -> Message:
    return Message("Revise the preamble", _expert(), trailers=(("Proposed-by", "France"),))


def _write(repository: Repository, path: str, data: bytes) -> None:
    file = repository.work_tree / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


@pytest.fixture
def expert() -> Signature:
    return _expert()


@pytest.fixture
def message() -> Message:
    return _message()


@pytest.fixture
def write() -> Callable[[Repository, str, bytes], None]:
    """Write a file of the work tree, as the store does before a save."""
    return _write


@pytest.fixture
def unborn(tmp_path: Path) -> Repository:
    """A repository without any commit."""
    return initialise(tmp_path / "work")


@pytest.fixture(scope="session")
def two_revisions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A work tree to copy from, since making one takes two dozen commands."""
    repository = initialise(tmp_path_factory.mktemp("two_revisions"))
    for text in (b"first\n", b"second\n"):
        _write(repository, DOCUMENT, text)
        record(repository, DOCUMENT, text, _message())
    return repository.work_tree


@pytest.fixture
def draft_with_two_revisions(two_revisions: Path, tmp_path: Path) -> Repository:
    """A document saved twice: the second text stands in the work tree."""
    return discover(shutil.copytree(two_revisions, tmp_path / "work"))


@pytest.fixture
def detached(draft_with_two_revisions: Repository) -> Repository:
    """The same, with HEAD on the first commit and on no branch."""
    _run(draft_with_two_revisions.work_tree, "checkout", "--quiet", "--detach", "HEAD~1")
    return draft_with_two_revisions


@pytest.fixture
def shallow(draft_with_two_revisions: Repository, tmp_path: Path) -> Repository:
    """A clone that has only the last commit."""
    source = draft_with_two_revisions.work_tree.as_uri()
    _run(tmp_path, "clone", "--quiet", "--depth=1", source, "clone")
    return discover(tmp_path / "clone")


@pytest.fixture
def amid_a_merge(draft_with_two_revisions: Repository) -> Repository:
    """A merge that stopped because both branches changed the document."""
    repository = draft_with_two_revisions
    top = repository.work_tree
    _run(top, "checkout", "--quiet", "-b", "other", "HEAD~1")
    _write(repository, DOCUMENT, b"theirs\n")
    _run(top, "commit", "--quiet", "--all", "--message=Another text")
    _run(top, "checkout", "--quiet", "main")
    subprocess.run(
        ["git", "merge", "--quiet", "other"],
        cwd=top,
        env={**os.environ, **_PERSON},
        capture_output=True,
        check=False,
    )
    return repository
