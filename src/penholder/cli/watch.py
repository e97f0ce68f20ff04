"""The verb watch: what is saved is printed again at once, with the press kept warm."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from penholder.cli import report
from penholder.cli.build import planned
from penholder.cli.ledger import Ledger, open_ledger
from penholder.cli.making import make, tell_made
from penholder.cli.names import here
from penholder.cli.orders import stale_among
from penholder.cli.outputs import PAPERS
from penholder.cli.printing import Printing
from penholder.errors import PenholderError
from penholder.store.places import ENDING, setting_path

EXAMPLES = """\
  penholder watch                       every document below content/
  penholder watch drafts/my-text --format pdf

Ctrl-C ends it."""

_PAUSE = 0.01
"""Seconds between two looks at the files, at least."""

_PATIENCE = 10
"""Looks to wait for a file that was emptied to be written."""

_SHARE = 10
"""A pause is at least so many times as long as the look before it."""

State = dict[Path, tuple[int, int]]


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the verb."""
    parser.add_argument("versions", nargs="*", metavar="VERSION", help="what to watch; all if none")
    parser.add_argument("--format", help="some of pdf, html, docx; pdf,html if none")
    parser.add_argument(
        "--paper", choices=PAPERS, default="", help="paper size; that of the organ's seat if none"
    )
    parser.add_argument("--rounds", type=int, default=0, help="end after so many; 0 for never")
    parser.set_defaults(output=None, numbers="automatic", working="", volume=None)


def run(options: argparse.Namespace) -> int:
    """Print what is stale, then again after every change, until interrupted."""
    named = [Path(version) for version in options.versions if version.endswith(ENDING)]
    files = [*named, *map(setting_path, named)]
    with Printing(here().templates, 1) as printing:
        ledger = open_ledger()
        for turn in count(1):
            before = _state(files)
            code = _print(printing, ledger, options)
            if turn == options.rounds:
                return code
            if turn == 1:
                report.tell("watching; Ctrl-C ends it")
            _wait_for_change(before, files)
    raise AssertionError("count never ends")


def _print(printing: Printing, ledger: Ledger, options: argparse.Namespace) -> int:
    """Print what changed; a document that cannot be read is told, and watched on."""
    begun = time.monotonic()
    try:
        orders, failures = planned(options)
        ledger.look_again()
        stale = stale_among(orders, ledger)
        made = make(printing, stale, ledger)
    except PenholderError as error:
        report.failure(error)
        return error.exit_code
    if stale:
        tell_made(made, len(stale), len(orders))
        report.explain(f"in {time.monotonic() - begun:.2f} s")
    return max(made.code, report.failures(failures))


def _wait_for_change(before: State, files: Iterable[Path]) -> None:
    """Return once something changed; a file that was only emptied gets a while to be written."""
    looks = 0
    while True:
        begun = time.monotonic()
        state = _state(files)
        looks += state != before
        if state != before and (looks > _PATIENCE or not _emptied(before, state)):
            return
        time.sleep(max(_PAUSE, _SHARE * (time.monotonic() - begun)))


def _emptied(before: State, state: State) -> bool:
    """Whether a file that held something holds nothing now, as while an editor saves it."""
    return any(not size and before.get(path, (0, 0))[0] for path, (size, _) in state.items())


def _state(files: Iterable[Path]) -> State:
    """Return size and time of change of every document and template, and of further files."""
    found: State = {}
    for path in (*_watched(), *files):
        try:
            state = path.stat()
        except OSError:  # it went away between two looks
            continue
        found[path] = (state.st_size, state.st_mtime_ns)
    return found


def _watched() -> Iterator[Path]:
    workspace = here()
    yield from workspace.content.rglob(f"*{ENDING}")
    yield from workspace.templates.rglob("*")
