"""Real documents, where they are at hand: structure, numbers and notes as the pages print them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from penholder.ingest.fates import fates
from penholder.ingest.hand_setting import read_with_setting
from penholder.ingest.reading import read_source
from penholder.ingest.recognise import Recognised
from penholder.model.blocks import Section, Table
from penholder.model.document import Document
from penholder.publish.compose import Setting, document_page
from penholder.publish.departures import departures
from penholder.publish.html import render_html
from penholder.publish.pdf import render_pdf
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates
from penholder.store.read import read_document
from penholder.store.write import write_document

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("PENHOLDER_CORPUS") or ROOT.parent / "shared" / "corpus")

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="no corpus of real documents: set PENHOLDER_CORPUS"
)


def _read(name: str) -> Recognised:
    return read_source((CORPUS / "pdf" / f"{name}.pdf").read_bytes())


@pytest.mark.parametrize("name", ["A_C.5_80_L.6", "A_C.5_80_L.13", "A_RES_78_103", "A_C.2_80_L.43"])
def test_a_real_document_is_written_and_read_again(name: str) -> None:
    document = _read(name).document
    text = write_document(document)
    assert read_document(text.encode(), name).document == document


def test_a_composite_has_parts_with_tables_made_whole_over_pages() -> None:
    document = _read("A_C.5_80_L.6").document
    assert [part.title for part in document.parts] == [
        "Budget appropriations for 2026",
        "Income estimates for 2026",
        "Financing of appropriations for the year 2026",
    ]
    tables = [each for each in document.parts[0].operative if isinstance(each, Table)]
    assert len(tables) == 1
    assert tables[0].rows[-1][-1] == "3 450 426 300"


def test_annexes_have_titles_tables_and_notes_of_tables() -> None:
    first, second = _read("A_C.5_80_L.13").document.annexes
    assert second.title == "Credits reported in the financial performance report for 2024"
    table = next(each for each in first.body if isinstance(each, Table))
    assert table.notes == ("a See A/80/505.",)
    assert table.rows[1][1:] == ("(107 700)", "(107 700)")


@pytest.mark.slow
def test_sections_that_restart_keep_no_number() -> None:
    document = _read("A_RES_80_243").document
    assert document.numbering == "by section"
    sections = [each for each in document.operative if isinstance(each, Section)]
    assert len(sections) == 24
    assert all(section.number is None for section in sections)


def test_nearly_every_passage_has_a_fate_of_its_own() -> None:
    found = [fate for fate in fates(_read("A_RES_78_103")) if fate.address == "masthead"]
    assert all(fate.passage.place.page in (1, 4, 5, 6, 7, 8) for fate in found)
    assert len(found) < 25


@pytest.mark.parametrize("name", ["A_RES_80_7", "A_C.2_80_L.27", "A_C.3_80_L.65"])
def test_the_text_of_a_document_says_what_its_pdf_says(name: str) -> None:
    from_text = read_source((CORPUS / "text" / f"{name}.txt").read_bytes()).document
    from_pdf = _read(name).document
    assert from_text.masthead == from_pdf.masthead
    assert _shape(from_text) == _shape(from_pdf)


def _shape(document: Document) -> tuple[int, int, int]:
    return len(document.preamble), len(document.operative), len(document.footnotes)


@pytest.mark.parametrize("name", ["A_C.2_80_L.43", "A_C.3_80_L.5", "A_RES_78_29", "A_RES_78_103"])
def test_what_was_set_by_hand_is_read_again_from_a_page_printed_by_it(name: str) -> None:
    official = read_with_setting((CORPUS / "pdf" / f"{name}.pdf").read_bytes())
    hand = departures(official.document, name, official.hand)
    assert hand.tight
    page = document_page(official.document, name, Setting("print", "letter", hand=hand))
    ours = render_pdf(render_html(page, Templates(template_folders(None))).text)
    again = read_with_setting(ours)
    assert departures(again.document, name, again.hand) == hand
