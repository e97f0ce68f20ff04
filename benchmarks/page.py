"""Official pages against ours: the same words on the same lines and pages.

    python -m benchmarks.page [FILE ...]     default: every PDF of the corpus

Every document is imported and printed again. Prints a row for each, those least alike first,
then the shares. A line counts as equal where it begins and ends with the same words as the
official one; words that the import lost or split are left out and counted apart.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.official import CORPUS, printed_again
from benchmarks.placed_words import Edges, body_edges, note_numbers, placed_words, plain
from rapidfuzz.distance import Indel

from penholder.errors import PenholderError

_WORST = 10


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like one document is: counts of the official pages, and how many of each are ours."""

    name: str
    lines: int
    equal_lines: int
    lines_on_page: int
    unread: int
    pages: int
    our_pages: int
    notes: int
    notes_on_page: int
    fault: str = ""

    @property
    def share(self) -> float:
        """The share of equal lines."""
        return self.equal_lines / max(1, self.lines)


def main(files: Sequence[Path]) -> int:
    """Measure the files; return 0 where all targets are met."""
    with ProcessPoolExecutor(2) as workers:
        found = sorted(workers.map(likeness, files), key=lambda each: each.share)
    for each in found:
        print(_row(each), flush=True)
    print(f"the least alike: {', '.join(each.name for each in found[:_WORST])}")
    return _sum_up([each for each in found if not each.fault])


def likeness(official: Path) -> Likeness:
    """Return how like the official document ours is; a fault where it cannot be printed."""
    try:
        data = printed_again(official)
    except PenholderError as error:
        return Likeness(official.stem, 0, 0, 0, 0, 0, 0, 0, 0, f"{error.code} {error.what}")
    with TemporaryDirectory() as folder:
        ours = Path(folder) / "ours.pdf"
        ours.write_bytes(data)
        return compared(official, ours)


def compared(official: Path, ours: Path) -> Likeness:
    """Return how like two PDFs of one document are."""
    their_pages, our_pages = placed_words(official), placed_words(ours)
    theirs, mine = body_edges(their_pages), body_edges(our_pages)
    found = _matched(theirs, mine)
    lines = list(zip(sorted(theirs.begins), sorted(theirs.ends), strict=True))
    read = [line for line in lines if line[0] in found and line[1] in found]
    notes = note_numbers(their_pages)
    return Likeness(
        official.stem,
        len(read),
        sum(found[first] in mine.begins and found[last] in mine.ends for first, last in read),
        sum(theirs.words[first].page == mine.words[found[first]].page for first, _ in read),
        len(lines) - len(read),
        len(their_pages),
        len(our_pages),
        len(notes),
        len(notes & note_numbers(our_pages)),
    )


def _matched(theirs: Edges, ours: Edges) -> dict[int, int]:
    """Return which of our words each of theirs is."""
    words = [[plain(word) for word in each.words] for each in (theirs, ours)]
    blocks = Indel.opcodes(*words).as_matching_blocks()
    return {block.a + i: block.b + i for block in blocks for i in range(block.size)}


def _row(each: Likeness) -> str:
    if each.fault:
        return f"{each.name:<18} {each.fault}"
    return (
        f"{each.name:<18} lines {each.equal_lines:>4}/{each.lines:<4} {each.share:6.1%}"
        f"  on the page {each.lines_on_page:>4}  pages {each.our_pages}/{each.pages}"
        f"  notes {each.notes_on_page}/{each.notes}  unread {each.unread}"
    )


def _sum_up(found: Sequence[Likeness]) -> int:
    def total(counts: Iterable[int]) -> int:
        return max(1, sum(counts))

    lines = total(each.lines for each in found)
    rows = (
        ("the same number of pages", sum(e.pages == e.our_pages for e in found) / len(found), 0.95),
        ("lines with the same ends", sum(e.equal_lines for e in found) / lines, 0.97),
        ("lines on the same page", sum(e.lines_on_page for e in found) / lines, 0.95),
        (
            "notes on the same page",
            sum(e.notes_on_page for e in found) / total(e.notes for e in found),
            0.97,
        ),
    )
    for name, share, target in rows:
        told = "ok" if share >= target else "MISSED"
        print(f"{name:<28} {share:7.2%}  target {target:.0%} {told}")
    return 0 if all(share >= target for _, share, target in rows) else 1


if __name__ == "__main__":
    asked = [Path(each) for each in sys.argv[1:]] or sorted((CORPUS / "pdf").glob("*.pdf"))
    sys.exit(main(asked) if asked else f"no documents at {CORPUS}")
