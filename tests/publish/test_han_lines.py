"""Lines of Chinese reach the margin; dashes stand for signs between which a line may end."""

from __future__ import annotations

from typing import Any

import pytest

from penholder.publish.han_lines import space_han_lines
from penholder.publish.pdf import text_layout, weasyprint

SIGNS = "ab–cde–fgh–ij–klm–nop–qr–stu–vwx–yz–" * 8
STYLE = """<style>@page { size: 400px 600px; margin: 40px }
body, p { margin: 0; font: 16px "Liberation Serif"; text-align: justify; text-indent: 20px }
.number { white-space: pre }</style>"""


def lines(paragraph: str, language: str = "zh") -> list[Any]:
    html = f'<html lang="{language}">{STYLE}<p>{paragraph}</p></html>'
    pages = weasyprint.HTML(string=html).render().pages
    space_han_lines(pages, text_layout)
    boxes = [box for page in pages for box in page._page_box.descendants()]
    return [box for box in boxes if type(box).__name__ == "LineBox" and words(box)]


def words(line: Any) -> list[Any]:
    return [box for box in line.descendants() if type(box).__name__ == "TextBox"]


def end(line: Any) -> float:
    box = words(line)[-1]
    return float(box.position_x + box.width)


@pytest.mark.parametrize(
    "paragraph",
    [SIGNS, f"<i>ab–cd</i>–{SIGNS}", f'<span class="number">1.</span>{SIGNS}', f"x {SIGNS}"],
)
def test_every_line_but_the_last_reaches_the_margin(paragraph: str) -> None:
    found = lines(paragraph)
    assert len(found) > 4
    for index, line in enumerate(found[:-1]):
        assert end(line) == pytest.approx(360, abs=1)
        assert words(line)[0].position_x == pytest.approx(40 if index else 60, abs=0.1)
    assert end(found[-1]) < 350


def test_what_is_not_chinese_stays_as_it_was() -> None:
    spread = [box.style["letter_spacing"] for line in lines(SIGNS, "en") for box in words(line)]
    assert set(spread) <= {0, "normal"}


def test_a_line_that_lacks_much_stays_ragged() -> None:
    long = f"ab–{'m' * 22}–{'m' * 22}"
    assert end(lines(long)[0]) < 200
