"""The table of numbers as lines of text: which paragraph became which, and what points astray."""

from __future__ import annotations

from penholder.compare.meaning.passages import passages
from penholder.compare.meaning.references import astray, followed
from penholder.compare.meaning.whole import opening_words
from penholder.compare.numbers import renumberings
from penholder.compare.redline import Redline
from penholder.publish.columns import Row, heading, told_rows
from penholder.publish.number_ranges import Run, range_of, runs
from penholder.publish.terminal import Screen

_FATES = {"renumbered": "", "moved": " (moved)", "split": " (split)", "merged": " (merged)"}


def numbers_text(redline: Redline, names: tuple[str, str], screen: Screen) -> str:
    """Return the table of numbers, the references to look at, and those that followed.

    Paragraphs one after another that went equally far are one row: ``OP 7-12 -> OP 8-13``.
    """
    changed = renumberings(redline)
    rows = [_row(run) for run in runs(changed)]
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


def _row(run: Run) -> Row:
    first = run[0]
    if len(run) > 1:
        before, after = range_of(run)
        return Row(before, f"-> {after}")
    if first.fate == "new":
        return Row("new", f"-> {first.after[0]}: {opening_words(first.words)}")
    place = ", ".join(first.before)
    if first.fate == "deleted":
        return Row(place, f"deleted: {opening_words(first.words)}")
    return Row(place, f"-> {', '.join(first.after)}{_FATES[first.fate]}")
