from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from penholder.errors import DAMAGED, RepositoryError, UnsafeError
from penholder.history.message import Message
from penholder.history.record import record
from penholder.history.repository import Repository
from penholder.history.revisions import read_at, read_many, revisions
from penholder.store.size import LARGEST

DOCUMENT = "content/A/RES/53/123.yaml"
Git = Callable[..., str]


def _loose(repository: Repository, object_id: str) -> Path:
    file = repository.common_dir / "objects" / object_id[:2] / object_id[2:]
    file.chmod(0o644)
    return file


def test_a_swapped_object_is_damage_that_names_path_and_revision(
    draft_with_two_revisions: Repository,
) -> None:
    latest = revisions(draft_with_two_revisions, DOCUMENT)[0]
    forged = zlib.compress(b"blob 7\0forged\n")
    _loose(draft_with_two_revisions, latest.blob).write_bytes(forged)
    with pytest.raises(RepositoryError) as damage:
        read_at(draft_with_two_revisions, DOCUMENT, "HEAD")
    assert (damage.value.code, damage.value.exit_code) == ("E-OBJECT", DAMAGED)
    assert DOCUMENT in damage.value.what
    assert latest.commit[:12] in damage.value.what


@pytest.mark.parametrize("harm", ["absent", "empty", "garbage"])
def test_other_versions_stay_readable_beside_a_damaged_one(
    draft_with_two_revisions: Repository, harm: str
) -> None:
    after, before = revisions(draft_with_two_revisions, DOCUMENT)
    file = _loose(draft_with_two_revisions, after.blob)
    if harm == "absent":
        file.unlink()
    else:
        file.write_bytes(b"" if harm == "empty" else b"garbage")
    commits = [before.commit, after.commit]
    with pytest.raises(RepositoryError, match=after.commit[:12]) as damage:
        list(read_many(draft_with_two_revisions, DOCUMENT, commits))
    assert damage.value.code == "E-OBJECT"
    assert read_at(draft_with_two_revisions, DOCUMENT, before.commit) == b"first\n"


def test_a_torn_object_is_named_among_many(unborn: Repository, message: Message) -> None:
    torn = record(unborn, DOCUMENT, random.Random(53).randbytes(20_000), message)
    whole = record(unborn, DOCUMENT, b"whole\n", message)
    file = _loose(unborn, torn.blob)
    file.write_bytes(file.read_bytes()[:9_000])
    with pytest.raises(RepositoryError, match=torn.commit[:12]) as damage:
        list(read_many(unborn, DOCUMENT, [whole.commit, torn.commit]))
    assert damage.value.code == "E-OBJECT"


def test_a_missing_folder_of_a_version_is_damage(draft_with_two_revisions: Repository) -> None:
    head = draft_with_two_revisions.ask("rev-parse", "HEAD").text
    folder = draft_with_two_revisions.ask("rev-parse", "HEAD:content/A/RES").text
    _loose(draft_with_two_revisions, folder).unlink()
    with pytest.raises(RepositoryError) as damage:
        read_many(draft_with_two_revisions, DOCUMENT, [head])
    assert damage.value.code == "E-OBJECT"


def test_a_commit_whose_tree_is_gone_is_damage(draft_with_two_revisions: Repository) -> None:
    tree = draft_with_two_revisions.ask("rev-parse", "HEAD^{tree}").text
    _loose(draft_with_two_revisions, tree).unlink()
    for reading in (
        lambda: read_at(draft_with_two_revisions, DOCUMENT, "HEAD"),
        lambda: revisions(draft_with_two_revisions, DOCUMENT),
    ):
        with pytest.raises(RepositoryError) as damage:
            reading()
        assert damage.value.code == "E-OBJECT"


def test_a_replaced_object_is_ignored(draft_with_two_revisions: Repository, git: Git) -> None:
    repository = draft_with_two_revisions
    after, before = revisions(repository, DOCUMENT)
    git(repository.work_tree, "replace", after.blob, before.blob)
    git(repository.work_tree, "replace", after.commit, before.commit)
    assert git(repository.work_tree, "show", f"HEAD:{DOCUMENT}") == "first\n"
    assert read_at(repository, DOCUMENT, "HEAD") == b"second\n"
    assert [revision.commit for revision in revisions(repository, DOCUMENT)] == [
        after.commit,
        before.commit,
    ]


@pytest.mark.parametrize("kind", ["a symbolic link", "an executable file", "a submodule"])
def test_only_plain_files_are_documents(
    draft_with_two_revisions: Repository, git: Git, message: Message, kind: str
) -> None:
    repository = draft_with_two_revisions
    after, _ = revisions(repository, DOCUMENT)
    mode = {"a symbolic link": "120000", "an executable file": "100755"}.get(kind, "160000")
    held = after.commit if mode == "160000" else after.blob
    git(repository.work_tree, "update-index", "--cacheinfo", f"{mode},{held},{DOCUMENT}")
    git(repository.work_tree, "commit", "--quiet", "--message=Swap")
    head = repository.ask("rev-parse", "HEAD").text
    for refused in (
        lambda: read_at(repository, DOCUMENT, "HEAD"),
        lambda: list(read_many(repository, DOCUMENT, [head])),
        lambda: record(repository, DOCUMENT, b"third\n", message),
    ):
        with pytest.raises(UnsafeError, match=kind) as refusal:
            refused()
        assert (refusal.value.code, refusal.value.exit_code) == ("E-MODE", 4)


def test_a_folder_is_no_document(draft_with_two_revisions: Repository) -> None:
    with pytest.raises(UnsafeError, match="not a file"):
        read_at(draft_with_two_revisions, "content/A", "HEAD")


def test_an_immense_document_is_refused_before_it_is_read(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    data = b"\n" * (LARGEST + 1)
    with pytest.raises(UnsafeError) as refusal:
        record(draft_with_two_revisions, DOCUMENT, data, message)
    assert refusal.value.code == "E-SIZE"


def test_more_texts_than_fit_in_memory_come_in_batches(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    large = b"x" * (LARGEST - 1)
    saved = record(draft_with_two_revisions, DOCUMENT, large, message)
    sizes = [
        len(text) for text in read_many(draft_with_two_revisions, DOCUMENT, [saved.commit] * 14)
    ]
    assert sizes == [len(large)] * 14
