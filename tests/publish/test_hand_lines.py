"""What an editor set by hand is printed so, and left out where the words are others."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from penholder.ingest.hand_setting import read_with_setting
from penholder.model.blocks import Heading, Paragraph
from penholder.model.document import Annex, Document, Masthead, Sponsors
from penholder.model.hand_setting import NOTHING_BY_HAND, BrokenHeading, HandSetting, Tight
from penholder.model.symbol import Symbol
from penholder.publish.compose import Setting, document_page
from penholder.publish.departures import departures
from penholder.publish.hand_lines import letters_of, words_of
from penholder.publish.hand_remarks import remarks_on
from penholder.publish.html import render_html
from penholder.publish.page import Medium, Words
from penholder.publish.pdf import render_pdf
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

LONG = (
    "Invites the harbours of the inland sea, the keepers of their lights and all others who "
    "travel by night to exchange their almanacs before the winter of each year, and to make "
    "known to one another, in good time and in plain words, whatever has changed since then "
    "on any of the ferries, lest somebody wait in vain for hours or days at the other shore;"
)
DOCUMENT = Document(
    Masthead(
        "draft resolution",
        "General Assembly",
        symbol=Symbol.parse("A/C.2/99/L.1"),
        agenda_items=("18",),
        agenda_titles=("Ferries of the inland sea and of the northern shore",),
        sponsors=Sponsors(("Belgium", "Netherlands (Kingdom of the)")),
    ),
    "The keeping of ferries, of their lights and of their almanacs",
    operative=tuple(
        Paragraph(LONG.replace("inland", kind))
        for kind in ("inland", "outer", "southern", "wide", "colder", "narrow", "great")
    ),
)
HEADED = replace(
    DOCUMENT,
    annexes=(Annex("Rules of the ferries", body=(Heading("Rule 1 The keeping of ferries"),)),),
)
BROKEN = (
    BrokenHeading("annex", ("Rules of", "the ferries")),
    BrokenHeading("annex, heading 1", ("Rule 1", "The keeping of ferries")),
)
HAND = HandSetting(
    agenda_titles=(("Ferries of the inland", "sea and of the northern shore"),),
    sponsors=("Belgium and Netherlands", "(Kingdom of the): draft resolution"),
    title=("The keeping of ferries,", "of their lights and of their almanacs"),
    tight=(Tight("OP 2", 0.1), Tight("OP 3", 0.15, "the winter", "lest somebody")),
)


def html_of(document: Document, hand: HandSetting, medium: Medium = "print") -> str:
    page = document_page(document, "drafts/x", Setting(medium, "letter", hand=hand))
    return render_html(page, Templates(template_folders(None))).text


def lines_of(pdf: bytes, tmp_path: Path) -> list[str]:
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf)
    command = ["pdftotext", "-layout", str(file), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [" ".join(line.split()) for line in told.splitlines()]


def test_lines_end_where_the_editor_ended_them(tmp_path: Path) -> None:
    lines = lines_of(render_pdf(html_of(DOCUMENT, HAND)), tmp_path)
    wanted = [*HAND.agenda_titles[0], *HAND.sponsors, *HAND.title]
    assert [line for line in lines if line in wanted] == wanted


def test_headings_are_broken_by_hand(tmp_path: Path) -> None:
    hand = HandSetting(headings=BROKEN)
    lines = lines_of(render_pdf(html_of(HEADED, hand)), tmp_path)
    wanted = [line for each in BROKEN for line in each.lines]
    assert [line for line in lines if line in wanted] == wanted
    page = document_page(HEADED, "x", Setting("print", "letter"))
    assert remarks_on(page, hand) == []
    assert departures(HEADED, "x", hand) == hand
    ruled = HandSetting(headings=(BrokenHeading("annex", ("Rules of the ferries",)),))
    assert departures(HEADED, "x", ruled) == NOTHING_BY_HAND


def test_a_page_of_ours_is_read_as_it_was_set() -> None:
    read = read_with_setting(render_pdf(html_of(DOCUMENT, HAND)))
    assert read.document.operative == DOCUMENT.operative
    assert departures(read.document, "drafts/x", read.hand) == HAND


def test_of_a_page_that_nobody_set_nothing_is_read() -> None:
    read = read_with_setting(render_pdf(html_of(DOCUMENT, NOTHING_BY_HAND)))
    found = departures(read.document, "drafts/x", read.hand)
    assert replace(found, sponsors=()) == NOTHING_BY_HAND


def test_letters_drawn_together_take_a_line_less(tmp_path: Path) -> None:
    longer = replace(DOCUMENT, operative=(Paragraph(LONG.replace(" other", "")),) * 2)
    hand = HandSetting(tight=(Tight("OP 1", 0.2),))
    plain, tight = (
        list(filter(None, lines_of(render_pdf(html_of(longer, each)), tmp_path)))
        for each in (NOTHING_BY_HAND, hand)
    )
    lengths = [
        next(i for i, line in enumerate(lines) if line.startswith("2."))
        - next(i for i, line in enumerate(lines) if line.startswith("1."))
        for lines in (plain, tight)
    ]
    assert lengths == [5, 4]


def test_only_the_part_between_its_words_is_drawn_together() -> None:
    page = document_page(DOCUMENT, "x", Setting("print", "letter", hand=HAND))
    block = next(each for each in page.blocks if each.address == "OP 3")
    tight = [run.text for run in block.runs if isinstance(run, Words) and run.tight]
    assert ["".join(tight)] == [LONG[LONG.index("the winter") : LONG.index(" wait in vain")]]
    assert words_of(block.runs) == LONG.replace("inland", "southern")


@pytest.mark.parametrize(
    ("hand", "told"),
    [
        (HandSetting(title=("The keeping", "of boats")), "title"),
        (HandSetting(sponsors=("Belgium:", "draft resolution")), "sponsor"),
        (HandSetting(agenda_titles=((), ("Seas", "and lakes"))), "1 titles of agenda items"),
        (HandSetting(agenda_titles=(("Seas", "and lakes"),)), "agenda title"),
        (HandSetting(headings=BROKEN[:1]), "no heading is called annex"),
        (HandSetting(tight=(Tight("OP 40", 0.1),)), "no paragraph is called OP 40"),
        (HandSetting(tight=(Tight("OP 1", 0.1, "the boats"),)), "in OP 1, “the boats” is not"),
    ],
)
def test_what_no_longer_fits_is_told_and_left_out(hand: HandSetting, told: str) -> None:
    assert html_of(DOCUMENT, hand) == html_of(DOCUMENT, NOTHING_BY_HAND)
    page = document_page(DOCUMENT, "x", Setting("print", "letter"))
    assert [told in each.what for each in remarks_on(page, hand)] == [True]


def test_the_first_page_ends_where_the_editor_had_it_end() -> None:
    usual = document_page(DOCUMENT, "x", Setting("print"))
    deeper = document_page(DOCUMENT, "x", Setting("print", hand=HandSetting(first_foot=40.0)))
    assert (usual.measures.first_foot, deeper.measures.first_foot) == (85.8, 40.0)
    assert replace(deeper, measures=usual.measures) == usual
    assert departures(DOCUMENT, "x", HandSetting(first_foot=85.0)) == NOTHING_BY_HAND
    assert departures(DOCUMENT, "x", HandSetting(first_foot=64.2)).first_foot == 64.2


def test_what_fits_is_not_told() -> None:
    page = document_page(DOCUMENT, "x", Setting("print", "letter"))
    assert remarks_on(page, HAND) == []


def test_a_screen_has_lines_of_its_own() -> None:
    assert html_of(DOCUMENT, HAND, "screen") == html_of(DOCUMENT, NOTHING_BY_HAND, "screen")


def test_large_print_has_lines_of_its_own() -> None:
    page, plain = (
        document_page(DOCUMENT, "x", Setting("print", working=("large-print",), hand=hand))
        for hand in (HAND, NOTHING_BY_HAND)
    )
    assert page == plain


def test_a_typescript_has_letters_of_one_width() -> None:
    typescript = replace(DOCUMENT, masthead=replace(DOCUMENT.masthead, style="1946"))
    page = document_page(typescript, "x", Setting("print", hand=HAND))
    assert "\n" in "".join(map(letters_of, page.title))
    runs = [run for block in page.blocks for run in block.runs if isinstance(run, Words)]
    assert {run.tight for run in runs} == {0.0}


def test_numbers_stand_where_the_editor_put_them() -> None:
    document = replace(
        DOCUMENT, annexes=(Annex("Rules", numbering="continuous", body=DOCUMENT.operative),)
    )
    usual = document_page(document, "x", Setting("print"))
    hand = HandSetting(numbers_at="margin", annex_numbers_at="margin")
    by_hand = document_page(document, "x", Setting("print", hand=hand))
    for page, operative, annexed in ((usual, False, False), (by_hand, True, True)):
        places = [(b.kind, b.number_at_margin) for b in page.blocks if b.number[:1].isdigit()]
        assert set(places) == {("operative", operative), ("annexed", annexed)}
    assert ["".join(map(letters_of, b.runs)) for b in by_hand.blocks] == [
        "".join(map(letters_of, b.runs)) for b in usual.blocks
    ]
