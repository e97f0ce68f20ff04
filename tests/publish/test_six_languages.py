"""One declaration in six languages, printed: every letter from a font of its language."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from penholder.errors import EnvironmentFault
from penholder.model.blocks import Paragraph
from penholder.model.document import LANGUAGES, Adoption, Document, Masthead
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.pdf import Press
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

pytestmark = pytest.mark.slow

CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
FACES = {
    "ar": {"Amiri", "Liberation-Serif"},
    "zh": {"AR-PL-SungtiL-GB", "AR-PL-KaitiM-GB", "Droid-Sans-Fallback", "Liberation-Serif"},
}
ARABIC = re.compile(r"[\u0600-\u06ff]")


@pytest.fixture(scope="module")
def press() -> Press:
    return Press()


def declaration(code: str) -> Document:
    """Return 217 A (III) as a resolution, one paragraph for each of its lines."""
    file = CORPUS / "languages" / f"A_RES_217_III_A.{code}.udhr.txt"
    if not file.is_file():
        pytest.skip("the declaration is not here: set PENHOLDER_CORPUS")
    title, *texts = (" ".join(each.split()) for each in re.split(r"\n\s*\n", file.read_text()))
    masthead = Masthead(
        "resolution", "General Assembly", symbol=Symbol.parse("A/RES/217 A (III)"), language=code,
        session=Session("", 3), distribution="General", issued=date(1948, 12, 12),
        original="English", agenda_items=("58",), style="2020",
        origin="on the report of the Third Committee (A/777)",
    )  # fmt: skip
    paragraphs = [Paragraph(re.sub(r"([*\[\\])", r"\\\1", text)) for text in texts if text]
    return Document(
        masthead, title=title, adopted=Adoption(date(1948, 12, 10), "183rd plenary meeting"),
        preamble=tuple(paragraphs[:8]), operative=tuple(paragraphs[8:]),
    )  # fmt: skip


def tool(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_declaration_is_printed_in_its_own_letters(
    code: str, press: Press, tmp_path: Path
) -> None:
    document = declaration(code)
    page = document_page(document, "x", Setting())
    html = render_html(page, Templates(template_folders(None)))
    try:
        pdf = press.render(html.text, needs=html.needs)
    except EnvironmentFault as fault:
        pytest.skip(fault.what)
    file = tmp_path / "x.pdf"
    file.write_bytes(pdf)
    fonts = tool("pdffonts", str(file))
    faces = {line.split("+")[1].split()[0] for line in fonts.splitlines()[2:]}
    styles = re.compile(r"-(Bold|Italic|Regular|Slanted|Light)+.*")
    assert {styles.sub("", face) for face in faces} == FACES.get(code, {"Liberation-Serif"})
    words = re.sub(r"\s|\u200b", "", tool("pdftotext", "-raw", str(file), "-"))
    if code != "ar":  # poppler gives Arabic in the order of the page, joined letters as one
        ends = [re.sub(r"\s", "", block.text)[:20] for block in document.preamble
                if isinstance(block, Paragraph)]  # fmt: skip
        assert not [end for end in ends if end not in words]
    else:
        assert len(ARABIC.findall(words)) > 5000
