"""A volume is printed in parts: chapters laid out, numbered and painted, then bound as one file.

Where a chapter begins is known when all before it are laid out, and nothing but its running heads
depends on it. So chapters are laid out as if each were the first, by as many presses as there are,
and get their numbers before they are painted: the bytes depend on none of that.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from penholder.errors import EnvironmentFault, MissingGlyphs
from penholder.publish.archival import VARIANT, declare_accessible
from penholder.publish.binding import Means, numbered, with_page_numbers
from penholder.publish.fragment import Fragment, compress_once, taken
from penholder.publish.joining import bookmarked, join, uses_joined
from penholder.publish.page_heads import heads_held_back, number_on
from penholder.publish.pdf import Drawing, Press, font_of, quietly_written, weasyprint
from penholder.publish.tags import put_in_order

_SCALE = 0.75  # points of a PDF for a pixel of CSS


class VolumePress:
    """Lays out chapters, keeps each until its number is known, and binds what is painted."""

    def __init__(self, press: Press) -> None:
        self.press = press
        self._laid_out: dict[int, tuple[str, Any]] = {}

    def lay_out(self, place: int, html: str, means: Means) -> int:
        """Lay out the chapter at a place from 0, and return its number of pages."""
        with self.press.drawing(*means) as drawing, heads_held_back(weasyprint.layout):
            document = drawing.lay_out(numbered(html, 1))
        self._laid_out[place] = html, document
        return len(document.pages)

    def paint(self, place: int, first: int, means: Means) -> bytes:
        """Paint a chapter whose first page has a number; return its fragment, pickled."""
        if place not in self._laid_out:
            what, fix = "the process that laid a chapter out was ended", "print it once more"
            raise EnvironmentFault("E-RENDER", what, fix)
        html, document = self._laid_out.pop(place)
        with self.press.drawing(*means) as drawing:
            if not number_on(weasyprint.layout, document, first):
                document = drawing.lay_out(numbered(html, first))
            return pickle.dumps(_painted(drawing, document, f"{place + 1}-"))

    def bind(self, front: str, back: str, chapters: Iterable[bytes], means: Means) -> bytes:
        """Return the bytes of a volume from its first and last pages and its painted chapters.

        Where an element of the first or last pages has ``data-page-of``, its text becomes the
        number of the page on which that anchor stands. Raises as ``Press.render``, MissingGlyphs
        with the letters that no font has of all parts.
        """
        fragments: list[Fragment] = [pickle.loads(each) for each in chapters]
        numbers = dict(_anchors(fragments))
        count = sum(len(each.pages) for each in fragments)
        with self.press.drawing(*means) as drawing:
            last = drawing.lay_out(numbered(with_page_numbers(back, numbers), count + 1))
            _lead_to(last, numbers)
            fragments.append(_painted(drawing, last, "0-"))
            first = drawing.lay_out(with_page_numbers(front, numbers))
            _lead_to(first, numbers)
            written = self._written(drawing, first, fragments)
            if absent := frozenset().union(
                drawing.checked_part(first), *(each.absent for each in fragments)
            ):
                raise MissingGlyphs(absent)
            return written

    def _written(self, drawing: Drawing, first: Any, fragments: Sequence[Fragment]) -> bytes:
        drawing.dress(first)
        pages = [*first.pages, *(page for each in fragments for page in bookmarked(each))]
        bookmarks = first.copy(pages).make_bookmark_tree(_SCALE, transform_pages=True)
        for page in first.pages:
            page.bookmarks = []
        for use in uses_joined(fragments):
            first.fonts[use.key] = font_of(first, use)

        def finish(_: Any, pdf: Any) -> None:
            put_in_order(pdf)
            declare_accessible(pdf)
            compress_once(pdf)
            join(pdf, fragments)
            weasyprint.pdf.add_outlines(pdf, bookmarks)

        return quietly_written(first, pdf_variant=VARIANT, finisher=finish)


def _painted(drawing: Drawing, document: Any, prefix: str) -> Fragment:
    drawing.dress(document)
    found: list[Fragment] = []

    def take(_: Any, pdf: Any) -> None:
        found.append(taken(pdf, document, prefix))
        pdf.write = lambda *_: None  # it goes into another file

    quietly_written(document, pdf_variant=VARIANT, finisher=take)
    return found[0]._replace(absent=drawing.checked_part(document))


def _anchors(fragments: Iterable[Fragment]) -> Iterator[tuple[str, int]]:
    """Yield the anchors of chapters with the numbers of their pages; the first of a name holds."""
    seen: set[str] = set()
    pages = (page for fragment in fragments for page in fragment.marks)
    for number, page in enumerate(pages, 1):
        for anchor in page.anchors:
            if anchor not in seen:
                seen.add(anchor)
                yield anchor, number


def _lead_to(document: Any, names: Mapping[str, int]) -> None:
    """Let links of a part lead to names of other parts."""
    anchors = document.pages[-1].anchors
    for name in names:
        anchors.setdefault(name, (0, 0, 0, 0))
