"""The lines of a document or redline in reading order, before they become blocks of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from penholder.model.document import Document
from penholder.model.numbering import Label, labels
from penholder.model.outline import Unit, outline
from penholder.model.segment import Segment, Segments
from penholder.publish.page import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """A unit with its label, its words as segments, and what a redline says of it.

    ``status`` is empty in a plain document. ``struck`` are the numbers that the footnote calls
    had in the earlier version. ``row`` and ``entry`` are those of its block.
    """

    unit: Unit
    label: Label
    segments: Segments
    status: str = ""
    remark: tuple[Piece, ...] = ()
    struck: tuple[int, ...] = ()
    row: int = -1
    entry: int = 0


def document_lines(document: Document) -> Iterator[Line]:
    """Yield the lines of a document without any change."""
    for unit, label in zip(outline(document), labels(document), strict=True):
        yield Line(unit, label, (Segment("equal", unit.text),))
