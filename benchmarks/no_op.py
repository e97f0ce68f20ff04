"""Times a look over 2,000 unchanged documents, and proves what one changed template rebuilds."""

from __future__ import annotations

import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.timing import (
    PENHOLDER,
    ROOT,
    Figure,
    copied,
    in_turn,
    run,
    tell,
    workspace,
)

DOCUMENTS = 2000
ROUNDS = 9
TARGET = 0.5

_SECTIONED = """\
schema: 1
symbol: A/RES/61/1
kind: resolution
organ: General Assembly
session: "61"
title: A title
operative:
- section: A heading
- Decides to remain seized of the matter.
"""


def main() -> int:
    """Measure and print; return 0 where the target is met; stop where too much is rebuilt."""
    with tempfile.TemporaryDirectory() as name:
        _prove_that_templates_are_followed(Path(name) / "few")
        folder = Path(name) / "many"
        copied(folder, DOCUMENTS)
        _build_all(folder)
        build = partial(_expect_nothing, folder)
        pairs = in_turn(build, partial(run, [PENHOLDER, "--help"], folder), ROUNDS)
    more = [ours - theirs for ours, theirs in pairs]
    what = f"build, {DOCUMENTS} unchanged documents, above --help"
    times = [ours / theirs for ours, theirs in pairs]
    print(f"which is {sorted(times)[len(times) // 2]:.1f} times --help")
    return tell([Figure(what, more, TARGET, "s")])


def _build_all(folder: Path) -> None:
    """Make the HTML of every document, and one PDF that stands for all.

    Only looking is timed, so the ledger is told of 2,000 PDFs with the bytes of one.
    """
    run([PENHOLDER, "build", "--format", "html"], folder)
    program = (
        "from penholder.cli.build import configure, planned\n"
        "from penholder.cli.ledger import open_ledger\n"
        "from penholder.cli.names import here\n"
        "from penholder.cli.printing import Printing\n"
        "import argparse\n"
        "parser = argparse.ArgumentParser()\n"
        "configure(parser)\n"
        "orders, _ = planned(parser.parse_args(['--format', 'pdf']))\n"
        "ledger = open_ledger()\n"
        "with Printing(here().templates, 1) as printing:\n"
        "    [(_, made)] = printing.outcomes(orders[:1])\n"
        "for order in orders:\n"
        "    order.output.write_bytes(made.data)\n"
        "    ledger.enter(order.output, order.sources, order.setting, made.templates)\n"
        "ledger.save()\n"
    )
    run([sys.executable, "-c", program], folder)


def _expect_nothing(folder: Path) -> None:
    told = run([PENHOLDER, "build"], folder)
    if f"nothing changed: {2 * DOCUMENTS} outputs" not in told:
        raise SystemExit(f"something was built again: {told}")


def _prove_that_templates_are_followed(folder: Path) -> None:
    """Stop unless a changed section template rebuilds the one document that has a section."""
    workspace(folder)
    sectioned = folder / "content" / "A" / "RES" / "61" / "1.yaml"
    sectioned.parent.mkdir(parents=True)
    sectioned.write_text(_SECTIONED, "utf-8")
    run([PENHOLDER, "build"], folder)
    (folder / "templates").mkdir()
    for name in ("section.html.j2", "section.css"):
        shutil.copy(ROOT / "templates" / name, folder / "templates")
        if "nothing changed" not in run([PENHOLDER, "build"], folder):
            raise SystemExit(f"an own {name} of the same bytes built something again")
    with (folder / "templates" / "section.html.j2").open("a", encoding="utf-8") as template:
        template.write("{# changed #}\n")
    expected = ["build/A/RES/61/1.html", "build/A/RES/61/1.pdf"]
    told = run([PENHOLDER, "build", "-v"], folder).splitlines()
    made = sorted({line.partition(" ")[2] for line in told if line.startswith(("made ", "wrote "))})
    if made != expected:
        raise SystemExit(f"a changed section template built {made} instead of {expected}")


if __name__ == "__main__":
    sys.exit(main())
