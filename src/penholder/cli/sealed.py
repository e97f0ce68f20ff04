"""A package as a folder or a zip: written in one order with one date, read without trust."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from penholder.cli.names import shown
from penholder.errors import UnreadableError, UnsafeError
from penholder.store.files import read_file

LARGEST = 100 * 1024 * 1024
_MOST_FILES = 40
_NOWHEN = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can tell
_FIX = "name a folder or zip that penholder package made"


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of files; the same files give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _NOWHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    return target.getvalue()


def unsealed(path: Path) -> dict[str, bytes]:
    """Return the files of a package, a folder or a zip, by name.

    Raises UnreadableError E-OPEN or E-PACKAGE, UnsafeError E-ZIP or E-ZIPBOMB; nothing is written.
    """
    if path.is_dir():
        return _in_folder(path)
    return _in_zip(read_file(path, LARGEST), shown(path))


def _in_folder(path: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for entry in sorted(os.scandir(path), key=lambda each: each.name):
        if len(found) == _MOST_FILES:
            raise UnreadableError("E-PACKAGE", f"{shown(path)} holds too many files", _FIX)
        if not entry.is_file(follow_symlinks=False):
            what = f"{shown(path)} holds {entry.name}, which is no plain file"
            raise UnsafeError("E-MODE", what, _FIX)
        found[entry.name] = read_file(Path(entry.path), LARGEST)
    return found


def _in_zip(data: bytes, name: str) -> dict[str, bytes]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
        _check(entries, name)
        return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError("E-PACKAGE", f"{name} is no whole zip: {error}", _FIX) from error


def _check(entries: list[zipfile.ZipInfo], name: str) -> None:
    names = [entry.orig_filename for entry in entries]
    odd = [each for each in names if each != Path(each).name or "\\" in each]
    if odd:
        what = f"{name} holds {odd[0][:60]!r}, which leads out of its folder"
        raise UnsafeError("E-ZIP", what, _FIX)
    if len(set(names)) < len(names) or len(names) > _MOST_FILES:
        raise UnsafeError("E-ZIP", f"{name} holds a file twice, or too many files", _FIX)
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise UnsafeError("E-ZIPBOMB", f"{name} unpacks to more than {LARGEST} bytes", _FIX)
