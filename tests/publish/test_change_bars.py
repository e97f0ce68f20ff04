"""Change bars stand in the outer margin beside the lines that changed, and beside no other."""

import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from penholder.publish.change_bars import Bar, bars
from penholder.publish.pdf import render_pdf, weasyprint

POINT = 96 / 72
PAGE = (
    "<style>@page{{size:300pt 200pt;margin:50pt}}p{{margin:0;font:10pt/12pt 'Liberation Serif'}}"
    "</style><body {}>{}"
)


def bars_of(body: str, attributes: str = 'data-inset="0"') -> list[list[Bar]]:
    pages = weasyprint.HTML(string=PAGE.format(attributes, body)).render().pages
    return [bars(page) for page in pages]


class Span(NamedTuple):
    x: int
    top: int
    height: int


def spans(found: list[Bar]) -> list[Span]:
    return [Span(*(round(v / POINT) for v in (bar.x, bar.y, bar.height))) for bar in found]


def test_a_bar_stands_beside_each_changed_line_and_joins_neighbours() -> None:
    (page,) = bars_of("<p>One<p><ins>Two</ins><p>Three <del>3</del><p>Four<p><i><ins>5</ins></i>")
    assert spans(page) == [Span(265, 68, 24), Span(265, 104, 12)]


def test_the_outer_margin_is_on_the_right_of_odd_pages_and_on_the_left_of_even_ones() -> None:
    pages = bars_of("<p><ins>One</ins><p style='break-before:page'><ins>Two</ins>")
    assert [[span.x for span in spans(page)] for page in pages] == [[265], [34]]


def test_bars_stand_where_the_text_is_set_in() -> None:
    pages = bars_of("<p><ins>One</ins>", 'data-inset="20"')
    assert [[span.x for span in spans(page)] for page in pages] == [[244]]


def test_the_columns_have_their_bars_on_their_own_sides() -> None:
    table = "<table><tr><td class=before><p><del>1</del><td class=after><p><ins>2</ins></table>"
    (page,) = bars_of(table)
    assert sorted(span.x for span in spans(page)) == [34, 265]


def test_the_columns_change_sides_with_the_direction_of_reading() -> None:
    table = "<table><tr><td class=before><p><del>1</del><td class=after><p>2</table>"
    html = "<html dir=rtl>" + PAGE.format('data-inset="0"', table)
    (page,) = map(bars, weasyprint.HTML(string=html).render().pages)
    assert [span.x for span in spans(page)] == [265]


@pytest.mark.parametrize(
    ("body", "attributes"),
    [
        ("<p>Nothing changed", 'data-inset="0"'),
        ("<div class=summary><p><ins>told above</ins></div>", 'data-inset="0"'),
        ("<p><ins>a page that asks for none</ins>", ""),
    ],
)
def test_what_has_no_bar(body: str, attributes: str) -> None:
    assert bars_of(body, attributes) == [[]]


@pytest.mark.slow
def test_bars_are_artifacts_of_a_tagged_page(tmp_path: Path) -> None:
    html = (
        "<!DOCTYPE html><html lang=en><head><title>T</title><style>p{font-family:"
        "'Liberation Serif'}</style></head><body data-inset='0'><p>A <ins>b</ins></p></body></html>"
    )
    sizes = []
    for number, text in enumerate((html, html.replace("data-inset='0'", ""))):
        sheet = tmp_path / f"{number}.pdf"
        sheet.write_bytes(render_pdf(text))
        command = ["qpdf", "--qdf", "--object-streams=disable", str(sheet), "-"]
        told = subprocess.run(command, capture_output=True, check=True).stdout
        sizes.append((told.count(b"/Artifact"), told.count(b" re\n")))
    assert (sizes[0][0] - sizes[1][0], sizes[0][1] - sizes[1][1]) == (1, 1)
