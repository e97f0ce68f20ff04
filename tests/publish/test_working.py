"""Which forms of working copies there are, and that they say only what the plain page says."""

import re
import subprocess
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from tests.pages import Page

from penholder.model.blocks import Heading, Paragraph, Table
from penholder.model.document import Annex, Document, Footnote, Masthead, Sponsors
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.page import Medium
from penholder.publish.pdf import Press
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates
from penholder.publish.working import FORMS, Form, contradiction, ending, listed
from penholder.store.read import read_document

TEMPLATES = Templates(template_folders(None))
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def resolution() -> Document:
    """A/RES/53/123 as the repository has it."""
    path = ROOT / "content/A/RES/53/123.yaml"
    document = read_document(path.read_bytes(), path.name).document
    assert document
    return document


def html_of(document: Document, medium: Medium, *forms: Form) -> str:
    setting = replace(Setting(medium), working=forms)
    return render_html(document_page(document, "drafts/text", setting), TEMPLATES).text


def words_of(pdf: bytes, folder: Path, *options: str) -> list[str]:
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, check=True)
    return told.stdout.decode().split()


def letters_of(pdf: bytes, folder: Path) -> Counter[str]:
    """Return the words without indicators and the stops around them."""
    return Counter(filter(None, (re.sub(r"[\W\d]", "", word) for word in words_of(pdf, folder))))


def test_a_clean_copy_has_no_marks() -> None:
    what, fix = contradiction(["clean", "line-numbers", "watermark"])
    assert what == "a clean copy has no line-numbers and watermark"
    assert fix == "leave out clean, or the others"


def test_large_print_in_a_booklet_would_be_none() -> None:
    assert contradiction(["booklet", "large-print"])[1] == "leave out large-print or booklet"


def test_all_other_pairs_go_together() -> None:
    refused = {pair for pair in combinations(FORMS, 2) if contradiction(pair)[0]}
    assert refused == {
        ("clean", "paragraph-ids"),
        ("clean", "line-numbers"),
        ("clean", "watermark"),
        ("large-print", "booklet"),
    }


def test_the_forms_stand_in_the_name() -> None:
    assert ending(("line-numbers", "booklet")) == ".line-numbers+booklet"
    assert ending(()) == ""
    assert listed(["clean"]) == "clean"


@pytest.mark.parametrize("medium", ["print", "screen"])
def test_every_form_keeps_every_word_in_order(resolution: Document, medium: Medium) -> None:
    plain = Page(html_of(resolution, medium)).words("main", "note", "number", "call")
    for form in FORMS:
        page = Page(html_of(resolution, medium, form))
        dropped = ("note", "number", "call", "paragraph-id")
        assert page.words("main", *dropped) == plain, form


def test_paragraph_ids_stand_before_their_paragraphs(resolution: Document) -> None:
    page = Page(html_of(resolution, "screen", "paragraph-ids"))
    ids = " ".join(page.words("paragraph-id"))
    assert ids.startswith("PP 1 PP 2 PP 3")
    assert ids.endswith("OP 13 OP 14")
    plain = Page(html_of(resolution, "screen"))
    assert plain.words("paragraph-id") == []


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS[:5])
def test_both_papers_have_the_same_lines(form: Form, tmp_path: Path) -> None:
    text = " ".join(f"the lamp of shore number {number}," for number in range(60))
    document = replace(RICH, operative=(Paragraph(f"Decides to light {text}[^a]"),))
    ends = []
    for paper in ("letter", "a4"):
        setting = Setting("print", paper, working=(form,))
        html = render_html(document_page(document, "x", setting), TEMPLATES).text
        words = boxes(Press().render(html), tmp_path)
        lines = {round(top) for word, _, top, _, _ in words if word.startswith("lamp")}
        left = min(left for word, left, _, _, _ in words if word == "shore")
        right = max(right for word, _, _, right, _ in words if word == "shore")
        ends.append((len(lines), round(right - left, 1)))
        assert max(right for _, _, _, right, _ in words) < (612 if paper == "letter" else 595)
    assert ends[0] == ends[1]


