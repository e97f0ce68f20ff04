from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from penholder.errors import RepositoryError, UnreadableError, UnsafeError
from penholder.history.message import Message, Signature
from penholder.history.record import record
from penholder.history.repository import Call, Repository
from penholder.history.revisions import read_at, read_many, revisions
from penholder.history.tags import tag

DOCUMENT = "content/A/RES/53/123.yaml"
Git = Callable[..., str]


def test_revisions_come_newest_first_with_all_they_say(
    draft_with_two_revisions: Repository, expert: Signature
) -> None:
    head = draft_with_two_revisions.ask("rev-parse", "HEAD").text
    tag(draft_with_two_revisions, "A/RES/53/123@adopted", head, "Adopted", expert)
    after, before = revisions(draft_with_two_revisions, DOCUMENT)
    assert after.commit == head
    assert (after.author, after.email) == ("Expert", "expert@example.org")
    assert after.authored == expert.when
    assert after.authored.utcoffset() == timedelta(hours=1)
    assert (after.subject, after.body) == ("Revise the preamble", "")
    assert after.trailers == (("Proposed-by", "France"),)
    assert after.tags == ("A/RES/53/123@adopted",)
    assert before.tags == ()
    assert after.blob == draft_with_two_revisions.object_id("blob", b"second\n")


def test_only_commits_that_changed_the_document_are_its_revisions(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    record(draft_with_two_revisions, "content/A/RES/53/124.yaml", b"other\n", message)
    assert len(revisions(draft_with_two_revisions, DOCUMENT)) == 2
    assert len(revisions(draft_with_two_revisions, "content/A/RES/53/124.yaml")) == 1
    assert revisions(draft_with_two_revisions, "content/A/RES/53/999.yaml") == ()


def test_a_revision_that_removed_the_document_has_no_blob(
    draft_with_two_revisions: Repository, git: Git
) -> None:
    top = draft_with_two_revisions.work_tree
    git(top, "rm", "--quiet", DOCUMENT)
    git(top, "commit", "--quiet", "--message=Withdraw")
    removal = revisions(draft_with_two_revisions, DOCUMENT)[0]
    assert (removal.subject, removal.blob) == ("Withdraw", "")
    with pytest.raises(UnreadableError) as absent:
        read_at(draft_with_two_revisions, DOCUMENT, "HEAD")
    assert absent.value.code == "E-ABSENT"
    with pytest.raises(UnreadableError, match="there was no"):
        read_many(draft_with_two_revisions, DOCUMENT, [removal.commit])


def test_order_follows_ancestry_when_the_clock_jumps_back(
    draft_with_two_revisions: Repository, message: Message
) -> None:
    early = Signature("Expert", "expert@example.org", datetime(1980, 1, 1, tzinfo=UTC))
    saved = record(draft_with_two_revisions, DOCUMENT, b"third\n", Message("Later", early))
    assert revisions(draft_with_two_revisions, DOCUMENT)[0].commit == saved.commit


def test_every_version_is_read_at_once_in_the_order_asked(
    draft_with_two_revisions: Repository,
) -> None:
    after, before = revisions(draft_with_two_revisions, DOCUMENT)
    asked = [before.commit, after.commit, before.commit]
    texts = list(read_many(draft_with_two_revisions, DOCUMENT, asked))
    assert texts == [b"first\n", b"second\n", b"first\n"]
    assert list(read_many(draft_with_two_revisions, DOCUMENT, [])) == []


def test_bytes_are_returned_as_recorded(unborn: Repository, message: Message) -> None:
    data = b"\xff\x00\r\nno end"
    saved = record(unborn, DOCUMENT, data, message)
    assert read_at(unborn, DOCUMENT, saved.commit) == data


def test_a_commit_that_does_not_exist_is_damage(draft_with_two_revisions: Repository) -> None:
    with pytest.raises(RepositoryError, match="no such commit"):
        read_many(draft_with_two_revisions, DOCUMENT, ["1" * 40])


@pytest.mark.parametrize("revision", ["--output=F", "-D", "HEAD..HEAD", "@{u}", ":/x"])
def test_a_revision_that_looks_like_an_option_makes_no_file(
    draft_with_two_revisions: Repository, revision: str
) -> None:
    with pytest.raises(UnsafeError) as refusal:
        read_at(draft_with_two_revisions, DOCUMENT, revision)
    assert refusal.value.code == "E-REF"
    assert {path.name for path in draft_with_two_revisions.work_tree.iterdir()} == {
        ".git",
        "content",
    }


def test_a_shallow_clone_says_so(shallow: Repository) -> None:
    assert shallow.is_shallow
    assert len(revisions(shallow, DOCUMENT)) == 1
    assert read_at(shallow, DOCUMENT, "HEAD") == b"second\n"


def test_a_full_clone_is_not_shallow(draft_with_two_revisions: Repository) -> None:
    assert not draft_with_two_revisions.is_shallow


def test_reading_works_on_a_detached_head(detached: Repository) -> None:
    assert read_at(detached, DOCUMENT, "HEAD") == b"first\n"


def test_a_missing_parent_is_damage_and_not_a_first_version(
    draft_with_two_revisions: Repository,
) -> None:
    first = draft_with_two_revisions.ask("rev-parse", "HEAD~1").text
    (draft_with_two_revisions.git_dir / "objects" / first[:2] / first[2:]).unlink()
    with pytest.raises(RepositoryError, match="cannot be followed"):
        revisions(draft_with_two_revisions, DOCUMENT)
    assert read_at(draft_with_two_revisions, DOCUMENT, "HEAD") == b"second\n"


@pytest.mark.parametrize(
    ("signed", "authored"),
    [
        ("918604800 +9999", datetime(1999, 2, 10, tzinfo=UTC)),
        ("918604800 -0330", datetime(1999, 2, 10, tzinfo=UTC)),
        ("99999999999999 +0000", datetime.fromtimestamp(253402214399, UTC)),
    ],
)
def test_an_impossible_date_of_another_program_is_brought_in_range(
    draft_with_two_revisions: Repository, signed: str, authored: datetime
) -> None:
    repository = draft_with_two_revisions
    commit = _commit(repository, f"A B <a@example.org> {signed}")
    assert revisions(repository, DOCUMENT, commit)[0].authored == authored


def test_a_commit_without_an_author_is_damage(draft_with_two_revisions: Repository) -> None:
    commit = _commit(draft_with_two_revisions, "nobody")
    with pytest.raises(RepositoryError, match="cannot be understood"):
        revisions(draft_with_two_revisions, DOCUMENT, commit)


def _commit(repository: Repository, author: str) -> str:
    """Store a commit that git itself would not make."""
    tree = repository.ask("rev-parse", "HEAD^{tree}").text
    text = f"tree {tree}\nauthor {author}\ncommitter C <c@example.org> 1 +0000\n\nOdd\n"
    options = ("-t", "commit", "-w", "--literally", "--stdin")
    return repository.ask("hash-object", *options, call=Call(text.encode())).text
