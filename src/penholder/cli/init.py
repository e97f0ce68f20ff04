"""The verb init: a workspace, ready to write in."""

from __future__ import annotations

import argparse
from pathlib import Path

from penholder.cli import report
from penholder.errors import DONE, EnvironmentFault
from penholder.history.discovery import initialise
from penholder.store.atomic import atomic_write
from penholder.store.json_schema import json_schema, setting_schema

EXAMPLES = """\
  penholder init                        here
  penholder init my-resolutions         in a new folder"""

_IGNORED = b"/build/\n"
_TEMPLATES = b"""\
Put a template here under the name it has in penholder, and it is used in its place:
page.css, masthead.html.j2, operative.html.j2 ... An emblem.svg or emblem.png fills the
empty place in the masthead, where you are authorized to use one.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), help="where; here if none")


def run(options: argparse.Namespace) -> int:
    """Make what is missing and leave alone what is there."""
    root: Path = options.folder.resolve()
    _make_folder(root / "content")
    wanted = {
        root / "schema" / "resolution.schema.json": json_schema().encode(),
        root / "schema" / "setting.schema.json": setting_schema().encode(),
        root / "templates" / "README": _TEMPLATES,
        root / ".gitignore": _IGNORED,
    }
    for path, data in wanted.items():
        if not path.exists():
            atomic_write(path, data)
    repository = initialise(root)
    report.tell(f"a workspace in {root}, kept in the repository of {repository.work_tree}")
    report.tell("next: penholder new drafts/my-text")
    return DONE


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"{folder} cannot be made: {error.strerror}"
        raise EnvironmentFault("E-RIGHTS", what, "choose another folder") from error
