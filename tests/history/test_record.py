from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from penholder.errors import CONFLICT, ConflictError, EnvironmentFault, RepositoryError, UnsafeError
from penholder.history.message import Message
from penholder.history.record import ABSENT, record
from penholder.history.repository import Repository
from penholder.history.revisions import read_at, revisions

DOCUMENT = "content/A/RES/53/123.yaml"
Git = Callable[..., str]
Write = Callable[[Repository, str, bytes], None]


def _head(repository: Repository) -> str:
    return repository.ask("rev-parse", "HEAD").text


def test_a_save_is_one_commit_that_says_who_and_why(
    draft_with_two_revisions: Repository, message: Message, git: Git
) -> None:
    repository = draft_with_two_revisions
    before = _head(repository)
    saved = record(repository, DOCUMENT, b"third\n", message)
    assert saved.commit == _head(repository)
    assert (saved.is_unchanged, saved.advice) == (False, ())
    assert git(repository.work_tree, "rev-parse", "HEAD~1").strip() == before
    shown = git(repository.work_tree, "log", "-1", "--format=%an <%ae> %ai|%cn|%B")
    assert shown.startswith("Expert <expert@example.org> 1999-02-10 09:00:00 +0100|Expert|Revise")
    assert "\n\nProposed-by: France\n" in shown
    assert git(repository.work_tree, "fsck", "--strict") == ""


def test_the_first_save_makes_the_first_commit(
    unborn: Repository, message: Message, git: Git, write: Write
) -> None:
    write(unborn, DOCUMENT, b"text\n")
    saved = record(unborn, DOCUMENT, b"text\n", message, ABSENT)
    assert git(unborn.work_tree, "rev-list", "--parents", "main").split() == [saved.commit]
    assert git(unborn.work_tree, "status", "--porcelain") == ""


