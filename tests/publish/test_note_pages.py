"""Footnotes stand on the page of their first call, however the page is broken."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from penholder.errors import UnreadableError
from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Footnote, Masthead
from penholder.model.session import Session
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.note_pages import held_together
from penholder.publish.page import Paper
from penholder.publish.pdf import Press
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext of poppler-utils is not installed"
)
CLAUSE = "recalling the commitments that were made at the meeting and the words agreed there, "


def crowded(first_lines: int) -> Document:
    """Return a text whose paragraphs each call a note, the first of a length to choose."""
    paragraphs = [f"Noting {CLAUSE * first_lines}and so on,"]
    paragraphs += [
        f"Recalling case{number} {CLAUSE * (number % 4 + 1)}and so on,[^n{number}]"
        for number in range(1, 40)
    ]
    notes = (
        Footnote(
            f"n{number}", f"Note{number} " + "with words that fill a line. " * (number % 5 + 1)
        )
        for number in range(1, 40)
    )
    return Document(
        Masthead("draft resolution", "General Assembly", session=Session.parse("80")),
        title="Crowded",
        preamble=tuple(map(Paragraph, paragraphs)),
        operative=(Paragraph("Decides to remain seized of the matter."),),
        footnotes=tuple(notes),
    )


def pages_of(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True)
    return told.stdout.split("\f")[:-1]


@needs_poppler
@pytest.mark.slow
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_note_stands_on_the_page_of_its_call(paper: Paper, tmp_path: Path) -> None:
    templates, press = Templates(template_folders(tmp_path)), Press()
    for first_lines in range(1, 9):
        page = document_page(crowded(first_lines), "drafts/crowded", Setting(paper=paper))
        pages = pages_of(press.render(render_html(page, templates).text), tmp_path)

        calls = {n: i for i, text in enumerate(pages) for n in re.findall(r"case(\d+)", text)}
        notes = {n: i for i, text in enumerate(pages) for n in re.findall(r"Note(\d+)", text)}
        assert len(calls) == len(notes) == 39
        # A rounding error once sent every note to the next page, and left pages almost empty.
        assert all(len(text.split()) > 120 for text in pages[1:-1])
        for number, place in notes.items():
            call_page = next(
                i for i in range(calls[number], len(pages)) if ends_on(pages[i], number)
            )
            assert place == call_page, f"note {number} with a first paragraph of {first_lines}"


def ends_on(text: str, number: str) -> bool:
    """Whether the paragraph that calls a note ends on a page: its last words carry the call."""
    return re.search(rf"and so\s+on,\s*{number}\b", text) is not None


def test_a_held_paragraph_may_not_leave_lines_behind() -> None:
    html = '<p class="preambular" id="pp-1">a</p><p class="preambular" id="pp-10">b</p>'

    held = held_together(html, ["pp-10"])

    assert held == html.replace('id="pp-10"', 'id="pp-10" style="orphans: 99"')


def test_a_note_longer_than_a_page_is_told_and_never_cut() -> None:
    document = Document(
        Masthead("draft resolution", "General Assembly"),
        preamble=(Paragraph("Recalling its words,[^long]"),),
        footnotes=(Footnote("long", "word " * 1500 + "end."),),
    )
    page = document_page(document, "drafts/long", Setting())
    html = render_html(page, Templates(template_folders(None))).text

    with pytest.raises(UnreadableError, match="footnote 1 is longer than a page") as caught:
        Press().render(html)

    assert caught.value.code == "E-NOTE"
