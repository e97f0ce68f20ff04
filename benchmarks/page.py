"""Official pages against ours: the same words on the same lines and pages, blocks in their places.

    python -m benchmarks.page [CORPUS]           default: ../shared/corpus
    python -m benchmarks.page FILE.pdf ...

Every document is imported and printed again, twice. The first time from its words alone, as a page
is printed that nobody has set before: what no rule can foretell counts as missed. The second time
with what ``import --setting`` read from the very page it is held against: where an editor broke
titles and drew letters together. That tells how much of the page the two files keep, not how well
it would be foretold: no line end of a paragraph is read, all of them are found by the rule.

Prints a row for each document and time, those least alike from their words first, then why the ten
least alike are so, then where each document first turns a page elsewhere and why, and then the
shares, both of them against the targets. A line counts as alike where it begins and ends with the
same words as the official one; words that the import lost or split, and documents that it cannot
read, are counted apart. Pictures of the ten least alike, ours laid over the official page, go to
build/overlay.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.likeness import Likeness, Share, likeness
from benchmarks.official import CORPUS, printed_again, printed_by_hand
from benchmarks.overlay import lay_over
from benchmarks.timing import ROOT

from penholder.errors import PenholderError

_WORST = 10
_PICTURES = ROOT / "build" / "overlay"
_MASTHEAD = 1.0
_COLUMNS = ("from the words", "and by hand")


def main(files: Sequence[Path]) -> int:
    """Measure the files; return 0 where all targets are met."""
    with ProcessPoolExecutor(2) as workers:
        found = sorted(workers.map(_both, files), key=lambda pair: pair[0].lines.value)
    for pair in found:
        for each, column in zip(pair, _COLUMNS, strict=True):
            print(f"{_row(each)}  {column}", flush=True)
    worst = [each.name for each, _ in found if not each.fault][:_WORST]
    print(f"the least alike: {', '.join(worst)}; pictures in {_PICTURES.relative_to(ROOT)}")
    words = [pair[0] for pair in found]
    for each in words:
        if each.name in worst:
            print(f"{each.name}: {_why(each)}")
    _tell_departures(words)
    for file in files:
        if file.stem in worst:
            lay_over(file, _PICTURES)
    return _sum_up(words, [pair[1] for pair in found])


def _both(official: Path) -> tuple[Likeness, Likeness]:
    return _likeness(official, printed_again), _likeness(official, printed_by_hand)


def _likeness(official: Path, printed: Callable[[Path], bytes]) -> Likeness:
    try:
        data = printed(official)
    except PenholderError as error:
        return Likeness(official.stem, fault=f"{error.code} {error.what}")
    with TemporaryDirectory() as folder:
        ours = Path(folder) / "ours.pdf"
        ours.write_bytes(data)
        return likeness(official, ours)


def _row(each: Likeness) -> str:
    if each.fault:
        return f"{each.name:<18} {each.fault}"
    around = sum(each.blocks.values(), Share())
    official, ours = each.pages
    return (
        f"{each.name:<18} lines {each.lines.alike:>4}/{each.lines.all:<4} {each.lines.value:6.1%}"
        f"  by hand {each.lines.all - each.own_lines.all:>3}"
        f"  on the page {each.placed_lines.alike:>4}  pages {ours}/{official}"
        f"  notes {each.notes.alike}/{each.notes.all}"
        f"  blocks {around.alike}/{around.all}  unread {each.unread}"
    )


def _why(each: Likeness) -> str:
    """Return in words what makes a document unlike."""
    missed, own = each.lines.all - each.lines.alike, each.own_lines.all - each.own_lines.alike
    unplaced = [name for name, share in each.blocks.items() if share.value < 1]
    return "; ".join(
        (
            f"{missed} of {each.lines.all} lines end otherwise, {missed - own} of them tightened "
            f"by hand and {own} not",
            f"out of place: {', '.join(unplaced) or 'nothing'}",
            str(each.departure or "every page begins with the same words"),
        )
    )


def _tell_departures(found: Sequence[Likeness]) -> None:
    """Print where each document first turns a page elsewhere, and how many do for each cause."""
    causes: Counter[str] = Counter()
    for each in found:
        if each.departure:
            official, ours = each.pages
            causes[each.departure.kind] += 1
            print(f"{each.name:<18} pages {ours}/{official}  {each.departure}")
    for kind, count in causes.most_common():
        print(f"documents that first turn a page elsewhere for {kind}: {count}")


def _sum_up(words: Sequence[Likeness], by_hand: Sequence[Likeness]) -> int:
    """Print the shares of both columns; return 1 where a target is missed in one of them."""
    columns = [_shares([each for each in found if not each.fault]) for found in (words, by_hand)]
    print(f"{'':<52} {_COLUMNS[0]:>18} {_COLUMNS[1]:>18}")
    is_met = True
    for (name, share, target), (_, other, _) in zip(*columns, strict=True):
        told = [f"{each.value:7.2%} {_told(each, target)}" for each in (share, other)]
        print(f"{name:<52} {told[0]:>18} {told[1]:>18}  of {share.all:<6} target {target:.0%}")
        is_met = is_met and min(share.value, other.value) >= target
    faults = sum(bool(each.fault) for each in words)
    unread = sum(each.unread for each in words)
    print(f"faults of the import: {faults} documents of {len(words)}, {unread} lines")
    return 0 if is_met else 1


def _told(share: Share, target: float) -> str:
    return "ok" if share.value >= target else "MISSED"


def _shares(printed: Sequence[Likeness]) -> list[tuple[str, Share, float]]:
    lines = sum((each.lines for each in printed), Share())
    own = sum((each.own_lines for each in printed), Share())
    pages = Share(sum(len(set(each.pages)) == 1 for each in printed), len(printed))
    return [
        ("documents with the same number of pages", pages, 0.95),
        ("lines with the same ends", lines, 0.97),
        (f"... of those not tightened by hand ({lines.all - own.all} are)", own, 0.97),
        ("lines on the same page", sum((each.placed_lines for each in printed), Share()), 0.95),
        ("notes on the same page", sum((each.notes for each in printed), Share()), 0.97),
        *_blocks(printed),
    ]


def _blocks(found: Sequence[Likeness]) -> list[tuple[str, Share, float]]:
    places = _summed([each.blocks for each in found], "within 1.5 pt")
    types = _summed([each.types for each in found], "in type within 0.3 pt")
    return [*places, *types]


def _summed(blocks: Sequence[Mapping[str, Share]], told: str) -> list[tuple[str, Share, float]]:
    shares: dict[str, Share] = defaultdict(Share)
    for each in blocks:
        for name, share in each.items():
            shares[name] += share
    rows = [(f"{name} {told}", share, _MASTHEAD) for name, share in sorted(shares.items())]
    return [*rows, (f"all blocks {told}", sum(shares.values(), Share()), _MASTHEAD)]


def _documents(arguments: Sequence[str]) -> list[Path]:
    """Return the files asked for; a folder stands for the PDFs in it, or in its ``pdf``."""
    found: list[Path] = []
    for path in map(Path, arguments or [str(CORPUS)]):
        folder = path / "pdf" if (path / "pdf").is_dir() else path
        found += sorted(folder.glob("*.pdf")) if folder.is_dir() else [path]
    return found


if __name__ == "__main__":
    asked = _documents(sys.argv[1:])
    sys.exit(main(asked) if asked else f"no documents at {CORPUS}")
