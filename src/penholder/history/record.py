"""Saving one document as one commit, beside other saves and beside people using git."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from penholder.errors import ConflictError, Problem
from penholder.history.head import Head, branch_of, check_state, head_of
from penholder.history.lock import lock_error, locked
from penholder.history.message import Message
from penholder.history.names import check_path
from penholder.history.objects import Place, check_mode, entry_at, read_blob
from penholder.history.repository import Answer, Call, Repository, fault
from penholder.history.staging import Staging, Unheld, held_index, put

_TRIES = 40
_PAUSE = 0.05  # seconds between two tries at a branch that is locked
ABSENT = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a save did: the commit that holds the document, and advice.

    ``is_unchanged`` says that HEAD had these bytes already and no commit was made.
    """

    commit: str
    blob: str
    is_unchanged: bool
    advice: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Save:
    repository: Repository
    path: str
    data: bytes
    message: Message
    folder: Path


def record(
    repository: Repository, path: str, data: bytes, message: Message, base: str | None = None
) -> Recorded:
    """Save one document as one commit on the branch under way.

    ``base`` is the blob id of the version the document was made from (``Revision.blob``),
    ``ABSENT`` when there was none, None for whatever stands at HEAD when the save begins. The
    file in the work tree is not touched: the caller has written it before. When this returns,
    the commit is on disk and reachable from HEAD, whatever happens next.

    Raises ConflictError E-CONFLICT when the document is no longer ``base``, E-STATE on a
    detached HEAD or during a merge, E-BUSY or E-LOCK when another program does not let go;
    UnsafeError E-PATH or E-MODE; EnvironmentFault; RepositoryError. Nothing is saved then.
    """
    check_path(path)
    with locked(repository) as folder:
        begun = _blob_at(repository, path, head_of(repository)) if base is None else base
        save = _Save(repository, path, data, message, folder)
        for _ in range(_TRIES):
            with held_index(repository, folder) as staging:
                recorded = _attempt(save, staging, begun)
            if recorded:
                return recorded
            time.sleep(_PAUSE if _lock_held(repository, head_of(repository)) else 0)
        raise _hindered(repository, head_of(repository))


def _blob_at(repository: Repository, path: str, head: Head) -> str:
    entry = entry_at(repository, path, head.commit) if head.commit else None
    if entry:
        check_mode(entry, Place(path, head.commit))
    return entry.blob if entry else ABSENT


def _attempt(save: _Save, staging: Staging | Unheld, base: str) -> Recorded | None:
    """Save upon the branch as it stands; None when it moved meanwhile or is locked."""
    check_state(save.repository, save.path)
    head = head_of(save.repository)
    blob = save.repository.object_id("blob", save.data)
    held = _blob_at(save.repository, save.path, head)
    if held == blob:
        return Recorded(head.commit, blob, True, _bring_along(save, staging, blob))
    if held != base:
        raise _conflict(save.path, head)
    commit = _commit(save, head, blob)
    advice = staging.prepare(save.path, blob)
    if not _move_with(staging, save, head, commit):
        return None
    return Recorded(commit, blob, False, advice)


def _move_with(staging: Staging | Unheld, save: _Save, head: Head, commit: str) -> bool:
    """Put the index in place, then move the branch; the index goes back where that fails."""
    staging.publish()
    moved = False
    try:
        moved = _move(save, head, commit)
    finally:
        if not moved or branch_of(save.repository) != head.reference:
            staging.withdraw()
    return moved


def _commit(save: _Save, head: Head, blob: str) -> str:
    """Write blob, tree and commit through an index of our own; return the commit."""
    repository, index = save.repository, save.folder / "index"
    _write_blob(save, blob)
    start = (head.commit,) if head.commit else ("--empty",)
    repository.ask("read-tree", *start, call=Call(index=index))
    complaint = put(repository, index, save.path, blob)
    if complaint:
        raise fault(Answer(1, b"", complaint), "update-index")
    tree = repository.ask("write-tree", call=Call(index=index)).text
    parent = ("-p", head.commit) if head.commit else ()
    text = Call(save.message.text.encode(), None, save.message.environment)
    return repository.ask("commit-tree", tree, *parent, call=text).text


def _write_blob(save: _Save, blob: str) -> None:
    """Store the bytes, then read them: git keeps a damaged object that has the same name."""
    arguments = ("hash-object", "-w", "--no-filters", "--stdin")
    save.repository.ask(*arguments, call=Call(save.data))
    read_blob(save.repository, blob, Place(save.path, "this save"))


def _move(save: _Save, head: Head, commit: str) -> bool:
    """Move the branch if it still stands where it stood; False when it moved or is locked."""
    repository = save.repository
    before = head.commit or repository.null_id
    log = ("-m", f"record: {save.message.subject}")
    answer = repository.run(
        "update-ref", *log, "--end-of-options", head.reference, commit, before,
        call=Call(environment=save.message.environment),
    )  # fmt: skip
    if not answer.status:
        return True
    locked_out = _lock_held(repository, head) or "File exists" in answer.errors
    if not locked_out and head_of(repository) == head:
        raise fault(answer, "update-ref")
    return False


def _bring_along(save: _Save, staging: Staging | Unheld, blob: str) -> tuple[Problem, ...]:
    """Mend the index where an earlier save could not."""
    staged = save.repository.run("ls-files", "--stage", "-z", "--", save.path)
    if f" {blob} 0\t" in staged.text:
        return ()
    advice = staging.prepare(save.path, blob)
    staging.publish()
    return advice


def _lock_held(repository: Repository, head: Head) -> Path | None:
    branch = repository.common_dir / f"{head.reference}.lock"
    packed = repository.common_dir / "packed-refs.lock"
    locks = (branch, repository.git_dir / "HEAD.lock", packed)
    return next((lock for lock in locks if lock.exists()), None)


def _hindered(repository: Repository, head: Head) -> ConflictError:
    lock = _lock_held(repository, head)
    if lock:
        return lock_error(repository, lock)
    return ConflictError(
        "E-BUSY",
        f"{head.reference} moved {_TRIES} times while the document was being saved",
        "save again; nothing was written",
    )


def _conflict(path: str, head: Head) -> ConflictError:
    return ConflictError(
        "E-CONFLICT",
        f"{path} was changed by somebody else, last in {head.commit[:12] or 'no commit'}",
        "compare your text with that version, join the two, and save again",
    )
