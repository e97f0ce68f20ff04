"""Pages of our own become documents: type, place, furniture, notes, tables, page breaks."""

from __future__ import annotations

import pytest
from tests.ingest.pages import line, pdf, rule

from penholder.errors import UnreadableError
from penholder.ingest.reading import read_source
from penholder.ingest.recognise import Recognised
from penholder.model.blocks import Heading, Paragraph, Table
from penholder.model.document import Footnote

FIRST = (
    line(123, 56, "United Nations", size=20)
    + line(482, 56, "A/C.3/54/L.9")
    + rule(60, 65, 490)
    + line(123, 86, "General Assembly", size=20)
    + line(397, 86, "Distr.: Limited")
    + line(397, 98, "1 October 1999")
    + line(397, 122, "Original: English")
    + line(60, 222, "Fifty-fourth session", "F3")
    + line(60, 236, "Third Committee", "F3", 12)
    + line(60, 248, "Agenda item 10 \\(b\\)".replace("\\", ""))
    + line(60, 260, "Water", "F3")
    + line(123, 290, "Austria: draft resolution", "F3")
    + line(123, 320, "Clean rivers and", "F3", 12)
    + line(123, 334, "clean lakes", "F3", 12)
    + line(147, 360, "The General Assembly", "F2")
    + line(234, 360, ",")
    + line(147, 380, "Recalling", "F2")
    + line(190, 380, "its resolution 47/193 of 22 December 1992,")
    + line(365, 376, "1", size=6)
    + line(147, 400, "1.")
    + line(171, 400, "Calls upon", "F2")
    + line(222, 400, "all States in the basin to keep every one of")
    + line(123, 412, "the rivers that cross their borders clean, and to tell the others at once")
    + line(100, 640, "__________________", size=8)
    + line(117, 652, "1", size=6)
    + line(123, 655, "Resolution 47/193.", size=8.5)
    + line(60, 747, "99-12345 (E)")
)
SECOND = (
    line(60, 58, "A/C.3/54/L.9", "F3", 8.5)
    + rule(60, 65, 490)
    + line(123, 86, "where they fail;")
    + line(147, 106, "2.")
    + line(171, 106, "Approves", "F2")
    + line(212, 106, "the following amounts:")
    + line(123, 130, "Section", "F2", 7)
    + line(500, 130, "Amount", "F2", 7)
    + line(123, 146, "Rivers", size=8.5)
    + line(500, 146, "92 738 500", size=8.5)
    + line(123, 160, "Lakes", size=8.5)
    + line(500, 160, "\\(107 700\\)".replace("\\", ""), size=8.5)
    + line(60, 754, "2/2", size=8.5)
    + line(524, 754, "99-12345", size=8.5)
)


@pytest.fixture(scope="module")
def found() -> Recognised:
    return read_source(pdf(FIRST, SECOND))


def test_the_masthead_is_read_from_type_and_place(found: Recognised) -> None:
    masthead = found.document.masthead
    assert (str(masthead.symbol), masthead.organ) == ("A/C.3/54/L.9", "General Assembly")
    assert (masthead.distribution, str(masthead.issued)) == ("Limited", "1999-10-01")
    assert (str(masthead.session), masthead.committee) == ("54", "Third Committee")
    assert (masthead.agenda_items, masthead.agenda_titles) == (("10 (b)",), ("Water",))
    assert masthead.sponsors.states == ("Austria",)
    assert found.document.title == "Clean rivers and clean lakes"


def test_a_raised_figure_calls_the_note_at_the_foot(found: Recognised) -> None:
    assert found.document.preamble == (
        Paragraph("Recalling its resolution 47/193 of 22 December 1992,[^res-47-193]"),
    )
    assert found.document.footnotes == (Footnote("res-47-193", "Resolution 47/193."),)


def test_a_sentence_cut_by_the_page_is_made_whole(found: Recognised) -> None:
    assert found.document.operative[0] == Paragraph(
        "Calls upon all States in the basin to keep every one of the rivers that cross their "
        "borders clean, and to tell the others at once where they fail;"
    )


