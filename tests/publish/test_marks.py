"""Marks of every degree in six languages, and of what stands above paragraphs."""

from __future__ import annotations

import pytest

from penholder.model.blocks import Paragraph, Section
from penholder.model.document import LANGUAGES, Annex, Document, Masthead, Part
from penholder.model.numbering import labels
from penholder.publish.languages import PACKAGED
from penholder.publish.marks import printed_item, printed_mark, printed_reference

DEEP = Paragraph(
    "a", items=(Paragraph("b", items=(Paragraph("c", items=(Paragraph("d"), Paragraph("e"))),)),)
)
DOCUMENT = Document(
    Masthead("resolution", "General Assembly"),
    operative=(Section("s"), Paragraph("x"), DEEP, Paragraph("y", number="3 bis")),
    annexes=(Annex("t"), Annex("u", appendices=(Annex("v"),)), Annex("w", number="VII")),
)


def printed(code: str, document: Document = DOCUMENT) -> list[str]:
    language = PACKAGED.of(code)
    return [printed_mark(label, language) for label in labels(document)]


@pytest.mark.parametrize(
    ("code", "marks"),
    [
        ("en", "I | 1. | 2. | (a) | (i) | a. | b. | 3 bis. | Annex I | Annex II | Appendix"
               " | Annex VII"),
        ("fr", "I | 1. | 2. | a) | i) | a. | b. | 3 bis. | Annexe I | Annexe II | Appendice"
               " | Annexe VII"),
        ("zh", "一 | 1. | 2. | (a) | (一) | a. | b. | 3 bis. | 附件一 | 附件二 | 附录 | 附件VII"),
        ("ar", "أولا | 1 - | 2 - | (أ) | ‘1’ | أ - | ب - | 3 bis - | المرفق الأول | المرفق الثاني"
               " | التذييل | المرفق VII"),
    ],
)  # fmt: skip
def test_every_degree_has_its_mark(code: str, marks: str) -> None:
    assert printed(code) == marks.split(" | ")


def test_english_marks_are_those_of_the_labels() -> None:
    assert printed("en") == [label.printed for label in labels(DOCUMENT)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_single_paragraph_and_a_single_annex_are_not_numbered(code: str) -> None:
    single = Document(
        DOCUMENT.masthead, operative=(Paragraph("x"),), annexes=(Annex("t"),)
    )  # fmt: skip
    assert printed(code, single) == ["", PACKAGED.of(code).marks.annex]


def test_parts_have_latin_letters_but_in_arabic() -> None:
    parts = Document(DOCUMENT.masthead, parts=(Part("x"), Part("y"), Part("z", number="D")))
    assert printed("ru", parts) == ["A", "B", "D"]
    assert printed("ar", parts) == ["ألف", "باء", "دال"]


@pytest.mark.parametrize(
    ("code", "reference"),
    [("en", "2 (a) (i)"), ("fr", "2 a) i)"), ("zh", "2 (a) (一)"), ("ar", "2 (أ) ‘1’")],
)
def test_a_reference_prints_the_marks_of_its_language(code: str, reference: str) -> None:
    label = labels(DOCUMENT)[4]
    assert printed_reference(label, PACKAGED.of(code)) == reference
    assert printed_reference(labels(DOCUMENT)[7], PACKAGED.of(code)) == "3 bis"


@pytest.mark.parametrize(
    ("code", "item"),
    [("en", "125 (t)"), ("fr", "125 t)"), ("zh", "125(t)"), ("ar", "125 (ر)")],
)
def test_the_letter_of_an_agenda_item_is_one_of_the_language(code: str, item: str) -> None:
    assert printed_item("125 (t)", PACKAGED.of(code)) == item
    assert printed_item("125 t)", PACKAGED.of(code)) == "125 t)"


def test_what_stands_behind_the_last_letter_is_doubled() -> None:
    assert PACKAGED.of("en").marks.degree(1, 27) == "(aa)"
    assert PACKAGED.of("en").marks.degree(9, 2) == "ii."
    assert PACKAGED.of("zh").marks.degree(2, 120) == "(120)"
