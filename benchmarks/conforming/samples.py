"""Pages of the project's own documents in every form that is printed, as HTML for the press."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import get_args

from benchmarks.official import templates
from benchmarks.timing import ROOT

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Annex, Document, Footnote, Masthead
from penholder.model.session import Session
from penholder.model.volume import Volume
from penholder.publish.binding import Means
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import Html, render_html
from penholder.publish.page import Page, View
from penholder.publish.redline_page import redline_page
from penholder.publish.volume_html import VolumeHtml
from penholder.publish.volume_jobs import VolumeJob
from penholder.publish.volume_page import VolumePage, volume_page
from penholder.publish.working import FORMS
from penholder.store.read import read_document

_CONTENT = ROOT / "content"


def sample_pages() -> list[tuple[str, Html | VolumeJob]]:
    """Return a name and the HTML of every page; those of a booklet alone are left out."""
    return [(name, _set(page)) for name, page in _pages()]


def _set(page: Page | VolumePage) -> Html | VolumeJob:
    if isinstance(page, VolumePage):
        html = VolumeHtml(page, templates())
        means = Means({}, html.needs)  # a plain mapping, which goes to another process
        return VolumeJob(html.front, tuple(html.chapters()), html.back, means)
    return render_html(page, templates())


def texts_of(html: Html | VolumeJob) -> Sequence[str]:
    """Return what is printed, as HTML: of a volume, its chapters."""
    return tuple(html.chapters) if isinstance(html, VolumeJob) else (html.text,)


def _pages() -> Iterator[tuple[str, Page | VolumePage]]:
    documents = {path.stem: _document(path.stem) for path in sorted(_CONTENT.rglob("*.yaml"))}
    for name, document in documents.items():
        for paper in ("letter", "a4"):
            setting = replace(Setting(), paper=paper)
            yield f"{name} on {paper}", document_page(document, name, setting)
        for form in FORMS:
            if form != "booklet":
                setting = replace(Setting(), working=(form,))
                yield f"{name} as {form}", document_page(document, name, setting)
    yield from _right_pages()
    volume = Volume("A volume", documents=tuple(documents))
    yield "volume", volume_page(volume, [list(documents.items())], Setting())
    before, after = documents["123"], documents["follow-up-cis-conference"]
    found = redline(before, after, compare(before, after))
    for view in get_args(View):
        setting = replace(Setting(), view=view)
        yield f"redline {view}", redline_page(before, after, found, ("before", "after"), setting)


def _right_pages() -> Iterator[tuple[str, Page]]:
    """Yield a document that is read from the right, in its forms and as redlines."""
    for form in FORMS[:-1]:
        setting = replace(Setting(), working=(form,))
        yield f"arabic as {form}", document_page(ARABIC, "arabic", setting)
    after = replace(ARABIC, operative=ARABIC.operative[1:])
    found = redline(ARABIC, after, compare(ARABIC, after))
    for view in get_args(View):
        setting = replace(Setting(), view=view)
        yield f"arabic {view}", redline_page(ARABIC, after, found, ("before", "after"), setting)


ARABIC = Document(
    Masthead("draft resolution", "General Assembly", language="ar", session=Session("", 80),
             agenda_items=("9 (a)",), distribution="Limited"),
    title="المنارات (البحرية)",
    preamble=(Paragraph("إذ تشير إلى القرار 48/113 (د - 3)[^a]،"),),
    operative=(
        Paragraph(
            "تقرر ما يلي:", items=(Paragraph("إنارة 12 345 منارة؛"), Paragraph("تقديم تقرير؛"))
        ),
        Table(title="التكاليف", head=(("البند", "المبلغ"),),
              rows=(("الزيت", "12 345 600"), ("الفتائل", "(107 700)"))),
        Paragraph("تطلب الزيت (A/80/1)."),
    ),
    annexes=(Annex("القواعد", body=(Paragraph("تضيء المنارات."),)),),
    footnotes=(Footnote("a", "القرار 217 ألف (د - 3)."),),
)  # fmt: skip
"""Words of our own, read from the right, with everything that such a page may hold."""


def _document(stem: str) -> Document:
    path = next(_CONTENT.rglob(f"{stem}.yaml"))
    document = read_document(path.read_bytes(), path.name).document
    assert document is not None
    return document
