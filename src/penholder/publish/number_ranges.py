"""Paragraphs one after another that are called otherwise, told as one range: ``OP 7-12``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from penholder.compare.numbers import Renumbering, renumberings
from penholder.compare.redline import Redline

_END = re.compile(r"(?P<stem>.* )(?:(?P<number>\d+)|\((?P<letter>[a-z])\))")
Run = list[Renumbering]


def renumbered_ranges(redline: Redline) -> tuple[tuple[str, str], ...]:
    """Return what paragraphs that kept their place were called and are called: ranges, in order."""
    kept = (row for row in renumberings(redline) if row.fate == "renumbered")
    return tuple(range_of(run) for run in runs(kept))


def runs(rows: Iterable[Renumbering]) -> list[Run]:
    """Return rows that can be told as one range together, every other one alone."""
    found: list[Run] = []
    for row in rows:
        if found and _goes_on(found[-1][-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def range_of(run: Run) -> tuple[str, str]:
    """Return the addresses of a run before and after: ``OP 7-12``, ``OP 8-13``."""
    first, last = run[0], run[-1]
    return _range(first.before[0], last.before[0]), _range(first.after[0], last.after[0])


def _goes_on(first: Renumbering, second: Renumbering) -> bool:
    if not first.fate == second.fate == "renumbered":
        return False
    return _is_next(first.before[0], second.before[0]) and _is_next(first.after[0], second.after[0])


def _is_next(first: str, second: str) -> bool:
    one, other = _END.fullmatch(first), _END.fullmatch(second)
    if not one or not other or one["stem"] != other["stem"]:
        return False
    return _count(other) == _count(one) + 1 and bool(one["number"]) == bool(other["number"])


def _count(end: re.Match[str]) -> int:
    return int(end["number"]) if end["number"] else ord(end["letter"])


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last.rpartition(' ')[2]}"
