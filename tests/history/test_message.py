from __future__ import annotations

from datetime import UTC, datetime

import pytest

from penholder.errors import UsageError
from penholder.history.message import Message, Signature, split_message


def test_a_message_is_subject_body_and_trailers(expert: Signature) -> None:
    message = Message("Revise", expert, "After the round.\n", (("Proposed-by", "France"),))
    assert message.text == "Revise\n\nAfter the round.\n\nProposed-by: France\n"
    assert split_message(message.text) == ("Revise", "After the round.", message.trailers)


def test_the_author_records_unless_another_does(expert: Signature) -> None:
    secretary = Signature("Secretary", "s@example.org", expert.when)
    alone = Message("Revise", expert).environment
    with_secretary = Message("Revise", expert, committer=secretary).environment
    assert alone["GIT_COMMITTER_NAME"] == "Expert"
    assert with_secretary["GIT_COMMITTER_NAME"] == "Secretary"
    assert with_secretary["GIT_AUTHOR_NAME"] == "Expert"
    assert alone["GIT_AUTHOR_DATE"] == "@918633600 +0100"


@pytest.mark.parametrize(
    ("subject", "trailers"),
    [
        ("", ()),
        (" ", ()),
        ("two\nlines", ()),
        ("x", (("Bad key", "y"),)),
        ("x", (("Key", "a\nb"),)),
    ],
)
def test_a_message_that_git_would_read_otherwise_is_refused(
    expert: Signature, subject: str, trailers: tuple[tuple[str, str], ...]
) -> None:
    with pytest.raises(UsageError, match="cannot be the message"):
        Message(subject, expert, trailers=trailers)


@pytest.mark.parametrize("name", ["", " . ", "A <b>", "A\nB"])
def test_a_name_git_would_change_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="cannot sign"):
        Signature(name, "a@example.org", datetime(1999, 2, 10, tzinfo=UTC))


@pytest.mark.parametrize("when", [datetime(1999, 2, 10), datetime(1945, 6, 26, tzinfo=UTC)])
def test_a_moment_git_cannot_store_is_refused(when: datetime) -> None:
    with pytest.raises(UsageError, match="cannot date"):
        Signature("Expert", "a@example.org", when)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Subject", ("Subject", "", ())),
        ("Agreed: yes", ("Agreed: yes", "", ())),
        ("Two\nlines\n\nbody", ("Two lines", "body", ())),
        ("S\n\nA: one\n two\nB:three", ("S", "", (("A", "one two"), ("B", "three")))),
        ("S\n\nbody\n\nA: one\nno trailer", ("S", "body\n\nA: one\nno trailer", ())),
    ],
)
def test_trailers_are_a_last_paragraph_of_pairs(
    text: str, parts: tuple[str, str, tuple[tuple[str, str], ...]]
) -> None:
    assert split_message(text) == parts
