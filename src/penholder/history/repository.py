"""The one door to git: plumbing commands without a work tree, which no configuration can bend.

A cloned repository may carry configuration that runs programs on mere reads (filters, textconv,
fsmonitor, hooks). Plumbing called with an explicit git folder from ``/`` never meets most of it;
``_OVERRIDES`` and ``_ENVIRONMENT`` close the rest.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.errors import EnvironmentFault, PenholderError, RepositoryError

if TYPE_CHECKING:
    from git.cmd import Git

# The first release that knows core.fsync as a list; GIT_CONFIG_GLOBAL came with 2.32.
_OLDEST = (2, 36)
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.commitGraph=false",  # a graph file may tell other parents than the commits do
    "core.warnAmbiguousRefs=true",
    "core.fsync=committed,reference",  # what was acknowledged survives a loss of power
    "core.fsyncMethod=fsync",
    "i18n.commitEncoding=UTF-8",
    "protocol.allow=never",
)
_OVERRIDES = tuple(part for setting in _SETTINGS for part in ("-c", setting))
_ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_COUNT": "0",
    "GIT_CONFIG_PARAMETERS": "",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # a missing object is missing, not fetched by a named program
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NAMESPACE": "",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C.UTF-8",
}
_MACHINE = (
    ("No space left", "E-SPACE", "free some space on the disk"),
    ("Disk quota", "E-SPACE", "free some space within the quota"),
    ("Permission denied", "E-RIGHTS", "ask for the right to write to the repository"),
    ("insufficient permission", "E-RIGHTS", "ask for the right to write to the repository"),
    ("Read-only file system", "E-RIGHTS", "work on a copy that can be written"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said: exit status, standard output as bytes, standard error as text."""

    status: int
    output: bytes
    errors: str

    @property
    def text(self) -> str:
        """The output as one line of text."""
        return self.output.decode("utf-8", "replace").strip()


@dataclass(frozen=True, slots=True)
class Call:
    """What goes with a command: standard input, an index file of its own, more environment."""

    stdin: bytes = b""
    index: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


_PLAIN = Call()


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository with a work tree; ``common_dir`` is shared by all its work trees.

    ``object_format`` is ``sha1`` or ``sha256``; ``limit`` is how long one command may take, in
    seconds.
    """

    work_tree: Path
    git_dir: Path
    common_dir: Path
    object_format: str = "sha1"
    limit: float = 30.0

    @property
    def is_shallow(self) -> bool:
        """Whether history was cut off when the repository was cloned."""
        return (self.common_dir / "shallow").exists()

    @property
    def null_id(self) -> str:
        """The id that stands for no object."""
        return "0" * (hashlib.new(self.object_format).digest_size * 2)

    def object_id(self, kind: str, data: bytes) -> str:
        """Return the id git gives to ``data`` as an object of that kind (blob, tree)."""
        digest = hashlib.new(self.object_format, b"%s %d\0" % (kind.encode(), len(data)))
        digest.update(data)
        return digest.hexdigest()

    def run(self, *arguments: str, call: Call = _PLAIN) -> Answer:
        """Run one git command on the repository and return its answer, whatever the status.

        Raises EnvironmentFault E-GIT when git is missing, too old or silent beyond the limit.
        """
        # With an index, git may look at files named in it: it then stands in a private folder.
        standing = call.index.parent if call.index else Path("/")
        index = call.index or self.git_dir / "index"
        places = (f"--git-dir={self.git_dir}", f"--work-tree={standing}")
        environment = {**_ENVIRONMENT, "GIT_INDEX_FILE": str(index), **call.environment}
        prepared = Call(call.stdin, None, environment)
        return execute((*places, *arguments), standing, prepared, self.limit)

    def ask(self, *arguments: str, call: Call = _PLAIN) -> Answer:
        """Run one git command that must succeed.

        Raises what :func:`fault` makes of a failure.
        """
        answer = self.run(*arguments, call=call)
        if answer.status:
            raise fault(answer, arguments[0])
        return answer


def fault(answer: Answer, command: str) -> PenholderError:
    """Return the exception for a failed command: the machine's fault, or the repository's."""
    for sign, code, fix in _MACHINE:
        if sign in answer.errors:
            return EnvironmentFault(code, f"git {command}: {answer.errors.strip()}", fix)
    return RepositoryError(
        "E-REPOSITORY",
        f"git {command} failed: {answer.errors.strip() or f'status {answer.status}'}",
        "run git fsck to see what is damaged",
    )


def execute(arguments: tuple[str, ...], folder: Path, call: Call, limit: float) -> Answer:
    """Run git itself, standing in ``folder``, for at most ``limit`` seconds.

    Raises EnvironmentFault E-GIT when git is missing, too old or silent beyond the limit.
    """
    git = _door()
    from git.exc import GitCommandNotFound

    program = git.GIT_PYTHON_GIT_EXECUTABLE or "git"
    try:
        with tempfile.TemporaryFile() as stdin:
            stdin.write(call.stdin)
            stdin.seek(0)
            status, output, errors = git(folder).execute(
                [program, *_OVERRIDES, *arguments],
                istream=stdin,
                with_extended_output=True,
                with_exceptions=False,
                stdout_as_string=False,
                strip_newline_in_stdout=False,
                kill_after_timeout=limit,
                env={**_ENVIRONMENT, **call.environment},
            )
    except GitCommandNotFound as error:
        raise _no_git("git was not found") from error
    except OSError as error:
        raise EnvironmentFault(
            "E-SPACE", f"git got no input: {error}", "free some space"
        ) from error
    if errors.startswith("Timeout: "):
        raise _no_git(f"git {arguments[-1][:40]} gave no answer within {limit:g} seconds")
    return Answer(status, output, errors)


@cache
def _door() -> type[Git]:
    # Importing GitPython runs git, so it happens here, where a missing git can be explained.
    try:
        from git.cmd import Git
    except ImportError as error:
        raise _no_git("git was not found") from error
    version = Git("/").version_info
    if version < _OLDEST:
        raise _no_git(f"git {'.'.join(map(str, version))} is too old")
    return Git


def git_version() -> str:
    """Return the version of the git that is used; raises EnvironmentFault E-GIT."""
    return ".".join(map(str, _door()("/").version_info))


def _no_git(what: str) -> EnvironmentFault:
    oldest = ".".join(map(str, _OLDEST))
    return EnvironmentFault("E-GIT", what, f"install git {oldest} or newer and see that it answers")
