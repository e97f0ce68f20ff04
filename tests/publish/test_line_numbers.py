"""Every line of the text has its number, from 1 on each page, and nothing else has one."""

import subprocess
from pathlib import Path

from penholder.publish.line_numbers import baselines
from penholder.publish.pdf import render_pdf, weasyprint

POINT = 96 / 72
PAGE = (
    "<html lang=en {}><head><title>t</title><style>@page{{size:300pt 200pt;margin:50pt}}"
    "body,p,header{{margin:0;font:10pt/12pt 'Liberation Serif'}}</style></head>"
    "<body data-working=line-numbers>{}</body></html>"
)


def lines_of(body: str) -> list[list[int]]:
    pages = weasyprint.HTML(string=PAGE.format("", body)).render().pages
    return [[round(each / POINT) for each in baselines(page)] for page in pages]


def printed(body: str, folder: Path, attributes: str = "dir=ltr") -> list[str]:
    path = folder / "page.pdf"
    path.write_bytes(render_pdf(PAGE.format(attributes, body)))
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return [" ".join(line.split()) for line in told.stdout.decode().splitlines() if line.strip()]


def test_each_line_is_found_once() -> None:
    assert lines_of("<p>One<br>Two<p>Three") == [[59, 71, 83]]


def test_mastheads_and_empty_lines_have_no_number() -> None:
    assert lines_of("<header class=masthead>Above</header><p>One<p><br><p>Two") == [[71, 95]]


def test_the_cells_of_a_row_are_one_line() -> None:
    table = (
        "<style>td{vertical-align:top}</style><table><tr><td><p>1<br>2<td><p>A<tr><td><p>3<td><p>B"
    )
    (found,) = lines_of(table)
    assert len(found) == 3


def test_footnotes_have_no_number() -> None:
    note = "<style>i{float:footnote}</style><p>One<i>A note</i>"
    (found,) = lines_of(note)
    assert len(found) == 1


def test_numbers_begin_again_on_each_page(tmp_path: Path) -> None:
    lines = printed("<p>One<p>Two<p style='break-before:page'>Three", tmp_path)
    assert [line.split() for line in lines] == [["1", "One"], ["2", "Two"], ["1", "Three"]]


def test_numbers_stand_at_the_right_of_a_page_that_reads_from_there(tmp_path: Path) -> None:
    assert printed("<p dir=ltr>One", tmp_path, "dir=rtl") == ["One 1"]


def test_numbers_are_no_part_of_what_is_read_aloud(tmp_path: Path) -> None:
    printed("<p>One", tmp_path)
    command = ["pdfinfo", "-struct-text", str(tmp_path / "page.pdf")]
    told = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    assert '"One"' in told
    assert '"1"' not in told
