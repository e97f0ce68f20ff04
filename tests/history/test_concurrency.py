"""Saves beside saves, beside people and beside kill -9: none that was acknowledged is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import penholder
from penholder.history.message import Message
from penholder.history.record import record
from penholder.history.repository import Repository
from penholder.history.revisions import read_at, read_many, revisions

DOCUMENT = "content/A/RES/53/123.yaml"
WRITERS, SAVES = 8, 50
Git = Callable[..., str]
Write = Callable[[Repository, str, bytes], None]

_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from penholder.history.discovery import discover
from penholder.history.message import Message, Signature
from penholder.history.record import record

folder, path, first, last = sys.argv[1:]
repository = discover(Path(folder))
author = Signature("Writer", "writer@example.org", datetime(1999, 2, 10, tzinfo=UTC))
file = repository.work_tree / path
file.parent.mkdir(parents=True, exist_ok=True)
for number in range(int(first), int(last)):
    data = b"save %d\\n" % number
    file.write_bytes(data)
    record(repository, path, data, Message(f"Save {number}", author))
    print(number, flush=True)
"""


def _writer(repository: Repository, path: str, first: int, last: int) -> subprocess.Popen[str]:
    sources = Path(penholder.__file__).parents[1]
    arguments = [str(repository.work_tree), path, str(first), str(last)]
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, *arguments],
        env={**os.environ, "PYTHONPATH": str(sources)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _path(writer: int) -> str:
    return f"content/A/C.3/53/L.{writer}.yaml"


def _texts(repository: Repository, path: str) -> list[bytes]:
    commits = [revision.commit for revision in revisions(repository, path)]
    return list(read_many(repository, path, commits))


@pytest.mark.slow
def test_eight_writers_lose_nothing(draft_with_two_revisions: Repository, git: Git) -> None:
    repository = draft_with_two_revisions
    writers = [_writer(repository, _path(number), 0, SAVES) for number in range(WRITERS)]
    for writer in writers:
        output, errors = writer.communicate(timeout=300)
        assert errors == ""
        assert len(output.split()) == SAVES
    expected = [b"save %d\n" % number for number in reversed(range(SAVES))]
    for number in range(WRITERS):
        assert _texts(repository, _path(number)) == expected
    assert git(repository.work_tree, "rev-list", "--count", "HEAD").strip() == "402"
    assert git(repository.work_tree, "status", "--porcelain") == ""
    assert git(repository.work_tree, "fsck", "--strict", "--no-dangling") == ""


def _patiently(git: Git, top: Path, *arguments: str) -> None:
    """Run git as a person who tries again when another program holds a lock."""
    for _ in range(200):
        try:
            git(top, *arguments)
        except subprocess.CalledProcessError as error:
            known = (b".lock", b"cannot lock ref", b"unable to write new_index")
            if not any(sign in error.stderr for sign in known):
                raise
            time.sleep(0.01)
        else:
            return
    raise AssertionError(f"git {arguments} never got through")


@pytest.mark.slow
def test_a_person_committing_beside_four_writers_loses_nothing_and_nobody_else_does(
    draft_with_two_revisions: Repository, git: Git, write: Write
) -> None:
    repository, top = draft_with_two_revisions, draft_with_two_revisions.work_tree
    writers = [_writer(repository, _path(number), 0, SAVES) for number in range(4)]
    commits = 0
    while any(writer.poll() is None for writer in writers):
        write(repository, "notes", b"note %d\n" % commits)
        _patiently(git, top, "add", "notes")
        _patiently(git, top, "commit", "--quiet", f"--message=Note {commits}")
        commits += 1
    for writer in writers:
        output, errors = writer.communicate(timeout=300)
        assert errors == ""
        assert len(output.split()) == SAVES
    expected = [b"save %d\n" % number for number in reversed(range(SAVES))]
    for number in range(4):
        assert _texts(repository, _path(number)) == expected
    assert len(_texts(repository, "notes")) == commits
    assert commits > 5
    assert git(top, "status", "--porcelain") == ""
    assert git(top, "fsck", "--strict", "--no-dangling") == ""


@pytest.mark.slow
def test_a_killed_save_leaves_the_version_before_or_after_and_no_obstacle(
    draft_with_two_revisions: Repository, git: Git, message: Message
) -> None:
    repository = draft_with_two_revisions
    first = 0
    for kill in range(25):
        writer = _writer(repository, DOCUMENT, first, first + 1000)
        assert writer.stdout is not None
        acknowledged = int(writer.stdout.readline())
        time.sleep(0.0017 * kill)
        writer.send_signal(signal.SIGKILL)
        output, _ = writer.communicate(timeout=60)
        acknowledged = max([acknowledged, *map(int, output.split())])
        held = int(read_at(repository, DOCUMENT, "HEAD").split()[1])
        assert held in {acknowledged, acknowledged + 1}
        first = held + 1
    assert git(repository.work_tree, "fsck", "--strict", "--no-dangling") == ""
    (repository.work_tree / DOCUMENT).write_bytes(b"last\n")
    saved = record(repository, DOCUMENT, b"last\n", message)
    assert saved.advice == ()
    assert git(repository.work_tree, "status", "--porcelain") == ""
    names = sorted(path.name for path in repository.git_dir.glob("penholder*"))
    assert names == ["penholder.lock"]


def test_a_commit_of_a_person_between_two_saves_is_kept(
    draft_with_two_revisions: Repository, git: Git, write: Write, message: Message
) -> None:
    repository, top = draft_with_two_revisions, draft_with_two_revisions.work_tree
    base = revisions(repository, DOCUMENT)[0].blob
    write(repository, "notes", b"mine\n")
    git(top, "add", "notes")
    git(top, "commit", "--quiet", "--message=Notes")
    record(repository, DOCUMENT, b"third\n", message, base)
    assert git(top, "show", "HEAD:notes") == "mine\n"
    assert read_at(repository, DOCUMENT, "HEAD") == b"third\n"
