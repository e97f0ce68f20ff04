from datetime import date

from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Adoption, Document, Footnote, Masthead
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.text import document_text

RESOLUTION = Document(
    Masthead(
        "resolution", "General Assembly", symbol=Symbol.parse("A/RES/53/123"),
        session=Session("", 53), agenda_items=("105",), distribution="General",
        issued=date(1999, 2, 10), origin="on the report of the Third Committee (A/53/620)",
    ),
    title="Water",
    preamble=(Paragraph("Recalling its report,[^a]"),),
    operative=(
        Paragraph("Decides:", items=(Paragraph("To *meet*;"),)),
        Table("Scale", (("State", "Share"),), (("Chad", "1"),)),
        Paragraph("Ends."),
    ),
    adopted=Adoption(date(1998, 12, 9), "85th plenary meeting"),
    footnotes=(Footnote("a", "A/53/1."),),
)  # fmt: skip
PRINTED = """\
General Assembly
Distr.
GENERAL
A/RES/53/123
10 February 1999

Fifty-third session
Agenda item 105

RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY

[on the report of the Third Committee (A/53/620)]

53/123. Water

The General Assembly,

Recalling its report,[1]

1. Decides:

    (a) To meet;

Scale
State | Share
Chad | 1

2. Ends.

85th plenary meeting

9 December 1998

[1] A/53/1."""


def test_a_document_reads_as_it_is_printed() -> None:
    assert document_text(RESOLUTION) == PRINTED


def test_lines_keep_to_a_width_and_items_to_their_place() -> None:
    long = Paragraph("Decides:", items=(Paragraph("to meet " * 30),))
    masthead = Masthead("draft resolution", "General Assembly")
    text = document_text(Document(masthead, operative=(long,)), 40)
    lines = text.splitlines()
    assert max(map(len, lines)) <= 40
    assert all(line.startswith("    ") for line in lines if "meet" in line)
    assert lines[:2] == ["General Assembly", "Unofficial"]
