"""Times printing official documents again against WeasyPrint's command line on the same HTML.

    python -m benchmarks.corpus_time [STEP]      every STEPth document of the corpus, default 15

Both sides are whole processes, in turn, so that a busy machine slows both. A document that is laid
out again, to keep a footnote with its call, costs more than one layout.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.official import CORPUS, page_again
from benchmarks.timing import ROOT, WEASYPRINT, Figure, environment, tell

from penholder.errors import PenholderError

_STEP = 15
_ROUNDS = 3
_TIME_TARGET = 1.1
_MEMORY_TARGET = 500.0
_OURS = """
import sys
from pathlib import Path
from penholder.publish.pdf import Press
Path(sys.argv[2]).write_bytes(Press().render(Path(sys.argv[1]).read_text("utf-8")))
"""


def main(step: int) -> int:
    """Measure and print; return 0 where both targets are met."""
    found: list[float] = []
    peaks: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        for official in sorted((CORPUS / "pdf").glob("*.pdf"))[::step]:
            html = Path(name) / f"{official.stem}.html"
            try:
                html.write_text(page_again(official).text, "utf-8")
            except PenholderError as error:
                print(f"{official.stem:<18} {error.code} {error.what}")
                continue
            measured, peak = _measured(html)
            print(f"{official.stem:<18} {measured:6.2f} times, {peak:4.0f} MiB", flush=True)
            found.append(measured)
            peaks.append(peak)
    return tell(
        [
            Figure("printing / weasyprint, median document", found, _TIME_TARGET),
            Figure("printing / weasyprint, slowest document", [max(found)], _TIME_TARGET),
            Figure("memory of the largest document", [max(peaks)], _MEMORY_TARGET, "MiB"),
        ]
    )


def _measured(html: Path) -> tuple[float, float]:
    """Return our time divided by theirs, the best of the rounds of each, and our peak of memory."""
    ours = [sys.executable, "-c", _OURS, str(html), str(html.with_suffix(".ours.pdf"))]
    theirs = [*WEASYPRINT, str(html), str(html.with_suffix(".pdf"))]
    rounds = [(_process(ours), _process(theirs)) for _ in range(_ROUNDS)]
    best = min(time for (time, _), _ in rounds) / min(time for _, (time, _) in rounds)
    return best, max(memory for (_, memory), _ in rounds)


def _process(command: Sequence[str]) -> tuple[float, float]:
    """Return the seconds and the peak of memory, in MiB, of a command run to its end."""
    begun = perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment(), stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} ended with {process.returncode}")
    return perf_counter() - begun, usage.ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _STEP))
