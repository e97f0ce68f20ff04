"""Real pairs: the words that each tool marks, and at how many places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.comparing.corpus import lines_of, pairs
from benchmarks.comparing.ours import Marks, found
from benchmarks.comparing.peers import Peer
from benchmarks.comparing.verdict import table
from benchmarks.timing import Figure

from penholder.model.outline import outline


def real_table(peers: Sequence[Peer]) -> Iterator[Figure]:
    """Print the words marked on each real pair; yield where a peer marks fewer than we do."""
    rows: list[Sequence[object]] = []
    worse = []
    for pair in pairs():
        ours = found(pair.before, pair.after).marks
        lines = [lines_of(each, outline(each)) for each in (pair.before, pair.after)]
        answers = [peer.ask(*lines) for peer in peers]
        theirs = [answer.marks.marked if answer else None for answer in answers]
        rows.append((pair.name, ours.marked, _places(ours), *(_shown(each) for each in theirs)))
        best = min((each for each in theirs if each is not None), default=ours.marked)
        worse.append(max(0, ours.marked - best))
    print("Real pairs: words marked by each tool; beside ours, places for each 100 words marked")
    table(("", "penholder", "places", *(peer.name for peer in peers)), rows)
    yield Figure("real pairs: words marked beyond the best peer, worst", [max(worse)], 0, "words")
    yield Figure("real pairs on which a peer marks fewer", [sum(map(bool, worse))], 0, "pairs")


def _places(marks: Marks) -> float:
    return 100 * marks.hunks / marks.marked if marks.marked else 0.0


def _shown(marked: int | None) -> object:
    return "broke down" if marked is None else marked
