"""Which forms of working copies there are, and that they say only what the plain page says."""

import re
import subprocess
from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from tests.pages import Page

from penholder.model.document import Document
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


@pytest.mark.slow
def test_letters_of_large_print_are_large(resolution: Document, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(Press().render(html_of(resolution, "print", "large-print")))
    told = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True, check=True)
    heights = [
        float(part.partition('"')[0])
        for line in told.stdout.decode().splitlines()
        if "<word" in line
        for part in [line.partition('yMax="')[2]]
    ]
    tops = [
        float(line.partition('yMin="')[2].partition('"')[0])
        for line in told.stdout.decode().splitlines()
        if "<word" in line
    ]
    letters = [bottom - top for top, bottom in zip(tops, heights, strict=True)]
    assert len(letters) > 700
    assert sum(height > 18 for height in letters) > 0.97 * len(letters)  # the rest are indicators
    assert min(letters) > 14
