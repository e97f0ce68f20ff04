"""The outline, and units by themselves; the law of rebuilding stands in tests/laws."""

from __future__ import annotations

import pytest

from penholder.model.blocks import Heading, Paragraph, Quote, Section, Table
from penholder.model.document import Annex, Document, Masthead, Part
from penholder.model.outline import Bare, Closing, Row, Unit, outline, rebuilt

DOCUMENT = Document(
    Masthead("resolution", "General Assembly"),
    preamble=(Paragraph("a,"),),
    operative=(Paragraph("b:", items=(Paragraph("c;"),), closing="d;"), Quote((Heading("e"),))),
    parts=(Part("f", preamble=(Paragraph("g,"),)),),
    annexes=(Annex("h", body=(Table("i", (("l",),), (("j", "k"),), ("m",)),),
                   appendices=(Annex("n", body=(Section("o"),)),)),),
)  # fmt: skip


def test_units_stand_in_reading_order_with_their_depth() -> None:
    assert [(unit.region, unit.depth, unit.text) for unit in outline(DOCUMENT)] == [
        ("preamble", 0, "a,"), ("operative", 0, "b:"), ("operative", 1, "c;"),
        ("operative", 1, "d;"), ("operative", 0, ""), ("operative", 1, "e"),
        ("operative", 0, "f"), ("preamble", 1, "g,"), ("annex", 0, "h"), ("annex", 1, "i"),
        ("annex", 2, "l"), ("annex", 2, "j\tk"), ("annex", 2, "m"), ("annex", 1, "n"),
        ("annex", 2, "o"),
    ]  # fmt: skip


def test_a_unit_contains_nothing() -> None:
    blocks = [unit.block for unit in outline(DOCUMENT)]
    assert blocks[1] == Paragraph("b:")
    assert blocks[3] == Closing("d;")
    assert blocks[6] == Part("f")
    assert blocks[8] == Annex("h")
    assert blocks[9] == Table("i")


def test_the_document_is_rebuilt() -> None:
    assert rebuilt(DOCUMENT, outline(DOCUMENT)) == DOCUMENT


@pytest.mark.parametrize(
    "block",
    [Paragraph("a"), Closing("a"), Section("a"), Heading("a", 2), Row(("a",), "note"), Table("a"),
     Part("a"), Annex("a")],
)  # fmt: skip
def test_a_unit_may_say_other_words(block: Bare) -> None:
    unit = Unit("operative", 0, block)
    assert unit.with_text("b").text == "b"
    assert unit.with_text("b").with_text("a") == unit
    assert unit.frame == unit.with_text("")


def test_a_row_keeps_its_cells_and_a_quotation_has_no_words() -> None:
    row = Unit("operative", 1, Row(("a", "b")))
    assert row.with_text("c\td").block == Row(("c", "d"))
    quote = Unit("operative", 0, Quote(()))
    assert quote.with_text("a") == quote
