"""Both versions woven into one value, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.compare.apply import apply
from penholder.compare.counts import Counts, counted
from penholder.compare.lines import Line, lines
from penholder.compare.note_lines import NoteLine, note_lines
from penholder.compare.notes import told_pairs
from penholder.compare.scenes import Scene
from penholder.compare.words import text_segments
from penholder.errors import ChangeDoesNotFit
from penholder.model.change import Comparison, FieldChange
from penholder.model.document import Document, Masthead
from penholder.model.segment import Segments, text_after, text_before


@dataclass(frozen=True, slots=True)
class Redline:
    """Everything a page, a terminal or a file needs to show what changed.

    ``lines`` stand in the reading order of the later version, what is gone where it stood.
    ``fields`` are the changed fields only; ``title`` is whole, changed or not, and its numbers
    are those of the footnote calls in it.
    """

    masthead_before: Masthead
    masthead_after: Masthead
    title: Segments
    title_numbers: tuple[tuple[int, ...], tuple[int, ...]]
    fields: tuple[FieldChange, ...]
    lines: tuple[Line, ...]
    notes: tuple[NoteLine, ...]
    counts: Counts


def redline(before: Document, after: Document, comparison: Comparison) -> Redline:
    """Weave two versions by the comparison found between them.

    Raises ChangeDoesNotFit where the comparison is not one of these two documents.
    """
    if apply(comparison, before) != after:
        raise ChangeDoesNotFit(
            "E-FIT", "the comparison leads to another document than the one given",
            "compare the two versions at hand",
        )  # fmt: skip
    scenes = Scene.of(before), Scene.of(after)
    shown = tuple(lines(*scenes, comparison))
    told = {change.name: change.segments for change in comparison.fields}
    return Redline(
        masthead_before=before.masthead,
        masthead_after=after.masthead,
        title=told.get("title", text_segments(before.title, before.title, {})),
        title_numbers=(scenes[0].title_numbers, scenes[1].title_numbers),
        fields=comparison.fields,
        lines=shown,
        notes=note_lines(
            (before.footnotes, after.footnotes),
            told_pairs(before, after, comparison.notes),
            *scenes,
        ),
        counts=counted(shown),
    )


def accepted(redline: Redline) -> tuple[str, ...]:
    """Return the marked texts with each change accepted: the later version's, unit by unit."""
    return tuple(text_after(line.segments) for line in redline.lines if line.after)


def rejected(redline: Redline) -> tuple[str, ...]:
    """Return the marked texts with each change rejected: the earlier version's, unit by unit."""
    texts: list[str] = []
    for line in redline.lines:
        if line.status in ("moved", "inserted"):
            continue
        passages = [text_before(passage) for passage in line.passages]
        if line.part:
            texts[-1] += passages[0]
        else:
            texts += passages
    return tuple(texts)
