"""Times ``penholder watch`` from a saved edit to the new PDF, against WeasyPrint's command."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks.timing import (
    PENHOLDER,
    SYMBOL,
    WEASYPRINT,
    Figure,
    environment,
    in_turn,
    print_html,
    ratios,
    run,
    tell,
    workspace,
)

ROUNDS = 15
TARGET = 0.25
_LOOK = 0.002
_PATIENCE = 30.0


def main() -> int:
    """Measure and print; return 0 where the target is met."""
    with tempfile.TemporaryDirectory() as name:
        folder = workspace(Path(name))
        html = folder / "page.html"
        print_html(folder, {SYMBOL: html})
        peer = partial(run, [*WEASYPRINT, str(html), str(folder / "peer.pdf")], folder)
        command = [PENHOLDER, "watch", SYMBOL, "--format", "pdf", "--quiet"]
        with subprocess.Popen(command, cwd=folder, env=environment()) as watcher:
            try:
                _wait_for(folder / "build" / f"{SYMBOL}.pdf", None)
                pairs = in_turn(partial(_edit, folder), peer, ROUNDS)
            finally:
                watcher.terminate()
    return tell([Figure("watch, from save to PDF / weasyprint", ratios(pairs), TARGET)])


def _edit(folder: Path) -> None:
    """Save another wording and wait until its PDF is on disk."""
    source, pdf = folder / "content" / f"{SYMBOL}.yaml", folder / "build" / f"{SYMBOL}.pdf"
    before = pdf.read_bytes()
    text = source.read_text("utf-8")
    source.write_text(text.replace("Takes note of the", "Takes note of the the", 1), "utf-8")
    _wait_for(pdf, before)


def _wait_for(pdf: Path, before: bytes | None) -> None:
    end = time.monotonic() + _PATIENCE
    while not pdf.exists() or pdf.read_bytes() == before:
        if time.monotonic() > end:
            raise SystemExit(f"{pdf} was not printed again within {_PATIENCE:g} s")
        time.sleep(_LOOK)


if __name__ == "__main__":
    sys.exit(main())
