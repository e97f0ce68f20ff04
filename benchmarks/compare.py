"""What a comparison marks, beside what changed and beside eight other tools, and its speed.

    python -m benchmarks.compare                 everything
    python -m benchmarks.compare --alone         without the other tools
    python -m benchmarks.compare known real      some of the tables: six, known, real, speed

The other tools are installed on demand below build/; one that cannot be is named as absent. The
documents are those of the corpus; without it only the six edits are compared.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack

from benchmarks.comparing.corpus import CORPUS
from benchmarks.comparing.known import known_tables
from benchmarks.comparing.peers import Peer, at_work
from benchmarks.comparing.real import real_table
from benchmarks.comparing.six import six_table
from benchmarks.comparing.speed import speed_tables
from benchmarks.timing import Figure, tell

_TABLES: dict[str, Callable[[Sequence[Peer]], Iterator[Figure]]] = {
    "six": six_table,
    "known": known_tables,
    "real": real_table,
    "speed": speed_tables,
}


def main(asked: Sequence[str]) -> int:
    """Print the tables asked for, then every figure with its target; return 0 where all are met."""
    names = [name for name in asked if name != "--alone"] or list(_TABLES)
    if not CORPUS.is_dir():
        print(f"the corpus of real documents is not at {CORPUS.name}: the six edits alone")
        names = ["six"]
    with ExitStack() as stack:
        peers: list[Peer] = []
        if "--alone" not in asked:
            peers, absent = at_work(stack)
            for name, why in absent.items():
                print(f"ABSENT: {name}: {why}")
        figures = [figure for name in names for figure in _TABLES[name](peers)]
    return tell(figures)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
