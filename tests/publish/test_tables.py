"""Tables on paper: heads on every page, rows whole, totals between rules, symbols on one line."""

from __future__ import annotations

from functools import cache

import pytest

from penholder.ingest.pdf_lines import PageLine, page_lines
from penholder.ingest.pdf_pages import PdfPage, pdf_pages
from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Document, Masthead
from penholder.publish.compose import Setting, document_page
from penholder.publish.figures import is_total
from penholder.publish.html import render_html
from penholder.publish.page import Row, Words
from penholder.publish.pdf import Press
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

LONG = "harbours and lights of the northern shore, with their keepers, boats and ferries"


@cache
def press() -> Press:
    return Press()


def printed(*tables: Table) -> list[PdfPage]:
    masthead = Masthead("draft resolution", "General Assembly")
    document = Document(masthead, operative=(Paragraph("Decides as follows:"), *tables))
    page = document_page(document, "drafts/tables", Setting())
    text = render_html(page, Templates(template_folders(None))).text
    return list(pdf_pages(press().render(text)))


def lines_of(page: PdfPage) -> list[PageLine]:
    return [line for line in page_lines(page) if 70 < line.baseline < 735]


def test_the_head_of_a_long_table_stands_on_every_page_and_no_row_is_cut() -> None:
    rows = tuple((f"Row{n:02} {LONG} {LONG} end{n:02}", f"{n} 000") for n in range(1, 71))
    pages = printed(Table(head=(("Section", "Amount"),), rows=rows))

    assert len(pages) > 2
    told = [" ".join(line.text for line in lines_of(page)) for page in pages]
    assert [text.count("Section") for text in told] == [1] * len(pages)
    for number in range(1, 71):
        (begun,) = [i for i, text in enumerate(told) if f"Row{number:02}" in text]
        assert f"end{number:02}" in told[begun]


def test_a_total_is_bold_between_rules() -> None:
    rows = (("Rivers", "1 200 000"), ("Seas", "(300)"), ("Subtotal", "1 199 700"), ("Total", "5"))
    (page,) = printed(Table(head=(("Section", "Amount"),), rows=rows))
    lines = {line.text.split()[0]: line for line in lines_of(page)}
    bold = {
        word: all(run.bold for span in line.spans for run in span.runs if run.text.strip())
        for word, line in lines.items()
        if word in ("Rivers", "Seas", "Subtotal", "Total")
    }
    rules = sorted({round(rule.y, 1) for rule in page.rules if rule.right - rule.left > 30})
    subtotal = lines["Subtotal"].baseline
    above = max(y for y in rules if y < subtotal)
    below = min(y for y in rules if y > subtotal)

    assert bold == {"Rivers": False, "Seas": False, "Subtotal": True, "Total": True}
    assert below - above == pytest.approx(18, abs=1)
    assert lines["Rivers"].baseline < lines["Seas"].baseline < above


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Total", True),
        ("Subtotal, part IV", True),
        ("Income section 3 total", True),
        ("Totally new posts", False),
        ("Rivers", False),
    ],
)
def test_a_row_is_a_total_by_its_first_words(label: str, expected: bool) -> None:
    row = Row("body", ((), (Words(label),), (Words("7"),)))

    assert is_total(row) is expected
    assert is_total(Row("head", row.cells)) is False


def test_a_symbol_in_a_cell_stands_on_one_line() -> None:
    rows = tuple((f"{'x' * n} see A/C.3/80/L.20/Rev.1 and on", f"{LONG} {LONG}") for n in range(30))
    pages = printed(Table(head=(("Document", "Contents"),), rows=rows))

    text = [word for page in pages for line in lines_of(page) for word in line.text.split()]
    assert text.count("A/C.3/80/L.20/Rev.1") == 30
