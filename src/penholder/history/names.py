"""What may name a document, a version or a tag before git sees the name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from penholder.errors import UnsafeError

_LONGEST = 250
_VERSION = re.compile(r"[\w@][\w@./+%()#=,~^-]*")
_TAG = re.compile(r"[\w][\w@./+%()#=,-]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\]")


def check_path(path: str) -> str:
    """Return ``path`` if it is a plain POSIX path below the top of a repository.

    Raises UnsafeError E-PATH for absolute paths, ``..``, ``.git``, backslashes and control
    characters.
    """
    steps = path.split("/")
    leaves = any(step in {"", ".", ".."} or step.lower() == ".git" for step in steps)
    if leaves or _CONTROL.search(path):
        raise UnsafeError(
            "E-PATH",
            f"{path!r} is not a path below the top of a repository",
            "name the document as content/A/RES/53/123.yaml",
        )
    return path


def check_version(name: str) -> str:
    """Return ``name`` if it may be asked of git as a revision.

    Ranges, reflog words and searches are refused, for each can mean more than one commit.
    Raises UnsafeError E-REF.
    """
    return _checked(name, _VERSION)


def check_tag(name: str) -> str:
    """Return ``name`` if a tag may be called so; raises UnsafeError E-REF."""
    return _checked(name, _TAG)


def scope_of(path: str) -> str:
    """Return the prefix of the tags of a document: ``content/A/RES/53/123.yaml`` has A/RES/53/123.

    The path of a symbol already holds only what git accepts in a name.
    """
    bare = PurePosixPath(path).with_suffix("") if path.endswith(".yaml") else PurePosixPath(path)
    return str(bare).removeprefix("content/")


def _checked(name: str, form: re.Pattern[str]) -> str:
    doubtful = ".." in name or "@{" in name or len(name) > _LONGEST
    if doubtful or not form.fullmatch(name):
        raise UnsafeError(
            "E-REF",
            f"{name[:60]!r} cannot name a version",
            "name a commit, a branch or a tag, such as HEAD~1 or Rev.1",
        )
    return name
