"""Working copies of pages that are read from the right: everything stands on the other side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.test_working import RICH, boxes, html_of

from penholder.errors import EnvironmentFault
from penholder.publish.fonts import FontNeeds
from penholder.publish.languages import PACKAGED
from penholder.publish.pdf import Press
from penholder.publish.working import Form

pytestmark = pytest.mark.slow

# Its words are Latin, so that they are found; the page around them is Arabic.
ARABIC = replace(RICH, masthead=replace(RICH.masthead, language="ar"))
NEEDS = PACKAGED.of("ar").fonts


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


def placed(press: Press, folder: Path, *forms: Form) -> dict[str, tuple[float, float]]:
    """Return left and right end of each word of the Arabic page, the last where it came twice."""
    needs = FontNeeds(NEEDS.families, NEEDS.packages)
    try:
        pdf = press.render(html_of(ARABIC, "print", *forms), needs=needs)
    except EnvironmentFault as fault:
        pytest.skip(fault.what)
    return {word.strip(".,:;"): (left, right) for word, left, _, right, _ in boxes(pdf, folder)}


def test_ids_stand_in_the_right_margin(press: Press, tmp_path: Path) -> None:
    found = placed(press, tmp_path, "paragraph-ids")
    assert found["PP"][0] > found["Recalling"][1] + 40
    assert found["OP"][0] > 488.65
    assert found["PP"][1] == pytest.approx(543.8, abs=1)
    assert max(right for _, right in found.values()) < 600


def test_the_wide_margin_is_where_lines_end(press: Press, tmp_path: Path) -> None:
    plain, copy = placed(press, tmp_path), placed(press, tmp_path, "wide-margin")
    for word in ("Recalling", "Requests", "600", "Rules", "lighthouses"):
        assert copy[word][0] - plain[word][0] == pytest.approx(36, abs=0.1)


def test_large_print_begins_at_the_right(press: Press, tmp_path: Path) -> None:
    found = placed(press, tmp_path, "large-print")
    for word in ("Lighthouses", "Rules", "shine", "alone"):
        assert found[word][1] == pytest.approx(552, abs=0.5)
    assert found["Soon"][1] < found["them"][1] < found["Decides"][1] < 530


@pytest.mark.parametrize(
    ("code", "word"), [("en", "DRAFT"), ("fr", "PROJET"), ("es", "PROYECTO"), ("ru", "ПРОЕКТ")]
)
def test_the_watermark_speaks_the_language_of_the_page(
    code: str, word: str, press: Press, tmp_path: Path
) -> None:
    document = replace(RICH, masthead=replace(RICH.masthead, language=code))
    pdf = press.render(html_of(document, "print", "watermark"))
    found = [box for box in boxes(pdf, tmp_path) if box[4] - box[2] > 40]
    once = sorted({(round(left), told) for told, left, _, _, _ in found})
    assert "".join(told for _, told in once) == word
    assert all(left > 0 and right < 612 for _, left, _, right, _ in found)
    assert f'data-watermark="{word}"' in html_of(document, "screen", "watermark")
