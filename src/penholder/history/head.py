"""The branch that a save goes to, and the states in which nothing may be saved."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.errors import ConflictError, RepositoryError
from penholder.history.repository import Repository

_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}


@dataclass(frozen=True, slots=True)
class Head:
    """The branch under way (``refs/heads/main``) and its commit, empty while it has none."""

    reference: str
    commit: str


def head_of(repository: Repository) -> Head:
    """Return the branch that HEAD names.

    Raises ConflictError E-STATE when HEAD is detached, RepositoryError E-HEAD when the branch
    is there but names no commit.
    """
    reference = branch_of(repository)
    if not reference:
        raise ConflictError(
            "E-STATE",
            "no branch is checked out (HEAD is detached), so a save would belong to none",
            "git switch main, or git switch -c NAME to begin a branch here",
        )
    answer = repository.run("rev-parse", "--verify", "--quiet", "--end-of-options", reference)
    if answer.status and (repository.common_dir / reference).exists():
        raise _broken(repository, reference)
    return Head(reference, "" if answer.status else answer.text)


def branch_of(repository: Repository) -> str:
    """Return the full name of the branch that is checked out, empty when HEAD is detached."""
    named = repository.run("symbolic-ref", "--quiet", "HEAD").text
    if named:
        return named
    # git does not name a branch whose file is damaged
    written = (repository.git_dir / "HEAD").read_text("utf-8", "replace").strip()
    return written.removeprefix("ref: ") if written.startswith("ref: refs/heads/") else ""


def check_state(repository: Repository, path: str) -> None:
    """Raise ConflictError E-STATE while a merge or rebase is under way or ``path`` is unmerged."""
    for name, what in _UNDER_WAY.items():
        if (repository.git_dir / name).exists():
            raise ConflictError(
                "E-STATE",
                f"{what} is under way, and a save would become part of it",
                f"finish or abort {what} with git first; git status says how",
            )
    if repository.run("ls-files", "--unmerged", "-z", "--", path).output:
        raise ConflictError(
            "E-STATE",
            f"{path} is unmerged",
            f"settle the text, then git add {path} and git commit",
        )


def _broken(repository: Repository, reference: str) -> RepositoryError:
    log = repository.common_dir / "logs" / reference
    lines = log.read_text("utf-8", "replace").splitlines() if log.is_file() else []
    last = lines[-1].split(" ")[1] if lines else ""
    hint = f"its log names {last} last: rm {repository.common_dir / reference}; git update-ref "
    fix = f"{hint}{reference} {last}" if last else "run git fsck --lost-found to find its commits"
    return RepositoryError("E-HEAD", f"the branch {reference} names no commit", fix)
