"""How the benchmarks run commands in turn and tell a figure beside its target."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
PENHOLDER = str(Path(sys.executable).with_name("penholder"))
WEASYPRINT = (sys.executable, "-m", "weasyprint", "--pdf-variant", "pdf/a-2a")
SYMBOL = "A/RES/53/123"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured in every round, and the most that its median may be."""

    name: str
    values: Sequence[float]
    target: float
    unit: str = "times"

    @property
    def is_met(self) -> bool:
        """Whether the median is within the target."""
        return statistics.median(self.values) <= self.target


def tell(figures: Iterable[Figure]) -> int:
    """Print a row for each figure; return 0 where all targets are met, otherwise 1."""
    code = 0
    for figure in figures:
        median = statistics.median(figure.values)
        spread = f"[{min(figure.values):.3f}..{max(figure.values):.3f}] of {len(figure.values)}"
        verdict = "ok" if figure.is_met else "MISSED"
        print(
            f"{figure.name:<52} {median:8.3f} {figure.unit:<6} {spread:<26}"
            f" target {figure.target:g} {verdict}",
            flush=True,
        )
        code = code if figure.is_met else 1
    return code


def seconds(deed: Callable[[], object]) -> float:
    """Return how long a deed took on the clock."""
    begun = perf_counter()
    deed()
    return perf_counter() - begun


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> list[tuple[float, float]]:
    """Return the seconds of both in every round; they alternate, so both meet the same machine."""
    return [(seconds(ours), seconds(theirs)) for _ in range(rounds)]


def ratios(pairs: Iterable[tuple[float, float]]) -> list[float]:
    """Return ours divided by theirs, round by round."""
    return [ours / theirs for ours, theirs in pairs]


def run(command: Sequence[str], folder: Path, **extra: str) -> str:
    """Run a command to its end and return what it said; raises CalledProcessError."""
    ended = subprocess.run(
        command, cwd=folder, env=environment(**extra), text=True, check=True, capture_output=True
    )
    return ended.stdout + ended.stderr


def environment(**extra: str) -> dict[str, str]:
    """Return the environment of a command: ours, with the program of this tree."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), **extra}


def workspace(folder: Path) -> Path:
    """Return a new workspace that holds the sample resolution and the draft that revises it."""
    shutil.copytree(ROOT / "content", folder / "content")
    return folder


def copied(folder: Path, count: int, session: int = 60) -> list[str]:
    """Write the sample resolution under as many symbols, each in its own words; return them."""
    source = (ROOT / "content" / f"{SYMBOL}.yaml").read_text("utf-8")
    symbols = [f"A/RES/{session}/{number}" for number in range(1, count + 1)]
    for symbol in symbols:
        path = folder / "content" / f"{symbol}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source.replace(f"symbol: {SYMBOL}", f"symbol: {symbol}"), "utf-8")
    return symbols


def print_html(folder: Path, pages: Mapping[str, Path]) -> None:
    """Write the HTML that Penholder hands to the printer for each version, where asked."""
    program = (
        "import sys; from pathlib import Path\n"
        "from penholder.cli.versions import locate\n"
        "from penholder.publish.compose import Setting, document_page\n"
        "from penholder.publish.html import render_html\n"
        "from penholder.publish.template_files import template_folders\n"
        "from penholder.publish.templates import Templates\n"
        "templates = Templates(template_folders(Path('templates')))\n"
        "for version, path in zip(sys.argv[1::2], sys.argv[2::2], strict=True):\n"
        "    found = locate(version)\n"
        "    page = document_page(found.document(), found.name, Setting('print', 'letter', ''))\n"
        "    Path(path).write_text(render_html(page, templates).text, 'utf-8')\n"
    )
    pairs = [text for version, path in pages.items() for text in (version, str(path))]
    run([sys.executable, "-c", program, *pairs], folder)


def same_words(one: Path, other: Path) -> None:
    """Stop where two PDFs have not the same words at the same places; the tags may differ."""
    if _placed(one) != _placed(other):
        raise SystemExit(f"{one} and {other} differ")


def _placed(pdf: Path) -> list[str]:
    told = run(["pdftotext", "-bbox", str(pdf), "-"], pdf.parent)
    return [line for line in told.splitlines() if "<word" in line or "<page" in line]
