"""Times a volume of about 200 pages against its parts, and measures its memory.

    python -m benchmarks.volume [FOLDER]    default: ../shared/corpus, $PENHOLDER_CORPUS

The documents are those of FOLDER/pdf, imported; without it the sample under many symbols. The
parts are the same documents, printed as files of their own by as many workers as the volume is, in
turn with it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from benchmarks.memory import pages_of, peak_of
from benchmarks.official import CORPUS
from benchmarks.timing import PENHOLDER, Figure, copied, ratios, run, seconds, tell

PAGES = 200
ROUNDS = 5
TARGET = 1.2
MOST_MEMORY = 500.0
_PAGES_OF_SAMPLE = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 0 where the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--pages", type=int, default=PAGES)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        symbols = _imported(folder, asked.folder.resolve(), asked.pages)
        symbols = symbols or copied(folder, asked.pages // _PAGES_OF_SAMPLE)
        listed = "".join(f"- {symbol}\n" for symbol in symbols)
        (folder / "volume.yaml").write_text(f"volume: Many\ndocuments:\n{listed}", "utf-8")
        command = [PENHOLDER, "build", "--volume", "volume.yaml", "--format", "pdf", "--force"]
        parts = [PENHOLDER, "build", *symbols, "--format", "pdf", "--force"]
        pairs = [(_timed(command, folder), _timed(parts, folder)) for _ in range(asked.rounds)]
        memory = peak_of(command, folder)
        pages = pages_of(folder / "build/volumes/volume.pdf")
    print(f"{len(symbols)} documents, {pages} pages; both by two workers")
    clock = ratios((whole[0], parts[0]) for whole, parts in pairs)
    processor = ratios((whole[1], parts[1]) for whole, parts in pairs)
    return tell(
        [
            Figure("clock of the volume / of its parts one by one", clock, TARGET),
            Figure("processor time of it / of them", processor, TARGET),
            Figure("memory of it, all processes, at their peaks", [memory], MOST_MEMORY, "MiB"),
        ]
    )


def _timed(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Run a command; return its seconds on the clock, and those of the processor."""
    before = getrusage(RUSAGE_CHILDREN)
    clock = seconds(partial(run, command, folder))
    after = getrusage(RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _imported(folder: Path, corpus: Path, wanted: int) -> list[str]:
    """Import resolutions until they have as many pages as are wanted; return their symbols."""
    files: list[str] = []
    pages = 0
    for path in sorted((corpus / "pdf").glob("A_RES_*.pdf")):
        if pages < wanted:
            files.append(str(path))
            pages += pages_of(path)
    if not files:
        return []
    (folder / "content").mkdir()
    run([PENHOLDER, "import", *files, "-q"], folder, **os.environ)
    found = (folder / "content").rglob("*.yaml")
    return sorted(path.relative_to(folder / "content").with_suffix("").as_posix() for path in found)


if __name__ == "__main__":
    sys.exit(main())
