"""Runs every benchmark in a process of its own and prints all their rows at the end.

    python -m benchmarks               all of them
    python -m benchmarks start_up      some of them

Ends with 1 where a target is missed.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.timing import ROOT, environment

_NO_BENCHMARK = {
    "__main__",
    "timing",
    "word_traps",
    "poppler",
    "words",
    "official",
    "overlay",
    "placed_words",
}


def main(asked: Sequence[str]) -> int:
    """Run the benchmarks asked for, or all; return 0 where every target is met."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    names = asked or [name for name in found if name not in _NO_BENCHMARK]
    outcomes = {name: _outcome(name) for name in names}
    print("\n" + "=" * 100)
    for name, (code, lines) in outcomes.items():
        for line in lines:
            print(f"{name:<12} {line}")
        if code:
            print(f"{name:<12} ended with {code}: a target is MISSED, or it failed")
    return max((code for code, _ in outcomes.values()), default=0) and 1


def _outcome(name: str) -> tuple[int, list[str]]:
    """Return the exit code of a benchmark and the lines it printed, shown as they come."""
    print(f"-- {name}", flush=True)
    command = [sys.executable, "-m", f"benchmarks.{name}"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        lines = []
        for line in process.stdout or ():
            print(line, end="", flush=True)
            lines.append(line.rstrip())
    return process.returncode, lines


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
