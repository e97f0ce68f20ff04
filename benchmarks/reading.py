"""How long reading and validating a 200-page document takes, against bare CSafeLoader."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml

from penholder.model.blocks import Block, Paragraph
from penholder.store.read import read_document
from penholder.store.write import write_document

SEED = Path(__file__).parents[1] / "content" / "A" / "RES" / "53" / "123.yaml"
COPIES = 60
ROUNDS = 25
MOST = 2.0


def long_document() -> bytes:
    """Return about 1,500 paragraphs as YAML: the seed's, sixty times, each told apart."""
    document = read_document(SEED.read_bytes(), str(SEED)).document
    assert document is not None
    preamble = _copies(document.preamble)
    operative = _copies(document.operative)
    return write_document(replace(document, preamble=preamble, operative=operative)).encode()


def _copies(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        replace(block, text=block.text.replace(" ", f" (A/53/{copy + 1}) ", 1))
        for copy in range(COPIES)
        for block in blocks
        if isinstance(block, Paragraph)
    )


def seconds(action: Callable[[], object]) -> float:
    """Return how long one call takes, with nothing left to collect before it."""
    gc.collect()
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def measure(data: bytes) -> tuple[float, float, float]:
    """Return the median seconds of reading and of the peer, and the median of their ratios.

    Both are timed in turn, so that a busy moment of the machine falls on both.
    """
    rounds = [
        (
            seconds(lambda: read_document(data, "long.yaml")),
            seconds(lambda: yaml.load(data, Loader=yaml.CSafeLoader)),
        )
        for _ in range(ROUNDS)
    ]
    ours, peer = (statistics.median(times) for times in zip(*rounds, strict=True))
    return ours, peer, statistics.median(one / other for one, other in rounds)


def main() -> int:
    """Print one row of the table of figures; return 1 where the target is missed."""
    data = long_document()
    ours, peer, ratio = measure(data)
    verdict = "holds" if ratio <= MOST else "missed"
    size = f"{len(data) / 1024:.0f} KiB"
    print(
        f"| read and validate 1,500 paragraphs, {size} | {ours * 1000:.0f} ms "
        f"| CSafeLoader {peer * 1000:.0f} ms | {ratio:.2f} | at most {MOST} | {verdict} |"
    )
    return 0 if ratio <= MOST else 1


if __name__ == "__main__":
    sys.exit(main())
