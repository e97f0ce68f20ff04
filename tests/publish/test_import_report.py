"""The report of an import: every page as a picture, and beside it what became of its words."""

from __future__ import annotations

import re

import pytest
from tests.ingest.pages import pdf
from tests.ingest.test_pdf import FIRST, SECOND

from penholder.ingest.page_pictures import page_pictures_of
from penholder.ingest.reading import read_source
from penholder.publish.import_report import import_report

DATA = pdf(FIRST, SECOND)


@pytest.fixture(scope="module")
def report() -> str:
    return import_report(read_source(DATA), "A/C.3/54/L.9", page_pictures_of(DATA))


def test_every_page_is_a_picture_of_its_size(report: str) -> None:
    pictures = re.findall(
        r'<svg viewBox="0 0 (\d+) (\d+)" role="group" aria-label="page (\d)"', report
    )
    assert pictures == [("612", "792", "1"), ("612", "792", "2")]
    assert report.count("data:image/png;base64,") == 2


def test_every_place_leads_to_words_of_the_document(report: str) -> None:
    targets = re.findall(r'href="#(passage-\d+)"', report)
    names = re.findall(r'<li id="(passage-\d+)"', report)
    assert sorted(set(targets)) == sorted(names)
    assert len(names) == 18


def test_a_paragraph_over_two_pages_has_a_place_on_each(report: str) -> None:
    index = re.search(r'id="(passage-\d+)" class="placed"><b>OP 1</b>1. Calls upon', report)
    assert index
    assert report.count(f'href="#{index[1]}"') == 2


def test_fields_of_the_masthead_and_what_is_set_aside_are_named(report: str) -> None:
    told = re.findall(r"<b>((?:masthead|set aside)[^<]*)</b>([^<]*)", report)
    assert ("masthead, symbol", "A/C.3/54/L.9") in told
    assert ("masthead, session", "Fifty-fourth session") in told
    assert ("masthead, sponsors", "Austria: draft resolution") in told
    assert ("set aside: page foot", "2/2 99-12345") in told


def test_a_source_without_pages_is_told_without_pictures() -> None:
    text = b"The General Assembly,\n\nRecalling its duties,\n\n1. Decides.\n"
    assert page_pictures_of(text) == ()
    assert "<svg" not in import_report(read_source(text), "x", ())


def test_a_broken_file_has_no_pictures() -> None:
    assert page_pictures_of(b"%PDF-1.7 and nothing more") == ()
