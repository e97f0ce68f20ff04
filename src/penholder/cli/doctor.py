"""The verb doctor: whether this machine, workspace and repository are fit to work."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from penholder import __version__
from penholder.cli import report
from penholder.cli.names import here, workspace_or_none
from penholder.cli.remains import remains_in, swept
from penholder.errors import DONE, FINDINGS, PenholderError

EXAMPLES = """\
  penholder doctor                      look, and say how to mend what is amiss
  penholder doctor --sweep              also delete what interrupted writes left behind"""


@dataclass(frozen=True, slots=True)
class Amiss:
    """Something that work can go on with, but that should be mended."""

    what: str
    fix: str


Look = Callable[[], str | Amiss]


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("--sweep", action="store_true", help="delete stale temporary files")


def run(options: argparse.Namespace) -> int:
    """Look at everything, and return the gravest exit code of what was found."""
    workspace = workspace_or_none()
    if options.sweep:
        report.say(f"swept {report.plural(swept(here()), 'temporary file')}")
    code = DONE
    for name, look in _looks(within=workspace is not None):
        try:
            found = look()
        except PenholderError as error:
            code = max(code, error.exit_code)
            report.say(f"bad   {name:<11}{error}")
            continue
        if isinstance(found, Amiss):
            code = max(code, FINDINGS)
            report.say(f"amiss {name:<11}{found.what}\n  fix: {found.fix}")
        else:
            report.say(f"ok    {name:<11}{found}")
    return code


def _looks(*, within: bool) -> Iterator[tuple[str, Look]]:
    yield "program", _program
    yield "fonts", _fonts
    yield "press", _press
    yield "languages", _languages
    yield "git", _git
    yield "workspace", _workspace
    if within:
        yield "remains", _remains
        yield "repository", _repository
        yield "identity", _identity
        yield "history", _history
        yield "locks", _locks


def _program() -> str:
    python = ".".join(str(number) for number in sys.version_info[:3])
    return f"penholder {__version__} on Python {python}"


def _fonts() -> str:
    from penholder.publish.fonts import find_fonts

    fonts = find_fonts()
    return f"{report.plural(len(fonts), 'face')} in {fonts[0].path.parent}"


def _press() -> str:
    from penholder.publish.pdf import render_pdf

    page = render_pdf(
        "<!DOCTYPE html><html lang=en><head><title>x</title></head><body></body></html>"
    )
    return f"WeasyPrint {version('weasyprint')} prints ({len(page)} bytes)"


def _languages() -> str:
    from penholder.model.document import LANGUAGES
    from penholder.publish.languages import PACKAGED, unconfirmed
    from penholder.publish.pdf import Press

    known = Press().families
    told = []
    for language in map(PACKAGED.of, LANGUAGES):
        lacks = set(language.fonts.families) - known
        without = ", whose fonts are missing (make fonts)" if lacks else ""
        doubted, of = unconfirmed(language)
        told.append(f"{language.code} {doubted} of {of}{without}")
    return f"phrases that no official page at hand confirmed: {'; '.join(told)}"


def _git() -> str:
    from penholder.history.repository import git_version

    return f"git {git_version()}"


def _workspace() -> str:
    workspace = here()
    return f"{workspace.root} with {report.plural(len(workspace.documents()), 'document')}"


def _remains() -> str | Amiss:
    found = remains_in(here())
    if not found:
        return "no interrupted write has left anything"
    what = f"interrupted writes left {report.plural(len(found), 'file')}, such as {found[0]}"
    return Amiss(what, "penholder doctor --sweep, when nothing else is writing")


def _repository() -> str:
    from penholder.history.discovery import discover
    from penholder.history.head import head_of

    repository = discover(here().root)
    head = head_of(repository)
    return f"{repository.work_tree} at {head.commit[:10] or 'no commit yet'}"


def _identity() -> str:
    from penholder.cli.identity import signature
    from penholder.history.discovery import discover

    who = signature(discover(here().root))
    return f"revisions are signed {who.name} <{who.email}>"


def _history() -> str | Amiss:
    from penholder.history.discovery import discover

    if not discover(here().root).is_shallow:
        return "complete"
    what = "W-SHALLOW the repository is a shallow clone: the earliest revisions are missing"
    return Amiss(what, "git fetch --unshallow")


def _locks() -> str | Amiss:
    from penholder.history.discovery import discover

    repository = discover(here().root)
    folders = {repository.git_dir, repository.common_dir}
    found = [path for folder in folders for path in _lock_files(folder)]
    if not found:
        return "none held"
    named = ", ".join(str(path) for path in found)
    what = f"E-LOCK a git program is at work, or was ended at it: {named}"
    return Amiss(what, f"if no git program is running: rm {' '.join(map(str, found))}")


def _lock_files(folder: Path) -> Iterator[Path]:
    # penholder.lock is no such file: the kernel frees it with its process, and it stays.
    yield from (path for path in folder.glob("*.lock") if path.name != "penholder.lock")
    yield from (folder / "refs").rglob("*.lock")
