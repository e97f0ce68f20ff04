"""Documents of every kind and era as pages: what stands around the text, and on which paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.pages import Page as Read

from penholder.model.blocks import Heading, Paragraph, Table
from penholder.model.document import Adoption, Annex, Document, Footnote, Masthead, Part, Vote
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.page import Medium, NoteMark, Page, Words
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

DAY = date(2025, 4, 3)
TEMPLATES = Templates(template_folders(None))
TEXT = Document(
    Masthead("resolution", "General Assembly", symbol=Symbol.parse("A/RES/79/300"), issued=DAY,
             session=Session("", 79), distribution="General"),
    title="Lighthouses",
    adopted=Adoption(DAY, "60th plenary meeting"),
    preamble=(Paragraph("Recalling the lamps,"),),
    operative=(Paragraph("Decides to light them;"), Paragraph("Requests oil.")),
)  # fmt: skip


def of(organ: str, symbol: str, session: str = "") -> Document:
    masthead = replace(
        TEXT.masthead, organ=organ, symbol=Symbol.parse(symbol),
        session=Session.parse(session) if session else None,
    )  # fmt: skip
    return replace(TEXT, masthead=masthead)


def page(document: Document, medium: Medium = "print") -> Page:
    return document_page(document, "drafts/x", Setting(medium))


def letters(found: Page, part: str) -> list[str]:
    return [
        "".join(run.text for run in block.runs if isinstance(run, Words))
        for block in found.blocks
        if block.part == part
    ]


def html(document: Document, medium: Medium = "print") -> str:
    return render_html(page(document, medium), TEMPLATES).text


def test_a_security_council_resolution_has_a_number_for_title_and_no_closing_lines() -> None:
    council = replace(of("Security Council", "S/RES/2799 (2025)"), title="")
    found = page(council)
    assert (found.number, found.title, found.running_title) == ("", (), "")
    assert found.masthead.heading == ("Resolution 2799 (2025)",)
    assert found.masthead.adopted.startswith("Adopted by the Security Council at its 60th meeting")
    assert letters(found, "adoption") == []
    assert letters(found, "preamble")[0] == "The Security Council,"
    shown = Read(html(council, "screen"))
    assert [each.classes for each in shown.elements if each.tag == "h1"] == [{"heading"}]


def test_a_draft_of_the_council_closes_with_nothing_either() -> None:
    draft = replace(of("Security Council", "S/2025/9"), title="", adopted=None)
    found = page(replace(draft, masthead=replace(draft.masthead, kind="draft resolution")))
    assert (found.masthead.heading, found.masthead.adopted) == ((), "")
    assert letters(found, "adoption") == []


def test_the_human_rights_council_is_under_the_assembly_and_on_a4() -> None:
    rights = of("Human Rights Council", "A/HRC/RES/58/9", "58")
    vote = Vote(("Chad", "Viet Nam"), ("France",), ())
    rights = replace(
        rights, adopted=Adoption(DAY, "56th meeting", vote),
        masthead=replace(rights.masthead, session_dates="24 February–4 April 2025"),
    )  # fmt: skip
    found = page(rights)
    assert (found.masthead.organ, found.masthead.body) == (
        "General Assembly", "Human Rights Council",
    )  # fmt: skip
    assert (found.masthead.form, found.masthead.session) == ("grid", "Fifty-eighth session")
    assert found.masthead.session_dates == "24 February–4 April 2025"
    assert found.paper == "a4"
    assert document_page(rights, "x", Setting(paper="letter")).paper == "letter"
    assert letters(found, "vote") == [
        "[Adopted by a recorded vote of 2 to 1, with no abstentions. The voting was as follows:",
        "In favour:", "Chad and Viet Nam", "Against:", "France]",
    ]  # fmt: skip
    assert 'class="vote-states"' in html(rights)
    assert "size: 595.3pt 841.9pt" in html(rights)


def test_the_economic_and_social_council_counts_sessions_by_year() -> None:
    found = page(of("Economic and Social Council", "E/RES/2025/7", "2025"))
    assert (found.masthead.session, found.number) == ("2025 session", "2025/7.")
    assert found.masthead.heading[0] == "Resolution adopted by the Economic and Social Council"
    assert found.paper == "letter"


def test_an_emergency_session_and_a_resumed_meeting_keep_their_names() -> None:
    special = of("General Assembly", "A/RES/ES-11/9", "ES-11")
    found = page(replace(special, adopted=Adoption(DAY, "20th (resumed) plenary meeting")))
    assert (found.masthead.session, found.number) == (
        "Eleventh emergency special session", "ES-11/9.",
    )  # fmt: skip
    assert letters(found, "adoption") == ["20th (resumed) plenary meeting", "3 April 2025"]


def test_a_composite_has_a_text_below_each_letter() -> None:
    composite = replace(
        of("General Assembly", "A/RES/80/301 A-B", "80"), preamble=(), operative=(),
        parts=(
            Part("Budget", preamble=TEXT.preamble, operative=TEXT.operative),
            Part("Income", operative=TEXT.operative[:1]),
        ),
    )  # fmt: skip
    found = page(composite)
    assert found.masthead.heading[0] == "Resolutions adopted by the General Assembly"
    assert [(b.number, b.kind) for b in found.blocks if b.kind == "part"] == [
        ("A", "part"), ("B", "part"),
    ]  # fmt: skip
    organs = [text for text in letters(found, "preamble") if text.startswith("The General")]
    assert organs == ["The General Assembly,", "The General Assembly"]


@pytest.mark.parametrize(
    ("second", "heading"),
    [
        (DAY, ("Resolutions adopted by the General Assembly", "on 3 April 2025")),
        (date(2025, 5, 9), ("Resolutions adopted by the General Assembly",)),
    ],
)
def test_a_composite_was_adopted_on_the_day_that_its_parts_share(
    second: date, heading: tuple[str, ...]
) -> None:
    # Source: the heading of 76/84 A-B, each part of which has lines of adoption of its own.
    composite = replace(
        of("General Assembly", "A/RES/80/301 A-B", "80"), preamble=(), operative=(), adopted=None,
        parts=tuple(
            Part(title, operative=TEXT.operative, adopted=Adoption(day, "60th plenary meeting"))
            for title, day in (("Budget", DAY), ("Income", second))
        ),
    )  # fmt: skip
    assert page(composite).masthead.heading == heading


def test_a_reissue_is_a_star_behind_the_symbol_and_a_note() -> None:
    reissued = replace(TEXT, masthead=replace(TEXT.masthead, reissued=date(2025, 5, 1)))
    note = "Reissued for technical reasons on 1 May 2025."
    assert "/RES/79/300*</p>" in html(reissued)
    assert f'data-number="*">{note}</span>' in html(reissued)
    assert f"* {note}" in html(reissued, "screen")
    assert "/RES/79/300</p>" in html(TEXT)


def test_figures_of_money_stand_to_the_right_under_heads_that_come_again() -> None:
    table = Table(
        title="Appropriations", head=(("", "Amount"),),
        rows=(("Oil", "12 345 600"), ("Wicks", "(107 700)"), ("Glass", "–")),
    )  # fmt: skip
    told = html(replace(TEXT, operative=(*TEXT.operative, table)))
    assert told.count('<td class="figure">') == 3
    assert '<th class="figure">Amount</th>' in told
    assert "<thead>" in told
    assert "<td>Oil</td>" in told


def test_headings_of_an_annex_have_four_levels() -> None:
    body = tuple(Heading(f"Level {level}", level) for level in (1, 2, 3, 4))
    found = page(replace(TEXT, annexes=(Annex("Rules", body=body, appendices=(Annex("F"),)),)))
    kinds = [block.kind for block in found.blocks if block.part in ("annex", "section")]
    assert kinds == [
        "annex-title", "heading-1", "heading-2", "heading-3", "heading-4", "appendix-title",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("session", "form", "heading", "call"),
    [
        ("26", "typescript", ("RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY",), "1/"),
        ("48", "stacked", ("RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY",), "1/"),
        ("53", "stacked", ("RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY",), "1"),
        ("57", "grid", ("Resolution adopted by the General Assembly",), "1"),
        ("74", "grid", ("Resolution adopted by the General Assembly", "on 3 April 2025"), "1"),
        ("80", "grid", ("Resolution adopted by the General Assembly", "on 3 April 2025"), "2"),
    ],
)
def test_the_dress_follows_the_session(
    session: str, form: str, heading: tuple[str, ...], call: str
) -> None:
    noted = replace(
        of("General Assembly", f"A/RES/{session}/9", session),
        preamble=(Paragraph("Recalling the lamps,[^a]"),),
        operative=(Paragraph("Decides so.[^a]"),),
        footnotes=(Footnote("a", "A/1."),),
    )
    found = page(noted)
    assert (found.masthead.form, found.masthead.heading) == (form, heading)
    calls = [run for block in found.blocks for run in block.runs if isinstance(run, NoteMark)]
    assert calls[-1].number == call
    assert ("plain" in html(noted).partition("<body")[2]) == call.endswith("/")


def test_a_style_is_set_by_hand() -> None:
    dressed = replace(TEXT, masthead=replace(TEXT.masthead, style="1996"))
    assert page(dressed).masthead.form == "stacked"
    assert page(dressed).masthead.distribution[:2] == ("Distr.", "GENERAL")


def test_a_typescript_has_one_width_of_letter_and_its_title_before_the_sponsors() -> None:
    typed = of("General Assembly", "A/L.632", "26")
    masthead = replace(typed.masthead, kind="draft resolution", original="English")
    sponsored = replace(typed, masthead=replace(
        masthead, sponsors=replace(masthead.sponsors, states=("Chad", "Fiji"))
    ))  # fmt: skip
    found = page(sponsored)
    assert found.setup.families == ("Liberation Serif", "Liberation Mono", "Liberation Sans")
    assert found.setup.line_setting == "plain"
    body = html(sponsored).partition("<body")[2]
    assert body.index('class="title"') < body.index("Chad and Fiji: draft resolution")
    assert "UNITED NATIONS" in body
    assert "ORIGINAL: ENGLISH" in body


def test_chinese_quotation_marks_are_wide_and_others_are_not() -> None:
    chinese = replace(
        TEXT, masthead=replace(TEXT.masthead, language="zh"), preamble=(Paragraph("回顾“灯塔”，"),)
    )  # fmt: skip
    assert '<span class="wide">“</span>灯塔<span class="wide">”</span>，' in html(chinese)
    english = replace(TEXT, preamble=(Paragraph("Recalling the “lamps”,"),))
    assert "the “lamps”," in html(english)


@pytest.mark.parametrize("medium", ["print", "screen"])
def test_a_symbol_among_arabic_or_chinese_letters_is_never_broken(medium: Medium) -> None:
    # What follows a break would be set in the order of the page: Rev.1/2/108 for 2/108/Rev.1.
    words = "{} (A/CONF.2/108/Rev.1) {} A/79/302-S/2024/600. {} 48/113"
    for code, word in (("ar", "الوثيقة"), ("zh", "文件")):
        found = replace(
            TEXT, masthead=replace(TEXT.masthead, language=code),
            preamble=(Paragraph(words.format(word, word, word)),),
        )  # fmt: skip
        told = html(found, medium)
        assert f'{word} (<span class="whole">A/CONF.2/108/Rev.1</span>)' in told
        assert f'{word} <span class="whole">A/79/302-S/2024/600</span>. {word} 48/113' in told
    english = replace(TEXT, preamble=(Paragraph("Recalling A/53/413,"),))
    assert " A/53/413," in html(english, medium)


@pytest.mark.parametrize("medium", ["print", "screen"])
def test_the_english_of_a_page_in_another_language_says_that_it_is_english(medium: Medium) -> None:
    noted = replace(
        TEXT, preamble=(Paragraph("Recalling,[^a]"),),
        footnotes=(Footnote("a", "United Nations, *Treaty Series*, vol. 189."),),
    )  # fmt: skip
    english = {"ar", "zh", "ru"}
    for code in ("en", "fr", "es", "ru", "zh", "ar"):
        found = replace(noted, masthead=replace(noted.masthead, language=code))
        told = html(found, medium)
        assert ('<div class="distribution" lang="en">' in told) == (code in english), code
        assert ('<span lang="en" dir="ltr">United Nations' in told) == (code == "ar"), code
