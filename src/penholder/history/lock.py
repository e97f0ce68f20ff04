"""One save at a time: a lock the kernel frees, and a private folder swept after any crash."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from penholder.errors import ConflictError, EnvironmentFault
from penholder.history.repository import Repository

PAUSE = 0.01  # seconds between two looks at a lock
_NAME = "penholder.lock"
_PREFIX = "penholder-"


@contextmanager
def locked(repository: Repository) -> Iterator[Path]:
    """Hold the repository against every other save; give a private folder for its work.

    Raises ConflictError E-BUSY when another save holds it beyond ``repository.limit`` seconds,
    EnvironmentFault E-RIGHTS or E-SPACE when the repository cannot be written.
    """
    descriptor = _opened(repository.common_dir / _NAME)
    try:
        _wait_for(descriptor, repository)
        folder = _private_folder(repository)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    finally:
        os.close(descriptor)


def lock_error(repository: Repository, held: Path) -> ConflictError:
    """Return ConflictError E-LOCK for a lock file of git's that does not go away."""
    return ConflictError(
        "E-LOCK",
        f"{held} has been held for {_age(repository, held):.0f} seconds",
        "let the other git program finish; remove the file only if no git program is running",
    )


def machine_fault(error: OSError, place: Path) -> EnvironmentFault:
    """Return the exception for a failed write: no space, or no right."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    fix = "free some space on the disk" if full else "ask for the right to write there"
    code = "E-SPACE" if full else "E-RIGHTS"
    return EnvironmentFault(code, f"{place} cannot be written: {error.strerror}", fix)


def _opened(place: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    try:
        return os.open(place, flags, 0o666)
    except OSError as error:
        raise machine_fault(error, place) from error


def _wait_for(descriptor: int, repository: Repository) -> None:
    for _ in range(max(1, int(repository.limit / PAUSE))):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(PAUSE)
        else:
            return
    raise ConflictError(
        "E-BUSY",
        f"another save has held {repository.common_dir / _NAME} for {repository.limit:g} seconds",
        "wait for it to finish and save again; nothing was written",
    )


def _private_folder(repository: Repository) -> Path:
    """Make a folder for this save; whoever holds the lock may sweep what killed saves left."""
    for left in repository.git_dir.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)
    try:
        return Path(tempfile.mkdtemp(prefix=_PREFIX, dir=repository.git_dir))
    except OSError as error:
        raise machine_fault(error, repository.git_dir) from error


def _age(repository: Repository, held: Path) -> float:
    """Return the age of a file in seconds, by the clock of its own file system."""
    ours = repository.common_dir / _NAME
    ours.touch()
    try:
        return max(0.0, ours.stat().st_mtime - held.stat().st_mtime)
    except FileNotFoundError:
        return 0.0
