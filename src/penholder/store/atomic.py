"""The one way a file is written: whole, or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from penholder.errors import EnvironmentFault, UnsafeError

_FULL = (errno.ENOSPC, errno.EDQUOT)


def atomic_write(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` so that a reader sees the earlier or the later bytes, never else.

    Written beside the target, synced, renamed over it, and the folder synced. Raises
    UnsafeError where the target is a symbolic link, EnvironmentFault where the disk is full or
    may not be written; the earlier file then stands untouched.
    """
    if path.is_symlink():
        raise UnsafeError("E-PATH", f"{path} is a symbolic link", "remove the link")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        why = "no space is left" if error.errno in _FULL else (error.strerror or str(error))
        fix = "free space or choose another place with -o"
        raise EnvironmentFault("E-WRITE", f"{path} cannot be written: {why}", fix) from error


def _replace(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            os.fchmod(handle, _mode(path))
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _mode(path: Path) -> int:
    """Return the rights of the file replaced, or those a new file gets here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def sweep(folder: Path) -> int:
    """Delete what an interrupted write left behind below ``folder``; return how many files."""
    stale = [path for path in folder.rglob(".*.tmp") if path.is_file()]
    for path in stale:
        path.unlink(missing_ok=True)
    return len(stale)
