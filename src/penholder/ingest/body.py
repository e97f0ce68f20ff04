"""Passages below the masthead become preamble, operative part, parts, annexes and adoption."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from penholder.ingest.body_paragraphs import (
    take_closing_text,
    take_marked,
    take_paragraph,
    take_quotation,
    take_table,
)
from penholder.ingest.chapter_heads import (
    take_annex,
    take_heading,
    take_organ_line,
    take_part,
    take_section,
)
from penholder.ingest.closing_lines import take_adoption, take_closing_with_verdict, take_verdict
from penholder.ingest.growing_body import GrowingBody, Mark
from penholder.ingest.growth import Chapter
from penholder.ingest.passages import Passage

# Asked in this order; the first that takes a passage has it, and the last takes any.
_TAKES: tuple[Callable[[GrowingBody, int, Passage], bool], ...] = (
    take_table,
    take_quotation,
    take_organ_line,
    take_adoption,
    take_verdict,
    take_closing_with_verdict,
    take_annex,
    take_part,
    take_section,
    take_heading,
    take_marked,
    take_closing_text,
    take_paragraph,
)


def read_body(passages: Sequence[tuple[int, Passage]], mark: Mark) -> list[Chapter]:
    """Return the chapters of a body: the document's own first, then parts and annexes.

    ``mark`` turns lettering at a place of the source's order into marked text.
    """
    body = GrowingBody(passages, mark)
    while found := body.next():
        next(take for take in _TAKES if take(body, *found))
    return body.chapters
