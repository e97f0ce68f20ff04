"""The six edits: what each tool marks, paragraph numbers left out of the compared text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.comparing.corpus import lines_of
from benchmarks.comparing.ours import found
from benchmarks.comparing.peers import Peer
from benchmarks.comparing.samples import six_edits
from benchmarks.comparing.verdict import table
from benchmarks.timing import Figure

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.outline import outline
from penholder.model.segment import has_marks

TRUTH = (38, 18, 111)


def six_table(peers: Sequence[Peer]) -> Iterator[Figure]:
    """Print what each tool marks of the six edits; yield how far we are from the truth."""
    before, after = six_edits()
    marks = found(before, after).marks
    rows: list[Sequence[object]] = [("truth", *TRUTH, 6), _row("penholder", marks)]
    lines = [lines_of(each, outline(each)) for each in (before, after)]
    for peer in peers:
        answer = peer.ask(*lines)
        rows.append(_row(peer.name, answer.marks) if answer else (peer.name, *["broke down"] * 4))
    print("The six edits of A/RES/53/123: words marked")
    table(("", "deleted", "inserted", "moved", "places"), rows)
    told = (marks.deleted, marks.inserted, marks.moved)
    amiss = sum(abs(one - other) for one, other in zip(told, TRUTH, strict=True))
    yield Figure("six edits: words marked beside the truth", [amiss], 0, "words")
    yield Figure("six edits: moves that hide their edit", [_hidden_edits()], 0, "moves")


def _row(name: str, marks: object) -> tuple[object, ...]:
    return (name, *(getattr(marks, each) for each in ("deleted", "inserted", "moved", "hunks")))


def _hidden_edits() -> int:
    before, after = six_edits()
    shown = redline(before, after, compare(before, after))
    moved = [line for line in shown.lines if line.status == "moved"]
    return abs(sum(has_marks(line.segments) for line in moved) - 1)
