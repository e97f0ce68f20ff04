"""Numbers, letters and addresses that follow from place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from penholder.model.blocks import Block, Heading, Paragraph, Quote, Section, Table
from penholder.model.document import Annex, Document, Masthead, Part
from penholder.model.marks import degree_mark, mark_after
from penholder.model.numbering import Label, labels
from penholder.model.numerals import letter, roman

EMPTY = Document(Masthead("resolution", "General Assembly"))


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(text) for text in texts)


def operative(*blocks: Block) -> Document:
    return replace(EMPTY, operative=blocks)


def printed(document: Document) -> list[str]:
    return [label.printed for label in labels(document)]


def addresses(document: Document) -> list[str]:
    return [label.address for label in labels(document)]


def test_preambular_paragraphs_are_counted_and_not_numbered() -> None:
    document = replace(operative(*paragraphs("a", "b")), preamble=paragraphs("c", "d"))
    assert printed(document) == ["", "", "1.", "2."]
    assert addresses(document) == ["PP 1", "PP 2", "OP 1", "OP 2"]


def test_a_single_operative_paragraph_is_not_numbered() -> None:
    assert labels(operative(Paragraph("a"))) == (Label("", "OP 1", "1"),)


def test_a_heading_or_quotation_does_not_make_a_second_paragraph() -> None:
    document = operative(Heading("h"), Paragraph("a"), Quote(paragraphs("q")))
    assert printed(document) == ["", "", "", ""]


def test_four_degrees_of_subparagraphs() -> None:
    deep = Paragraph("a", items=(Paragraph("b", items=(Paragraph("c", items=(
        Paragraph("d", items=(Paragraph("e"),)),)),)),))  # fmt: skip
    document = operative(Paragraph("first"), deep)
    assert printed(document) == ["1.", "2.", "(a)", "(i)", "a.", "i."]
    assert labels(document)[-1] == Label("i.", "OP 2 (a) (i) a. i.", "2 (a) (i) a. i.")
    assert labels(document)[-1].anchor == "op-2-a-i-a-i"


def test_subparagraphs_run_from_a_to_zz() -> None:
    items = paragraphs(*("x" for _ in range(28)))
    found = printed(operative(Paragraph("a", items=items), Paragraph("b")))
    assert found[1:4] == ["(a)", "(b)", "(c)"]
    assert found[26:29] == ["(z)", "(aa)", "(bb)"]


def test_a_number_written_by_hand_stands_and_counting_goes_on() -> None:
    document = operative(
        Paragraph("a"), Paragraph("b", number="1 bis"), Paragraph("c"), Paragraph("d", number="7"),
        Paragraph("e"), Paragraph("f", number=""), Paragraph("g"), Paragraph("h", number="*"),
    )  # fmt: skip
    assert printed(document) == ["1.", "1 bis.", "2.", "7.", "8.", "", "9.", "*"]
    assert addresses(document)[1] == "OP 1 bis"
    assert addresses(document)[5] == "unnumbered paragraph 1"


def test_a_number_by_hand_on_the_only_paragraph_is_printed() -> None:
    assert printed(operative(Paragraph("a", number="1"))) == ["1."]


def test_an_item_may_bear_a_mark_of_its_own_or_none() -> None:
    items = (Paragraph("a", number="(x)"), Paragraph("b", number=""), Paragraph("c"))
    document = operative(Paragraph("a", items=items), Paragraph("b"))
    assert printed(document) == ["1.", "(x)", "", "(z)", "2."]
    assert addresses(document)[2] == "OP 1 item 2"


def test_sections_are_roman_and_numbers_run_through() -> None:
    document = operative(Section("A"), *paragraphs("a", "b"), Section("B"), *paragraphs("c"))
    assert printed(document) == ["I", "1.", "2.", "II", "3."]
    assert addresses(document) == ["section I", "OP 1", "OP 2", "section II", "OP 3"]


def test_numbers_may_begin_again_in_each_section() -> None:
    document = replace(
        operative(Section("A"), *paragraphs("a", "b"), Section("B", number="IV"), *paragraphs("c")),
        numbering="by section",
    )
    assert printed(document) == ["I", "1.", "2.", "IV", "1."]
    assert addresses(document)[-1] == "section IV, OP 1"


def test_a_section_may_have_a_preamble_of_its_own() -> None:
    document = operative(
        Section("A"), Paragraph("a", preambular=True), *paragraphs("b", "c"),
        Section("B"), Paragraph("d", preambular=True),
    )  # fmt: skip
    assert addresses(document) == ["section I", "PP 1", "OP 1", "OP 2", "section II", "PP 2"]
    by_section = replace(document, numbering="by section")
    assert addresses(by_section)[1:] == [
        "section I, PP 1", "section I, OP 1", "section I, OP 2", "section II", "section II, PP 1",
    ]  # fmt: skip


def test_parts_are_lettered_each_with_its_own_numbers() -> None:
    part = Part(preamble=paragraphs("a"), operative=paragraphs("b", "c"))
    document = replace(EMPTY, parts=(part, replace(part, operative=paragraphs("d"))))
    assert printed(document) == ["A", "", "1.", "2.", "B", "", ""]
    assert addresses(document)[3:] == [
        "part A, OP 2", "part B", "part B, PP 1", "part B, OP 1",
    ]  # fmt: skip


def test_parts_may_be_sections_with_roman_numerals_or_named_by_hand() -> None:
    parts = (Part(kind="section"), Part(kind="section"), Part(number="D"))
    assert addresses(replace(EMPTY, parts=parts)) == ["section I", "section II", "part D"]


def test_a_single_annex_has_no_number_several_are_roman() -> None:
    annex = Annex(body=paragraphs("a", "b"))
    assert printed(replace(EMPTY, annexes=(annex,))) == ["Annex", "", ""]
    several = replace(EMPTY, annexes=(annex, replace(annex, numbering="continuous")))
    assert printed(several) == ["Annex I", "", "", "Annex II", "1.", "2."]
    assert addresses(several)[1] == "annex I, paragraph 1"
    assert addresses(several)[-1] == "annex II, OP 2"


def test_appendices_are_counted_inside_their_annex() -> None:
    inner = (Annex("x"), Annex("y"))
    annexes = (
        Annex("a", appendices=inner),
        Annex("b", appendices=(Annex("z"),)),
        Annex(number="X"),
    )
    assert addresses(replace(EMPTY, annexes=annexes)) == [
        "annex I", "annex I, appendix I", "annex I, appendix II", "annex II",
        "annex II, appendix", "annex X",
    ]  # fmt: skip


def test_quotations_tables_headings_and_closings_have_addresses() -> None:
    quote = Quote((Paragraph("q", number="4", items=paragraphs("i")), Paragraph("r")))
    table = Table("t", (("h",),), (("b",), ("c",)), ("n",))
    document = operative(
        Paragraph("a", items=paragraphs("b"), closing="c"), quote, table, Heading("h"),
        Paragraph("z"),
    )  # fmt: skip
    assert addresses(document) == [
        "OP 1", "OP 1 (a)", "OP 1, closing text", "quotation 1", "quotation 1, paragraph 1",
        "quotation 1, paragraph 1 (a)", "quotation 1, paragraph 2", "table 1", "table 1, row 1",
        "table 1, row 2", "table 1, row 3", "table 1, row 4", "heading 1", "OP 2",
    ]  # fmt: skip
    assert printed(document)[4] == "4."


def test_the_same_number_twice_is_told_apart_with_its_subparagraphs() -> None:
    twice = Paragraph("a", number="3", items=paragraphs("b"))
    document = operative(twice, twice, twice)
    assert printed(document) == ["3.", "(a)"] * 3
    assert addresses(document) == [
        "OP 3", "OP 3 (a)", "OP 3 [2]", "OP 3 [2] (a)", "OP 3 [3]", "OP 3 [3] (a)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (89, "LXXXIX")]
)
def test_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


def test_roman_numerals_and_letters_never_repeat() -> None:
    assert len({roman(number) for number in range(1, 90)}) == 89
    assert len({letter(number) for number in range(1, 200)}) == 199


@pytest.mark.parametrize(
    ("degree", "mark"), [(1, "(c)"), (2, "(iii)"), (3, "c."), (4, "iii."), (5, "iii.")]
)
def test_marks_by_degree(degree: int, mark: str) -> None:
    assert degree_mark(degree, 3) == mark


@pytest.mark.parametrize(
    ("first", "third"),
    [("1.", "3."), ("(c)", "(e)"), ("(i)", "(iii)"), ("A.", "C."), ("I", "III"), ("•", "•"),
     ("", ""), ("(x)", "(z)"), ("(z)", "(bb)")],
)  # fmt: skip
def test_a_mark_tells_those_that_follow(first: str, third: str) -> None:
    assert mark_after(first, 2) == third


@pytest.mark.parametrize("first", ["3 bis", "(ab)", "(a) (i)"])
def test_a_mark_that_counts_nothing_tells_none(first: str) -> None:
    assert mark_after(first, 1) is None


def test_a_list_goes_on_as_its_first_item_begins() -> None:
    first, second, third = paragraphs("x", "y", "z")
    items = (replace(first, number="1."), second, third)
    assert printed(operative(Paragraph("a", items=items), Paragraph("b")))[1:4] == [
        "1.", "2.", "3.",
    ]  # fmt: skip
    unmarked = (replace(first, number=""), second, replace(third, number="(x)"))
    assert printed(operative(Paragraph("a", items=unmarked), Paragraph("b")))[1:4] == [
        "", "", "(x)",
    ]  # fmt: skip


def test_below_a_lettered_paragraph_items_are_of_the_second_degree() -> None:
    lettered = Paragraph("a", number="(a)", items=paragraphs("x", "y"))
    annex = Annex(body=(lettered,))
    assert printed(replace(EMPTY, annexes=(annex,)))[1:] == ["(a)", "(i)", "(ii)"]
