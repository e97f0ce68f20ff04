"""The verb package: a draft ready to be handed in, with every change against its base tracked."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.cli import report
from penholder.cli.names import here, shown
from penholder.cli.versions import Located, locate
from penholder.cli.word import author_of, recorded_as
from penholder.errors import DONE, FINDINGS, Problem, UnreadableError, UsageError
from penholder.store.atomic import atomic_write

if TYPE_CHECKING:
    from penholder.cli.manifest import Origin
    from penholder.publish.checklist import Point

EXAMPLES = """\
  penholder package drafts/my-text                       against the base that the draft names
  penholder package A/C.3/53/L.50/Rev.1 --against A/C.3/53/L.50
  penholder package drafts/my-text -o to-hand-in         a folder of your own, and to-hand-in.zip
  penholder verify build/drafts/my-text.package.zip      prove it, anywhere the repository is"""
_SIGNS = {"done": "met    ", "failed": "NOT MET", "yours": "you    "}


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("version", metavar="VERSION", help="the draft to hand in")
    parser.add_argument("--against", metavar="BASE", help="what it changes; its base if not named")
    parser.add_argument("-o", "--output", metavar="FOLDER", help="where the package is to stand")
    parser.add_argument("--paper", choices=("letter", "a4"), default="letter", help="the paper")
    parser.add_argument("--force", action="store_true", help="write over a package that is there")


def run(options: argparse.Namespace) -> int:
    """Make the package; return FINDINGS where a point of the guidelines is not met."""
    draft, base = _versions(options)
    folder = Path(options.output) if options.output else here().build / f"{draft.stem}.package"
    archive = folder.with_name(f"{folder.name}.zip")
    taken = [place for place in (folder, archive) if os.path.lexists(place)]
    if taken and not options.force:
        fix = "add --force to write over it, or name another with -o"
        raise UnreadableError("E-EXISTS", f"{shown(taken[0])} is there already", fix)
    from penholder.cli.manifest import MANIFEST, written
    from penholder.cli.packing import packed
    from penholder.cli.sealed import zipped

    origin = _origin(draft, base, options.paper)
    made = packed(origin, base.data, draft.data)
    files = {**made.files, MANIFEST: written(origin, made.files)}
    for name, data in files.items():
        atomic_write(folder / name, data)
    atomic_write(archive, zipped(files))
    report.tell(f"made {shown(folder)} ({report.plural(len(files), 'file')})")
    report.tell(f"made {shown(archive)}")
    _tell(origin, made.points, folder)
    return FINDINGS if any(point.state == "failed" for point in made.points) else DONE


def _versions(options: argparse.Namespace) -> tuple[Located, Located]:
    """Return draft and base; raises UnreadableError where one is not found."""
    draft = locate(options.version)
    named = options.against or draft.document().masthead.base
    if not named:
        what = f"{draft.name} names no base"
        raise UsageError("E-BASE", what, "name it: --against BASE, or base: in the document")
    try:
        return draft, locate(named)
    except UnreadableError as error:
        what = f"the base of {draft.name} is not found: {error.what}"
        raise UnreadableError(error.code, what, error.fix) from error


def _origin(draft: Located, base: Located, paper: str) -> Origin:
    from penholder.cli.manifest import Origin

    commits = [found.commit if (found := recorded_as(each)) else "" for each in (draft, base)]
    author, day = author_of(draft)
    return Origin(
        draft.name, base.name, commits[0], commits[1], author, day,
        "a4" if paper == "a4" else "letter",
    )  # fmt: skip


def _tell(origin: Origin, points: tuple[Point, ...], folder: Path) -> None:
    """Tell every point of the checklist, what is not met first."""
    for state, sign in sorted(_SIGNS.items(), key=lambda each: each[0] == "done"):
        for point in points:
            if point.state == state:
                report.tell(f"  {sign}  {point.asks}")
                if state != "done":
                    report.tell(f"           {point.why}")
    loose = [
        name
        for name, commit in ((origin.draft, origin.draft_commit), (origin.base, origin.base_commit))
        if not commit
    ]
    report.problems(
        Problem("W-UNRECORDED", f"{name} is packed with edits that no commit has",
                f"penholder record {name.partition('@')[0]}, then pack again with --force")
        for name in loose
    )  # fmt: skip
    report.tell(f"read {shown(folder / 'checklist.html')} before you hand it in")