@pytest.mark.slow
@pytest.mark.parametrize("form", ["paragraph-ids", "line-numbers", "double-spaced", "wide-margin"])
def test_lines_end_as_on_the_plain_page(resolution: Document, form: Form, tmp_path: Path) -> None:
    press = Press()
    plain, copy = (press.render(html_of(resolution, "print", *forms)) for forms in ((), (form,)))
    margin = 84 if form == "wide-margin" else 120
    assert _ends(copy, tmp_path, margin) == _ends(plain, tmp_path, 120)


def _ends(pdf: bytes, folder: Path, margin: int) -> set[tuple[str, ...]]:
    """Return the last words of each full line right of the margin, in points."""
    (folder / "page.pdf").write_bytes(pdf)
    crop = f"-layout -nopgbrk -x {margin} -y 60 -W 380 -H 700 page.pdf -".split()
    done = subprocess.run(["pdftotext", *crop], cwd=folder, capture_output=True, check=True)
    told = done.stdout.decode()
    lines = (line.split() for line in told.splitlines() if "Refugees, Displaced" not in line)
    return {tuple(line[-3:]) for line in lines if len(line) > 11}


@pytest.mark.slow
def test_no_word_is_lost_in_any_form(resolution: Document, tmp_path: Path) -> None:
    press = Press()
    plain = letters_of(press.render(html_of(resolution, "print")), tmp_path)
    plain = Counter({word: 1 for word in plain})  # running heads are said as often as pages are
    for form in FORMS:
        found = letters_of(press.render(html_of(resolution, "print", form)), tmp_path)
        assert plain - found == Counter(), form


RICH = Document(
    Masthead(
        "draft resolution", "General Assembly", symbol=Symbol.parse("A/C.3/80/L.9"),
        committee="Third Committee", session=Session("", 80), agenda_items=("9",),
        agenda_titles=("Lamps and lighthouses of every kind",), distribution="Limited",
        sponsors=Sponsors(("Chad", "Fiji"), note="On behalf of the States of the Group of lamps."),
    ),
    title="Lighthouses",
    preamble=(Paragraph("Recalling the lamps,[^a]"),),
    operative=(
        Paragraph("Decides:", items=(Paragraph("To light them:", items=(Paragraph("Soon;"),)),)),
        Table(title="Costs", head=(("Of what", "Dollars"),), rows=(("Oil", "12 345 600"),),
              notes=("Oil alone.",)),
        Paragraph("Requests oil."),
    ),
    annexes=(Annex("Rules", body=(Heading("Lamps", 1), Paragraph("Lamps shine."))),),
    footnotes=(Footnote("a", "A/80/1."),),
)  # fmt: skip


def boxes(pdf: bytes, folder: Path) -> list[tuple[str, float, float, float, float]]:
    """Return the words of a PDF with left, top, right and bottom, in points."""
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    found = re.findall(
        r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>',
        told.stdout.decode(),
    )
    return [(word, *map(float, sides)) for *sides, word in found]


@pytest.mark.slow
def test_letters_of_large_print_are_large(resolution: Document, tmp_path: Path) -> None:
    for document, least in ((resolution, 700), (RICH, 60)):
        pdf = Press().render(html_of(document, "print", "large-print"))
        letters = {word: bottom - top for word, _, top, _, bottom in boxes(pdf, tmp_path)}
        assert len(boxes(pdf, tmp_path)) > least
        small = {word for word, height in letters.items() if height <= 18}
        assert all(re.fullmatch(r"\W*[\d*]+|\W+", word) for word in small)  # indicators
        assert min(letters.values()) > 14


@pytest.mark.slow
def test_a_sponsors_note_in_large_print_has_the_whole_width(tmp_path: Path) -> None:
    found = boxes(Press().render(html_of(RICH, "print", "large-print")), tmp_path)
    tops = {word: top for word, _, top, _, _ in found}
    assert tops["behalf"] == tops["Group"] == pytest.approx(tops["On"])
