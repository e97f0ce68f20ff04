"""The editorial rules, each with what is right and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from penholder.check.finding import Finding, InNote, InTitle, InUnit
from penholder.check.rules import check
from penholder.model.blocks import Block, Heading, Numbering, Paragraph, Quote, Section, Table
from penholder.model.document import Annex, Document, Footnote, Masthead, Part
from penholder.store.read import read_document

SEED = Path(__file__).parents[2] / "content" / "A" / "RES" / "53" / "123.yaml"
MASTHEAD = Masthead("resolution", "General Assembly")


def document(*operative: Block | str, **members: object) -> Document:
    blocks = tuple(Paragraph(each) if isinstance(each, str) else each for each in operative)
    return replace(Document(MASTHEAD, operative=blocks), **members)  # type: ignore[arg-type]


def preamble(*blocks: Block | str) -> Document:
    made = document(*blocks).operative
    return replace(document("Decides."), preamble=made)


def found(checked: Document, *codes: str) -> list[Finding]:
    return [each for each in check(checked) if not codes or each.code in codes]


def codes(checked: Document) -> list[str]:
    return [finding.code for finding in check(checked)]


def test_the_sample_has_no_findings() -> None:
    sample = read_document(SEED.read_bytes(), "x").document
    assert sample
    assert check(sample) == ()


class TestReferences:
    def test_a_call_of_a_footnote_that_is_not_there(self) -> None:
        (finding,) = found(document("Decides \\[^a] [^sg] so.", title="On[^x]"), "E-REF")[1:]
        assert finding.spot == InUnit(0, 14)
        assert "sg" in finding.what

    def test_a_call_in_the_title(self) -> None:
        (finding,) = found(document("Decides.", title="On[^x]"))
        assert (finding.code, finding.spot) == ("E-REF", InTitle(2))

    def test_a_footnote_that_nobody_calls(self) -> None:
        (finding,) = found(document("Decides.", footnotes=(Footnote("a", "A/53/1."),)))
        assert (finding.code, finding.spot) == ("E-FOOTNOTE", InNote("a"))

    def test_a_footnote_that_calls_a_footnote(self) -> None:
        notes = (Footnote("a", "See [^b]."), Footnote("b", "A/53/1."))
        (finding,) = found(document("Decides[^a] so.[^b]", footnotes=notes))
        assert (finding.code, finding.spot) == ("E-FOOTNOTE", InNote("a", 4))

    def test_a_call_in_a_table_counts(self) -> None:
        table = Table("", (("a[^n]", "b"),))
        called = document("Decides:", table, "Requests.", footnotes=(Footnote("n", "A/53/1."),))
        assert check(called) == ()

    def test_a_reference_finds_the_id_of_a_subparagraph(self) -> None:
        item = Paragraph("To meet;", id="p")
        right = document(Paragraph("Decides:", items=(item,)), "Requests so, as in [[p]].")
        assert check(right) == ()

    def test_a_reference_to_no_paragraph(self) -> None:
        (finding,) = found(document("Decides as in [[p]]."))
        assert (finding.code, finding.spot) == ("E-REF", InUnit(0, 14))

    def test_two_paragraphs_of_one_id_name_the_first(self) -> None:
        twice = document(Paragraph("Decides;", id="p"), Paragraph("Requests.", id="p"))
        (finding,) = found(twice)
        assert (finding.code, finding.spot) == ("E-REF", InUnit(1, key="id"))
        assert "OP 1" in finding.what


def numbered(*numbers: str | None, numbering: Numbering = "continuous") -> list[str]:
    blocks: list[Block] = [Paragraph("Decides;", number=number) for number in numbers]
    blocks.append(Paragraph("Requests.", number=""))
    checked = document(*blocks, numbering=numbering)
    return [finding.what for finding in found(checked, "E-NUMBER")]


class TestNumbers:
    @pytest.mark.parametrize(
        "numbers",
        [
            (None, None, "3", "3 bis", None),
            (None, "1 bis", "1 ter", "2", None),
            ("1", "2", "3"),
            (None, "", None, "3"),
            ("A", "B"),
            (None, "1A", "2"),
        ],
    )
    def test_right_ones(self, numbers: tuple[str | None, ...]) -> None:
        assert numbered(*numbers) == []

    @pytest.mark.parametrize(
        ("numbers", "what"),
        [
            ((None, "3"), "the number 3 comes after 1, with nothing between them"),
            ((None, None, "2"), "the number 2 stands twice"),
            ((None, None, None, "2 bis"), "the number 2 bis comes after 3"),
            ((None, "2 bis"), "the number 2 bis comes after 1, with nothing between them"),
            ((None, "1 bis", "1 bis"), "the number 1 bis stands twice"),
            (("2",), "the number 2 comes after 0, with nothing between them"),
        ],
    )
    def test_wrong_ones(self, numbers: tuple[str | None, ...], what: str) -> None:
        assert numbered(*numbers) == [what]

    def test_the_spot_is_the_number(self) -> None:
        checked = document("Decides;", Paragraph("Requests.", number="3"))
        assert found(checked)[0].spot == InUnit(1, key="number")

    def test_numbers_begin_again_in_a_section_that_counts_for_itself(self) -> None:
        blocks = (
            Section("A"), Paragraph("Decides;"), Section("B"), Paragraph("Decides.", number="1"),
        )  # fmt: skip
        assert check(document(*blocks, numbering="by section")) == ()
        assert [each.what for each in found(document(*blocks))] == ["the number 1 stands twice"]

    def test_numbers_begin_again_in_parts_and_annexes(self) -> None:
        part = Part(operative=(Paragraph("Decides.", number="1"),))
        annex = Annex(body=(Paragraph("a", number="7"), Paragraph("b", number="8")))
        assert check(document(parts=(part, part), annexes=(annex,))) == ()

    def test_numbers_of_an_annex_go_on_once_begun(self) -> None:
        annex = Annex(body=(Paragraph("a", number="7"), Paragraph("b", number="9")))
        assert codes(document("Decides.", annexes=(annex,))) == ["E-NUMBER"]

    def test_subparagraphs_and_quotations_are_not_counted(self) -> None:
        items = (Paragraph("To meet;", number="9"),)
        quote = Quote((Paragraph("Quoted", number="44"),))
        checked = document(Paragraph("Decides:", items=items), "Requests:", quote, "Invites.")
        assert check(checked) == ()


def ends(checked: Document) -> list[tuple[object, str]]:
    return [(finding.spot, finding.what) for finding in found(checked, "W-END")]


class TestEndings:
    def test_a_preambular_paragraph_ends_with_a_comma(self) -> None:
        checked = preamble(
            "Recalling a,", "Noting b,[^n]", "Aware of *c*,", "[Mindful of d,]", "Noting"
        )
        assert ends(checked) == [(InUnit(4, 5), "PP 5 does not end with a comma")]

    def test_an_operative_paragraph_ends_with_a_semicolon_the_last_with_a_full_stop(self) -> None:
        assert ends(document("Decides;", "Requests.")) == []
        assert ends(document("Decides.", "Requests;")) == [
            (InUnit(0, 7), "OP 1 does not end with a semicolon"),
            (InUnit(1, 8), "OP 2 does not end with a full stop"),
        ]

    def test_subparagraphs_follow_a_colon_and_end_with_semicolons(self) -> None:
        items = (Paragraph("To meet;"), Paragraph("To part;"))
        assert ends(document(Paragraph("Decides:", items=items), "Requests.")) == []
        wrong = document(Paragraph("Decides;", items=(Paragraph("To meet"),)), "Requests.")
        assert [spot for spot, _ in ends(wrong)] == [InUnit(0, 7), InUnit(1, 6)]

    def test_the_last_subparagraph_ends_the_resolution(self) -> None:
        items = (Paragraph("To meet;"), Paragraph("To part."))
        assert ends(document(Paragraph("Decides:", items=items))) == []

    def test_subparagraphs_of_a_second_degree(self) -> None:
        inner = (Paragraph("one;"), Paragraph("two;"))
        items = (Paragraph("To meet:", items=inner), Paragraph("To part;"))
        assert ends(document(Paragraph("Decides:", items=items), "Requests.")) == []

    def test_no_and_before_the_last_subparagraph(self) -> None:
        items = (Paragraph("To meet; and"), Paragraph("To part;"))
        checked = document(Paragraph("Decides:", items=items), "Requests.")
        assert ends(checked) == [(InUnit(1, 7), "OP 1 (a) ends with “and”")]

    def test_a_closing_text_ends_its_paragraph(self) -> None:
        items = (Paragraph("To meet,"),)
        paragraph = Paragraph("Decides:", items=items, closing="as it wishes;")
        assert ends(document(paragraph, "Requests.")) == []
        wrong = replace(paragraph, closing="as it wishes")
        assert [what for _, what in ends(document(wrong, "Requests."))] == [
            "OP 1, closing text does not end with a semicolon"
        ]

    def test_a_closing_text_without_subparagraphs(self) -> None:
        assert ends(document(Paragraph("Decides", closing="so."))) == []

    def test_a_quotation_or_table_follows_a_colon(self) -> None:
        quote = Quote((Paragraph("Quoted"),))
        assert ends(document("Decides:", quote, "Requests:", Table("", (("a",),)))) == []
        assert [spot for spot, _ in ends(document("Decides;", quote, "Requests."))] == [
            InUnit(0, 7)
        ]

    def test_preambular_subparagraphs_take_commas_or_semicolons(self) -> None:
        items = (Paragraph("the first;"), Paragraph("the second,"))
        assert ends(preamble(Paragraph("Recalling:", items=items))) == []

    def test_a_preambular_paragraph_inside_a_section(self) -> None:
        blocks = (Section("A"), Paragraph("Recalling a,", preambular=True), Paragraph("Decides."))
        assert check(document(*blocks)) == ()

    def test_every_part_ends_with_a_full_stop_a_section_may_go_on(self) -> None:
        part = Part(operative=(Paragraph("Decides;"),))
        section = Part(kind="section", operative=(Paragraph("Decides;"),))
        last = Part(kind="section", operative=(Paragraph("Decides."),))
        assert [what for _, what in ends(document(parts=(part, part)))] == [
            "part A, OP 1 does not end with a full stop",
            "part B, OP 1 does not end with a full stop",
        ]
        assert ends(document(parts=(section, last))) == []

    @pytest.mark.parametrize(
        "masthead",
        [
            replace(MASTHEAD, language="zh"),
            replace(MASTHEAD, kind="amendment", target="A/C.3/53/L.9"),
        ],
    )
    def test_other_scripts_and_amendments_are_left_alone(self, masthead: Masthead) -> None:
        assert check(document("Add a paragraph", masthead=masthead)) == ()

    def test_annexes_are_left_alone(self) -> None:
        assert check(document("Decides.", annexes=(Annex(body=(Paragraph("Free"),)),))) == ()


def openings(checked: Document) -> list[str]:
    return [finding.what for finding in found(checked, "W-OPENING")]


class TestOpenings:
    def test_participles_and_adjectives_open_a_preamble_verbs_an_operative_part(self) -> None:
        checked = preamble("*Recalling* a,", "Deeply concerned,", "[Having considered b,")
        assert openings(checked) == []

    def test_a_verb_in_the_preamble(self) -> None:
        assert openings(preamble("Recalls a,")) == [
            "PP 1 opens with “Recalls a,”, which is a verb in the present"
        ]

    def test_a_participle_in_the_operative_part(self) -> None:
        assert openings(document("Recalling the report of the year.")) == [
            "OP 1 opens with “Recalling the report”, which is a participle or adjective"
        ]

    def test_an_unknown_phrase(self) -> None:
        assert openings(document("Frobnicates it.")) == [
            "OP 1 opens with “Frobnicates it.”, which is no opening phrase known"
        ]

    def test_headings_unnumbered_lines_and_other_languages_are_left_alone(self) -> None:
        unnumbered = Paragraph("What follows.", number="")
        assert check(document(Heading("About"), unnumbered)) == ()
        french = replace(MASTHEAD, language="fr")
        assert check(document("Décide.", masthead=french)) == ()
