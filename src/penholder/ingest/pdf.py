"""A PDF becomes passages: its pages read, told apart, and set as paragraphs again."""

from __future__ import annotations

from collections.abc import Sequence

from penholder.errors import UnreadableError
from penholder.ingest.letterhead import split_letterhead
from penholder.ingest.page_zones import Zones, zones_of
from penholder.ingest.paragraphs import Measure, body_passages, measure_of, note_passages
from penholder.ingest.passages import Lettering, Passage
from penholder.ingest.pdf_lines import page_lines
from penholder.ingest.pdf_pages import pdf_pages
from penholder.ingest.tables import joined_tables


def read_pdf(data: bytes) -> Lettering:
    """Return the lettering of a PDF; raises UnreadableError and UnsafeError as ``pdf_pages``.

    A PDF without any letters, as scanners make them, is E-SCAN.
    """
    zones = [zones_of(page, page_lines(page)) for page in pdf_pages(data)]
    if not any(each.body or each.notes for each in zones):
        what = "the PDF holds pictures of pages, and no letters"
        raise UnreadableError("E-SCAN", what, "run a text recognition over it first")
    measure = measure_of([line for each in zones for line in each.body])
    aside = [piece for each in zones for piece in each.set_aside]
    passages, repeated = joined_tables(_passages(zones, measure))
    return Lettering(tuple(passages), (*aside, *repeated))


def _passages(zones: Sequence[Zones], measure: Measure) -> list[Passage]:
    """Return the passages of all pages: the body of each, then its notes."""
    first, *rest = zones
    passages, below = split_letterhead(first.body, first.height)
    lines = [*below, *(line for each in rest for line in each.body)]
    body = body_passages(lines, measure)
    for each in zones:
        passages += [passage for passage in body if passage.place.page == each.page]
        passages += note_passages(each.notes)
    return passages
