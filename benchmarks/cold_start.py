"""Times printing by Penholder against the command line of WeasyPrint, as whole processes.

    python benchmarks/cold_start.py            one page of three sheets, in fresh processes
    python benchmarks/cold_start.py --large    also 200 sheets, and 200 pages by two workers

Both sides print the same HTML, in turn, so that a busy machine slows both. The bytes are compared.
Ends with 0 where every target is met, with 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "tests" / "publish" / "samples" / "resolution.html"
ROUNDS = 11
MANY = 200
TURNS = 4
WORKERS = 2
REPEATED_BODY = 67
COLD_TARGET = 0.45
MANY_TARGET = 0.25
MEMORY_TARGET = 350.0

OURS = """
import os, sys
from pathlib import Path
from penholder.publish.pdf import render_pdf
Path(sys.argv[2]).write_bytes(render_pdf(Path(sys.argv[1]).read_text("utf-8")))
os._exit(0)
"""
OURS_MANY = """
import sys
from pathlib import Path
from penholder.publish.pressroom import PrintJob, render_many
pages = [Path(name) for name in sys.argv[2:]]
jobs = (PrintJob(page.read_text("utf-8")) for page in pages)
for page, pdf in zip(pages, render_many(jobs, int(sys.argv[1]))):
    page.with_suffix(".ours.pdf").write_bytes(pdf)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: seconds on the clock, and its peak of memory in MiB."""

    seconds: float
    memory: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a line for each figure, and return 0 where every target is met."""
    parser = argparse.ArgumentParser(description=__doc__, usage="%(prog)s [--large] [--rounds N]")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        met = [cold(folder, asked.rounds)]
        if asked.large:
            met += [large(folder), many(folder)]
    return 0 if all(met) else 1


def cold(folder: Path, rounds: int) -> bool:
    """Print one page in fresh processes, theirs and ours in turn."""
    ours, peers = folder / "ours.pdf", folder / "peers.pdf"
    pairs = in_turn(lambda: run(cli(PAGE, peers)), lambda: run(quick(PAGE, ours)), rounds)
    same(ours, peers)
    return told("cold process, 3 sheets", pairs, COLD_TARGET)


def large(folder: Path) -> bool:
    """Print one page of about 200 sheets and compare the peak of memory with its target."""
    page, ours, peers = (folder / name for name in ("large.html", "large.pdf", "peers.pdf"))
    page.write_text(repeated(PAGE.read_text("utf-8")), "utf-8")
    theirs, mine = run(cli(page, peers)), run(quick(page, ours))
    same(ours, peers)
    met = mine.memory <= MEMORY_TARGET
    print(
        f"200 sheets: {mine.seconds:.1f} s and {mine.memory:.0f} MiB, "
        f"peer {theirs.seconds:.1f} s and {theirs.memory:.0f} MiB "
        f"(target {MEMORY_TARGET:.0f} MiB: {verdict(met)})"
    )
    return met


def many(folder: Path) -> bool:
    """Print many pages by two workers, against as many command lines two at a time.

    In turns of a quarter each, so that what else the machine does falls on both sides alike.
    """
    pages = [folder / f"{number}.html" for number in range(MANY // TURNS)]
    for page in pages:
        page.write_bytes(PAGE.read_bytes())
    pairs = in_turn(lambda: by_xargs(pages), lambda: run(by_pressroom(pages)), TURNS)
    for page in pages:
        same(page.with_suffix(".ours.pdf"), page.with_suffix(".html.pdf"))
    return told(f"{MANY} pages in {TURNS} turns, {WORKERS} at a time", pairs, MANY_TARGET)


def in_turn(
    theirs: Callable[[], Run], mine: Callable[[], Run], rounds: int
) -> list[tuple[Run, Run]]:
    """Return what each round took them and us."""
    return [(theirs(), mine()) for _ in range(rounds)]


def told(what: str, pairs: list[tuple[Run, Run]], target: float) -> bool:
    """Print the median ratio with its spread, and tell whether it meets the target."""
    ratios = sorted(mine.seconds / theirs.seconds for theirs, mine in pairs)
    ratio = statistics.median(ratios)
    theirs, mine = (
        statistics.median(run.seconds for run in side) for side in zip(*pairs, strict=True)
    )
    print(
        f"{what}: ratio {ratio:.3f} [{ratios[0]:.3f}-{ratios[-1]:.3f}] of {len(pairs)}, "
        f"{mine:.3f} s against {theirs:.3f} s (target {target}: {verdict(ratio <= target)})"
    )
    return ratio <= target


def verdict(met: bool) -> str:
    """Return the word for a target that is met, or not."""
    return "met" if met else "MISSED"


def same(ours: Path, peers: Path) -> None:
    """Stop where the two sides did not print the same bytes."""
    if ours.read_bytes() != peers.read_bytes():
        raise SystemExit(f"{ours.name} and {peers.name} differ")


def cli(page: Path, pdf: Path) -> list[str]:
    """Return the command line of the peer."""
    return [sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/ua-1", str(page), str(pdf)]


def quick(page: Path, pdf: Path) -> list[str]:
    """Return the command that prints one page by Penholder."""
    return [sys.executable, "-c", OURS, str(page), str(pdf)]


def by_pressroom(pages: list[Path]) -> list[str]:
    """Return the command that prints many pages by Penholder."""
    return [sys.executable, "-c", OURS_MANY, str(WORKERS), *map(str, pages)]


def by_xargs(pages: list[Path]) -> Run:
    """Run one command line of the peer for each page, two at a time."""
    listing = pages[0].with_name("listing")
    listing.write_text("\n".join(map(str, pages)))
    command = cli(Path("{}"), Path("{}.pdf"))
    return run(["xargs", "-a", str(listing), f"-P{WORKERS}", "-I{}", *command])


def run(command: list[str]) -> Run:
    """Run a command to its end, and return what it took; stop where it fails."""
    begun = perf_counter()
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[:4]} ended with {process.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024)


def repeated(html: str) -> str:
    """Return a page with its body many times over, each beginning a new sheet."""
    head, _, rest = html.partition("<body>")
    body, _, end = rest.partition("</body>")
    running, _, text = body.partition("</p>")
    section = f'<section style="break-before: page">{text}</section>'
    return f"{head}<body>{running}</p>{text}{section * REPEATED_BODY}</body>{end}"


if __name__ == "__main__":
    sys.exit(main())
