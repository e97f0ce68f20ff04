"""Finding the repository a folder belongs to, or beginning one."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from penholder.errors import EnvironmentFault, RepositoryError, UnreadableError, UnsafeError
from penholder.history.repository import Call, Repository, execute, fault

_LONGEST_POINTER = 4096
_LIMIT = 30.0


def discover(folder: Path) -> Repository:
    """Return the repository whose work tree holds ``folder``.

    Linked work trees and submodules (a ``.git`` file) are followed. Raises UnreadableError
    E-NOREPO outside any repository and E-STATE in a bare one, UnsafeError E-OWNER when another
    user owns it, RepositoryError E-REPOSITORY when git does not take it for a repository.
    """
    start = folder.absolute()
    for place in (start, *start.parents):
        if (place / ".git").exists():
            return _open(place)
        if _is_git_dir(place):
            raise UnreadableError(
                "E-STATE",
                f"{place} is a bare repository, without a folder of documents",
                "clone it and work in the clone",
            )
    raise UnreadableError(
        "E-NOREPO", f"{folder} is not in a git repository", "begin one with penholder init"
    )


def initialise(folder: Path) -> Repository:
    """Return the repository that holds ``folder``, after creating one there if none exists.

    The new repository has the unborn branch ``main`` and nothing from any template. Raises
    EnvironmentFault E-RIGHTS or E-SPACE when it cannot be written.
    """
    try:
        return discover(folder)
    except UnreadableError as absent:
        if absent.code != "E-NOREPO":
            raise
    top = folder.absolute()
    places = (f"--git-dir={top / '.git'}", f"--work-tree={top}")
    command = ("init", "--quiet", "--template=", "--initial-branch=main")
    _make_folder(top)
    answer = execute((*places, *command), Path("/"), Call(), _LIMIT)
    if answer.status:
        raise fault(answer, "init")
    return discover(folder)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(
            "E-RIGHTS", f"{folder} cannot be made: {error.strerror}", "choose another folder"
        ) from error


def _open(work_tree: Path) -> Repository:
    git_dir = _git_dir(work_tree)
    common_dir = _pointed(git_dir / "commondir", "") if _has_commondir(git_dir) else git_dir
    for place in (work_tree, git_dir, common_dir):
        _check_owner(place)
    repository = Repository(work_tree, git_dir, common_dir)
    answer = repository.run("rev-parse", "--show-object-format")
    if answer.status:
        raise RepositoryError(
            "E-REPOSITORY",
            f"git does not take {git_dir} for a repository: {answer.errors.strip()}",
            f"look at {git_dir / 'HEAD'} and {git_dir / 'config'}; "
            "logs/HEAD names the last commits",
        )
    return replace(repository, object_format=answer.text)


def _git_dir(work_tree: Path) -> Path:
    entry = work_tree / ".git"
    return entry.resolve() if entry.is_dir() else _pointed(entry, "gitdir: ")


def _has_commondir(git_dir: Path) -> bool:
    return (git_dir / "commondir").is_file()


def _pointed(pointer: Path, prefix: str) -> Path:
    with pointer.open("rb") as stream:
        line = os.fsdecode(stream.read(_LONGEST_POINTER)).rstrip("\n")
    target = pointer.parent / line.removeprefix(prefix)
    if not line.startswith(prefix) or "\0" in line or not target.is_dir():
        raise RepositoryError(
            "E-REPOSITORY",
            f"{pointer} does not lead to a repository",
            "run git worktree repair in the main work tree, or clone again",
        )
    return target.resolve()


def _is_git_dir(place: Path) -> bool:
    return all((place / name).exists() for name in ("HEAD", "objects", "refs"))


def _check_owner(place: Path) -> None:
    if place.stat().st_uid != os.geteuid():
        raise UnsafeError(
            "E-OWNER",
            f"{place} belongs to another user, whose configuration git would follow",
            "clone the repository into a folder of your own, or have its owner changed to you",
        )
