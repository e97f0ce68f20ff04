from datetime import date

import pytest

from penholder.model.blocks import Paragraph
from penholder.model.document import Adoption, Document, Masthead
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import Html, render_html
from penholder.publish.page import Medium, Paper
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

DOCUMENT = Document(
    Masthead("draft resolution", "General Assembly"),
    operative=(Paragraph("Acts;"), Paragraph("Ends.")),
)


def rendered(document: Document, medium: Medium, paper: Paper = "letter") -> Html:
    page = document_page(document, "drafts/x", Setting(medium, paper))
    return render_html(page, Templates(template_folders(None)))


@pytest.mark.parametrize(("medium", "entry"), [("print", "print"), ("screen", "screen")])
def test_each_medium_has_its_own_page(medium: Medium, entry: str) -> None:
    html = rendered(DOCUMENT, medium)
    assert f"{entry}.html.j2" in html.templates
    assert f'<body class="{medium}"' in html.text
    assert html.text.startswith("<!DOCTYPE html>")


def test_a_page_names_only_the_templates_that_it_uses() -> None:
    plain = rendered(DOCUMENT, "screen").templates
    adopted = Document(DOCUMENT.masthead, adopted=Adoption(date(1998, 12, 9)))
    assert "adoption.html.j2" not in plain
    assert "adoption.html.j2" in rendered(adopted, "screen").templates


def test_paper_is_a_style_sheet() -> None:
    assert "a4.css" in rendered(DOCUMENT, "print", "a4").templates
    assert "letter.css" in rendered(DOCUMENT, "print").templates
