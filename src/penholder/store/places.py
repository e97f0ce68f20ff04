"""Where documents live: the workspace, a document's path, and the document of a path."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from penholder.errors import (
    ConflictError,
    UnreadableError,
    UnsafeError,
    UsageError,
)
from penholder.model.symbol import Symbol, SymbolError
from penholder.model.version import Name, name_of_path

CONTENT, TEMPLATES, BUILD = "content", "templates", "build"
SCHEMA = Path("schema", "resolution.schema.json")
ENDING = ".yaml"
SETTING_SCHEMA = Path("schema", "setting.schema.json")
ORIGIN = ".origin.json"
SETTING = ".setting.yaml"
"""How the file ends that keeps what an editor set by hand, beside that of the document."""
_Order = tuple[int, tuple[tuple[int, str], ...]]


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with ``content/``: the resolutions, their templates and what is built of them."""

    root: Path

    @classmethod
    def around(cls, folder: Path) -> Workspace:
        """Return the workspace that a folder lies in, looking upward from it.

        Raises UnreadableError E-WORKSPACE where no folder above holds ``content/``.
        """
        start = folder.absolute()
        for candidate in (start, *start.parents):
            if (candidate / CONTENT).is_dir():
                return cls(candidate)
        what = f"neither {folder} nor a folder above it has a folder {CONTENT}/"
        raise UnreadableError("E-WORKSPACE", what, "run penholder init")

    @property
    def content(self) -> Path:
        """The folder of the documents."""
        return self.root / CONTENT

    @property
    def templates(self) -> Path:
        """The folder of the templates."""
        return self.root / TEMPLATES

    @property
    def build(self) -> Path:
        """The folder of what is made; it mirrors ``content``."""
        return self.root / BUILD

    def path_of(self, name: Name) -> Path:
        """Return the file of a document: ``content/A/RES/53/123.yaml``.

        Raises UnsafeError E-PATH where a folder on the way is a link out of the workspace.
        """
        path = self.content / f"{name.path}{ENDING}"
        inside = self.content.resolve()
        if not path.parent.resolve().is_relative_to(inside):
            what = f"{path.parent} leads out of {self.content}"
            raise UnsafeError("E-PATH", what, "remove the link")
        return path

    def name_of(self, path: Path) -> Name:
        """Return the document stored in a file below ``content/``; raises UsageError E-PLACE.

        A version in another language, ``123.fr.yaml``, belongs to the same document.
        """
        try:
            relative = path.absolute().relative_to(self.content.absolute())
            return _name(relative.as_posix())
        except (ValueError, SymbolError) as error:
            what = f"{path} is not the place of a document"
            fix = f"keep a document in {CONTENT}/ at the path of its symbol"
            raise UsageError("E-PLACE", what, fix) from error

    def documents(self) -> tuple[Path, ...]:
        """Return the file of every document, in the order of symbols, drafts without one last.

        Links are not followed, and files that are no document's place are left out. Raises
        ConflictError E-COLLIDE where two names differ in case only.
        """
        found: list[tuple[_Order, Path]] = []
        cased: dict[str, str] = {}
        base = str(self.content)
        for path in _files(base):
            name = _name_or_none(path[len(base) + 1 :])
            if name is None:
                continue
            other = cased.setdefault(path.casefold(), path)
            if other != path:
                raise _collision(other, path)
            found.append((_order(name), Path(path)))
        found.sort(key=lambda pair: (pair[0], pair[1]))
        return tuple(path for _, path in found)

    def modeline(self, path: Path) -> str:
        """Return the way from a document's file to the JSON Schema, with forward slashes."""
        schema = SETTING_SCHEMA if path.name.endswith(SETTING) else SCHEMA
        way = os.path.relpath(self.root.absolute() / schema, path.absolute().parent)
        return Path(way).as_posix()


def setting_path(document: Path) -> Path:
    """Return the file that keeps what an editor set by hand in the document of a file."""
    return document.with_name(document.name.removesuffix(ENDING) + SETTING)


def _files(folder: str) -> Iterator[str]:
    """Yield every document file below a folder, links left alone."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif _is_document(entry.name) and entry.is_file(follow_symlinks=False):
                yield entry.path


def _is_document(name: str) -> bool:
    return name.endswith(ENDING) and not name.endswith(SETTING)


def _name(relative: str) -> Name:
    if relative.endswith(SETTING):
        raise SymbolError(f"{relative} says how a document is set, and is none")
    stem = relative.removesuffix(ENDING)
    base, dot, ending = stem.rpartition(".")
    is_language = dot and len(ending) == 2 and ending.isalpha() and ending.islower()
    return name_of_path(base if is_language else stem)


def _name_or_none(relative: str) -> Name | None:
    try:
        return _name(relative)
    except SymbolError:
        return None


def _order(name: Name) -> _Order:
    if isinstance(name, Symbol):
        return (0, name.sort_key)
    return (1, ((0, name.text),))


def _collision(first: str, second: str) -> ConflictError:
    what = f"{first} and {second} are one file where case does not count"
    return ConflictError("E-COLLIDE", what, "rename or merge one of them")
