"""A volume: chapters with anchors of their own, contents, and indexes in the order of numbers."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pages import Page, check_links

from penholder.errors import EnvironmentFault
from penholder.model.document import Document
from penholder.model.volume import Volume, VolumePart
from penholder.publish.bindery import bind
from penholder.publish.binding import Means
from penholder.publish.compose import Setting
from penholder.publish.page import Medium
from penholder.publish.pressroom import Pressroom
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates
from penholder.publish.volume_html import VolumeHtml, screen_volume
from penholder.publish.volume_jobs import VolumeJob
from penholder.publish.volume_page import VolumePage, volume_page
from penholder.store.read import read_document

TEXT = """\
schema: 1
symbol: A/RES/53/{0}
kind: resolution
organ: General Assembly
session: "53"
agenda_items: ["{1}"]
title: Title of {0}
adopted: {{date: 1998-12-09, meeting: 85th plenary meeting}}
preamble:
- Recalling its resolution 52/{0},[^a]
operative:
- Decides to keep rivers clean;
- Also decides to remain seized of the matter.
footnotes:
  a: Note of {0}.
"""
PARTS = (VolumePart("First", ("A/RES/53/*",)), VolumePart("Second", ("A/RES/53/2",)))


def document(number: int, item: str) -> tuple[str, Document]:
    name = f"A/RES/53/{number}"
    found = read_document(TEXT.format(number, item).encode(), name).document
    assert found is not None
    return name, found


def volume(medium: Medium) -> VolumePage:
    documents = [[document(9, "105"), document(10, "20")], [document(2, "105")]]
    return volume_page(Volume("Rivers", "A series", (), PARTS), documents, Setting(medium))


def printed_html() -> VolumeHtml:
    return VolumeHtml(volume("print"), Templates(template_folders(None)))


def test_indexes_are_in_the_order_of_numbers() -> None:
    page = volume("screen")
    assert [entry.name for entry in page.by_symbol] == ["A/RES/53/2", "A/RES/53/9", "A/RES/53/10"]
    items = [(entry.name, [each.number for each in entry.chapters]) for entry in page.by_item]
    assert items == [("20", ["53/10"]), ("105", ["53/9", "53/2"])]


def test_on_a_screen_everything_is_one_page_whose_links_lead_somewhere() -> None:
    page = Page(screen_volume(volume("screen"), Templates(template_folders(None))).text)
    check_links(page)
    contents = page.words("contents-page", "contents-part")
    assert " ".join(contents) == "Contents 53/9 Title of 9 53/10 Title of 10 53/2 Title of 2"
    assert page.words("contents-part") == ["First", "Second"]
    assert page.words("volume-part") == ["First", "Second"]
    assert [e.attributes["id"] for e in page.elements if e.tag == "article"] == ["d1", "d2", "d3"]


def test_each_document_begins_with_its_title_and_ends_with_its_adoption() -> None:
    chapters = list(printed_html().chapters())
    assert len(chapters) == 3
    words = " ".join(Page(chapters[1]).words("main", "note"))
    assert words == (
        "53/10. Title of 10 The General Assembly, Recalling its resolution 52/10, 1. Decides to"
        " keep rivers clean; 2. Also decides to remain seized of the matter. 85th plenary meeting"
        " 9 December 1998"
    )
    assert Page(chapters[1]).words("note") == ["Note", "of", "10."]


def in_two_languages(medium: Medium) -> VolumePage:
    name, first = document(9, "105")
    _, second = document(10, "20")
    arabic = replace(
        second, title="المنارات", masthead=replace(second.masthead, language="ar", style="2020")
    )
    documents = [[(name, first), ("A/RES/53/10.ar", arabic)]]
    parts = (VolumePart("First", ("A/RES/53/*",)),)
    page = volume_page(Volume("Rivers", "A series", (), parts), documents, Setting(medium))
    assert [each.number for each in page.chapters] == ["53/9", "53/10"]
    return page


def test_a_document_in_another_language_says_so_in_the_volume() -> None:
    text = screen_volume(in_two_languages("screen"), Templates(template_folders(None))).text
    assert '<a href="#d2" lang="ar" dir="rtl">المنارات</a>' in text
    assert '<article id="d2" aria-label="53/10" lang="ar" dir="rtl">' in text
    assert '<article id="d1" aria-label="53/9">' in text


@pytest.mark.slow
def test_contents_have_the_letters_of_every_document(tmp_path: Path) -> None:
    html = VolumeHtml(in_two_languages("print"), Templates(template_folders(None)))
    path = tmp_path / "volume.pdf"
    job = VolumeJob(html.front, tuple(html.chapters()), html.back, Means(needs=html.needs))
    with Pressroom(1) as pressroom:
        printed = bind(pressroom, job)
    if isinstance(printed, EnvironmentFault):
        pytest.skip(printed.what)
    assert isinstance(printed, bytes), printed
    path.write_bytes(printed)
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    contents = next(page for page in told.stdout.split("\f") if "Contents" in page)
    assert "المنارات" in contents
    assert "Title of 9" in contents
