"""The file of a volume: every key it may have, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.errors import Problem
from penholder.model.volume import Volume, VolumePart
from penholder.store.guard import guarded_text
from penholder.store.read import MOST_PROBLEMS, read_record
from penholder.store.shapes import Key, ListOf, Plain, Record
from penholder.store.source import Path, Source
from penholder.store.yaml_nodes import parse_nodes

_NAMES = ListOf(Plain())
_DOCUMENTS = "symbols or drafts in order, or patterns: A/RES/53/*"


def _part_keys() -> tuple[Key, ...]:
    return (
        Key("part", Plain(), "the title of the part", "title", True),
        Key("documents", _NAMES, _DOCUMENTS, is_required=True),
    )


_PART = Record("part", VolumePart, VolumePart, "A part of a volume.", _part_keys)


def _volume_keys() -> tuple[Key, ...]:
    return (
        Key("volume", Plain(), "the title of the volume", "title", True),
        Key("series", Plain(), "the line above the title: Official Records of ..."),
        Key("documents", _NAMES, _DOCUMENTS),
        Key("parts", ListOf(_PART), "parts, each with a title and its documents"),
    )


VOLUME = Record("volume", Volume, Volume, "A volume.", _volume_keys)


@dataclass(frozen=True, slots=True)
class VolumeFile:
    """A volume read, None where a problem stands in the way, and where its names stand."""

    volume: Volume | None
    problems: tuple[Problem, ...]
    source: Source

    def place(self, part: int, document: int) -> tuple[int, int]:
        """Return (line, column) of a name: that of a document of a part, both from 0."""
        path: Path = ("documents", document)
        if self.volume and self.volume.parts:
            path = ("parts", part, *path)
        return self.source.place(path)


def read_volume(data: bytes, file: str) -> VolumeFile:
    """Return the volume that a file describes; ``file`` stands in front of every problem.

    All problems are told at once, in order of place.
    """
    source = Source(file)
    text = guarded_text(data, source.problems)
    if text is not None:
        source.text = text
        source.root = parse_nodes(text, source.problems)
    value = read_record(source, VOLUME) if source.root is not None else None
    volume = value if isinstance(value, Volume) else None
    if volume and bool(volume.documents) == bool(volume.parts):
        source.problems.append(_undecided(source, volume))
    for problem in source.problems:
        problem.file = file
    source.problems.sort(key=lambda problem: (problem.line, problem.column))
    is_fit = all(problem.is_advice for problem in source.problems)
    problems = tuple(source.problems[:MOST_PROBLEMS])
    return VolumeFile(volume if is_fit else None, problems, source)


def _undecided(source: Source, volume: Volume) -> Problem:
    if volume.parts:
        what, fix = "documents stand beside parts", "put them into a part of their own"
        return Problem("E-KEY", what, fix, place=source.place(("documents",)))
    what, fix = "the volume has no documents", "list them below documents: or parts:"
    return Problem("E-MISSING", what, fix, place=source.place(()))
