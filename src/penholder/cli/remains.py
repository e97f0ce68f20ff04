"""What interrupted writes left behind in a workspace."""

from __future__ import annotations

from pathlib import Path

from penholder.store.atomic import sweep
from penholder.store.places import SCHEMA, Workspace


def remains_in(workspace: Workspace) -> list[Path]:
    """Return the temporary files that no write has taken back, in order of path."""
    return sorted(path for folder in _folders(workspace) for path in folder.rglob(".*.tmp"))


def swept(workspace: Workspace) -> int:
    """Delete them and return how many there were."""
    return sum(sweep(folder) for folder in _folders(workspace))


def _folders(workspace: Workspace) -> tuple[Path, ...]:
    root = workspace.root
    return workspace.content, workspace.templates, workspace.build, root / SCHEMA.parent
