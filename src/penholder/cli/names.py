"""What a name on the command line stands for: a document, its file, and perhaps a revision."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from penholder.errors import UnreadableError, UnsafeError, UsageError
from penholder.model.symbol import SymbolError
from penholder.model.version import Name, parse_name
from penholder.store.places import ENDING, Workspace

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Named:
    """A document of the workspace: its name, its file, and the revision asked for, if any."""

    name: Name
    place: Path
    stem: str
    revision: str = ""

    @property
    def label(self) -> str:
        """What the document is called; one in another language with its code: ``53/123.fr``."""
        return f"{self.name}{self.stem.removeprefix(self.name.path)}"

    def __str__(self) -> str:
        return f"{self.label}@{self.revision}" if self.revision else self.label


def here() -> Workspace:
    """Return the workspace that the command runs in; raises UnreadableError E-WORKSPACE."""
    return Workspace.around(Path.cwd())


def workspace_or_none() -> Workspace | None:
    """Return the workspace that the command runs in, None outside of any."""
    try:
        return here()
    except UnreadableError:
        return None


def named(text: str) -> Named:
    """Return what ``SYMBOL``, ``drafts/NAME`` or a file of the workspace names, with @REVISION.

    A version in another language has its code behind the name: ``A/RES/53/123.fr``.

    Raises UnreadableError or UnsafeError E-SYMBOL, UnreadableError E-REF for an empty revision,
    UsageError E-PLACE for a file outside the content.
    """
    first, at, revision = text.partition("@")
    first, dot, language = _split_language(first)
    if at and not revision:
        fix = f"write {first}{dot}{language}, or a revision after the @: {first}@HEAD~1"
        raise UnreadableError("E-REF", f"{text!r} ends where a revision should stand", fix)
    if first.endswith(ENDING):
        place = Path(_absolute(first))
        return Named(here().name_of(place), place, stem_of(place, here()), revision)
    name = _parsed(first)
    stem = f"{name.path}{dot}{language}"
    place = here().path_of(name)
    return Named(name, place.with_name(f"{place.stem}{dot}{language}{ENDING}"), stem, revision)


def named_now(text: str) -> Named:
    """Return the document of the workspace that a text names, as it stands.

    Raises UsageError for standard input and for a revision, and as :func:`named`.
    """
    what = "standard input"
    if text != STANDARD_INPUT:
        found = named(text)
        if not found.revision:
            return found
        what = f"{found}, which is history,"
    fix = "name a document of the workspace: a symbol or drafts/NAME"
    raise UsageError("E-USAGE", f"{what} is no file of the workspace", fix)


def shown(path: Path) -> str:
    """Return a path as a person would type it from here."""
    absolute, folder = _absolute(path), str(Path.cwd())
    inside = absolute.startswith(f"{folder}{os.sep}")
    return absolute[len(folder) + 1 :] if inside else str(path)


def stem_of(path: Path, workspace: Workspace) -> str:
    """Return the path of a file below the content, without ending; empty for one elsewhere."""
    absolute = _absolute(path)
    content = f"{workspace.content}{os.sep}"
    return absolute[len(content) :].removesuffix(ENDING) if absolute.startswith(content) else ""


def _split_language(name: str) -> tuple[str, str, str]:
    """Return the name of a version, and where one follows, a dot and the code of a language."""
    first, dot, language = name.rpartition(".")
    is_code = len(language) == 2 and language.isalpha() and language.islower()
    return (first, dot, language) if first and is_code else (name, "", "")


def _absolute(path: str | Path) -> str:
    # Not Path.resolve(): a link in the place of a document is to be refused, not followed.
    return os.path.normpath(Path.cwd() / path)


def _parsed(text: str) -> Name:
    try:
        return parse_name(text)
    except SymbolError as error:
        fix = "name a symbol (A/RES/53/123), a draft (drafts/NAME), a .yaml file, or -"
        kind = UnsafeError if error.unsafe else UnreadableError
        raise kind("E-SYMBOL", str(error), fix) from error
