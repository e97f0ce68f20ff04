"""The measure of the import fails where it should: words, order, paragraphs, notes, fields."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.ingest.__main__ import main
from benchmarks.ingest.flows import document_flows, page_flows
from benchmarks.ingest.masthead import document_masthead, doubts, page_masthead
from benchmarks.ingest.structure import disagreements, document_shape, page_shape
from benchmarks.ingest.tokens import differences
from benchmarks.ingest.witness import Sheet, sheets_of
from tests.ingest.pages import pdf
from tests.ingest.test_pdf import FIRST, SECOND

from penholder.ingest.reading import read_source
from penholder.model.document import Document, Sponsors
from penholder.model.session import Session
from penholder.model.symbol import Symbol

DATA = pdf(FIRST, SECOND)


@pytest.fixture(scope="module")
def document() -> Document:
    return read_source(DATA).document


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    file = tmp_path_factory.mktemp("pages") / "pages.pdf"
    file.write_bytes(DATA)
    return sheets_of(file)


@pytest.mark.parametrize(
    ("ours", "told"),
    [
        ("rivers and lakes", []),
        ("rivers lakes", [(("and",), ())]),
        ("rivers and and lakes", [((), ("and",))]),
        ("rivers or lakes", [(("and",), ("or",))]),
        ("lakes and rivers", [((), ("lakes", "and")), (("and", "lakes"), ())]),
    ],
)
def test_words_missing_twice_or_out_of_order_are_told(
    ours: str, told: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    found = differences("rivers and lakes".split(), ours.split())
    assert [(each.missing, each.surplus) for each in found] == told


@pytest.mark.parametrize(
    ("page", "ours"),
    [
        (["non-", "aligned"], ["non-aligned"]),
        (["2025,12", "on"], ["2025,12", "on"]),
        (["co‑operation"], ["co-operation"]),
        (["22⁠–23"], ["22–23"]),
    ],
)
def test_line_ends_and_typesetting_are_no_difference(page: list[str], ours: list[str]) -> None:
    assert differences(page, ours) == []


def test_a_document_read_rightly_shows_no_difference(
    document: Document, sheets: list[Sheet]
) -> None:
    page, ours = page_flows(sheets), document_flows(document)
    assert (differences(page.body, ours.body), differences(page.notes, ours.notes)) == ([], [])
    assert list(disagreements(page_shape(sheets), document_shape(document))) == []
    assert list(doubts(page_masthead(sheets), document_masthead(document))) == []


def test_a_paragraph_that_is_lost_is_told_by_its_words_and_its_place(
    document: Document, sheets: list[Sheet]
) -> None:
    less = replace(document, operative=document.operative[1:])
    told = list(disagreements(page_shape(sheets), document_shape(less)))
    assert told[0].startswith("paragraphs 3 of 4: the page has 1. Call 2. Appr")
    lost = differences(page_flows(sheets).body, document_flows(less).body)
    assert sum(len(each.missing) for each in lost) == 31


def test_a_note_that_is_lost_is_told(document: Document, sheets: list[Sheet]) -> None:
    less = replace(document, preamble=(), footnotes=())
    told = list(disagreements(page_shape(sheets), document_shape(less)))
    assert "notes 1 of 1: the page has 1, the document nothing" in told


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("symbol", {"symbol": Symbol.parse("A/C.3/54/L.8")}),
        ("organ", {"organ": "Security Council"}),
        ("distribution", {"distribution": "General"}),
        ("issued", {"issued": None}),
        ("original", {"original": "French"}),
        ("session", {"session": Session.parse("55")}),
        ("committee", {"committee": ""}),
        ("agenda", {"agenda_items": ("10",)}),
        ("agenda titles", {"agenda_titles": ("Water", "Water")}),
        ("sponsors", {"sponsors": Sponsors(("Austria", "Chad"))}),
    ],
)
def test_a_field_that_is_wrong_is_told(
    document: Document, sheets: list[Sheet], field: str, change: dict[str, object]
) -> None:
    wrong = replace(document, masthead=replace(document.masthead, **change))  # type: ignore[arg-type]
    told = list(doubts(page_masthead(sheets), document_masthead(wrong)))
    assert [each.partition(":")[0] for each in told] == [field]


def test_a_folder_without_documents_is_no_success(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "nothing to measure" in capsys.readouterr().out
