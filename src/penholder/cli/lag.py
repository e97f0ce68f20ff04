"""Whether the version that all follow was recorded again after one that follows it."""

from __future__ import annotations

from pathlib import Path

from penholder.cli.names import here
from penholder.cli.report import plural
from penholder.errors import PenholderError, Problem
from penholder.history.discovery import discover
from penholder.history.revisions import revisions
from penholder.model.version import Name


def lag_of(file: str, version: Path, leader: Path, name: Name) -> Problem | None:
    """Return the advice W-LAG where a version in another language is behind by its history.

    ``file`` stands before the problem, ``name`` is the document of the leader. None where nothing
    is recorded yet, or where there is no repository.
    """
    try:
        repository = discover(here().root)
        inside = [path.relative_to(repository.work_tree).as_posix() for path in (version, leader)]
        recorded = revisions(repository, inside[0])
        if not recorded:
            return None
        known = revisions(repository, inside[1], recorded[0].commit)
        later = len(revisions(repository, inside[1])) - len(known)
    except (PenholderError, ValueError):
        return None
    if not (known and later > 0):
        return None
    what = f"{name} was recorded {plural(later, 'time')} since this version last was"
    fix = f"see penholder diff {name}@{known[0].commit[:10]} {name}, and follow it here"
    return Problem("W-LAG", what, fix, file=file, place=(1, 1))
