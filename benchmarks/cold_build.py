"""Times one build of the sample, cold and when nothing changed, against WeasyPrint's command."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.timing import (
    PENHOLDER,
    SYMBOL,
    WEASYPRINT,
    Figure,
    in_turn,
    print_html,
    ratios,
    run,
    same_words,
    tell,
    workspace,
)

ROUNDS = 15
COLD_TARGET = 0.6
NO_OP_TARGET = 0.1


def main() -> int:
    """Measure and print; return 0 where both targets are met."""
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name))
        html = folder / "page.html"
        print_html(folder, {SYMBOL: html})
        command = [PENHOLDER, "build", SYMBOL, "--format", "pdf"]
        peer = partial(run, [*WEASYPRINT, str(html), str(folder / "peer.pdf")], folder)
        cold = in_turn(partial(run, [*command, "--force"], folder), peer, ROUNDS)
        same_words(folder / "build" / f"{SYMBOL}.pdf", folder / "peer.pdf")
        no_op = in_turn(partial(run, command, folder), peer, ROUNDS)
    return tell(
        [
            Figure("cold build to PDF / weasyprint, same words", ratios(cold), COLD_TARGET),
            Figure("build when nothing changed / weasyprint", ratios(no_op), NO_OP_TARGET),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
