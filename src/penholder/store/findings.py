"""What the rules find, told with the line and column of the file that was read."""

from __future__ import annotations

from collections.abc import Iterable

from penholder.check.finding import Finding, InNote, InTitle, InUnit, Spot
from penholder.errors import Problem
from penholder.model.outline import Row, outline
from penholder.model.version import Name
from penholder.store.places import CONTENT, ENDING
from penholder.store.source import Path, Source, unit_paths


def misplaced(source: Source, name: Name) -> Problem | None:
    """Return the problem E-PLACE of a file whose ``symbol`` is not the one its path says."""
    symbol = source.document.masthead.symbol if source.document else None
    if symbol is None or symbol == name:
        return None
    what = f"the file of {name} says symbol: {symbol}"
    fix = f"move it to {CONTENT}/{symbol.path}{ENDING}, or mend the symbol"
    return Problem("E-PLACE", what, fix, file=source.file, place=source.place(("symbol",)))


def in_another_language(source: Source, code: str) -> Problem | None:
    """Return the problem E-LANGUAGE of a file named for a language that its text is not in."""
    language = source.document.masthead.language if source.document else code
    if language == code:
        return None
    what = f"the file is named .{code}, and its language is {language}"
    fix = f"write language: {code}, or rename the file"
    return Problem("E-LANGUAGE", what, fix, file=source.file, place=source.place(("language",)))


def problems_of(source: Source, findings: Iterable[Finding]) -> tuple[Problem, ...]:
    """Return the findings of a source's document as problems, in order of place.

    The document must have been read: a source without one has no findings.
    """
    if source.document is None:
        return ()
    paths = unit_paths(source.document)
    units = outline(source.document)
    problems = []
    for finding in findings:
        path, offset = _path(finding.spot, paths)
        if isinstance(finding.spot, InUnit):
            block = units[finding.spot.index].block
            if isinstance(block, Row):
                path, offset = _cell(path, block, offset)
        place = source.place(path, offset)
        found = Problem(finding.code, finding.what, finding.fix, file=source.file, place=place)
        problems.append(found)
    return tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))


def _path(spot: Spot, paths: tuple[Path, ...]) -> tuple[Path, int]:
    match spot:
        case InTitle():
            return ("title",), spot.offset
        case InNote():
            return ("footnotes", spot.key), spot.offset
    path = paths[spot.index]
    return ((*path, spot.key), 0) if spot.key else (path, spot.offset)


def _cell(path: Path, row: Row, offset: int) -> tuple[Path, int]:
    """Return the path and offset of a letter of a row, whose cells are joined by tabs."""
    if row.kind == "note":
        return path, offset
    for column, cell in enumerate(row.cells):
        if offset <= len(cell):
            return (*path[:-1], column), offset
        offset -= len(cell) + 1
    return path, 0
