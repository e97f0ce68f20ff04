"""The person's own index, brought along with a save and otherwise left as it is.

The index is held from before the branch is read until after it moved, and put in place before
the branch moves. ``git commit`` reads first the branch, then the index, and only then waits for
the lock: it could otherwise take the new branch with an index that still has the earlier text,
and commit that. Without the lock somebody committing without pause would outrun us for ever.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from penholder.errors import Problem
from penholder.history.lock import PAUSE, lock_error, machine_fault
from penholder.history.objects import REGULAR
from penholder.history.repository import Call, Repository

_PATIENCE = 2.0  # seconds
_MARK = b"penholder\n"


@dataclass(frozen=True, slots=True)
class Staging:
    """The index under our lock, and the file prepared to replace it."""

    repository: Repository
    index: Path
    lock: Path
    prepared: Path
    earlier: Path

    def prepare(self, path: str, blob: str) -> tuple[Problem, ...]:
        """Prepare an index in which ``path`` has ``blob`` and every other path what it had.

        Returns advice W-INDEX when the index cannot be read. No file of the work tree is looked
        at, so no filter runs.
        """
        if self.index.exists():
            shutil.copy2(self.index, self.earlier)
            shutil.copyfile(self.index, self.prepared)
        complaint = put(self.repository, self.prepared, path, blob)
        if not complaint:
            return ()
        self.prepared.unlink(missing_ok=True)
        return (_advice(path, f"the index cannot be read: {complaint}", "rm the index"),)

    def publish(self) -> None:
        """Put the index in place, if one could be prepared.

        The time of the earlier index is kept: git looks again into files no older than it, and
        so still sees a change made in the same tick.
        """
        if not self.prepared.exists():
            return
        if self.earlier.exists():
            held = self.earlier.stat()
            os.utime(self.prepared, ns=(held.st_atime_ns, held.st_mtime_ns))
        self.prepared.replace(self.index)

    def withdraw(self) -> None:
        """Put the earlier index back, for the branch did not move."""
        if self.earlier.exists():
            self.earlier.replace(self.index)
        else:
            self.index.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Unheld:
    """An index that another program does not let go: the save goes on without it."""

    what: str
    fix: str

    def prepare(self, path: str, blob: str) -> tuple[Problem, ...]:
        """Return advice W-INDEX, for ``blob`` cannot be brought along."""
        return (_advice(path, f"the index does not have {blob[:12]} yet: {self.what}", self.fix),)

    def publish(self) -> None:
        """Leave the index to whoever holds it."""

    def withdraw(self) -> None:
        """Leave the index to whoever holds it."""


@contextmanager
def held_index(repository: Repository, folder: Path) -> Iterator[Staging | Unheld]:
    """Hold the index of the person; ``folder`` is ours alone.

    Raises EnvironmentFault when the repository cannot be written.
    """
    index = repository.git_dir / "index"
    lock = index.with_name("index.lock")
    if not _acquired(repository, lock):
        error = lock_error(repository, lock)
        yield Unheld(error.what, error.fix)
        return
    try:
        yield Staging(repository, index, lock, folder / "next", folder / "earlier")
    finally:
        lock.unlink(missing_ok=True)


def put(repository: Repository, index: Path, path: str, blob: str) -> str:
    """Set one path of an index file to a blob; return git's complaint, empty when done."""
    entry = f"{REGULAR},{blob},{path}"
    answer = repository.run("update-index", "--add", "--cacheinfo", entry, call=Call(index=index))
    return answer.errors.strip() or "no reason given" if answer.status else ""


def _acquired(repository: Repository, lock: Path) -> bool:
    """Take the lock of the index; False when one and the same holder outlasts our patience."""
    holder, seen = None, 0
    for _ in range(max(1, int(repository.limit / PAUSE))):
        try:
            descriptor = os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        except FileExistsError:
            _clear_our_own(lock)
            now = _holder(lock)
            holder, seen = now, seen + 1 if now == holder else 0
            if seen * PAUSE >= _PATIENCE:
                return False
            time.sleep(PAUSE)
        except OSError as error:
            raise machine_fault(error, lock) from error
        else:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(_MARK)
            return True
    return False


def _holder(lock: Path) -> tuple[int, int] | None:
    """Return what tells one holder of a lock from the next; None when nobody holds it."""
    try:
        held = lock.stat()
    except FileNotFoundError:
        return None
    return held.st_ino, held.st_ctime_ns


def _clear_our_own(lock: Path) -> None:
    """Remove a lock with our mark: its save was killed, for only one save runs at a time."""
    try:
        with lock.open("rb") as stream:
            ours = stream.read(len(_MARK) + 1) == _MARK
    except OSError:
        return
    if ours:
        lock.unlink(missing_ok=True)


def _advice(path: str, what: str, fix: str) -> Problem:
    return Problem("W-INDEX", f"saved, but {what}", f"{fix}; then git reset -q -- {path}")
