"""What a command is to write and where: formats, paths, and never two outputs in one file."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.cli.names import here, shown
from penholder.errors import ConflictError, UnreadableError, UsageError

if TYPE_CHECKING:
    from penholder.publish.page import Paper

PAPERS: tuple[Paper, ...] = ("letter", "a4")
PRINTED = ("pdf", "html")
WRITTEN = (*PRINTED, "docx")
"""The formats that become files."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of every verb that prints."""
    parser.add_argument(
        "--paper", choices=PAPERS, default="", help="paper size; that of the organ's seat if none"
    )
    parser.add_argument("-o", "--output", type=Path, help="the one file to write")


def formats_of(options: argparse.Namespace, usual: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats asked for, each once; with -o the one that its ending names.

    Raises UsageError for a format that is not ``known`` and for an unfit -o.
    """
    wanted = usual if options.format is None else options.format
    asked = tuple(dict.fromkeys(word.strip() for word in wanted.split(",")))
    for name in asked:
        if name not in known:
            raise UsageError("E-USAGE", f"no format {name!r}", f"choose from {', '.join(known)}")
    if options.output is None:
        return asked
    ending = options.output.suffix.removeprefix(".")
    files = tuple(name for name in WRITTEN if name in known)
    if ending not in files:
        what = f"-o {options.output} names no file of a known format"
        raise UsageError("E-USAGE", what, f"end its name with .{' or .'.join(files)}")
    if options.format and asked != (ending,):
        what = f"-o {options.output} and --format {options.format} say different things"
        raise UsageError("E-USAGE", what, "leave out --format")
    return (ending,)


def place_of(options: argparse.Namespace, name: str) -> Path:
    """Return where an output goes: below build/ under its own name, or where -o says.

    Raises UnreadableError E-WORKSPACE where there is neither.
    """
    given: Path | None = options.output
    if given:
        return given.absolute()
    try:
        return here().build / name
    except UnreadableError as error:
        fix = f"{error.fix}, or say where with -o"
        raise UnreadableError(error.code, error.what, fix) from error


def check_apart(outputs: Iterable[Path]) -> None:
    """Raise ConflictError E-COLLIDE where two outputs would be one file on some machine."""
    seen: set[str] = set()
    for output in outputs:
        key = str(output).casefold()
        if key in seen:
            what = f"two versions would both become {shown(output)}"
            raise ConflictError("E-COLLIDE", what, "print them one by one with -o")
        seen.add(key)
