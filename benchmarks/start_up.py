"""Times ``penholder --help`` against an interpreter that does nothing."""

from __future__ import annotations

import sys
from functools import partial

from benchmarks.timing import PENHOLDER, ROOT, Figure, in_turn, ratios, run, tell

ROUNDS = 41
TARGET = 5.0


def main() -> int:
    """Measure and print; return 0 where the target is met."""
    help_text = partial(run, [PENHOLDER, "--help"], ROOT)
    nothing = partial(run, [sys.executable, "-c", "pass"], ROOT)
    pairs = in_turn(help_text, nothing, ROUNDS)
    return tell([Figure("penholder --help / python -c pass", ratios(pairs), TARGET)])


if __name__ == "__main__":
    sys.exit(main())
