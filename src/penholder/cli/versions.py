"""A version named on the command line becomes the bytes of its file, and then a document."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.cli.names import (
    STANDARD_INPUT,
    Named,
    here,
    named,
    shown,
    stem_of,
    workspace_or_none,
)
from penholder.cli.nearest import nearest
from penholder.errors import ContentError, PenholderError, UnreadableError, UsageError
from penholder.store.files import read_file
from penholder.store.places import ENDING, SETTING, Workspace
from penholder.store.size import LARGEST

if TYPE_CHECKING:
    from penholder.model.document import Document
    from penholder.store.source import Source


@dataclass(frozen=True, slots=True)
class Located:
    """A version found: what it is called, where its bytes are from, and the bytes.

    ``file`` stands before every problem; ``stem`` is the path of outputs below ``build/``;
    ``path`` is the file itself, None for standard input and for history. ``commit`` is that of a
    version of history, ``place`` where its file is.
    """

    name: str
    file: str
    stem: str
    data: bytes
    path: Path | None = None
    commit: str = ""
    place: Path | None = None

    def source(self) -> Source:
        """Return what the bytes say, with every problem."""
        # Here and not above: a build that changes nothing reads no document.
        from penholder.store.read import read_document

        return read_document(self.data, self.file)

    def document(self) -> Document:
        """Return the document; raises ContentError with every problem in the way."""
        return documents_of([self])[0]


def documents_of(located: Sequence[Located]) -> list[Document]:
    """Return the documents of several versions; raises ContentError with the problems of all."""
    sources = [each.source() for each in located]
    documents = [source.document for source in sources if source.document is not None]
    if len(documents) < len(sources):
        unread = [source for source in sources if source.document is None]
        found = [problem for source in unread for problem in source.problems]
        raise ContentError([problem for problem in found if not problem.is_advice])
    return documents


def locate(text: str) -> Located:
    """Return the version that a text names: a symbol, a draft, either @REVISION, a file, or -.

    A file may lie anywhere; with a revision it must be one of the workspace. Raises
    UnreadableError E-OPEN or E-REF, UnsafeError for a name that leads elsewhere.
    """
    if text == STANDARD_INPUT:
        # One byte beyond the limit is enough for the reader to refuse the rest.
        data = sys.stdin.buffer.read(LARGEST + 1)
        return Located("standard input", STANDARD_INPUT, "standard-input", data)
    if text.endswith(SETTING):
        what = f"{text} says how a document is set, and is none"
        fix = f"name the document: {text.removesuffix(SETTING)}{ENDING}"
        raise UsageError("E-PLACE", what, fix)
    if text.endswith(ENDING):
        return _at_path(Path(text), workspace_or_none())
    found = named(text)
    if found.revision:
        return _at_revision(found)
    if not os.path.lexists(found.place):
        raise _absent(found)
    return Located(str(found), shown(found.place), found.stem, read_file(found.place), found.place)


def locate_all(texts: Sequence[str]) -> tuple[list[Located], list[PenholderError]]:
    """Return the versions named, each once, or every document where none is named.

    What cannot be read comes as an exception, so that it does not hold up the others.
    """
    workspace = workspace_or_none() if texts else here()
    wanted: Sequence[str | Path] = texts
    if not texts and workspace:
        wanted = workspace.documents()
    found: dict[str, Located] = {}
    failures: list[PenholderError] = []
    for each in wanted:
        try:
            one = _at_path(each, workspace) if isinstance(each, Path) else locate(each)
        except PenholderError as error:
            failures.append(error)
        else:
            found.setdefault(one.file, one)
    return list(found.values()), failures


def _at_path(path: Path, workspace: Workspace | None) -> Located:
    """Return a file by its path; one of the workspace is called by its symbol."""
    data = read_file(path)
    stem = stem_of(path, workspace) if workspace else ""
    if not (stem and workspace):
        return Located(path.stem, shown(path), path.stem, data, path)
    label = Named(workspace.name_of(path), path, stem).label
    return Located(label, shown(path), stem, data, path)


def _at_revision(found: Named) -> Located:
    from penholder.history.discovery import discover
    from penholder.history.resolve import resolve
    from penholder.history.revisions import read_at

    repository = discover(here().root)
    path = found.place.relative_to(repository.work_tree).as_posix()
    commit = resolve(repository, found.revision, path)
    data = read_at(repository, path, commit)
    safe = found.revision.replace("/", "-")
    file = f"{shown(found.place)}@{found.revision}"
    return Located(str(found), file, f"{found.stem}@{safe}", data, None, commit, found.place)


def _absent(found: Named) -> UnreadableError:
    """Return what tells a person that a document is not there, and what to do about it."""
    what = f"there is no {found}: {shown(found.place)} does not exist"
    if _is_recorded(found):
        return UnreadableError("E-OPEN", what, f"it is in history: penholder log {found}")
    workspace = here()
    near = nearest(found.stem, (stem_of(path, workspace) for path in workspace.documents()))
    fix = f"did you mean {near}?" if near else f"begin it: penholder new {found}"
    return UnreadableError("E-OPEN", what, fix)


def _is_recorded(found: Named) -> bool:
    from penholder.history.discovery import discover
    from penholder.history.revisions import revisions

    try:
        repository = discover(here().root)
        path = found.place.relative_to(repository.work_tree).as_posix()
        return bool(revisions(repository, path))
    except PenholderError:
        return False
