from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from penholder.errors import (
    EnvironmentFault,
    RepositoryError,
    UnreadableError,
    UnsafeError,
)
from penholder.history.discovery import discover, initialise
from penholder.history.message import Message
from penholder.history.record import record
from penholder.history.repository import Repository
from penholder.history.revisions import read_at

DOCUMENT = "content/A/RES/53/123.yaml"


def test_a_folder_inside_the_work_tree_finds_its_repository(
    draft_with_two_revisions: Repository,
) -> None:
    inside = draft_with_two_revisions.work_tree / "content" / "A"
    assert discover(inside) == draft_with_two_revisions


def test_a_folder_outside_any_repository_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as refusal:
        discover(tmp_path)
    assert refusal.value.code == "E-NOREPO"


def test_a_bare_repository_is_told_apart(tmp_path: Path, git: Callable[..., str]) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "shelf.git")
    with pytest.raises(UnreadableError, match="bare") as refusal:
        discover(tmp_path / "shelf.git" / "refs")
    assert refusal.value.code == "E-STATE"
    with pytest.raises(UnreadableError, match="bare"):
        initialise(tmp_path / "shelf.git")


def test_a_linked_work_tree_shares_history_and_saves_on_its_own_branch(
    draft_with_two_revisions: Repository,
    tmp_path: Path,
    git: Callable[..., str],
    message: Message,
) -> None:
    git(draft_with_two_revisions.work_tree, "worktree", "add", "-q", "-b", "round", tmp_path / "r")
    linked = discover(tmp_path / "r")
    assert linked.common_dir == draft_with_two_revisions.common_dir
    (linked.work_tree / DOCUMENT).write_bytes(b"third\n")
    record(linked, DOCUMENT, b"third\n", message)
    assert git(linked.work_tree, "status", "--porcelain") == ""
    assert read_at(linked, DOCUMENT, "round") == b"third\n"
    assert read_at(draft_with_two_revisions, DOCUMENT, "HEAD") == b"second\n"


@pytest.mark.parametrize("pointer", ["gitdir: nowhere", "nonsense", "gitdir: a\0b"])
def test_a_pointer_that_leads_nowhere_is_damage(tmp_path: Path, pointer: str) -> None:
    (tmp_path / ".git").write_text(pointer)
    with pytest.raises(RepositoryError) as refusal:
        discover(tmp_path)
    assert refusal.value.code == "E-REPOSITORY"


def test_a_missing_head_is_damage(draft_with_two_revisions: Repository) -> None:
    (draft_with_two_revisions.git_dir / "HEAD").unlink()
    with pytest.raises(RepositoryError) as refusal:
        discover(draft_with_two_revisions.work_tree)
    assert refusal.value.exit_code == 7


def test_a_repository_of_another_user_is_refused(
    draft_with_two_revisions: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody_else = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody_else)
    with pytest.raises(UnsafeError) as refusal:
        discover(draft_with_two_revisions.work_tree)
    assert (refusal.value.code, refusal.value.exit_code) == ("E-OWNER", 4)
    assert refusal.value.fix


def test_beginning_makes_an_unborn_main_without_hooks(
    tmp_path: Path, git: Callable[..., str]
) -> None:
    repository = initialise(tmp_path / "deep" / "er")
    assert git(repository.work_tree, "symbolic-ref", "HEAD") == "refs/heads/main\n"
    assert git(repository.work_tree, "rev-parse", "--show-toplevel").strip() == str(
        repository.work_tree
    )
    assert not (repository.git_dir / "hooks").exists()


def test_beginning_again_changes_nothing(draft_with_two_revisions: Repository) -> None:
    assert initialise(draft_with_two_revisions.work_tree / "content") == draft_with_two_revisions


def test_beginning_where_a_file_stands_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EnvironmentFault):
        initialise(tmp_path / "file")


def test_beginning_with_git_s_own_folder_blocked_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / ".git").symlink_to(tmp_path / "file" / "within")
    with pytest.raises(RepositoryError, match="init failed"):
        initialise(tmp_path)


def test_a_sha256_repository_is_read_and_recorded(
    tmp_path: Path, git: Callable[..., str], message: Message
) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "--initial-branch=main")
    repository = discover(tmp_path)
    saved = record(repository, DOCUMENT, b"text\n", message)
    assert repository.object_format == "sha256"
    assert len(saved.commit) == 64
    assert read_at(repository, DOCUMENT, saved.commit) == b"text\n"
