"""Lines that stand in no outline: each a paragraph, in one version or in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from penholder.compare.words import text_segments
from penholder.model.segment import Segment, Segments
from penholder.publish.docx.inlines import IN_PLACE, InlineSetter
from penholder.publish.docx.sheet import Dress, Paragraph, State


def told(
    style: Dress, texts: tuple[Sequence[str], Sequence[str]], setter: InlineSetter
) -> Iterator[Paragraph]:
    """Yield the paragraphs of marked texts that stand in both versions in the same order."""
    for before, after in zip_longest(*texts):
        segments, mark = _segments(before, after)
        inlines = setter.set(segments, IN_PLACE, opens=(False, False))
        yield Paragraph(style, inlines, mark)


def _segments(before: str | None, after: str | None) -> tuple[Segments, State]:
    if before is None:
        return (Segment("insert", after or ""),), "inserted"
    if after is None:
        return (Segment("delete", before),), "deleted"
    return text_segments(before, after, {}), ""
