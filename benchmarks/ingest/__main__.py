"""The import of real documents against an independent reading of the same pages.

    python -m benchmarks.ingest [CORPUS or FOLDER or FILE ...] [--sample N] [--no-print]

Without a name it takes ../shared/corpus, or $PENHOLDER_CORPUS; of a corpus, its pdf/. With
``--sample N`` every Nth document, with ``--no-print`` not our own PDFs, which take longest.
Prints every difference by document, then the figures with their targets. Ends with 1 where a
target is missed, with 2 where there is nothing to measure.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from benchmarks.ingest.linear import Growth, growth
from benchmarks.ingest.measure import Outcome, measure
from benchmarks.official import CORPUS

_MOST_TOLD = 12
_KINDS = ("wording", "structure", "masthead", "format", "check", "reprint")


def main(arguments: Sequence[str]) -> int:
    """Measure what was asked; return 0 where all targets are met."""
    options = _options(arguments)
    files = [file for name in options.names or [CORPUS] for file in _pdfs(name)][:: options.sample]
    if not files:
        print("nothing to measure: name PDFs, a folder of them, or a corpus with a folder pdf/")
        return 2
    outcomes = []
    with ProcessPoolExecutor(2) as workers:
        for outcome in workers.map(partial(measure, is_printed=not options.no_print), files):
            outcomes.append(outcome)
            _tell(outcome)
    longest = max(outcomes, key=lambda each: each.pages)
    grown = growth(next(file for file in files if file.stem == longest.name), longest.pages)
    return _sum_up(outcomes, grown, options)


def _options(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="benchmarks.ingest")
    parser.add_argument("names", nargs="*", type=Path)
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("--no-print", action="store_true")
    return parser.parse_args(arguments)


def _pdfs(name: Path) -> list[Path]:
    """Return the PDFs that a file, a folder or a corpus names."""
    if name.is_file():
        return [name]
    return sorted((name / "pdf" if (name / "pdf").is_dir() else name).glob("*.pdf"))


def _tell(outcome: Outcome) -> None:
    for kind in _KINDS:
        found: tuple[str, ...] = getattr(outcome, kind)
        for told in found[:_MOST_TOLD]:
            print(f"{outcome.name}: {kind}: {told}")
        if len(found) > _MOST_TOLD:
            print(f"{outcome.name}: {kind}: and {len(found) - _MOST_TOLD} more")
    if outcome.explicit:
        print(f"{outcome.name}: numbers told: {' '.join(outcome.explicit)[:100]}")
    if outcome.unplaced:
        print(f"{outcome.name}: {outcome.unplaced} blocks unplaced")
    sys.stdout.flush()


def _sum_up(outcomes: Sequence[Outcome], grown: Sequence[Growth], options: Namespace) -> int:
    words = sum(each.words for each in outcomes)
    lost = sum(each.missing for each in outcomes)
    poor = [each for each in outcomes if each.missing > 0.005 * each.words]
    speed = sum(each.pages for each in outcomes) / sum(each.seconds for each in outcomes)
    figures = [
        ("words of the body in the document in order, %", 100 * (1 - lost / words), 99.95),
        ("words too many, of a million", -1e6 * sum(e.surplus for e in outcomes) / words, -500),
        ("documents with more than 0.5 % missing", -len(poor), 0),
        ("documents whose structure agrees, %", _sound(outcomes, "structure"), 98),
        ("documents with every masthead field right, %", _sound(outcomes, "masthead"), 99),
        ("documents whose fmt is stable, %", _sound(outcomes, "format"), 100),
        ("documents that check reads without a problem, %", _sound(outcomes, "check"), 100),
        ("pages a second on one core", speed, 15),
        ("memory in MiB, the longest document 8 times", -grown[-1].memory, -200),
        ("its seconds a page, 8 times against once", -grown[0].speed / grown[-1].speed, -1.3),
    ]
    if not options.no_print:
        figures.insert(7, ("documents whose PDF says the same, %", _sound(outcomes, "reprint"), 98))
    aside = sum(len(each.furniture) for each in outcomes)
    print(f"{len(outcomes)} documents, {words} words, {lost} missing; {aside} of furniture aside")
    for each in grown:
        print(f"{each.pages} pages: {each.speed:.1f} pages a second, {each.memory:.0f} MiB")
    return _verdicts(figures)


def _sound(outcomes: Sequence[Outcome], kind: str) -> float:
    """Return how many documents of a hundred show no difference of a kind."""
    return 100 * sum(not getattr(each, kind) for each in outcomes) / len(outcomes)


def _verdicts(figures: Iterable[tuple[str, float, float]]) -> int:
    code = 0
    for name, value, least in figures:
        verdict = "ok" if value >= least else "MISSED"
        code |= value < least
        print(f"{name:<52} {abs(value):10.3f}  target {abs(least):g} {verdict}")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
