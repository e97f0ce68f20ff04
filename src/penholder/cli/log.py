"""The verb log: the recorded versions of a document."""

from __future__ import annotations

import argparse

from penholder.cli import report
from penholder.cli.names import here, named
from penholder.errors import DONE, FINDINGS, Problem
from penholder.history.discovery import discover
from penholder.history.names import scope_of
from penholder.history.revisions import Revision, revisions

EXAMPLES = """\
  penholder log A/RES/53/123
  penholder log A/C.3/54/L.9@Rev.1      those that led to Rev.1
  penholder log drafts/my-text --json"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("document", help="a symbol or drafts/NAME, perhaps @REVISION")
    parser.add_argument("--json", action="store_true", help="tell the revisions as JSON")


def run(options: argparse.Namespace) -> int:
    """List the revisions, newest first; exit 1 where there is none."""
    document = named(options.document)
    repository = discover(here().root)
    path = document.place.relative_to(repository.work_tree).as_posix()
    found = revisions(repository, path, document.revision or "HEAD")
    if repository.is_shallow:
        what = "this clone is shallow: earlier revisions may stand elsewhere"
        report.problems([Problem("W-SHALLOW", what, "git fetch --unshallow")])
    if options.json:
        report.as_json([_told(revision) for revision in found])
    else:
        for revision in found:
            report.say(_line(revision, f"{scope_of(path)}@"))
    if not found:
        fix = f"penholder record {document.label} -m 'Begin'"
        report.problems([Problem("E-ABSENT", f"nothing of {document.label} is recorded", fix)])
    return DONE if found else FINDINGS


def _line(revision: Revision, scope: str) -> str:
    proposed = [value for key, value in revision.trailers if key == "Proposed-by"]
    by = f" (proposed by {', '.join(proposed)})" if proposed else ""
    removed = "" if revision.blob else " (removes it)"
    tags = "".join(f" [@{name.removeprefix(scope)}]" for name in revision.tags if scope in name)
    day = revision.authored.strftime("%Y-%m-%d %H:%M")
    words = f"{revision.subject}{by}{removed}{tags}"
    return f"{revision.commit[:10]}  {day}  {revision.author}: {words}"


def _told(revision: Revision) -> dict[str, object]:
    return {
        "commit": revision.commit,
        "author": {"name": revision.author, "email": revision.email},
        "authored": revision.authored.isoformat(),
        "subject": revision.subject,
        "body": revision.body,
        "trailers": [list(pair) for pair in revision.trailers],
        "tags": list(revision.tags),
        "removed": not revision.blob,
    }
