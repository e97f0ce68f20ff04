"""Which number became which: every paragraph that is called otherwise, came or went."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from penholder.compare.lines import Line
from penholder.compare.redline import Redline
from penholder.model.blocks import Paragraph, Section
from penholder.model.document import Annex, Part
from penholder.model.wording import plain

_STEP = re.compile(r",? (?=\S)")
Fate = Literal["renumbered", "moved", "split", "merged", "deleted", "new"]


@dataclass(frozen=True, slots=True)
class Renumbering:
    """What became of a paragraph, section, part or annex; both sides are addresses.

    ``before`` is empty for what is new, ``after`` for what was deleted; a split has several
    ``after`` and a merge several ``before``. ``words`` is the plain text, the later version's
    where there is one.
    """

    fate: Fate
    before: tuple[str, ...]
    after: tuple[str, ...]
    words: str


def addresses_after(redline: Redline) -> dict[str, tuple[str, ...]]:
    """Return, for every address of the earlier version, those of the same unit in the later."""
    found: dict[str, tuple[str, ...]] = {}
    for line in redline.lines:
        if line.status == "moved away":
            continue
        after = _stands(line)
        for before in _stood(line):
            found[before] = (*found.get(before, ()), *after)
    return found


def renumberings(redline: Redline) -> tuple[Renumbering, ...]:
    """Return the rows of the table of numbers, in the reading order of the later version.

    Subparagraphs that merely share the fate of the paragraph they stand under have no row.
    """
    now = addresses_after(redline)
    kept = {address for addresses in now.values() for address in addresses}
    come = {line.label_after.address for line in redline.lines if line.label_after} - kept
    return tuple(
        row
        for row in _rows(redline)
        if not (_follows(row, now) if row.before else _outer(row.after[0], come))
    )


def _rows(redline: Redline) -> Iterator[Renumbering]:
    splits: dict[str, list[str]] = {}
    for line in redline.lines:
        if line.status == "split" and line.label_after:
            splits.setdefault(line.counterparts[0], []).append(line.label_after.address)
    for line in redline.lines:
        if not _is_numbered(line) or line.status == "moved away" or line.part:
            continue
        row = _row(line, splits)
        if row.before != row.after:
            yield row


def _row(line: Line, splits: Mapping[str, list[str]]) -> Renumbering:
    before = _stood(line)
    after = _stands(line)
    fates: dict[str, Fate] = {
        "inserted": "new", "deleted": "deleted", "moved": "moved", "split": "split",
        "merged": "merged",
    }  # fmt: skip
    if line.status == "split":
        after = tuple(splits[before[0]])
    fate = "renumbered" if line.is_carried else fates.get(line.status, "renumbered")
    return Renumbering(fate, before, after, plain(line.unit.text))


def _is_numbered(line: Line) -> bool:
    return isinstance(line.unit.block, Paragraph | Section | Part | Annex)


def _stands(line: Line) -> tuple[str, ...]:
    return (line.label_after.address,) if line.label_after else ()


def _stood(line: Line) -> tuple[str, ...]:
    if line.status == "merged":
        return line.counterparts
    return (line.label_before.address,) if line.label_before else ()


def _follows(row: Renumbering, now: Mapping[str, tuple[str, ...]]) -> bool:
    if len(row.before) != 1 or row.fate in ("split", "merged"):
        return False
    outer = _outer(row.before[0], now)
    inner = row.before[0][len(outer) :]
    return bool(outer) and row.after == tuple(there + inner for there in now[outer])


def _outer(address: str, known: Container[str]) -> str:
    """Return the longest known address that a unit stands under, empty where there is none."""
    ends = [match.start() for match in _STEP.finditer(address)]
    return next((address[:end] for end in reversed(ends) if address[:end] in known), "")
