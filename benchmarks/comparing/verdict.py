"""Shares and sums as figures with a target, and rows of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """How many things there were, how many were found, and how many of those were right."""

    true: int = 0
    told: int = 0
    right: int = 0

    def __add__(self, other: Found) -> Found:
        return Found(self.true + other.true, self.told + other.told, self.right + other.right)

    @property
    def missed(self) -> float:
        """The share of what was there and was not found: 1 less recall."""
        return 1 - self.right / self.true if self.true else 0.0

    @property
    def false(self) -> float:
        """The share of what was told and was not there: 1 less precision."""
        return 1 - self.right / self.told if self.told else 0.0


def found_of(true: frozenset[object], told: frozenset[object]) -> Found:
    """Return how two sets agree."""
    return Found(len(true), len(told), len(true & told))


def table(heads: Sequence[str], rows: Iterable[Sequence[object]], first: int = 44) -> None:
    """Print a table, the first column wide."""
    for row in (heads, *rows):
        cells = [f"{_cell(each):>16}" for each in row[1:]]
        print(f"{_cell(row[0]):<{first}}{''.join(cells)}", flush=True)
    print(flush=True)


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
