"""The repository's own settings: read and written by git, never those of a person or machine."""

from __future__ import annotations

from penholder.errors import ConflictError
from penholder.history.repository import Answer, Repository, fault

_ABSENT = (1, 5)


def local_setting(repository: Repository, key: str) -> str:
    """Return a setting of the repository, empty where it has none; includes are not followed."""
    answer = repository.run("config", "--local", "--no-includes", "--get", key)
    if answer.status in _ABSENT:
        return ""
    return _done(answer).text


def set_locally(repository: Repository, key: str, value: str) -> None:
    """Give a setting one value in the configuration that all work trees share.

    Raises ConflictError E-LOCK where another git is writing it, and as
    :func:`penholder.history.repository.fault`.
    """
    _done(repository.run("config", "--local", "--replace-all", key, value))


def unset_locally(repository: Repository, key: str) -> None:
    """Take a setting away where the repository has it; raises as :func:`set_locally`."""
    answer = repository.run("config", "--local", "--unset-all", key)
    if answer.status not in _ABSENT:
        _done(answer)


def _done(answer: Answer) -> Answer:
    if "could not lock" in answer.errors:
        what = f"the settings of the repository are locked: {answer.errors.strip()}"
        raise ConflictError("E-LOCK", what, "try again when the other git program has ended")
    if answer.status:
        raise fault(answer, "config")
    return answer
