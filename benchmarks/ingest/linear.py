"""How the import grows with its pages: one document after itself, twice as often every time.

Each file is read in a process of its own, so that memory is that of the import alone.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import environment

_TIMES = (1, 2, 4, 8)
_PROGRAM = (
    "import resource, sys, time\n"
    "from pathlib import Path\n"
    "from penholder.ingest.reading import read_source\n"
    "data = Path(sys.argv[1]).read_bytes()\n"
    "begun = time.process_time()\n"
    "read_source(data)\n"
    "peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024\n"
    "print(time.process_time() - begun, peak)\n"
)


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds of processor and MiB at the peak for so many times the pages of a document."""

    times: int
    pages: int
    seconds: float
    memory: float

    @property
    def speed(self) -> float:
        """Pages a second on one core."""
        return self.pages / max(self.seconds, 1e-9)


def growth(file: Path, pages: int) -> list[Growth]:
    """Return what it costs to import a document once, and one of 2, 4 and 8 times its pages."""
    with TemporaryDirectory() as folder:
        return [_imported(file, times, pages * times, Path(folder)) for times in _TIMES]


def _imported(file: Path, times: int, pages: int, folder: Path) -> Growth:
    whole = folder / f"{times}.pdf"
    subprocess.run(
        ["qpdf", "--empty", "--pages", *[str(file)] * times, "--", str(whole)], check=True
    )
    command = [sys.executable, "-c", _PROGRAM, str(whole)]
    told = subprocess.run(command, env=environment(), capture_output=True, text=True, check=True)
    seconds, memory = map(float, told.stdout.split())
    return Growth(times, pages, seconds, memory)
