"""Measures the memory of a long document, and that where and when it is built leaves no trace."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.timing import PENHOLDER, ROOT, SYMBOL, Figure, environment, run, tell, workspace

TIMES = 96
"""How often the sample's paragraphs are said: about 200 printed pages."""

TARGET = 350.0
_LOOK = 0.02
_KINDS = (".pdf", ".html")
_SURROUNDINGS = (
    {"TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"TZ": "UTC", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "2"},
)


def main() -> int:
    """Measure and print; return 0 where the target is met; stop where bytes differ."""
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name))
        symbol = _long_document(folder)
        peak = peak_of([PENHOLDER, "build", symbol, "--format", "pdf"], folder)
        pages = pages_of(folder / "build" / f"{symbol}.pdf")
        _compare_surroundings(folder)
    print(f"same PDF, HTML and redline in {len(_SURROUNDINGS)} surroundings (time zone, hash seed)")
    what = f"memory of {pages} pages, all processes, at their peaks"
    return tell([Figure(what, [peak], TARGET, "MiB")])


def _long_document(folder: Path) -> str:
    """Write the sample with its paragraphs said many times; return its symbol."""
    symbol = "A/RES/60/1"
    text = (ROOT / "content" / f"{SYMBOL}.yaml").read_text("utf-8")
    head, key, rest = text.replace(f"symbol: {SYMBOL}", f"symbol: {symbol}").partition(
        "preamble:\n"
    )
    preamble, operative_key, rest = rest.partition("operative:\n")
    operative, notes_key, notes = rest.partition("footnotes:\n")
    path = folder / "content" / f"{symbol}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        head + key + preamble * TIMES + operative_key + operative * TIMES + notes_key + notes,
        "utf-8",
    )
    return symbol


def peak_of(command: list[str], folder: Path) -> float:
    """Return the sum of the peaks of a command and its children, in MiB.

    Shared pages count once for each process, and the peaks need not meet: the true peak of the
    machine's memory is lower.
    """
    peaks: dict[int, float] = {}
    with subprocess.Popen(command, cwd=folder, env=environment()) as process:
        while process.poll() is None:
            for number in (process.pid, *_children(process.pid)):
                peaks[number] = max(peaks.get(number, 0.0), _high_water(number))
            time.sleep(_LOOK)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return sum(peaks.values())


def pages_of(pdf: Path) -> int:
    """Return how many pages a PDF has."""
    told = run(["pdfinfo", str(pdf)], pdf.parent)
    return int(next(line.split()[1] for line in told.splitlines() if line.startswith("Pages:")))


def _children(number: int) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{number}/task/{number}/children").read_text().split()))
    except OSError:
        return []


def _high_water(number: int) -> float:
    try:
        status = Path(f"/proc/{number}/status").read_text()
    except OSError:
        return 0.0
    lines = (line.split() for line in status.splitlines() if line.startswith("VmHWM:"))
    return next((int(fields[1]) / 1024 for fields in lines), 0.0)


def _compare_surroundings(folder: Path) -> None:
    made = []
    for surroundings in _SURROUNDINGS:
        shutil.rmtree(folder / "build")
        run([PENHOLDER, "build", SYMBOL], folder, **surroundings)
        redline = [PENHOLDER, "diff", "drafts/follow-up-cis-conference", "--format", "html,pdf"]
        run(redline, folder, **surroundings)
        outputs = [path for path in sorted((folder / "build").rglob("*")) if path.suffix in _KINDS]
        made.append({path: path.read_bytes() for path in outputs})
    if any(each != made[0] for each in made):
        raise SystemExit("the same content came out in other bytes")


if __name__ == "__main__":
    sys.exit(main())
