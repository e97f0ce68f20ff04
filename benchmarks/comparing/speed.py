"""How long a comparison takes, against the peers and against itself on other sizes."""

from __future__ import annotations

import gc
import json
import math
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.comparing.corpus import lines_of
from benchmarks.comparing.peers import Peer
from benchmarks.comparing.samples import (
    DocumentPair,
    hard_pairs,
    long_pair,
    repeated_pair,
    six_edits,
)
from benchmarks.comparing.verdict import table
from benchmarks.timing import ROOT, Figure, environment

from penholder.compare.versions import compare
from penholder.model.outline import outline

_SIZES = (10, 100, 1_000, 10_000)
_WARM_ROUNDS = 40
_LONG_ROUNDS = 5
# Beyond n log n by more than this between 1,000 and 10,000 paragraphs is another growth.
_SLACK = 1.5
_TIMES = {"lxml.html.diff": 50, "xmldiff": 50, "git --word-diff": 0}
_ALONE = """
import pickle, resource, sys, time
from penholder.compare.versions import compare
before, after = pickle.load(open(sys.argv[1], "rb"))
begun = time.process_time()
compare(before, after)
used = time.process_time() - begun
print([used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024])
"""


def speed_tables(peers: Sequence[Peer]) -> Iterator[Figure]:
    """Print the times of all tools and of all sizes; yield the figures with their targets."""
    pair = six_edits()
    warm = [_compared(pair) for _ in range(_WARM_ROUNDS)][_WARM_ROUNDS // 4 :]
    yield Figure("six edits, warm, CPU", [1_000 * each for each in warm], 4.0, "ms")
    long = long_pair()
    alone = [_alone(long) for _ in range(_LONG_ROUNDS)]
    yield Figure("200 pages with 500 edits, CPU", [each[0] for each in alone], 0.5, "s")
    yield Figure("200 pages with 500 edits, memory", [each[1] for each in alone], 300, "MB")
    yield from _against_peers(peers, pair, {"long pair": long, "repeated pair": repeated_pair()})
    yield from _growth()


def _against_peers(
    peers: Sequence[Peer], six: DocumentPair, long: Mapping[str, DocumentPair]
) -> Iterator[Figure]:
    pairs = {"six edits": six, **long}
    ours = {name: min(_compared(pair) for _ in range(3)) for name, pair in pairs.items()}
    rows: list[Sequence[object]] = [("penholder", *ours.values())]
    for peer in peers:
        theirs = {name: _asked(peer, pair) for name, pair in pairs.items()}
        rows.append((peer.name, *theirs.values()))
        times = _TIMES.get(peer.name, 1)
        for name in long if times else ():
            share = times * ours[name] / theirs[name]
            yield Figure(f"{name}: {times} x our CPU, of that of {peer.name}", [share], 1.0)
    print("Seconds of CPU of each tool, loaded and warm; each long pair has 200 pages")
    table(("", *pairs), rows, first=22)


def _asked(peer: Peer, pair: DocumentPair) -> float:
    """Return the seconds of CPU a peer takes; no end where it is given up after a minute."""
    answer = peer.ask(*(lines_of(each, outline(each)) for each in pair))
    return answer.seconds if answer else math.inf


def _growth() -> Iterator[Figure]:
    seconds: dict[str, list[float]] = {}
    for count in _SIZES:
        for name, pair in hard_pairs(count):
            seconds.setdefault(name, []).append(_compared(pair))
    print("Seconds of CPU by paragraphs")
    table(
        ("", *(f"{count:,}" for count in _SIZES)), [(k, *v) for k, v in seconds.items()], first=24
    )
    for name, took in seconds.items():
        fair = _SIZES[-1] * math.log(_SIZES[-1]) / (_SIZES[-2] * math.log(_SIZES[-2]))
        yield Figure(f"1,000 to 10,000 paragraphs, of n log n: {name}",
                     [took[-1] / took[-2] / fair], _SLACK)  # fmt: skip


def _compared(pair: DocumentPair) -> float:
    """Return the seconds of CPU that a comparison takes."""
    gc.collect()
    begun = process_time()
    compare(*pair)
    return process_time() - begun


def _alone(pair: DocumentPair) -> list[float]:
    """Return the CPU, in seconds, and the memory, in MB, of one comparison in its own process."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "pair")
        path.write_bytes(pickle.dumps(pair))
        ended = subprocess.run(
            [sys.executable, "-c", _ALONE, str(path)],
            cwd=ROOT, env=environment(), text=True, check=True, capture_output=True,
        )  # fmt: skip
    found: list[float] = json.loads(ended.stdout)
    return found
