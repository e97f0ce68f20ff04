"""Documents as git stores them: found by commit and path, and hashed again when read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from penholder.errors import PenholderError, RepositoryError, UnsafeError
from penholder.history.repository import Call, Repository
from penholder.store.size import LARGEST

REGULAR = "100644"
_BATCH = 64 * 1024 * 1024
_ABSENT = "no object"


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands at a path in one tree: its mode as git writes it, and the id of its blob."""

    mode: str
    blob: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a blob is wanted: a path and a revision, for messages."""

    path: str
    revision: str

    def __str__(self) -> str:
        return f"{self.path} at {self.revision[:12]}"


def damaged(place: Place, why: str) -> RepositoryError:
    """Return the exception for an object that is absent, swapped or unreadable."""
    return RepositoryError(
        "E-OBJECT",
        f"the repository is damaged: {place}: {why}",
        "run git fsck, and fetch the object again from another copy of the repository",
    )


def check_mode(entry: Entry, place: Place) -> None:
    """Raise UnsafeError E-MODE unless the entry is a plain file (mode 100644)."""
    kinds = {"120000": "a symbolic link", "160000": "a submodule", "100755": "an executable file"}
    if entry.mode != REGULAR:
        kind = kinds.get(entry.mode, "not a file")
        raise UnsafeError(
            "E-MODE", f"{place} is {kind}", "keep documents as plain files of mode 100644"
        )


def entry_at(repository: Repository, path: str, commit: str) -> Entry | None:
    """Return what stands at ``path`` in a commit, None when nothing does.

    Raises RepositoryError E-OBJECT when the trees of the commit cannot be read.
    """
    answer = repository.run("ls-tree", "-z", "--full-tree", "--end-of-options", commit, path)
    if answer.status:
        raise damaged(Place(path, commit), answer.errors.strip())
    if not answer.output:
        return None
    mode, _, blob = answer.output.partition(b"\t")[0].decode().split(" ")
    return Entry(mode, blob)


def entries_in(repository: Repository, path: str, trees: Iterable[str]) -> dict[str, Entry]:
    """Return what stands at ``path`` in each tree, by tree id; trees without it are left out.

    Asks git once, whatever the number of trees: each is compared with the empty tree.
    """
    empty = repository.object_id("tree", b"")
    stdin = "".join(f"{empty} {tree}\n" for tree in trees).encode()
    flags = ("--stdin", "-r", "-z", "--raw", "--no-renames", "--no-ext-diff", "--no-textconv")
    answer = repository.run("diff-tree", *flags, "--", path, call=Call(stdin))
    if answer.status:
        raise damaged(Place(path, "one of its revisions"), answer.errors.strip())
    form = rb"[0-9a-f]+ ([0-9a-f]+)\n:000000 (\d{6}) 0+ ([0-9a-f]+) A\0" + re.escape(path.encode())
    return {
        tree.decode(): Entry(mode.decode(), blob.decode())
        for tree, mode, blob in re.findall(form + rb"\0", answer.output)
    }


def read_blob(repository: Repository, blob: str, place: Place) -> bytes:
    """Return the bytes of one blob; raises as :func:`read_blobs`."""
    return next(read_blobs(repository, [(blob, place)]))


def read_blobs(repository: Repository, wanted: Sequence[tuple[str, Place]]) -> Iterator[bytes]:
    """Yield the bytes of each blob, in order, holding at most 64 MiB of them at once.

    Raises RepositoryError E-OBJECT naming the place when a blob is absent or does not hash to
    its id, UnsafeError E-SIZE beyond 5 MiB.
    """
    sizes = _sizes(repository, wanted)
    start = 0
    while start < len(wanted):
        end, total = start + 1, sizes[start]
        while end < len(wanted) and total + sizes[end] <= _BATCH:
            total += sizes[end]
            end += 1
        yield from _contents(repository, wanted[start:end])
        start = end


def _sizes(repository: Repository, wanted: Sequence[tuple[str, Place]]) -> list[int]:
    stdin = "".join(f"{blob}\n" for blob, _ in wanted).encode()
    answer = repository.run(
        "cat-file", "--batch-check=%(objecttype) %(objectsize)", call=Call(stdin)
    )
    lines = answer.output.decode("utf-8", "replace").splitlines()
    if answer.status or len(lines) != len(wanted):
        raise _first_damaged(repository, wanted)
    return [_size(line, place) for line, (_, place) in zip(lines, wanted, strict=True)]


def _size(line: str, place: Place) -> int:
    kind, _, size = line.rpartition(" ")
    if kind != "blob" or not size.isdigit():
        raise damaged(place, _ABSENT)
    if int(size) > LARGEST:
        raise UnsafeError("E-SIZE", f"{place} has {size} bytes", "split it into several documents")
    return int(size)


def _contents(repository: Repository, wanted: Sequence[tuple[str, Place]]) -> Iterator[bytes]:
    stdin = "".join(f"{blob}\n" for blob, _ in wanted).encode()
    answer = repository.run("cat-file", "--batch", call=Call(stdin))
    if answer.status:
        raise _first_damaged(repository, wanted)
    output, at = answer.output, 0
    for blob, place in wanted:
        end = output.find(b"\n", at)
        size = _size(output[at:end].decode("utf-8", "replace").partition(" ")[2], place)
        data = output[end + 1 : end + 1 + size]
        at = end + size + 2
        yield _verified(repository, data, blob, place)


def _verified(repository: Repository, data: bytes, blob: str, place: Place) -> bytes:
    found = repository.object_id("blob", data)
    if found != blob:
        raise damaged(place, f"the text stored as {blob[:12]} is another one ({found[:12]})")
    return data


def _first_damaged(repository: Repository, wanted: Sequence[tuple[str, Place]]) -> PenholderError:
    """Find which blob made a batch fail, one by one, since git names none by place."""
    for blob, place in wanted:
        answer = repository.run("cat-file", "blob", blob)
        if answer.status or repository.object_id("blob", answer.output) != blob:
            return damaged(place, answer.errors.strip() or _ABSENT)
    return damaged(wanted[0][1], "a batch of texts could not be read")
