"""Who is at the keyboard and what time it is: read from the environment and git's own settings."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from penholder.errors import EnvironmentFault
from penholder.history.message import Signature
from penholder.history.repository import Repository


def signature(repository: Repository) -> Signature:
    """Return the person who records, as git itself would name them, and now.

    The environment comes first (GIT_AUTHOR_NAME and GIT_AUTHOR_EMAIL), then the repository's
    settings, then the person's own. Raises EnvironmentFault E-IDENTITY where nobody is named.
    """
    name = os.environ.get("GIT_AUTHOR_NAME") or _setting(repository, "user.name")
    email = os.environ.get("GIT_AUTHOR_EMAIL") or _setting(repository, "user.email")
    if not (name and email):
        fix = "git config --global user.name 'Your Name', and user.email likewise"
        raise EnvironmentFault("E-IDENTITY", "git does not know who you are", fix)
    return Signature(name, email, datetime.now().astimezone())


def _setting(repository: Repository, key: str) -> str:
    """Return a setting from the files git would read; values only, nothing in them is run."""
    for file in (repository.common_dir / "config", *_own_files()):
        if file.is_file():
            answer = repository.run("config", "--file", str(file), "--no-includes", "--get", key)
            if answer.status == 0:
                return answer.text
    return ""


def _own_files() -> list[Path]:
    given = os.environ.get("GIT_CONFIG_GLOBAL")
    if given:
        return [Path(given)]
    configured = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return [Path("~/.gitconfig").expanduser(), Path(configured).expanduser() / "git/config"]
