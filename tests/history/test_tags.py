from __future__ import annotations

from collections.abc import Callable

import pytest

from penholder.errors import CONFLICT, ConflictError, EnvironmentFault, UnsafeError
from penholder.history.message import Signature
from penholder.history.repository import Repository
from penholder.history.tags import Tag, tag, tags

Git = Callable[..., str]
NAME = "A/RES/53/123@adopted"


def test_a_tag_is_annotated_and_listed(
    draft_with_two_revisions: Repository, git: Git, expert: Signature
) -> None:
    repository = draft_with_two_revisions
    head = repository.ask("rev-parse", "HEAD").text
    tag(repository, NAME, head, "Adopted without a vote\n\nAt the 85th meeting.", expert)
    git(repository.work_tree, "tag", "plain", "HEAD~1")
    git(repository.work_tree, "tag", "of-a-tree", "HEAD^{tree}")
    assert tags(repository) == (
        Tag(NAME, head, "Adopted without a vote"),
        Tag("plain", repository.ask("rev-parse", "HEAD~1").text, "Revise the preamble"),
    )
    shown = git(repository.work_tree, "cat-file", "tag", NAME)
    assert "tagger Expert <expert@example.org> 918633600 +0100" in shown
    git(repository.work_tree, "fsck", "--strict")


def test_a_repository_without_tags_has_none(unborn: Repository) -> None:
    assert tags(unborn) == ()


def test_an_issued_version_never_moves(
    draft_with_two_revisions: Repository, expert: Signature
) -> None:
    repository = draft_with_two_revisions
    head, before = (repository.ask("rev-parse", name).text for name in ("HEAD", "HEAD~1"))
    tag(repository, NAME, before, "Adopted", expert)
    with pytest.raises(ConflictError) as refusal:
        tag(repository, NAME, head, "Adopted again", expert)
    assert (refusal.value.code, refusal.value.exit_code) == ("E-TAGGED", CONFLICT)
    assert tags(repository)[0].commit == before


def test_a_tag_cannot_stand_below_another(
    draft_with_two_revisions: Repository, expert: Signature
) -> None:
    head = draft_with_two_revisions.ask("rev-parse", "HEAD").text
    tag(draft_with_two_revisions, "A/C.3/53/L.50", head, "Issued", expert)
    with pytest.raises(ConflictError, match="in the way"):
        tag(draft_with_two_revisions, "A/C.3/53/L.50/Rev.1", head, "Issued", expert)


def test_a_name_git_does_not_accept_is_refused(
    draft_with_two_revisions: Repository, expert: Signature
) -> None:
    head = draft_with_two_revisions.ask("rev-parse", "HEAD").text
    with pytest.raises(UnsafeError) as refusal:
        tag(draft_with_two_revisions, "A/RES/53/123.lock", head, "Adopted", expert)
    assert refusal.value.code == "E-REF"


def test_a_failure_to_write_is_not_called_a_conflict(
    draft_with_two_revisions: Repository, expert: Signature
) -> None:
    head = draft_with_two_revisions.ask("rev-parse", "HEAD").text
    (draft_with_two_revisions.git_dir / "refs" / "tags").rmdir()
    (draft_with_two_revisions.git_dir / "refs" / "tags").symlink_to("/proc/version")
    with pytest.raises((ConflictError, EnvironmentFault)):
        tag(draft_with_two_revisions, NAME, head, "Adopted", expert)
