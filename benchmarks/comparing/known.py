"""Edits of known truth: words marked for each word that changed, kind by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.comparing.cases import MIXED, cases
from benchmarks.comparing.corpus import lines_of
from benchmarks.comparing.edits import KINDS
from benchmarks.comparing.lineage import Case
from benchmarks.comparing.ours import Findings, found
from benchmarks.comparing.peers import Peer
from benchmarks.comparing.verdict import Found, found_of, table
from benchmarks.timing import Figure

from penholder.model.outline import outline

# The engine was tuned on seeds below ten.
HELD_OUT = (101,)
PEER_SEED = (201,)
_EVERY = 24
_FOUND = ("moves", "splits", "merges", "notes")
_MOST_MARKED = 1.03
_MOST_AMISS = 0.03


def known_tables(peers: Sequence[Peer]) -> Iterator[Figure]:
    """Print both tables of known edits; yield our figures with their targets."""
    yield from _our_table(cases(HELD_OUT))
    if peers:
        _peer_table(peers)


def _our_table(made: Iterable[Case]) -> Iterator[Figure]:
    words: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    counts: dict[tuple[str, str], Found] = defaultdict(Found)
    for case in made:
        told = found(case.before, case.after)
        for place, value in enumerate((1, case.truth.marked, told.marks.marked)):
            words[case.kind][place] += value
        for name in _FOUND:
            counts[case.kind, name] += _agreement(case, told, name)
    print(f"Known edits, seeds {HELD_OUT}: words marked, and things found of those there, false")
    table(
        ("", "cases", "changed", "marked", "ratio", *_FOUND),
        [
            (kind, *sums, sums[2] / max(1, sums[1]), *(_told(counts[kind, n]) for n in _FOUND))
            for kind, sums in words.items()
        ],
        first=22,
    )
    total = [sum(sums[place] for sums in words.values()) for place in range(3)]
    yield Figure("known edits: words marked, of those changed", [total[2] / total[1]], _MOST_MARKED)
    for name in _FOUND[:3]:
        both = sum((counts[kind, name] for kind in words), Found())
        yield Figure(f"known edits: {name} missed, share", [both.missed], _MOST_AMISS, "")
        yield Figure(f"known edits: {name} false, share", [both.false], _MOST_AMISS, "")
    notes = sum((counts[kind, "notes"] for kind in words), Found())
    yield Figure("known edits: false footnote changes", [notes.told - notes.right], 0, "notes")


def _agreement(case: Case, told: Findings, name: str) -> Found:
    return found_of(getattr(case.truth, name), getattr(told, name))


def _told(counts: Found) -> str:
    return f"{counts.right}/{counts.true}, {counts.told - counts.right}" if counts.true else ""


def _peer_table(peers: Sequence[Peer]) -> None:
    """Print words marked for each word changed, for us and each peer, on a part of the cases."""
    truths: dict[str, int] = defaultdict(int)
    marked: dict[tuple[str, str], int] = defaultdict(int)
    broken: set[str] = set()
    for case in cases(PEER_SEED, every=_EVERY):
        lines = [lines_of(each, outline(each)) for each in (case.before, case.after)]
        truths[case.kind] += case.truth.marked
        marked[case.kind, "penholder"] += found(case.before, case.after).marks.marked
        for peer in peers:
            answer = peer.ask(*lines)
            if answer:
                marked[case.kind, peer.name] += answer.marks.marked
            else:
                broken.add(peer.name)
    names = ["penholder", *(peer.name for peer in peers)]
    kinds = [kind for kind in (*KINDS, MIXED) if truths[kind]]
    print(
        f"The same, seed {PEER_SEED[0]}, one text in {_EVERY}: words marked for each word changed"
    )
    table(
        ("", *names),
        [
            *((kind, *(marked[kind, name] / truths[kind] for name in names)) for kind in kinds),
            ("all", *(_whole(truths, marked, name) for name in names)),
        ],
        first=22,
    )
    for name in sorted(broken):
        print(f"{name} broke down on some of these: its figures are too low")


def _whole(truths: dict[str, int], marked: dict[tuple[str, str], int], name: str) -> float:
    return sum(marked[kind, name] for kind in truths) / sum(truths.values())
