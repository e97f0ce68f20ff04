"""How much changed: words and paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from penholder.compare.lines import Line
from penholder.compare.tokens import word_count
from penholder.model.blocks import Paragraph
from penholder.model.segment import form_places, has_wording_marks


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
    """How much changed between two versions, apart from title, masthead and footnotes.

    ``forms`` counts the places where the wording is the same and only its form changed: the
    shape of a quotation mark, dash or space. They are in no other count.
    """

    words: WordCounts
    paragraphs: ParagraphCounts
    forms: int = 0


def counted(lines: Sequence[Line]) -> Counts:
    """Return how much the lines of a redline mark."""
    words: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for line in lines:
        if _is_counted(line):
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
        forms=sum(form_places(line.segments) for line in lines if line.status != "moved away"),
    )


def _is_counted(line: Line) -> bool:
    """Whether a line tells of a paragraph something that nothing else tells."""
    is_paragraph = isinstance(line.unit.block, Paragraph)
    is_form_alone = line.status == "reworded" and not (
        line.frame or has_wording_marks(line.segments)
    )
    return is_paragraph and not (line.is_carried or line.part or is_form_alone)


def _words(line: Line) -> dict[str, int]:
    found = {"delete": 0, "insert": 0, "moved": 0}
    for segment in line.segments:
        count = word_count(segment.text)
        if segment.op != "equal" and not segment.is_form:
            found[segment.op] += count
        if line.status == "moved" and segment.op != "delete":
            found["moved"] += count
    return found