def test_columns_in_small_type_are_a_table(found: Recognised) -> None:
    assert found.document.operative[2] == Table(
        head=(("*Section*", "*Amount*"),),
        rows=(("Rivers", "92 738 500"), ("Lakes", "(107 700)")),
    )


def test_furniture_is_set_aside_with_page_and_reason(found: Recognised) -> None:
    told = [(each.place.page, each.reason, each.text) for each in found.set_aside]
    assert told == [
        (1, "page foot", "99-12345 (E)"),
        (1, "rule above footnotes", "__________________"),
        (2, "running head", "A/C.3/54/L.9"),
        (2, "page foot", "2/2 99-12345"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\nnothing more", "E-PDF"),
        (pdf(FIRST)[:900], "E-PDF"),
        (pdf(rule(60, 65, 490)), "E-SCAN"),
        (b"\x89PNG\xff\xfe", "E-FORMAT"),
        (b"\0\0\0", "E-FORMAT"),
        (b"  \n", "E-EMPTY"),
    ],
    ids=["no body", "cut off", "only pictures", "another format", "zeros", "empty"],
)
def test_what_cannot_be_read_is_told_with_code_and_remedy(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_source(data)
    assert caught.value.code == code
    assert caught.value.fix


def test_notes_and_heads_without_a_rule_are_found_by_type_and_gap() -> None:
    pages = (FIRST.replace("__________________", " "), SECOND.replace(rule(60, 65, 490), ""))
    document = read_source(pdf(*pages)).document
    assert document == read_source(pdf(FIRST, SECOND)).document


def test_a_page_that_is_turned_is_read_as_it_is_seen() -> None:
    turned = "0 1 -1 0 612 0 cm\n" + line(100, 300, "The river is long and clean.")
    document = read_source(pdf(turned, extra="/Rotate 90")).document
    assert "The river is long and clean." in str(document)


def test_the_rest_of_a_note_is_no_page_foot_though_it_looks_like_one() -> None:
    note = line(117, 731, "1", size=6) + line(123, 734, "A/99/1, A/99/2 and", size=8.5)
    rest = line(123, 744.5, "A/99/3.", size=8.5)
    foot = line(60, 770, "99-12345 (E)")
    page = FIRST.replace(line(60, 747, "99-12345 (E)"), foot)
    page = page.replace(line(117, 652, "1", size=6), note)
    page = page.replace(line(123, 655, "Resolution 47/193.", size=8.5), rest)
    found = read_source(pdf(page.replace(line(100, 640, "_" * 18, size=8), "")))
    assert [note.text for note in found.document.footnotes] == ["A/99/1, A/99/2 and A/99/3."]
    assert [each.text for each in found.set_aside] == ["99-12345 (E)"]


def test_a_letter_that_a_full_line_ends_before_opens_no_subparagraph() -> None:
    full = "1. Calls for initiatives that (a) keep every one of the rivers clean at last;"
    page = line(147, 360, "The General Assembly", "F2") + line(147, 400, full)
    page += line(123, 412, "(b) keep every one of the lakes as clean as the rivers that fill them;")
    page += line(123, 424, "and (c) tell the others.")
    document = read_source(pdf(page)).document
    assert [block.text for block in document.operative if isinstance(block, Paragraph)] == [
        "Calls for initiatives that (a) keep every one of the rivers clean at last; (b) keep every "
        "one of the lakes as clean as the rivers that fill them; and (c) tell the others."
    ]


def test_sponsors_with_a_star_that_is_not_bold_are_one_line() -> None:
    sponsors = line(123, 290, "Austria, Belgium and", "F3") + line(123, 302, "Chad:", "F3")
    sponsors += line(149, 302, "*") + line(156, 302, "draft resolution", "F3")
    page = FIRST.replace(line(123, 290, "Austria: draft resolution", "F3"), sponsors)
    masthead = read_source(pdf(page)).document.masthead
    assert masthead.sponsors.states == ("Austria", "Belgium", "Chad")
    assert masthead.agenda_titles == ("Water",)


def test_a_heading_keeps_the_words_beside_its_indicator() -> None:
    page = FIRST.replace(
        line(147, 400, "1."),
        line(123, 395, "Rivers", "F3") + line(156, 391, "1", size=6)
        + line(162, 395, "and lakes", "F3") + line(147, 420, "1."),
    ).replace(line(171, 400, "Calls upon", "F2"), line(171, 420, "Calls upon", "F2"))  # fmt: skip
    page = page.replace(" 392 Td (all", " 372 Td (all").replace(" 380 Td (the", " 360 Td (the")
    document = read_source(pdf(page, SECOND)).document
    blocks = (*document.preamble, *document.operative)
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings == ["Rivers[^res-47-193] and lakes"]


def test_the_language_may_stand_apart_from_its_word() -> None:
    apart = line(397, 110, "English") + line(397, 122, "Original:")
    page = FIRST.replace(line(397, 122, "Original: English"), apart)
    assert read_source(pdf(page)).document.masthead.original == "English"


def test_a_letter_pushed_aside_begins_no_word() -> None:
    """Justified lines of official pages push single letters a tenth of their size apart."""
    page = line(147, 360, "The General Assembly", "F2")
    page += line(147, 400, "1. Keeps the infrastructu") + line(246.7, 400, "re of rivers clean.")
    page += line(147, 420, "2. Keeps") + line(188, 420, "them:")
    page += line(171, 440, "(viii)") + line(195.3, 440, "Always and at all times.")
    document = read_source(pdf(page)).document
    assert [block.text for block in document.operative if isinstance(block, Paragraph)] == [
        "Keeps the infrastructure of rivers clean.",
        "Keeps them:",
    ]
    item = Paragraph("Always and at all times.", number="(viii)")
    assert document.operative[1] == Paragraph("Keeps them:", items=(item,))


@pytest.mark.parametrize(
    ("last", "text", "closing"),
    [
        ("of all;", "Lakes, to the good of all;", "as it did last year."),
        ("of all the States that share", "", ""),
    ],
)
def test_what_stands_at_the_margin_of_a_page_closes_a_list_that_is_at_its_end(
    last: str, text: str, closing: str
) -> None:
    first = line(147, 360, "The General Assembly", "F2")
    first += line(147, 400, "1. Asks all States that have a share in the rivers of the basin to")
    first += line(
        123, 412, "keep the following clean, each of them within its own borders and at its"
    )
    first += line(123, 424, "own cost:")
    first += line(147, 444, "(a) Rivers, whatever their length may be;")
    first += line(147, 464, "(b) Lakes, to the good") + line(123, 476, last)
    second = line(60, 58, "A/C.3/54/L.9", "F3", 8.5) + line(123, 86, "as it did last year.")
    (asks,) = read_source(pdf(first, second)).document.operative
    assert isinstance(asks, Paragraph)
    whole = text or f"Lakes, to the good {last} as it did last year."
    assert [item.text for item in asks.items] == ["Rivers, whatever their length may be;", whole]
    assert asks.closing == closing


def test_a_hyphen_pushed_aside_at_the_end_of_a_line_stays_with_its_word() -> None:
    page = line(147, 360, "The General Assembly", "F2")
    words = "1. Keeps the rivers of every long"
    begin = 147 + sum(_TIMES.get(letter, 5.0) for letter in words)
    page += line(147, 400, words) + line(begin + 1.41, 400, "-") + line(123, 412, "term lake.")
    document = read_source(pdf(page)).document
    assert [block.text for block in document.operative if isinstance(block, Paragraph)] == [
        "Keeps the rivers of every long-term lake."
    ]


_TIMES = {" ": 2.5, ".": 2.5, "i": 2.78, "r": 3.33, "s": 3.89, "f": 3.33, "l": 2.78, "t": 2.78}
_TIMES |= {"K": 7.22, "e": 4.44}
