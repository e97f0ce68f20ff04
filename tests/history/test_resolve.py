from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from penholder.errors import UNREADABLE, RepositoryError, UnreadableError
from penholder.history.message import Signature
from penholder.history.repository import Call, Repository
from penholder.history.resolve import resolve
from penholder.history.tags import tag

DOCUMENT = "content/A/C.3/53/L.50.yaml"
Git = Callable[..., str]


def _commit(repository: Repository, name: str) -> str:
    return repository.ask("rev-parse", name).text


def test_a_tag_of_the_document_is_found_by_what_follows_the_sign(
    draft_with_two_revisions: Repository, expert: Signature
) -> None:
    repository = draft_with_two_revisions
    before = _commit(repository, "HEAD~1")
    tag(repository, "A/C.3/53/L.50@Rev.1", before, "Issued", expert)
    tag(repository, "A/C.3/53/L.50", _commit(repository, "HEAD"), "Issued", expert)
    for name in ("Rev.1", "A/C.3/53/L.50@Rev.1", "HEAD~1", before, before[:8]):
        assert resolve(repository, name, DOCUMENT) == before


@pytest.mark.parametrize(("name", "nearest"), [("mian", "main"), ("adoptd", "adopted")])
def test_an_unknown_name_comes_with_the_nearest(
    draft_with_two_revisions: Repository, expert: Signature, name: str, nearest: str
) -> None:
    head = _commit(draft_with_two_revisions, "HEAD")
    tag(draft_with_two_revisions, "A/C.3/53/L.50@adopted", head, "Adopted", expert)
    with pytest.raises(UnreadableError) as unknown:
        resolve(draft_with_two_revisions, name, DOCUMENT)
    assert (unknown.value.code, unknown.value.exit_code) == ("E-REF", UNREADABLE)
    assert unknown.value.fix.endswith(nearest)


def test_a_name_of_both_a_tag_and_a_branch_is_ambiguous(
    draft_with_two_revisions: Repository, git: Git
) -> None:
    git(draft_with_two_revisions.work_tree, "branch", "round", "HEAD")
    git(draft_with_two_revisions.work_tree, "tag", "round", "HEAD~1")
    with pytest.raises(UnreadableError, match="more than one") as several:
        resolve(draft_with_two_revisions, "round", DOCUMENT)
    assert several.value.exit_code == UNREADABLE


def test_a_tag_of_the_document_does_not_hide_a_branch(
    draft_with_two_revisions: Repository, expert: Signature
) -> None:
    before = _commit(draft_with_two_revisions, "HEAD~1")
    tag(draft_with_two_revisions, "A/C.3/53/L.50@main", before, "Issued", expert)
    with pytest.raises(UnreadableError, match="more than one"):
        resolve(draft_with_two_revisions, "main", DOCUMENT)


def test_an_ambiguous_short_hash_is_refused(draft_with_two_revisions: Repository) -> None:
    repository = draft_with_two_revisions
    head = _commit(repository, "HEAD")
    stored = repository.ask("cat-file", "commit", "HEAD").output
    texts = (stored + b"%d\n" % number for number in count())
    twin = next(text for text in texts if repository.object_id("commit", text).startswith(head[:4]))
    repository.ask("hash-object", "-t", "commit", "-w", "--stdin", call=Call(twin))
    with pytest.raises(UnreadableError, match="more than one"):
        resolve(repository, head[:4], DOCUMENT)


def test_an_unborn_branch_has_no_versions(unborn: Repository) -> None:
    with pytest.raises(UnreadableError, match="HEAD") as unknown:
        resolve(unborn, "HEAD", DOCUMENT)
    assert unknown.value.fix == "record a first revision"


@pytest.mark.parametrize("content", ["", "garbage\n"])
def test_a_branch_that_names_no_commit_is_damage_with_its_last_commit(
    draft_with_two_revisions: Repository, content: str
) -> None:
    repository = draft_with_two_revisions
    last = _commit(repository, "HEAD")
    (repository.git_dir / "refs" / "heads" / "main").write_text(content)
    with pytest.raises(RepositoryError) as damage:
        resolve(repository, "HEAD", DOCUMENT)
    assert (damage.value.code, damage.value.exit_code) == ("E-HEAD", 7)
    assert last in damage.value.fix


def test_a_damaged_branch_without_a_log_points_to_fsck(
    draft_with_two_revisions: Repository,
) -> None:
    repository = draft_with_two_revisions
    (repository.git_dir / "refs" / "heads" / "main").write_text("")
    (repository.git_dir / "logs" / "refs" / "heads" / "main").unlink()
    with pytest.raises(RepositoryError) as damage:
        resolve(repository, "HEAD~1", DOCUMENT)
    assert "fsck" in damage.value.fix


def test_a_detached_head_still_suggests_names(detached: Repository) -> None:
    with pytest.raises(UnreadableError) as unknown:
        resolve(detached, "HEAD~9", DOCUMENT)
    assert unknown.value.fix == "the nearest name is main"