def test_an_unchanged_document_makes_no_commit(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    head = _head(draft_with_two_revisions)
    saved = record(draft_with_two_revisions, DOCUMENT, b"second\n", message)
    assert (saved.commit, saved.is_unchanged) == (head, True)
    assert _head(draft_with_two_revisions) == head


def test_a_save_leaves_the_work_of_others_as_it_is(
    draft_with_two_revisions: Repository, message: Message, git: Git, write: Write
) -> None:
    repository, top = draft_with_two_revisions, draft_with_two_revisions.work_tree
    for name in ("staged", "unstaged", "both"):
        write(repository, name, b"committed\n")
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message=Others")
    for name in ("staged", "both", "added"):
        write(repository, name, b"staged\n")
    git(top, "add", "staged", "both", "added")
    for name in ("unstaged", "both"):
        write(repository, name, b"unstaged\n")
    write(repository, "untracked", b"untracked\n")
    before = git(top, "status", "--porcelain")
    write(repository, DOCUMENT, b"third\n")
    record(repository, DOCUMENT, b"third\n", message)
    assert git(top, "status", "--porcelain") == before
    assert before.splitlines() == ["A  added", "MM both", "M  staged", " M unstaged",
                                   "?? untracked"]  # fmt: skip
    assert git(top, "show", "--name-only", "--format=", "HEAD") == f"{DOCUMENT}\n"


def test_a_change_in_the_same_tick_as_the_index_is_still_seen(
    draft_with_two_revisions: Repository, message: Message, git: Git, write: Write
) -> None:
    repository, top = draft_with_two_revisions, draft_with_two_revisions.work_tree
    write(repository, "other", b"aaaa\n")
    os.utime(top / "other", (2_000_000_000, 2_000_000_000))
    git(top, "add", "other")
    git(top, "commit", "--quiet", "--message=Other")
    write(repository, "other", b"bbbb\n")
    os.utime(top / "other", (2_000_000_000, 2_000_000_000))
    os.utime(repository.git_dir / "index", (2_000_000_000, 2_000_000_000))
    record(repository, DOCUMENT, b"second, again\n", message)
    assert " M other\n" in git(top, "status", "--porcelain")


def test_an_intended_file_name_may_hold_any_letter(
    draft_with_two_revisions: Repository, message: Message, git: Git, write: Write
) -> None:
    path = "content/A/RES/377(V) *[x]é.yaml"
    write(draft_with_two_revisions, path, b"text\n")
    record(draft_with_two_revisions, path, b"text\n", message)
    assert git(draft_with_two_revisions.work_tree, "status", "--porcelain") == ""
    assert read_at(draft_with_two_revisions, path, "HEAD") == b"text\n"


def test_a_path_outside_the_repository_is_refused(unborn: Repository, message: Message) -> None:
    with pytest.raises(UnsafeError):
        record(unborn, "../x.yaml", b"text\n", message)
    assert not (unborn.git_dir / "penholder.lock").exists()


def test_a_document_cannot_stand_below_a_document(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    head = _head(draft_with_two_revisions)
    with pytest.raises(RepositoryError, match="update-index"):
        record(draft_with_two_revisions, f"{DOCUMENT}/Rev.1.yaml", b"text\n", message)
    assert _head(draft_with_two_revisions) == head


@pytest.mark.parametrize("base", [ABSENT, "0" * 40, "first"])
def test_a_document_changed_since_it_was_opened_is_a_conflict(
    draft_with_two_revisions: Repository, message: Message, base: str
) -> None:
    repository = draft_with_two_revisions
    head = _head(repository)
    started = repository.object_id("blob", b"first\n") if base == "first" else base
    with pytest.raises(ConflictError) as conflict:
        record(repository, DOCUMENT, b"third\n", message, started)
    assert (conflict.value.code, conflict.value.exit_code) == ("E-CONFLICT", CONFLICT)
    assert _head(repository) == head


def test_a_save_from_the_version_at_head_is_accepted(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    base = revisions(draft_with_two_revisions, DOCUMENT)[0].blob
    saved = record(draft_with_two_revisions, DOCUMENT, b"third\n", message, base)
    assert read_at(draft_with_two_revisions, DOCUMENT, saved.commit) == b"third\n"


def test_a_save_repeated_after_a_lost_answer_makes_no_second_commit(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    base = revisions(draft_with_two_revisions, DOCUMENT)[0].blob
    first = record(draft_with_two_revisions, DOCUMENT, b"third\n", message, base)
    again = record(draft_with_two_revisions, DOCUMENT, b"third\n", message, base)
    assert (again.commit, again.is_unchanged) == (first.commit, True)


def test_a_detached_head_is_told_what_to_do(detached: Repository, message: Message) -> None:
    with pytest.raises(ConflictError, match="detached") as refusal:
        record(detached, DOCUMENT, b"third\n", message)
    assert refusal.value.code == "E-STATE"
    assert "git switch" in refusal.value.fix


def test_nothing_is_saved_amid_a_merge(amid_a_merge: Repository, message: Message) -> None:
    head = _head(amid_a_merge)
    with pytest.raises(ConflictError, match="a merge is under way") as refusal:
        record(amid_a_merge, DOCUMENT, b"third\n", message)
    assert refusal.value.code == "E-STATE"
    (amid_a_merge.git_dir / "MERGE_HEAD").unlink()
    with pytest.raises(ConflictError, match="is unmerged"):
        record(amid_a_merge, DOCUMENT, b"third\n", message)
    assert _head(amid_a_merge) == head


def test_an_object_already_damaged_is_not_acknowledged(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    repository = draft_with_two_revisions
    blob = repository.ask("rev-parse", f"HEAD~1:{DOCUMENT}").text
    file = repository.git_dir / "objects" / blob[:2] / blob[2:]
    file.chmod(0o644)
    file.write_bytes(b"")
    head = _head(repository)
    with pytest.raises(RepositoryError):
        record(repository, DOCUMENT, b"first\n", message)
    assert _head(repository) == head


def test_a_branch_that_names_no_commit_is_damage(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    (draft_with_two_revisions.git_dir / "refs" / "heads" / "main").write_text("")
    with pytest.raises(RepositoryError) as damage:
        record(draft_with_two_revisions, DOCUMENT, b"third\n", message)
    assert damage.value.code == "E-HEAD"


@contextmanager
def _lock_of_another_save(repository: Repository) -> Iterator[None]:
    descriptor = os.open(repository.git_dir / "penholder.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(descriptor)


def test_another_save_that_does_not_end_makes_this_one_busy(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    hasty = replace(draft_with_two_revisions, limit=0.05)
    with _lock_of_another_save(hasty), pytest.raises(ConflictError) as refusal:
        record(hasty, DOCUMENT, b"third\n", message)
    assert (refusal.value.code, refusal.value.exit_code) == ("E-BUSY", CONFLICT)
    record(draft_with_two_revisions, DOCUMENT, b"third\n", message)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["refs/heads/main.lock", "HEAD.lock"])
def test_a_stale_lock_is_named_with_its_age(
    draft_with_two_revisions: Repository, message: Message, name: str
) -> None:
    repository = draft_with_two_revisions
    head = _head(repository)
    lock = repository.git_dir / name
    lock.write_bytes(b"")
    hour_ago = time.time() - 3600
    os.utime(lock, (hour_ago, hour_ago))
    with pytest.raises(ConflictError) as refusal:
        record(repository, DOCUMENT, b"third\n", message)
    assert (refusal.value.code, refusal.value.exit_code) == ("E-LOCK", CONFLICT)
    assert str(lock) in refusal.value.what
    assert "36" in refusal.value.what
    assert _head(repository) == head
    assert lock.exists()
    lock.unlink()
    record(repository, DOCUMENT, b"third\n", message)


def test_a_repository_that_cannot_be_written_is_the_machine_s_fault(
    draft_with_two_revisions: Repository, message: Message, tmp_path: Path
) -> None:
    lock = draft_with_two_revisions.git_dir / "penholder.lock"
    lock.unlink()
    lock.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(EnvironmentFault) as refusal:
        record(draft_with_two_revisions, DOCUMENT, b"third\n", message)
    assert refusal.value.code == "E-RIGHTS"
    assert not (tmp_path / "elsewhere").exists()


def test_what_a_killed_save_left_is_swept(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    left = draft_with_two_revisions.git_dir / "penholder-left"
    left.mkdir()
    (left / "index").write_bytes(b"torn")
    record(draft_with_two_revisions, DOCUMENT, b"third\n", message)
    names = sorted(path.name for path in draft_with_two_revisions.git_dir.glob("penholder*"))
    assert names == ["penholder.lock"]
