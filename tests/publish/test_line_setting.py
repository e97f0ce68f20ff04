import re
import subprocess
from itertools import chain, repeat
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from tests.strategies import documents

from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Masthead
from penholder.publish import line_setting
from penholder.publish.compose import Setting, document_page
from penholder.publish.font_metrics import page_faces
from penholder.publish.html import render_html
from penholder.publish.line_breaks import official_lines
from penholder.publish.line_setting import official_ends, with_official_lines
from penholder.publish.page import LETTERS_APART, Page, Paper, Runs, Words
from penholder.publish.pdf import render_pdf
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

PARAGRAPHS = (
    "Reaffirms its strong support for the role of the ferries in encouraging and assisting the "
    "development and practical application of timetables for peaceful uses, in technology "
    "transfer to developing harbours, and in safety, verification and punctuality;",
    "Invites the harbours of the inland sea, the keepers of their lights and all others who "
    "travel by night to exchange their almanacs before the winter of each year, and to make "
    "known to one another, in good time and in plain words, whatever has changed since;",
    "Decides that well-informed travellers, non-residents among them, shall be told on the "
    "9 December 1998 and on every second day from then on which of the ferries of the northern "
    "shore and/or of the southern shore is late, and by how many minutes, hours or days;",
)

WORDS = (
    "of the and in to harbours ferries timetables Member States as well a way international "
    "lights keepers almanacs travellers Agenda Tides Assembly, all forms, night by which is"
).split()


def long_paragraphs() -> tuple[str, ...]:
    """Return paragraphs of words in every kind of neighbourhood, the same on each run."""
    chosen = Random(53123)
    return tuple(f"Urges {' '.join(chosen.choices(WORDS, k=90))};" for _ in range(12))


def document(*paragraphs: str) -> Document:
    masthead = Masthead("draft resolution", "General Assembly")
    return Document(masthead, operative=tuple(map(Paragraph, paragraphs)))


def page_of(source: Document, paper: Paper = "letter") -> Page:
    return document_page(source, "drafts/x", Setting("print", paper))


def signs(runs: Runs) -> list[tuple[str, bool, str]]:
    """Every letter of runs with its face and change; a footnote call is one sign."""
    return [
        (sign, getattr(run, "italic", False), run.change)
        for run in runs
        for sign in (run.text if isinstance(run, Words) else [run.anchor])
    ]


def expected_lines(text: str, indents: float, measure: float) -> list[str]:
    faces = page_faces()
    opening = text.split()[0]
    ends = official_ends((Words(opening, italic=True), Words(text[len(opening) :])), faces)
    widths = chain([measure - indents], repeat(measure))
    return [text[line.begin : line.end] for line in official_lines(ends, widths)]


@given(documents())
def test_no_letter_face_or_change_is_other_than_before(source: Document) -> None:
    page = page_of(source)
    after = with_official_lines(page, page_faces())
    assert [signs(block.runs) for block in after.blocks] == [
        signs(block.runs) for block in page.blocks
    ]


@pytest.mark.parametrize(("paper", "measure"), [("letter", 365.3), ("a4", 365.3)])
@pytest.mark.parametrize("paragraphs", [PARAGRAPHS, long_paragraphs()])
def test_the_printer_ends_lines_where_official_pages_do(
    paragraphs: tuple[str, ...], paper: Paper, measure: float, tmp_path: Path
) -> None:
    html = render_html(page_of(document(*paragraphs), paper), Templates(template_folders(None)))
    path = tmp_path / "page.pdf"
    path.write_bytes(render_pdf(html.text))
    told = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    printed = [re.sub(r"^\d+\.\s+", "", line.strip()) for line in told.splitlines()]
    wanted = [line for text in paragraphs for line in expected_lines(text, 2 * 23.75, measure)]
    assert [line for line in wanted if line not in printed] == []


def test_paper_and_program_agree_on_the_measures() -> None:
    sheet = (TEMPLATES / "page.css").read_text() + (TEMPLATES / "paragraph.css").read_text()
    assert "margin: 0 63.35pt 6pt" in sheet
    assert "text-indent: 23.75pt" in sheet
    assert "letter-spacing: 0.3164pt" in sheet
    assert line_setting.MARGINS == 2 * 63.35
    assert line_setting.TAB == 23.75
    assert round(LETTERS_APART, 4) == 0.3164


def test_a_page_for_the_screen_has_no_spacing_of_lines() -> None:
    page = document_page(document(*PARAGRAPHS), "drafts/x", Setting("screen", "letter"))
    assert "word-spacing" not in render_html(page, Templates(template_folders(None))).text
