"""What Penholder marks between two versions, in the terms of the known truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.comparing.lineage import Joined

from penholder.compare.redline import Redline, redline
from penholder.compare.tokens import word_count
from penholder.compare.versions import compare
from penholder.model.change import Comparison, Merge, Move, Split
from penholder.model.document import Document
from penholder.model.segment import Segments, has_marks


@dataclass(frozen=True, slots=True)
class Marks:
    """Words that a tool marks, and at how many places."""

    deleted: int
    inserted: int
    moved: int
    hunks: int

    @property
    def marked(self) -> int:
        """All words marked."""
        return self.deleted + self.inserted + self.moved


@dataclass(frozen=True, slots=True)
class Findings:
    """What a comparison found, in the terms of ``Truth``."""

    marks: Marks
    moves: frozenset[tuple[int, int]]
    splits: frozenset[Joined]
    merges: frozenset[Joined]
    notes: frozenset[tuple[str, str]]


def found(before: Document, after: Document) -> Findings:
    """Return what Penholder finds between two versions."""
    comparison = compare(before, after)
    changes = comparison.changes
    split = [each for each in changes if isinstance(each, Split)]
    merged = [each for each in changes if isinstance(each, Merge)]
    return Findings(
        marks=marks(redline(before, after, comparison), comparison),
        moves=frozenset(
            (each.before.index, each.after.index)
            for each in changes
            if isinstance(each, Move) and not each.is_carried
        ),
        splits=frozenset((e.before.index, tuple(p.index for p in e.after)) for e in split),
        merges=frozenset((e.after.index, tuple(p.index for p in e.before)) for e in merged),
        notes=frozenset(
            (note.before.key if note.before else "", note.after.key if note.after else "")
            for note in comparison.notes
            if has_marks(note.segments)
        ),
    )


def marks(shown: Redline, comparison: Comparison) -> Marks:
    """Return the words marked in text and notes, and the places where a reader sees a mark."""
    words = shown.counts.words
    notes = [note.segments for note in comparison.notes]
    seen = [line.segments for line in shown.lines if line.status != "moved away"]
    return Marks(
        deleted=words.deleted + _words(notes, "delete"),
        inserted=words.inserted + _words(notes, "insert"),
        moved=words.moved,
        hunks=sum(map(_hunks, [*seen, *notes])),
    )


def _words(texts: Iterable[Segments], op: str) -> int:
    return sum(word_count(each.text) for segments in texts for each in segments if each.op == op)


def _hunks(segments: Segments) -> int:
    """Return the places of a text where words changed; what was and what is now are one."""
    count, was_marked = 0, False
    for segment in segments:
        is_marked = segment.op != "equal" and not segment.is_form and word_count(segment.text) > 0
        count += is_marked and not was_marked
        was_marked = is_marked or (was_marked and segment.op != "equal")
    return count
