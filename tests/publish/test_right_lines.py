"""Lines that are read from the right reach both margins; Hebrew letters of the page's own font."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from penholder.publish.pdf import text_layout, weasyprint
from penholder.publish.right_lines import space_right_lines

WORDS = "אבג דהו זחטי כלמנ סעפ צקרש תאב גדה וזח טיכל מנס עפצ קרשת " * 5
STYLE = """<style>@page { size: 400px 600px; margin: 40px }
body, p { margin: 0; font: 16px "Liberation Serif"; text-align: justify }
p.left { text-align: left } .number { white-space: pre }</style>"""


def lines(paragraph: str, kind: str = "") -> list[Any]:
    html = f'<html dir="rtl">{STYLE}<p class="{kind}">{paragraph}</p></html>'
    pages = weasyprint.HTML(string=html).render().pages
    space_right_lines(pages, text_layout)
    boxes = [box for page in pages for box in page._page_box.descendants()]
    return [box for box in boxes if type(box).__name__ == "LineBox" and box.descendants()]


def words(line: Any) -> list[Any]:
    return [box for box in line.descendants() if type(box).__name__ == "TextBox"]


@pytest.mark.parametrize(
    "paragraph",
    [
        WORDS,
        WORDS.replace("גדה ", "גדה 12\u00a0345\u00a0600 "),
        f"<i>אבג דהו</i> {WORDS}",
        f'<span class="number">1 -</span> <i>אבג</i> {WORDS}',
    ],
)
def test_every_line_but_the_last_reaches_both_margins(paragraph: str) -> None:
    found = lines(paragraph)
    assert len(found) > 5
    for line in found[:-1]:
        boxes = words(line)
        assert boxes[0].position_x + boxes[0].width == pytest.approx(360, abs=0.1)
        assert boxes[-1].position_x == pytest.approx(40, abs=0.5)
        for right, left in pairwise(boxes):
            assert left.position_x + left.width == pytest.approx(right.position_x, abs=0.1)


def test_the_words_of_a_line_stay_as_they_were() -> None:
    told = " ".join(box.text.strip("\u200b ") for line in lines(WORDS) for box in words(line))
    assert told == WORDS.strip()


def test_the_last_line_and_what_is_not_justified_keep_their_spaces() -> None:
    assert {box.justification_spacing for box in words(lines(WORDS)[-1])} == {0}
    ragged = [box.justification_spacing for line in lines(WORDS, "left") for box in words(line)]
    assert set(ragged) == {0}
