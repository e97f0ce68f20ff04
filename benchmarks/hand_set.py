"""Which lines of an official PDF an editor tightened by hand, to save a line or a page.

Word sets text 0.2 points apart; editors take 0.05 to 0.2 of that from whole paragraphs or single
lines. Nothing in the words tells where, so no rule can foretell how these lines break.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from penholder.ingest.pdf_pages import Glyph, PdfPage, pdf_pages
from penholder.publish.font_metrics import Face, Faces, page_faces
from penholder.publish.line_setting import OFFICIAL_SCALE, OFFICIAL_TRACKING

_BODY = (9.9, 10.15)
_TIGHTER = -0.045
_LEADING = 13.0
_FEWEST = 6

Baseline = tuple[int, float]


def tightened(data: bytes) -> list[Baseline]:
    """Return page (from 0) and baseline of tightened lines and of those after them, to the end
    of their paragraph; may raise as a reader of PDFs."""
    return [line for page in pdf_pages(data) for line in _tightened(page, page_faces())]


def _tightened(page: PdfPage, faces: Faces) -> Iterator[Baseline]:
    rows: dict[float, list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        if _BODY[0] < glyph.face.size < _BODY[1] and not glyph.face.bold:
            rows[round(glyph.baseline, 1)].append(glyph)
    before, is_tight = 0.0, False
    for baseline, row in sorted(rows.items()):
        is_tight = (is_tight and baseline - before < _LEADING) or _is_tight(row, faces)
        before = baseline
        if is_tight:
            yield page.number - 1, baseline


def _is_tight(row: Sequence[Glyph], faces: Faces) -> bool:
    found = [_excess(*pair, faces) for pair in pairwise(sorted(row, key=lambda each: each.left))]
    known = [excess for excess in found if excess is not None]
    return len(known) >= _FEWEST and fmean(known) < _TIGHTER


def _excess(first: Glyph, second: Glyph, faces: Faces) -> float | None:
    """How much farther two letters of a word stand apart than Word sets them, in points."""
    if not (first.letter + second.letter).isalpha() or first.face != second.face:
        return None
    face: Face = faces.italic if first.face.italic else faces.upright
    nominal = face.width(first.letter) + face.kern(first.letter + second.letter)
    return second.left - first.left - (nominal * 10 * OFFICIAL_SCALE + OFFICIAL_TRACKING)
