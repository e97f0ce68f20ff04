"""The manifest of a package: what it was made from, with what, and the fingerprint of each file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from penholder import __version__
from penholder.errors import UnreadableError
from penholder.publish.tools import tools_digest

MANIFEST = "manifest.json"
FORMAT = "1"
Paper = Literal["letter", "a4"]
_HEX = re.compile(r"[0-9a-f]{64}")
_COMMIT = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64})?")
_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}\.(?:docx|pdf|yaml|html)")
_FIELDS = ("package", "draft", "base", "draft_commit", "base_commit", "author", "day", "paper",
           "penholder", "tools")  # fmt: skip
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Origin:
    """What a package is made from: two versions by name and commit, whose changes, which paper.

    A commit is empty where the version stands in no history as it is.
    """

    draft: str
    base: str
    draft_commit: str = ""
    base_commit: str = ""
    author: str = ""
    day: str = ""
    paper: Paper = "letter"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The origin of a package, the tools it was made with, and its files with their SHA-256."""

    origin: Origin
    penholder: str
    tools: str
    files: Mapping[str, str]


def written(origin: Origin, files: Mapping[str, bytes]) -> bytes:
    """Return the manifest of files made here and now."""
    fields = {name: getattr(origin, name) for name in Origin.__slots__}
    record = {
        "package": FORMAT,
        **fields,
        "penholder": __version__,
        "tools": tools_digest(),
        "files": {name: sha256(files[name]).hexdigest() for name in sorted(files)},
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Return what a manifest says; raises UnreadableError E-MANIFEST for one that is not ours."""
    try:
        record = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _wrong("it is not JSON") from error
    if not isinstance(record, dict) or sorted(record) != sorted((*_FIELDS, "files")):
        raise _wrong("it does not have the keys of one")
    told = {name: record[name] for name in _FIELDS}
    if not all(isinstance(each, str) and len(each) <= _LONGEST for each in told.values()):
        raise _wrong("a value of it is no text")
    if told.pop("package") != FORMAT or told["paper"] not in ("letter", "a4"):
        raise _wrong("it is of another form")
    commits = (told["draft_commit"], told["base_commit"])
    if not all(_COMMIT.fullmatch(commit) for commit in commits):
        raise _wrong("a commit in it is none")
    penholder, tools = told.pop("penholder"), told.pop("tools")
    return Manifest(Origin(**told), penholder, tools, _files(record["files"]))


def _files(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _wrong("it lists no files")
    for name, digest in value.items():
        if not (_NAME.fullmatch(name) and isinstance(digest, str) and _HEX.fullmatch(digest)):
            raise _wrong(f"it lists {str(name)[:40]!r}, which is no file of a package")
    return value


def _wrong(what: str) -> UnreadableError:
    fix = "name a folder or zip that penholder package made"
    return UnreadableError("E-MANIFEST", f"{MANIFEST} is not that of a package: {what}", fix)
