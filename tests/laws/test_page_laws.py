"""A redline as HTML holds both versions: rejecting gives the earlier, accepting the later."""

from dataclasses import replace

import pytest
from tests.pages import Page, check_links, check_versions

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Block, Paragraph
from penholder.model.document import Document, Footnote, Masthead
from penholder.model.session import Session
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.redline_page import redline_page
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates


def made_of(preamble: list[str], operative: list[Block], notes: dict[str, str]) -> Document:
    return Document(
        Masthead("draft resolution", "General Assembly"),
        title="Water",
        preamble=tuple(map(Paragraph, preamble)),
        operative=tuple(operative),
        footnotes=tuple(Footnote(key, text) for key, text in notes.items()),
    )


FIRST = made_of(
    [
        "Recalling its resolution 47/193 of 22 December 1992 on World Water Day,[^day]",
        "Noting with concern the state of rivers, and the needs of the people who live by them,",
        "Mindful of the *Charter*,",
    ],
    [
        Paragraph("Calls upon all States to keep rivers clean and to report on them each year;"),
        Paragraph("Decides:", items=(Paragraph("To meet;"), Paragraph("To meet again;"))),
        Paragraph("Requests the Secretary-General to report on water and sanitation;[^report]"),
        Paragraph("Decides to remain seized of the matter."),
    ],
    {"day": "Observed on 22 March.", "report": "See A/47/1."},
)
LAST = FIRST.operative[-1]
EDITS = {
    "nothing": FIRST,
    "words": replace(FIRST, preamble=(Paragraph("Recalling its resolution 48/1 on water,"),)),
    "order": replace(FIRST, operative=FIRST.operative[2:] + FIRST.operative[:2]),
    "gone": replace(FIRST, preamble=FIRST.preamble[1:], footnotes=FIRST.footnotes[1:]),
    "italics": replace(FIRST, title="*Water*", preamble=(*FIRST.preamble[:2], LAST)),
    "split": replace(
        FIRST,
        operative=(
            Paragraph("Calls upon all States to keep rivers clean;"),
            Paragraph("Calls upon all States to report on them each year;"),
            *FIRST.operative[1:],
        ),
    ),
    "deeper": replace(FIRST, operative=(*FIRST.operative[:1], LAST)),
    "call": replace(
        FIRST,
        preamble=(Paragraph("Recalling its resolution 47/193 of 22 December 1992,"),),
        operative=(Paragraph("Takes note of the report[^report] and the day;[^day]"), LAST),
    ),
    "twice": replace(FIRST, operative=(*FIRST.operative, Paragraph("Notes the day.[^day]"))),
    "former rule": replace(
        FIRST,
        masthead=replace(FIRST.masthead, session=Session("", 53)),
        operative=(*FIRST.operative, Paragraph("Notes the day.[^day]")),
    ),
    "everything": made_of(["Observing the desert,"], [Paragraph("Acts.[^new]")], {"new": "New."}),
}


@pytest.mark.parametrize("name", EDITS)
@pytest.mark.parametrize("is_backward", [False, True])
def test_a_redline_holds_both_versions(name: str, is_backward: bool) -> None:
    templates = Templates(template_folders(None))
    before, after = (EDITS[name], FIRST) if is_backward else (FIRST, EDITS[name])
    setting = Setting("screen")
    found = redline(before, after, compare(before, after))
    page = redline_page(before, after, found, ("before", "after"), setting)
    shown = Page(render_html(page, templates).text)
    check_links(shown)
    plain = [render_html(document_page(each, "", setting), templates) for each in (before, after)]
    check_versions(shown, Page(plain[0].text), Page(plain[1].text))
