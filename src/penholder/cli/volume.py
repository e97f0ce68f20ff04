"""Volumes on the command line: the file of one becomes orders for its PDF and its HTML."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.cli.ledger import digest
from penholder.cli.names import here, shown
from penholder.cli.orders import Order
from penholder.cli.outputs import PRINTED, formats_of, place_of
from penholder.cli.versions import Located, documents_of, locate, locate_all
from penholder.errors import ContentError, PenholderError, Problem, UsageError
from penholder.store.files import read_file

if TYPE_CHECKING:
    from penholder.model.volume import Volume
    from penholder.publish.compose import Setting
    from penholder.publish.volume_page import VolumePage
    from penholder.store.volume_format import VolumeFile

_SIGNS = frozenset("*?[")


def declare_volume(parser: argparse.ArgumentParser) -> None:
    """Declare the option that asks for a volume."""
    told = "compile the documents that this file lists into one volume"
    parser.add_argument("--volume", type=Path, metavar="FILE", help=told)


def volume_orders(
    options: argparse.Namespace,
) -> tuple[list[Order], list[PenholderError]]:
    """Return an order for every format of a volume, or every problem of its file.

    A document that is not there is such a problem. Raises UsageError for what does not go with a
    volume, UnreadableError where there is no such file.
    """
    if options.versions:
        fix = "list the documents in the file"
        raise UsageError("E-USAGE", "--volume takes its documents from its file", fix)
    if options.working:
        what, fix = "a volume is no working copy", "leave out --working"
        raise UsageError("E-USAGE", what, fix)
    formats = formats_of(options, "pdf,html", PRINTED)
    try:
        found = _found(options.volume)
    except ContentError as error:
        return [], [error]
    return [_order(found, name, options) for name in formats], []


@dataclass(frozen=True, slots=True)
class _Found:
    """A volume, the bytes of its file, and the documents of each of its parts."""

    path: Path
    data: bytes
    volume: Volume
    parts: tuple[tuple[Located, ...], ...]

    @property
    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Every document as its file and its bytes."""
        return tuple((each.file, each.data) for part in self.parts for each in part)

    def page(self, setting: Setting) -> VolumePage:
        from penholder.publish.volume_page import volume_page

        documents = documents_of([each for part in self.parts for each in part])
        rest = iter(documents)
        parts = [[(each.name, next(rest)) for each in part] for part in self.parts]
        return volume_page(self.volume, parts, setting)


def _found(path: Path) -> _Found:
    from penholder.store.volume_format import read_volume

    data = read_file(path)
    file = read_volume(data, shown(path))
    if file.volume is None:
        raise ContentError([each for each in file.problems if not each.is_advice])
    gathering = _Gathering(file)
    parts = tuple(
        tuple(gathering.part(number, part.documents))
        for number, part in enumerate(file.volume.all_parts)
    )
    if gathering.problems:
        raise ContentError(gathering.problems)
    return _Found(path, data, file.volume, parts)


class _Gathering:
    """Finds the documents that a volume lists, each once, and notes the names that are none."""

    def __init__(self, file: VolumeFile) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._seen: dict[str, tuple[int, int]] = {}
        self._all: list[Located] | None = None

    def part(self, number: int, names: Sequence[str]) -> Iterator[Located]:
        """Yield the documents of one part, in order."""
        for at, name in enumerate(names):
            place = self._file.place(number, at)
            if _SIGNS & set(name):
                yield from self._matching(name, place)
                continue
            try:
                located = locate(name)
            except PenholderError as error:
                self._note(error.code, error.what, error.fix, place)
                continue
            first = self._seen.setdefault(located.file, place)
            if first != place:
                what = f"{located.name} is in the volume already, by line {first[0]}"
                self._note("E-DUP", what, "delete one of the two", place)
                continue
            yield located

    def _matching(self, pattern: str, place: tuple[int, int]) -> Iterator[Located]:
        """Yield what a pattern matches and no earlier name or pattern has; a * stops at a slash."""
        if self._all is None:
            here()
            self._all, failures = locate_all(())
            for error in failures:
                self._note(error.code, error.what, error.fix, place)
        found = [each for each in self._all if _matches(each.name, pattern)]
        if not found:
            fix = "look at the symbols below content/; a * stands for letters up to a slash"
            self._note("E-OPEN", f"no document is called {pattern}", fix, place)
        for each in found:
            if self._seen.setdefault(each.file, place) == place:
                yield each

    def _note(self, code: str, what: str, fix: str, place: tuple[int, int]) -> None:
        self.problems.append(Problem(code, what, fix, file=self._file.source.file, place=place))


def _matches(name: str, pattern: str) -> bool:
    names, patterns = name.split("/"), pattern.split("/")
    return len(names) == len(patterns) and all(map(fnmatchcase, names, patterns))


def _order(found: _Found, name: str, options: argparse.Namespace) -> Order:
    titles = " ".join(each.name for part in found.parts for each in part)
    return Order(
        output=place_of(options, f"volumes/{found.path.stem}.{name}"),
        format=name,
        paper="a4" if options.paper == "a4" else "letter",
        compose=partial(_Found.page, found),
        sources=(digest(found.data), *(digest(data) for _, data in found.files)),
        setting=f"volume {name} {options.paper} {titles}",
        files=found.files,
        parts=len(found.files),
    )
