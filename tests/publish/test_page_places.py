"""Lines, heads and marks of a page stand where official pages have them (decisions/0030)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise, repeat

import pytest

from penholder.ingest.pdf_lines import PageLine, page_lines
from penholder.ingest.pdf_pages import PdfPage, pdf_pages
from penholder.model.amendment import Instruction
from penholder.model.blocks import Heading, Paragraph
from penholder.model.document import Adoption, Annex, Document, Footnote, Masthead, Sponsors
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.compose import Setting, document_page
from penholder.publish.font_metrics import page_faces
from penholder.publish.html import render_html
from penholder.publish.line_breaks import Letters, official_lines
from penholder.publish.pdf import Press
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

pytestmark = pytest.mark.slow  # many pages

CLAUSE = "recalling the commitments that were made at the meeting and the words agreed there, "
NEAR = 0.5  # points


@cache
def press() -> Press:
    return Press()


def printed(document: Document) -> list[PdfPage]:
    page = document_page(document, "drafts/x", Setting())
    html = render_html(page, Templates(template_folders(None))).text
    return list(pdf_pages(press().render(html)))


def resolution(adopted: date) -> Document:
    masthead = Masthead("resolution", "General Assembly", symbol=Symbol.parse("A/RES/79/900"))
    paragraphs = tuple(Paragraph(f"Noting {CLAUSE * 4}and so on,") for _ in range(14))
    return Document(
        masthead,
        title="Ferries of the inland sea",
        preamble=paragraphs,
        operative=(Paragraph("Decides to remain seized of the matter."),),
        adopted=Adoption(adopted, "70th plenary meeting"),
    )


def without_committee(adopted: date) -> Document:
    source = resolution(adopted)
    origin = "without reference to a Main Committee (A/79/L.900)"
    return replace(source, masthead=replace(source.masthead, origin=origin))


def draft(*preamble: str, footnotes: tuple[Footnote, ...] = ()) -> Document:
    masthead = Masthead("draft resolution", "General Assembly", symbol=Symbol.parse("A/80/L.900"))
    return Document(masthead, preamble=tuple(map(Paragraph, preamble)), footnotes=footnotes)


def text_lines(page: PdfPage) -> list[PageLine]:
    return [line for line in page_lines(page) if 66 < line.baseline < 738]


@pytest.mark.parametrize(
    ("document", "baseline"),
    [
        (resolution(date(2024, 12, 17)), 82.3),
        (resolution(date(2025, 6, 3)), 86.4),
        (draft(*[f"Noting {CLAUSE * 4}and so on,"] * 14), 84.5),
    ],
)
def test_text_begins_where_pages_of_its_kind_and_day_begin(
    document: Document, baseline: float
) -> None:
    _, *later = printed(document)
    assert [text_lines(page)[0].baseline for page in later] == pytest.approx(
        [baseline] * len(later), abs=NEAR
    )


@pytest.mark.parametrize(
    ("committee", "foot"), [("", 86.5), ("Second Committee", 86.5), ("Third Committee", 57.7)]
)
def test_the_notes_of_the_first_page_end_where_those_of_its_committee_end(
    committee: str, foot: float
) -> None:
    text = tuple(Paragraph(f"Noting {CLAUSE * 4}and so on,[^n{n}]") for n in range(14))
    notes = tuple(Footnote(f"n{n}", f"Resolution 79/{n + 1}.") for n in range(14))
    masthead = Masthead("draft resolution", "General Assembly", committee=committee)
    page = printed(Document(masthead, title="Rivers", preamble=text, footnotes=notes))[0]

    last = max(line.baseline for line in page_lines(page) if line.size < 9)
    assert 792 - (last + 0.216 * 8.5) == pytest.approx(foot, abs=NEAR)


def test_running_heads_stand_in_their_place_wherever_the_text_begins() -> None:
    heads = [
        line.baseline
        for day in (date(2024, 12, 17), date(2025, 6, 3))
        for page in printed(resolution(day))[1:]
        for line in page_lines(page)
        if line.baseline < 66
    ]
    assert len(heads) >= 2
    assert heads == pytest.approx([59.0] * len(heads), abs=NEAR)


@pytest.mark.parametrize(
    ("document", "left", "below"),
    [
        (resolution(date(2023, 12, 19)), 270.0, 32.1),
        (resolution(date(2024, 12, 17)), 275.0, 23.8),
        (resolution(date(2025, 6, 3)), 266.1, 32.1),
        (without_committee(date(2024, 10, 9)), 270.0, 32.1),
        (without_committee(date(2024, 11, 18)), 266.1, 32.1),
        (draft(f"Noting {CLAUSE * 4}and so on,"), 270.0, 32.3),
    ],
)
def test_the_end_mark_stands_below_the_last_line(
    document: Document, left: float, below: float
) -> None:
    page = printed(document)[-1]
    (mark,) = [rule for rule in page.rules if 66 < rule.right - rule.left < 80]
    assert mark.y - text_lines(page)[-1].baseline == pytest.approx(below, abs=NEAR)
    assert mark.left == pytest.approx(left, abs=NEAR)


def lines_of(page: PdfPage, size: float) -> list[tuple[str, float, float]]:
    """Text, left end and baseline of the bold lines of one size, from above."""
    return [
        (line.text.strip(), line.left, line.baseline)
        for line in page_lines(page)
        if line.is_bold and abs(line.size - size) < NEAR
    ]


def test_a_committee_too_long_for_its_line_has_two() -> None:
    masthead = Masthead(
        "draft resolution",
        "General Assembly",
        symbol=Symbol.parse("A/C.4/80/L.900"),
        session=Session("", 80),
        committee="Special Political and Decolonization Committee (Fourth Committee)",
        agenda_items=("49",),
    )
    page = printed(Document(masthead, preamble=(Paragraph(f"Noting {CLAUSE}and so on,"),)))[0]
    first, second = lines_of(page, 12)
    assert first == ("Special Political and Decolonization Committee", *near(60, 235.4))
    assert second == ("(Fourth Committee)", *near(60, 248.9))


def near(*places: float) -> list[object]:
    return [pytest.approx(place, abs=NEAR) for place in places]


def test_the_star_behind_sponsors_is_not_bold() -> None:
    sponsors = Sponsors(states=("Iraq",), note="On behalf of the States of the inland sea.")
    masthead = Masthead("draft resolution", "General Assembly", sponsors=sponsors)
    page = printed(Document(masthead, preamble=(Paragraph(f"Noting {CLAUSE}and so on,"),)))[0]
    (line,) = [line for line in page_lines(page) if line.text.startswith("Iraq")]
    assert [(run.text.strip(), run.bold) for run in line.runs] == [
        ("Iraq:", True),
        ("*", False),
        ("draft resolution", True),
    ]


def test_titles_of_two_agenda_items_stand_apart() -> None:
    source = resolution(date(2025, 6, 3))
    titles = ("Follow-up to the outcome of the summit of ferries", "Ferries and lights")
    masthead = replace(source.masthead, session=Session("", 79), agenda_items=("13", "117"))
    page = printed(replace(source, masthead=replace(masthead, agenda_titles=titles)))[0]
    _, first, second = [line for line in lines_of(page, 10) if line[1] < 70]
    assert first == (titles[0], *near(60, 252.3))
    assert second == (titles[1], *near(60, 270.3))


def test_a_running_head_of_two_lines_has_the_lines_of_a_title() -> None:
    title = "Ferries of the inland sea, their keepers and the lights along harbours"
    page = printed(replace(resolution(date(2025, 6, 3)), title=title))[1]
    heads = [line[0] for line in lines_of(page, 8.5) if line[2] < 66]
    assert heads == [
        "Ferries of the inland sea, their keepers and the lights",
        "A/RES/79/900 along harbours",
    ]


def test_adoption_lines_end_where_official_ones_end() -> None:
    page = printed(resolution(date(2025, 6, 3)))[-1]
    lines = [line.right for line in text_lines(page)[-2:]]
    assert lines == pytest.approx([488.6] * 2, abs=1)


def test_numbers_of_annexes_and_instructions_stand_at_the_margin() -> None:
    annexed = Annex(numbering="continuous", body=(Paragraph(f"The ferries {CLAUSE * 3}"),) * 2)
    with_annex = Document(Masthead("draft resolution", "General Assembly"), annexes=(annexed,))
    told = [Instruction(f"In operative paragraph {n}, delete {CLAUSE * 3}") for n in (1, 2)]
    amendment = Document(Masthead("amendment", "General Assembly"), instructions=tuple(told))
    for document, word in ((with_annex, "The ferries"), (amendment, "In operative")):
        lines = [line for page in printed(document) for line in text_lines(page)]
        begins = [line for line in lines if word in line.text]
        assert len(begins) == 2
        assert [line.left for line in begins] == pytest.approx([123.35] * 2, abs=NEAR)


def test_clauses_of_an_annex_have_their_numbers_at_the_tab() -> None:
    clauses = (
        Paragraph("We, the keepers of the ferries, hereby:", number=""),
        Paragraph(f"Reaffirm {CLAUSE * 3};"),
        Paragraph(f"Reaffirm the ferries {CLAUSE * 3}."),
    )
    sentences = (Paragraph(f"We reaffirm {CLAUSE * 3}."), Paragraph(f"We reaffirm {CLAUSE};"))
    annexes = (
        Annex(numbering="continuous", body=clauses),
        Annex(numbering="continuous", body=sentences),
    )
    document = Document(Masthead("draft resolution", "General Assembly"), annexes=annexes)

    lines = [line for page in printed(document) for line in text_lines(page)]
    begins = [line.left for line in lines if re.match(r"\d\.", line.text.strip())]

    assert begins == pytest.approx([147.1, 147.1, 123.35, 123.35], abs=NEAR)


def test_headings_stand_as_far_from_what_is_above_as_official_ones() -> None:
    body = (
        Heading("General"),
        Heading("Rule 12 Quorum"),
        Paragraph("The ferries wait."),
        Heading("Rule 13 Speeches"),
        Paragraph("No ferry waits."),
        Heading("Action 1. We will wait."),
        Paragraph("Ferries wait."),
    )
    document = Document(
        Masthead("draft resolution", "General Assembly"), annexes=(Annex(body=body),)
    )
    lines = text_lines(printed(document)[0])
    told = [" ".join(line.text.split()) for line in lines]
    first = told.index("General")

    assert told[first : first + 9] == [
        "General", "Rule 12", "Quorum", "The ferries wait.", "Rule 13", "Speeches",
        "No ferry waits.", "Action 1. We will wait.", "Ferries wait.",
    ]  # fmt: skip
    gaps = [later.baseline - each.baseline for each, later in pairwise(lines[first : first + 9])]
    assert gaps == pytest.approx([18, 12, 18, 24, 12, 18, 18, 18], abs=NEAR)


def test_lines_of_notes_end_where_official_ones_end() -> None:
    note = (
        "Report of the ferries of the inland sea on the work of the harbours, held in Tide from "
        "17 to 20 October 2016 (Almanac, Sales No. E.17.I.2) and on the lights that were lit from "
        "26 August to 4 September 2002 along the northern shore and the southern shore alike."
    )
    page = printed(draft("Noting the ferries,[^n]", footnotes=(Footnote("n", note),)))[0]
    face = page_faces().upright
    at, ends = 0.0, [0.0]
    for letter, following in zip(note, f"{note[1:]}\0", strict=True):
        at += (face.width(letter) + face.kern(letter + following)) * 8.5 * 1.0285 + 0.25
        ends.append(at)
    wanted = [note[a.begin : a.end] for a in official_lines(Letters(note, ends, 0), repeat(365.3))]

    lines = [line.text.strip() for line in text_lines(page) if line.size < 9]

    assert [line.removeprefix("1").strip() for line in lines] == wanted
    assert len(wanted) == 3


def test_titles_break_within_their_measures_and_keep_prefixes_with_their_words() -> None:
    # "non-" alone would still fit into the first line of the title.
    begin, rest = "Lights of the northern shore, almanacs of the harbours and", "non-ferrous lamps"
    title = f"{begin} {rest}"
    masthead = Masthead(
        "draft resolution",
        "General Assembly",
        symbol=Symbol.parse("A/80/L.900"),
        agenda_items=("9",),
        agenda_titles=(title,),
    )
    page = printed(Document(masthead, title=title, preamble=(Paragraph("Noting the ferries,"),)))[0]
    lines = [line.text.strip() for line in text_lines(page) if line.is_bold and line.baseline > 230]
    assert lines == [begin, rest, begin, rest]
