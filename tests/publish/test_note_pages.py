"""Footnotes stand on the page of their first call, however the page is broken."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from penholder.errors import UnreadableError
from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Footnote, Masthead, Sponsors
from penholder.model.session import Session
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.note_pages import held_together, paragraphs_to_hold
from penholder.publish.page import Paper
from penholder.publish.pdf import Press
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

pytestmark = pytest.mark.slow  # many pages

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


@pytest.mark.parametrize("first_lines", range(1, 9))
def test_pages_with_notes_are_laid_out_once(
    first_lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def spy(pages: Iterable[Any]) -> list[str]:
        asked.append(paragraphs_to_hold(pages))
        return asked[-1]

    monkeypatch.setattr("penholder.publish.pdf.paragraphs_to_hold", spy)
    document = crowded(first_lines)
    sponsors = Sponsors(("Iraq",), note="On behalf of the States that are members of a group.")
    masthead = replace(document.masthead, sponsors=sponsors)
    page = document_page(replace(document, masthead=masthead), "drafts/crowded", Setting())

    Press().render(render_html(page, Templates(template_folders(None))).text)

    assert asked == [[]]


def test_a_held_paragraph_may_not_leave_lines_behind() -> None:
    html = '<p class="preambular" id="pp-1">a</p><p class="preambular" id="pp-10">b</p>'

    held = held_together(html, ["pp-10"])

    assert held == html.replace('id="pp-10"', 'id="pp-10" style="orphans: 99"')


def long_note(words: int, before: int, after: int) -> Document:
    """Return a text that calls one note of so many numbered words, with paragraphs around."""
    cases = (f"Recalling case {number} {CLAUSE * 3}and so on," for number in range(60))
    paragraphs = [Paragraph(case) for case in cases]
    called = Paragraph(f"Noting {CLAUSE * 4}and the list,[^long] {CLAUSE * 2}and so on,")
    text = " ".join(f"w{number:04}" for number in range(words))
    return Document(
        Masthead("draft resolution", "General Assembly"),
        preamble=(*paragraphs[:before], called, *paragraphs[:after]),
        footnotes=(Footnote("long", f"*Official Records*, {text}."),),
    )


@needs_poppler
@pytest.mark.parametrize(
    ("words", "before", "after"), [(700, 3, 3), (1500, 0, 0), (1500, 5, 9), (4000, 2, 40)]
)
def test_a_note_longer_than_a_page_goes_on_at_the_foot_of_later_pages(
    words: int, before: int, after: int, tmp_path: Path
) -> None:
    page = document_page(long_note(words, before, after), "drafts/long", Setting())
    pdf = Press().render(render_html(page, Templates(template_folders(None))).text)

    pages = pages_of(pdf, tmp_path)
    found = [re.findall(r"\bw\d{4}\b", text) for text in pages]
    assert [word for part in found for word in part] == [f"w{n:04}" for n in range(words)]
    held = [number for number, part in enumerate(found) if part]
    assert held == list(range(held[0], held[0] + len(held)))
    assert "the list" in " ".join(pages[held[0]].split())
    assert [len(re.findall("Official Records", text)) for text in pages].count(1) == 1


def test_notes_called_from_one_line_that_no_page_holds_are_told_and_never_cut() -> None:
    keys = [f"n{number}" for number in range(3)]
    calls = "".join(f"[^{key}]" for key in keys)
    document = Document(
        Masthead("draft resolution", "General Assembly"),
        preamble=(Paragraph(f"Recalling its words,{calls}"),),
        footnotes=tuple(Footnote(key, "word " * 650 + "end.") for key in keys),
    )
    page = document_page(document, "drafts/long", Setting())
    html = render_html(page, Templates(template_folders(None))).text

    with pytest.raises(UnreadableError, match=r"the footnotes from [12] on are longer") as caught:
        Press().render(html)

    assert caught.value.code == "E-NOTE"
