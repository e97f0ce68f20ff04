"""Times 200 documents by two workers against as many commands of WeasyPrint, two at a time."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.timing import (
    PENHOLDER,
    WEASYPRINT,
    Figure,
    copied,
    in_turn,
    print_html,
    ratios,
    run,
    same_words,
    tell,
)

COPIES = 200
ROUNDS = 3
TARGET = 0.25


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 0 where the target is met and the bytes are the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=COPIES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        symbols = copied(folder, asked.copies)
        _write_pages(folder, symbols)
        theirs = ["xargs", "-a", "listing", "-P2", "-I{}", *WEASYPRINT, "{}.html", "{}.pdf"]
        ours = [PENHOLDER, "build", "--format", "pdf", "--force", "--workers"]
        pairs = in_turn(
            partial(run, [*ours, "2"], folder), partial(run, theirs, folder), asked.rounds
        )
        for symbol in symbols:
            made = folder / "build" / f"{symbol}.pdf"
            same_words(made, _page(folder, symbol).with_suffix(".pdf"))
        by_two = _bytes(folder, symbols)
        run([*ours, "1"], folder)
        if _bytes(folder, symbols) != by_two:
            raise SystemExit("one worker and two make different bytes")
    what = f"{asked.copies} documents / xargs -P2 weasyprint, same words"
    return tell([Figure(what, ratios(pairs), TARGET)])


def _write_pages(folder: Path, symbols: Sequence[str]) -> None:
    """Write the printer's HTML of every document, and the list of them for xargs."""
    (folder / "pages").mkdir()
    print_html(folder, {each: _page(folder, each).with_suffix(".html") for each in symbols})
    stems = (str(_page(folder, symbol)) for symbol in symbols)
    (folder / "listing").write_text("\n".join(stems), "utf-8")


def _page(folder: Path, symbol: str) -> Path:
    return folder / "pages" / symbol.replace("/", "-")


def _bytes(folder: Path, symbols: Sequence[str]) -> list[bytes]:
    return [(folder / "build" / f"{symbol}.pdf").read_bytes() for symbol in symbols]


if __name__ == "__main__":
    sys.exit(main())
