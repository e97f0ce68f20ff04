from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from threading import Thread

import pytest

from penholder.errors import ConflictError
from penholder.history import record as record_module
from penholder.history import staging
from penholder.history.message import Message
from penholder.history.record import record
from penholder.history.repository import Repository
from penholder.history.revisions import read_at

pytestmark = pytest.mark.slow  # many processes

DOCUMENT = "content/A/RES/53/123.yaml"
Git = Callable[..., str]
Write = Callable[[Repository, str, bytes], None]


@pytest.mark.slow
def test_an_index_held_by_another_program_delays_only_the_index(
    draft_with_two_revisions: Repository, message: Message, git: Git, write: Write
) -> None:
    repository = replace(draft_with_two_revisions, limit=2.0)
    lock = repository.git_dir / "index.lock"
    lock.write_bytes(b"another program")
    write(repository, DOCUMENT, b"third\n")
    saved = record(replace(repository, limit=0.9), DOCUMENT, b"third\n", message)
    assert read_at(repository, DOCUMENT, "HEAD") == b"third\n"
    assert [problem.code for problem in saved.advice] == ["W-INDEX"]
    assert str(lock) in saved.advice[0].what
    assert lock.read_bytes() == b"another program"
    again = record(replace(repository, limit=0.9), DOCUMENT, b"third\n", message)
    assert (again.is_unchanged, len(again.advice)) == (True, 1)
    lock.unlink()
    mended = record(repository, DOCUMENT, b"third\n", message)
    assert (mended.is_unchanged, mended.advice) == (True, ())
    assert git(repository.work_tree, "status", "--porcelain") == ""


def test_the_lock_of_a_killed_save_is_taken_over(
    draft_with_two_revisions: Repository, message: Message, git: Git, write: Write
) -> None:
    (draft_with_two_revisions.git_dir / "index.lock").write_bytes(b"penholder\n")
    write(draft_with_two_revisions, DOCUMENT, b"third\n")
    saved = record(draft_with_two_revisions, DOCUMENT, b"third\n", message)
    assert saved.advice == ()
    assert git(draft_with_two_revisions.work_tree, "status", "--porcelain") == ""


@pytest.mark.slow
def test_a_folder_in_place_of_the_lock_is_left_alone(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    (draft_with_two_revisions.git_dir / "index.lock").mkdir()
    hasty = replace(draft_with_two_revisions, limit=0.9)
    saved = record(hasty, DOCUMENT, b"third\n", message)
    assert [problem.code for problem in saved.advice] == ["W-INDEX"]


def test_a_damaged_index_stops_neither_reading_nor_saving(
    draft_with_two_revisions: Repository, message: Message, git: Git
) -> None:
    index = draft_with_two_revisions.git_dir / "index"
    index.write_bytes(index.read_bytes()[:20])
    saved = record(draft_with_two_revisions, DOCUMENT, b"third\n", message)
    assert read_at(draft_with_two_revisions, DOCUMENT, "HEAD") == b"third\n"
    assert [problem.code for problem in saved.advice] == ["W-INDEX"]
    assert not (draft_with_two_revisions.git_dir / "index.lock").exists()
    assert len(index.read_bytes()) == 20


def test_the_next_commit_of_a_person_keeps_what_was_saved(
    draft_with_two_revisions: Repository, message: Message, git: Git, write: Write
) -> None:
    repository, top = draft_with_two_revisions, draft_with_two_revisions.work_tree
    write(repository, "notes", b"mine\n")
    git(top, "add", "notes")
    record(repository, DOCUMENT, b"third\n", message)
    git(top, "commit", "--quiet", "--message=Notes")
    assert read_at(repository, DOCUMENT, "HEAD") == b"third\n"


def test_the_index_has_the_text_before_the_branch_moves(
    draft_with_two_revisions: Repository,
    message: Message,
    git: Git,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """``git commit`` reads the branch first: whoever sees the new branch sees the new index."""
    top, move, seen = draft_with_two_revisions.work_tree, record_module._move, []

    def watched(*arguments: object) -> bool:
        seen.append(git(top, "show", f":{DOCUMENT}"))
        return move(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(record_module, "_move", watched)
    write(draft_with_two_revisions, DOCUMENT, b"third\n")
    record(draft_with_two_revisions, DOCUMENT, b"third\n", message)
    assert seen == ["third\n"]


def test_the_index_goes_back_where_the_branch_does_not_move(
    draft_with_two_revisions: Repository,
    message: Message,
    git: Git,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    top = draft_with_two_revisions.work_tree
    before = git(top, "ls-files", "--stage")
    monkeypatch.setattr(record_module, "_move", lambda *_: False)
    with pytest.raises(ConflictError):
        record(draft_with_two_revisions, DOCUMENT, b"third\n", message)
    assert git(top, "ls-files", "--stage") == before


@pytest.mark.slow
def test_an_index_that_goes_from_hand_to_hand_is_waited_for(
    draft_with_two_revisions: Repository, message: Message, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository, lock = draft_with_two_revisions, draft_with_two_revisions.git_dir / "index.lock"
    monkeypatch.setattr(staging, "_PATIENCE", 0.3)

    def pass_on() -> None:
        for holder in range(8):
            (lock.parent / "own").write_bytes(b"%d" % holder)
            (lock.parent / "own").replace(lock)
            time.sleep(0.1)
        lock.unlink()

    hands = Thread(target=pass_on)
    hands.start()
    time.sleep(0.05)
    saved = record(repository, DOCUMENT, b"third\n", message)
    hands.join()
    assert saved.advice == ()
