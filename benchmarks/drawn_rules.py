"""The horizontal rules across the heads of a PDF's pages, as they are seen: place and thickness.

The files draw them in pieces, as borders of cells or as clipped boxes, so they are looked for in a
picture. How thick one is follows from how dark its rows are together.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

from PIL import Image

_DOTS_PER_INCH = 288
_DOTS = _DOTS_PER_INCH / 72
_LONGEST_GAP = 4  # dots, between the cells of a row
_LEAST = 400.0  # points
_INK = bytes(int(value < 235) for value in range(256))
_RUN = re.compile(rb"(?:\x01+\x00{0,%d})+" % _LONGEST_GAP)


@dataclass(frozen=True, slots=True)
class DrawnRule:
    """A rule: its page from 1; left end, middle and thickness in points from the upper left."""

    page: int
    left: float
    y: float
    thickness: float


def drawn_rules(data: bytes, depths: Sequence[float]) -> Iterator[DrawnRule]:
    """Yield the rules of the first pages, each looked at down to its depth in points."""
    for number, depth in enumerate(depths, start=1):
        image = _picture(data, number, depth)
        rows = [row for row in range(image.height) if _left(image, row) is not None]
        for first, last in _together(rows):
            yield _rule(image, number, first, last)


def _picture(data: bytes, page: int, depth: float) -> Image.Image:
    command = ["pdftoppm", "-gray", "-r", str(_DOTS_PER_INCH), "-f", str(page), "-l", str(page)]
    command += ["-x", "0", "-y", "0", "-W", "10000", "-H", str(round(depth * _DOTS)), "-"]
    picture = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    return Image.open(BytesIO(picture))


def _left(image: Image.Image, row: int) -> int | None:
    """Return the dot where a run as long as a rule begins in a row."""
    dots = image.crop((0, row, image.width, row + 1)).tobytes().translate(_INK)
    return next(
        (run.start() for run in _RUN.finditer(dots) if run.end() - run.start() > _LEAST * _DOTS),
        None,
    )


def _together(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of rows that follow one another."""
    begins = [row for before, row in pairwise([-2, *rows]) if row - before > 1]
    ends = [row for row, after in pairwise([*rows, 10**6]) if after - row > 1]
    yield from zip(begins, ends, strict=True)


def _rule(image: Image.Image, page: int, first: int, last: int) -> DrawnRule:
    left = min(start for row in range(first, last + 1) if (start := _left(image, row)) is not None)
    middle = left + round(_LEAST / 2 * _DOTS)
    column = image.crop((middle - 40, first - 1, middle - 39, last + 2)).tobytes()
    ink = [1 - value / 255 for value in column]
    y = sum(share * row for row, share in enumerate(ink, start=first - 1)) / max(sum(ink), 1e-9)
    return DrawnRule(page, left / _DOTS, (y + 0.5) / _DOTS, sum(ink) / _DOTS)
