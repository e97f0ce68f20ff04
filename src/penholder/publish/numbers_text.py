"""The table of numbers as lines of text: which paragraph became which, and what points astray."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from penholder.compare.meaning.passages import passages
from penholder.compare.meaning.references import astray, followed
from penholder.compare.meaning.whole import opening_words
from penholder.compare.numbers import Renumbering, renumberings
from penholder.compare.redline import Redline
from penholder.publish.columns import Row, heading, told_rows
from penholder.publish.terminal import Screen

_END = re.compile(r"(?P<stem>.* )(?:(?P<number>\d+)|\((?P<letter>[a-z])\))")
_FATES = {"renumbered": "", "moved": " (moved)", "split": " (split)", "merged": " (merged)"}


def numbers_text(redline: Redline, names: tuple[str, str], screen: Screen) -> str:
    """Return the table of numbers, the references to look at, and those that followed.

    Paragraphs one after another that went equally far are one row: ``OP 7-12 -> OP 8-13``.
    """
    changed = renumberings(redline)
    rows = [_row(run) for run in _runs(changed)]
    lines = [f"--- {names[0]}", f"+++ {names[1]}", ""]
    lines += told_rows(rows, screen) if rows else ["every paragraph keeps its number"]
    strays = [Row(each.after, each.told().note) for each in astray(redline, passages(redline))]
    follows = [
        Row(each.after, f"[[{each.id}]] printed {each.number_before}, prints {each.number_after}")
        for each in followed(redline)
    ]
    for title, told in (("references", strays), ("references by id", follows)):
        if told:
            lines += ["", heading(title, screen), *told_rows(told, screen)]
    return "\n".join(lines)


def _runs(rows: Sequence[Renumbering]) -> Iterator[list[Renumbering]]:
    """Yield rows that can be told as one range together, every other one alone."""
    run: list[Renumbering] = []
    for row in rows:
        if run and not _goes_on(run[-1], row):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _goes_on(first: Renumbering, second: Renumbering) -> bool:
    if not first.fate == second.fate == "renumbered":
        return False
    return all(
        _is_next(one, other)
        for one, other in ((first.before, second.before), (first.after, second.after))
    )


def _is_next(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    one, other = _END.fullmatch(first[0]), _END.fullmatch(second[0])
    if not one or not other or one["stem"] != other["stem"]:
        return False
    return _count(other) == _count(one) + 1 and bool(one["number"]) == bool(other["number"])


def _count(end: re.Match[str]) -> int:
    return int(end["number"]) if end["number"] else ord(end["letter"])


def _row(run: Sequence[Renumbering]) -> Row:
    first, last = run[0], run[-1]
    if len(run) > 1:
        after = _range(first.after[0], last.after[0])
        return Row(_range(first.before[0], last.before[0]), f"-> {after}")
    if first.fate == "new":
        return Row("new", f"-> {first.after[0]}: {opening_words(first.words)}")
    place = ", ".join(first.before)
    if first.fate == "deleted":
        return Row(place, f"deleted: {opening_words(first.words)}")
    return Row(place, f"-> {', '.join(first.after)}{_FATES[first.fate]}")


def _range(first: str, last: str) -> str:
    """Return ``OP 7-12`` for ``OP 7`` and ``OP 12``."""
    return f"{first}-{last.rpartition(' ')[2]}"
