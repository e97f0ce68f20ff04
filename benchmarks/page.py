"""Official pages against ours: the same words on the same lines and pages, blocks in their places.

    python -m benchmarks.page [CORPUS]           default: ../shared/corpus
    python -m benchmarks.page FILE.pdf ...

Every document is imported and printed again. Prints a row for each, those least alike first, and
then the shares. A line counts as alike where it begins and ends with the same words as the
official one; words that the import lost or split, and documents that it cannot read, are counted
apart. Pictures of the ten least alike, ours laid over the official page, go to build/overlay.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.likeness import Likeness, Share, likeness
from benchmarks.official import CORPUS, printed_again
from benchmarks.overlay import lay_over
from benchmarks.timing import ROOT

from penholder.errors import PenholderError

_WORST = 10
_PICTURES = ROOT / "build" / "overlay"
_MASTHEAD = 1.0


def main(files: Sequence[Path]) -> int:
    """Measure the files; return 0 where all targets are met."""
    with ProcessPoolExecutor(2) as workers:
        found = sorted(workers.map(_likeness, files), key=lambda each: each.lines.value)
    for each in found:
        print(_row(each), flush=True)
    worst = [each.name for each in found if not each.fault][:_WORST]
    print(f"the least alike: {', '.join(worst)}; pictures in {_PICTURES.relative_to(ROOT)}")
    for file in files:
        if file.stem in worst:
            lay_over(file, _PICTURES)
    return _sum_up(found)


def _likeness(official: Path) -> Likeness:
    try:
        data = printed_again(official)
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


def _sum_up(found: Sequence[Likeness]) -> int:
    printed = [each for each in found if not each.fault]
    lines = sum((each.lines for each in printed), Share())
    own = sum((each.own_lines for each in printed), Share())
    pages = Share(sum(len(set(each.pages)) == 1 for each in printed), len(printed))
    rows = [
        ("documents with the same number of pages", pages, 0.95),
        ("lines with the same ends", lines, 0.97),
        (f"... of those not tightened by hand ({lines.all - own.all} are)", own, 0.97),
        ("lines on the same page", sum((each.placed_lines for each in printed), Share()), 0.95),
        ("notes on the same page", sum((each.notes for each in printed), Share()), 0.97),
        *_blocks(printed),
    ]
    for name, share, target in rows:
        told = "ok" if share.value >= target else "MISSED"
        print(f"{name:<52} {share.value:7.2%} of {share.all:<6} target {target:.0%} {told}")
    faults, unread = len(found) - len(printed), sum(each.unread for each in printed)
    print(f"faults of the import: {faults} documents of {len(found)}, {unread} lines")
    return 0 if all(share.value >= target for _, share, target in rows) else 1


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
