"""The revisions of a document, and the document as it stood at each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from penholder.errors import RepositoryError, UnreadableError
from penholder.history.message import split_message
from penholder.history.names import check_path
from penholder.history.objects import (
    Entry,
    Place,
    check_mode,
    damaged,
    entries_in,
    entry_at,
    read_blob,
    read_blobs,
)
from penholder.history.repository import Answer, Call, Repository
from penholder.history.resolve import resolve
from penholder.history.tags import tags

_COMMIT = re.compile(
    r"(?P<commit>[0-9a-f]+)\ntree (?P<tree>[0-9a-f]+)\n(?:parent [0-9a-f]+\n)*"
    r"author (?P<name>[^\n]*?) ?<(?P<email>[^>\n]*)> (?P<seconds>-?\d+) (?P<zone>[+-]\d+)\n"
    r".*?\n\n(?P<message>.*)",
    re.DOTALL,
)
_LATEST = 253402300799 - 86400  # the last day of the year 9999 in any zone


@dataclass(frozen=True, slots=True)
class Revision:
    """One commit that changed a document; ``blob`` is empty where it removed the document.

    ``tags`` are the names of the tags that stand for the commit.
    """

    commit: str
    author: str
    email: str
    authored: datetime
    subject: str
    body: str
    trailers: tuple[tuple[str, str], ...]
    blob: str
    tags: tuple[str, ...]


def revisions(repository: Repository, path: str, name: str = "HEAD") -> tuple[Revision, ...]:
    """Return the revisions of the document at ``path`` that lead to ``name``, newest first.

    The order is that of the commits' ancestry, never that of their dates. In a shallow clone
    (``repository.is_shallow``) the last one is not the first version. Raises as
    :func:`penholder.history.resolve.resolve`, and RepositoryError E-OBJECT on missing history.
    """
    start = resolve(repository, name, path)
    flags = ("--topo-order", "--header", "--encoding=UTF-8")
    answer = repository.run("rev-list", *flags, start, "--", path)
    if answer.status:
        raise _broken(path, start, answer)
    found = [_parsed(text, path) for text in _texts(answer)]
    entries = entries_in(repository, path, dict.fromkeys(match["tree"] for match in found))
    named = _names(repository)
    return tuple(_revision(match, entries, named) for match in found)


def read_at(repository: Repository, path: str, revision: str) -> bytes:
    """Return the document at ``path`` as it stood at a revision (any name of a version).

    Raises UnreadableError E-ABSENT when it was not there, UnsafeError E-MODE when it was no
    plain file and E-SIZE beyond 5 MiB, RepositoryError E-OBJECT when what git holds is not what
    was recorded; and as :func:`penholder.history.resolve.resolve`.
    """
    commit = resolve(repository, revision, path)
    place = Place(path, commit)
    entry = _present(entry_at(repository, path, commit), place)
    return read_blob(repository, entry.blob, place)


def read_many(repository: Repository, path: str, commits: Sequence[str]) -> Iterator[bytes]:
    """Yield the document at ``path`` as it stood at each commit (full hashes), in their order.

    Three commands to git, whatever the number of commits. Raises as :func:`read_at`, before the
    first document unless what is wrong is the document itself.
    """
    trees = _trees(repository, check_path(path), commits)
    entries = entries_in(repository, path, dict.fromkeys(trees))
    wanted: list[tuple[str, Place]] = []
    for commit, tree in zip(commits, trees, strict=True):
        place = Place(path, commit)
        wanted.append((_present(entries.get(tree), place).blob, place))
    return read_blobs(repository, wanted)


def _present(entry: Entry | None, place: Place) -> Entry:
    if entry is None:
        raise UnreadableError(
            "E-ABSENT", f"there was no {place}", "see penholder log for the versions it has"
        )
    check_mode(entry, place)
    return entry


def _trees(repository: Repository, path: str, commits: Sequence[str]) -> list[str]:
    stdin = "".join(f"{commit}^{{tree}}\n" for commit in commits).encode()
    answer = repository.ask("cat-file", "--batch-check=%(objectname)", call=Call(stdin))
    trees = answer.text.split("\n") if commits else []
    for commit, tree in zip(commits, trees, strict=True):
        if len(tree) != len(repository.null_id):
            raise damaged(Place(path, commit), "no such commit")
    return trees


def _texts(answer: Answer) -> list[str]:
    return answer.output.decode("utf-8", "replace").split("\0")[:-1]


def _parsed(text: str, path: str) -> re.Match[str]:
    match = _COMMIT.fullmatch(text)
    if not match:
        raise damaged(Place(path, text.partition("\n")[0]), "the commit cannot be understood")
    return match


def _revision(
    match: re.Match[str], entries: Mapping[str, Entry], named: Mapping[str, Iterable[str]]
) -> Revision:
    entry = entries.get(match["tree"])
    message = match["message"].replace("\n    ", "\n").removeprefix("    ")
    subject, body, trailers = split_message(message)
    return Revision(
        commit=match["commit"],
        author=match["name"],
        email=match["email"],
        authored=_moment(int(match["seconds"]), match["zone"]),
        subject=subject,
        body=body,
        trailers=trailers,
        blob=entry.blob if entry else "",
        tags=tuple(named.get(match["commit"], ())),
    )


def _moment(seconds: int, zone: str) -> datetime:
    """Return an authored time in its own zone; an impossible zone or year is brought in range."""
    return datetime.fromtimestamp(min(max(seconds, 0), _LATEST), _zone(zone))


@cache
def _zone(written: str) -> timezone:
    minutes = int(written[1:3]) * 60 + int(written[3:5] or 0)
    offset = timedelta(minutes=-minutes if written[0] == "-" else minutes)
    return timezone(offset) if minutes < 24 * 60 else UTC


def _names(repository: Repository) -> dict[str, list[str]]:
    named: dict[str, list[str]] = defaultdict(list)
    for tag in tags(repository):
        named[tag.commit].append(tag.name)
    return named


def _broken(path: str, start: str, answer: Answer) -> RepositoryError:
    return damaged(Place(path, start), f"its history cannot be followed: {answer.errors.strip()}")
