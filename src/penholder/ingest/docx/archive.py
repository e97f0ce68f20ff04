"""The zip of a Word file: the one door to it, looked at before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field

from penholder.errors import PenholderError, UnreadableError, UnsafeError

LARGEST = 50 * 1024 * 1024
"""Bytes of a file, and of all its parts together (reference: proved bombs begin at 200 MB)."""
_MOST_ENTRIES = 1000
_MOST_RECORDS = 5000  # a Word file may hold workbooks, which are zips with records of their own
_STEEPEST = 100  # XML of Word files shrinks to a thirtieth
_STEEP_FROM = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SAVE_ANEW = "open it in Word, save it as .docx, and import that"


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a Word file by name; each is unpacked when it is asked for, and no further
    than the directory says it is long."""

    names: tuple[str, ...]
    _zip: zipfile.ZipFile = field(repr=False)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part; raises UnreadableError E-DOCX where they are damaged."""
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise unreadable(f"its part {name} is damaged") from error


def open_archive(data: bytes) -> Archive:
    """Return the archive of a Word file, once nothing about it is dangerous.

    Raises UnreadableError E-DOCX (exit 3), UnsafeError E-ZIP or E-ZIPBOMB (exit 4).
    Limits: reference of trials, python-docx takes 2.1 GiB for a file of 1 MB without them.
    """
    if data.startswith(_OLE):
        raise _of_old_kind(data)
    if len(data) > LARGEST:
        raise UnsafeError("E-SIZE", f"{len(data)} bytes, more than {LARGEST}", _SAVE_ANEW)
    if data.count(b"PK\x01\x02") > _MOST_RECORDS:
        raise _refused(f"more than {_MOST_ENTRIES} entries")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise unreadable("it is no zip, or is cut off") from error
    entries = archive.infolist()
    _check_names([entry.orig_filename for entry in entries])
    _check_sizes(entries)
    return Archive(tuple(entry.filename for entry in entries), archive)


def unreadable(what: str) -> UnreadableError:
    """Return the error for a file that is not what a Word file should be."""
    return UnreadableError("E-DOCX", f"not a Word file that can be read: {what}", _SAVE_ANEW)


def _of_old_kind(data: bytes) -> PenholderError:
    if _ENCRYPTED in data:
        what, fix = "it is locked with a password", "take the password off in Word, save, import"
    else:
        what, fix = "it is in the form of Word before 2007 (.doc)", _SAVE_ANEW
    return UnreadableError("E-DOCX", f"not a Word file that can be read: {what}", fix)


def _check_names(names: list[str]) -> None:
    if len(names) > _MOST_ENTRIES:
        raise _refused(f"{len(names)} entries, more than {_MOST_ENTRIES}")
    seen: set[str] = set()
    for name in names:
        steps = name.replace("\\", "/").split("/")
        is_odd = "\0" in name or "\\" in name or ":" in name or name.startswith("/")
        if is_odd or ".." in steps:
            raise _refused(f"the entry {name[:60]!r} points out of the file")
        if name.casefold() in seen:
            raise _refused(f"two entries named {name[:60]!r}, of which each reader takes another")
        seen.add(name.casefold())


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST:
        raise _bomb(f"its parts unpack to {total} bytes, more than {LARGEST}")
    for entry in entries:
        if entry.flag_bits & 1:
            raise unreadable(f"its part {entry.filename} is locked with a password")
        if entry.compress_type not in _PLAIN_METHODS:
            raise unreadable(f"its part {entry.filename} is packed in a way Word does not use")
        is_steep = entry.file_size > _STEEPEST * max(entry.compress_size, 1)
        if is_steep and entry.file_size > _STEEP_FROM:
            times = entry.file_size // max(entry.compress_size, 1)
            raise _bomb(f"its part {entry.filename} unpacks to {times} times its size")


def _refused(what: str) -> UnsafeError:
    return UnsafeError("E-ZIP", f"the zip of the file is not one that Word writes: {what}",
                       _SAVE_ANEW)  # fmt: skip


def _bomb(what: str) -> UnsafeError:
    return UnsafeError("E-ZIPBOMB", f"the file is made to fill the memory: {what}",
                       "look where the file comes from")  # fmt: skip
