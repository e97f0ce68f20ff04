"""How much changed: words and paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from penholder.compare.lines import Line
from penholder.compare.tokens import word_count
from penholder.model.blocks import Paragraph


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Words of the text that are marked.

    ``moved`` counts the words of moved units as they stand after, inner insertions too.
    """

    deleted: int
    inserted: int
    moved: int


@dataclass(frozen=True, slots=True)
class ParagraphCounts:
    """Paragraphs and subparagraphs by what happened; what went along with a move is not counted."""

    inserted: int
    deleted: int
    reworded: int
    moved: int
    split: int
    merged: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much changed between two versions, apart from title, masthead and footnotes."""

    words: WordCounts
    paragraphs: ParagraphCounts


def counted(lines: Sequence[Line]) -> Counts:
    """Return how much the lines of a redline mark."""
    words: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for line in lines:
        if isinstance(line.unit.block, Paragraph) and not (line.is_carried or line.part):
            statuses[line.status] += 1
        if line.status != "moved away":
            words.update(_words(line))
    return Counts(
        WordCounts(words["delete"], words["insert"], words["moved"]),
        ParagraphCounts(
            inserted=statuses["inserted"],
            deleted=statuses["deleted"],
            reworded=statuses["reworded"],
            moved=statuses["moved"],
            split=statuses["split"],
            merged=statuses["merged"],
        ),
    )


def _words(line: Line) -> dict[str, int]:
    found = {"delete": 0, "insert": 0, "moved": 0}
    for segment in line.segments:
        count = word_count(segment.text)
        if segment.op != "equal":
            found[segment.op] += count
        if line.status == "moved" and segment.op != "delete":
            found["moved"] += count
    return found
