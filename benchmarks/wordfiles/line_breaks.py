"""The clean file of the sample, printed by LibreOffice, beside our own PDF: line by line."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.timing import PENHOLDER, ROOT, SYMBOL, Figure, run
from benchmarks.wordfiles.office import Office

_MOST_AMISS = 0.1


def line_figures() -> Iterator[Figure]:
    """Print the lines that break elsewhere; yield their share of all lines of our PDF."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        for ending in ("pdf", "docx"):
            target = str(folder / f"ours.{ending}")
            run([PENHOLDER, "build", SYMBOL, "--format", ending, "-o", target, "--force"], ROOT)
        office = Office(stack)
        office.print(folder / "ours.docx", folder / "office.pdf")
        ours, theirs = _lines(folder / "ours.pdf"), _lines(folder / "office.pdf")
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    print(f"{SYMBOL}: {same} of {len(ours)} lines break alike in our PDF and by {office.name}")
    for tag, start, end, begun, ended in matcher.get_opcodes():
        if tag != "equal":
            print("    ours: ", " / ".join(ours[start:end]))
            print("    other:", " / ".join(theirs[begun:ended]))
    print(flush=True)
    yield Figure(
        "lines of the sample that break elsewhere", [1 - same / len(ours)], _MOST_AMISS, ""
    )


def _lines(path: Path) -> list[str]:
    command = ["pdftotext", "-layout", str(path), "-"]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = (" ".join(line.split()) for line in made.stdout.splitlines())
    return [line for line in lines if line]
