"""A booklet folded in the middle reads on from its first page to its last."""

import subprocess
from pathlib import Path

import pytest

from penholder.publish.booklet import saddle_order
from penholder.publish.pdf import render_pdf

PAGE = (
    "<html lang=en {}><head><title>t</title><style>@page{{size:612pt 792pt;margin:60pt}}"
    "p{{margin:0;font:10pt/12pt 'Liberation Serif'}}</style></head>"
    "<body data-working='booklet'>{}</body></html>"
)


def test_eight_pages_are_two_sheets() -> None:
    assert saddle_order(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]


def test_pages_are_filled_up_to_a_multiple_of_four() -> None:
    assert saddle_order(1) == saddle_order(4) == [(3, 0), (1, 2)]
    assert len(saddle_order(5)) == 4


@pytest.mark.parametrize("count", range(1, 33))
def test_the_folded_stack_reads_on(count: int) -> None:
    sides = saddle_order(count)
    fronts, backs = sides[::2], sides[1::2]
    leaves = [(front[1], back[0]) for front, back in zip(fronts, backs, strict=True)]
    rest = [(back[1], front[0]) for front, back in zip(fronts, backs, strict=True)][::-1]
    read = [page for leaf in (*leaves, *rest) for page in leaf]
    assert read == list(range(len(read)))
    assert 0 <= len(read) - count < 4


def _sheets(count: int, folder: Path, attributes: str = "") -> list[list[str]]:
    body = "<p style='break-before:page'>".join(["", *(f"page{n}" for n in range(1, count + 1))])
    path = folder / "booklet.pdf"
    path.write_bytes(render_pdf(PAGE.format(attributes, body.replace("<p ", "<p ", 1))))
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return [sheet.split() for sheet in told.stdout.decode().split("\f")[:-1]]


def test_two_pages_stand_on_each_side(tmp_path: Path) -> None:
    assert _sheets(5, tmp_path) == [["page1"], ["page2"], ["page3"], ["page4", "page5"]]
    size = subprocess.run(["pdfinfo", tmp_path / "booklet.pdf"], capture_output=True, check=True)
    assert "792 x 612 pts" in size.stdout.decode()


def test_what_reads_from_the_right_is_bound_at_the_right(tmp_path: Path) -> None:
    assert _sheets(4, tmp_path, "dir=rtl")[1] == ["page3", "page2"]


def test_the_same_pages_come_out_in_the_same_bytes(tmp_path: Path) -> None:
    _sheets(3, tmp_path)
    first = (tmp_path / "booklet.pdf").read_bytes()
    _sheets(3, tmp_path)
    assert (tmp_path / "booklet.pdf").read_bytes() == first
