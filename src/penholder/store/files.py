"""The one way a file is read: only a regular file, never through a link, never without end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from penholder.errors import (
    ContentError,
    EnvironmentFault,
    PenholderError,
    UnreadableError,
    UnsafeError,
)
from penholder.store.size import LARGEST, oversized

_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NO_FILE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
_NO_RIGHT = (errno.EACCES, errno.EPERM)


def read_file(path: Path, most: int = LARGEST) -> bytes:
    """Return the bytes of a file, at most ``most``: 5 MiB, as for a document.

    Raises UnreadableError (E-OPEN missing, E-NOTFILE a folder, pipe or device), UnsafeError
    (E-MODE a symbolic link), EnvironmentFault (E-OPEN no right to read) and ContentError
    (E-SIZE). A pipe or device never blocks it.
    """
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        raise _refusal(path, error) from error
    try:
        return _bounded(path, handle, most)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        os.close(handle)


def _bounded(path: Path, handle: int, most: int) -> bytes:
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        what = f"{path} is {_kind(status.st_mode)}, not a file"
        raise UnreadableError("E-NOTFILE", what, "name a YAML file or a symbol")
    if status.st_size > most:
        raise _too_large(path, status.st_size)
    data = b""
    # A file may grow while it is read: never take more than one byte beyond the cap.
    while len(data) <= most and (more := os.read(handle, most + 1 - len(data))):
        data += more
    if len(data) > most:
        raise _too_large(path, len(data))
    return data


def _too_large(path: Path, size: int) -> ContentError:
    problem = oversized(size)
    problem.file = str(path)
    return ContentError([problem])


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a pipe" if stat.S_ISFIFO(mode) else "a device"


def _refusal(path: Path, error: OSError) -> PenholderError:
    """Return the exception that tells why a file could not be opened or read."""
    if error.errno == errno.ELOOP:
        what = f"{path} is a symbolic link"
        return UnsafeError("E-MODE", what, "name the file that it points to")
    if error.errno in _NO_FILE:
        fix = "check the spelling; penholder new begins a document"
        return UnreadableError("E-OPEN", f"{path} does not exist", fix)
    if error.errno in _NO_RIGHT:
        what = f"{path} may not be read by this user"
        return EnvironmentFault("E-OPEN", what, "give yourself the right to read it")
    if error.errno == errno.ENXIO:
        what = f"{path} is a socket, not a file"
        return UnreadableError("E-NOTFILE", what, "name a YAML file or a symbol")
    what = f"{path} cannot be read: {error.strerror}"
    return EnvironmentFault("E-OPEN", what, "check the disk")
