"""What a file of our own remembers: its structure, what its bookmarks mean, its derived lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from penholder.ingest.docx.markup import at, value
from penholder.ingest.docx.versions import Which
from penholder.model.document import Document
from penholder.store.structure import read_structure

_SPACE = "penholder:"
_NAMES: dict[Which, tuple[str, ...]] = {
    "accepted": ("after",), "rejected": ("before", "after"),
}  # fmt: skip
_UNIT = re.compile(r"(?:unit|clause) (?P<order>\d{1,6})(?: as (?P<mark>.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a file remembers of one version.

    ``places`` tells what each bookmark is there: ``unit 5 as (a)``, ``clause 5`` for a unit whose
    opening phrase is italic by itself, ``note sg``, ``id call``, ``title``. ``lines`` are those
    below the title that follow from fields, by how often each stands there; ``head`` are those
    above it.
    """

    bare: Document
    places: dict[str, str]
    lines: Counter[str]
    head: tuple[str, ...]

    def unit_of(self, names: tuple[str, ...]) -> int | None:
        """Return the order of the unit that one of a paragraph's bookmarks means, if any does."""
        return next((int(each["order"]) for each in self._units(names)), None)

    def mark_of(self, names: tuple[str, ...]) -> str:
        """Return what numbered the unit of a paragraph in its own language, or nothing."""
        return next((each["mark"] or "" for each in self._units(names)), "")

    def _units(self, names: tuple[str, ...]) -> Iterator[re.Match[str]]:
        found = (_UNIT.fullmatch(self.places.get(name, "")) for name in names)
        return (each for each in found if each)

    def is_clause(self, names: tuple[str, ...]) -> bool:
        """Whether the opening phrase of the paragraph is italic by itself."""
        return any(self.places.get(name, "").startswith("clause ") for name in names)

    def is_title(self, names: tuple[str, ...]) -> bool:
        """Whether a paragraph is the title."""
        return any(self.places.get(name) == "title" for name in names)

    def note_of(self, names: tuple[str, ...]) -> str:
        """Return the key of the note that one of a paragraph's bookmarks means, or nothing."""
        told = (self.places.get(name, "") for name in names)
        return next((each.removeprefix("note ") for each in told if each.startswith("note ")), "")

    def id_of(self, name: str) -> str:
        """Return the id of the paragraph whose number stands in a bookmark, or nothing."""
        told = self.places.get(name, "")
        return told.removeprefix("id ") if told.startswith("id ") else ""


def memory_of(root: Element, which: Which) -> Memory:
    """Return what a file remembers of a version; raises UnreadableError where it is not ours.

    A clean file remembers one version only: what rejecting every later change leads to.
    """
    versions = {value(each, "name"): each for each in root.iter(f"{_SPACE}version")}
    name = next((each for each in _NAMES[which] if each in versions), "after")
    version = versions.get(name)
    structure = None if version is None else at(version, f"{_SPACE}structure")
    told = "" if structure is None else structure.text or ""
    told_lines = {
        name: [] if version is None else [value(each, "text") for each in version.iter(name)]
        for name in (f"{_SPACE}line", f"{_SPACE}head")
    }
    key = "before" if which == "rejected" else "after"
    places = {value(each, "name"): value(each, key) for each in root.iter(f"{_SPACE}place")}
    return Memory(
        bare=read_structure(told),
        places=places,
        lines=Counter(told_lines[f"{_SPACE}line"]),
        head=tuple(told_lines[f"{_SPACE}head"]),
    )
