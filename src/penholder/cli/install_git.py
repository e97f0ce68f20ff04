"""The verb install-git: git itself shows changes of documents as readable text."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from penholder.cli import report
from penholder.cli.names import here, shown
from penholder.errors import DONE, EnvironmentFault
from penholder.history.discovery import discover
from penholder.history.settings import local_setting, set_locally, unset_locally
from penholder.store.atomic import atomic_write
from penholder.store.files import read_file
from penholder.store.places import CONTENT, ENDING

EXAMPLES = """\
  penholder install-git                 git diff, git log -p and git show speak in clauses
  penholder install-git --remove        as it was before"""

_KEY = "diff.penholder.textconv"
_LINE = f"/{CONTENT}/**/*{ENDING} diff=penholder"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("--remove", action="store_true", help="undo it")


def run(options: argparse.Namespace) -> int:
    """Write or remove one line of .gitattributes and one setting of this repository."""
    root = here().root
    repository = discover(root)
    attributes = root / ".gitattributes"
    wanted = "" if options.remove else _command(sys.executable)
    change = _without_line if options.remove else _with_line
    written = _rewrite(attributes, change(_read(attributes)))
    is_set = local_setting(repository, _KEY) != wanted
    if is_set and wanted:
        set_locally(repository, _KEY, wanted)
    elif is_set:
        unset_locally(repository, _KEY)
    _tell(attributes, is_changed=written or is_set, is_removal=options.remove)
    return DONE


def _tell(attributes: Path, *, is_changed: bool, is_removal: bool) -> None:
    if not is_changed:
        report.tell("nothing to do: it is as asked")
    elif is_removal:
        report.tell("removed: git shows documents as it shows any file")
    else:
        report.tell(f"wrote {shown(attributes)}, and {_KEY} into the settings of this repository")
        report.tell("git diff, git log -p and git show now tell documents clause by clause")


def _command(interpreter: str) -> str:
    """Return what git runs to show one version of a file; the file itself where that fails.

    The interpreter is named whole, so that no PATH matters, and -P keeps it from loading modules
    of the folder that git stands in. Raises EnvironmentFault E-PYTHON.
    """
    if not interpreter or "\n" in interpreter:
        what = f"the Python that runs penholder cannot be named to git: {interpreter!r}"
        raise EnvironmentFault("E-PYTHON", what, "install penholder into an environment of its own")
    show = f"{shlex.quote(interpreter)} -P -m penholder show --format clauses"
    return f'f() {{ {show} -- "$1" 2>/dev/null || cat -- "$1"; }}; f'


def _read(attributes: Path) -> bytes:
    return read_file(attributes) if attributes.is_symlink() or attributes.exists() else b""


def _rewrite(attributes: Path, data: bytes) -> bool:
    """Put ``data`` in place of the attributes; no file for none. Return whether that changed it."""
    if data == _read(attributes):
        return False
    if data:
        atomic_write(attributes, data)
    else:
        attributes.unlink()
    return True


def _with_line(data: bytes) -> bytes:
    if any(map(_is_ours, data.splitlines())):
        return data
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    separator = ending if data and not data.endswith(b"\n") else b""
    return data + separator + _LINE.encode() + ending


def _without_line(data: bytes) -> bytes:
    return b"".join(line for line in data.splitlines(keepends=True) if not _is_ours(line))


def _is_ours(line: bytes) -> bool:
    return line.split() == _LINE.encode().split()
