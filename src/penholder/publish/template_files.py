"""Where templates lie: a workspace's own before those of the program, by name."""

from __future__ import annotations

from pathlib import Path

from penholder.errors import EnvironmentFault

_OWN = Path(__file__).resolve().parent.parent / "templates"
_TREE = Path(__file__).resolve().parents[3] / "templates"


def packaged_templates() -> Path:
    """Return the folder of the templates that come with the program.

    An installed package carries them; a checkout has them at the top of its tree. Raises
    EnvironmentFault where neither is there.
    """
    for folder in (_OWN, _TREE):
        if (folder / "print.html.j2").is_file():
            return folder
    raise EnvironmentFault("E-TEMPLATES", f"no templates in {_OWN}", "install penholder again")


def template_folders(own: Path | None) -> tuple[Path, ...]:
    """Return the folders to look in: a workspace's ``own``, if any, then the program's."""
    return (own, packaged_templates()) if own else (packaged_templates(),)


def template_names(folders: tuple[Path, ...]) -> frozenset[str]:
    """Return the names of the files in some folders of templates."""
    return frozenset(path.name for folder in folders for path in folder.glob("*.*"))


def template_bytes(folders: tuple[Path, ...], name: str) -> bytes:
    """Return a template as it would be used; empty where no folder has it."""
    for folder in folders:
        path = folder / name
        if path.is_file():
            return path.read_bytes()
    return b""
