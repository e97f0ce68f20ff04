"""Text as ``pdftotext -layout`` sets it out, in our own words, becomes a document."""

from __future__ import annotations

from datetime import date

import pytest

from penholder.ingest.layout_calls import calls_in
from penholder.ingest.layout_pages import is_layout
from penholder.ingest.reading import read_source
from penholder.model.blocks import Paragraph
from penholder.model.document import Adoption

RULE = "        _______________\n"
PAGES = (
    """\
                 United Nations                                                    A/RES/80/99
                 General Assembly                                         Distr.: General
                                                                          18 November 2025

                                                                          Original: English


Eightieth session
Agenda item 89 (a)
Rivers of the world: rivers that flow through more than one of
the Member States

                 Resolution adopted by the General Assembly
                 on 14 November 2025
                 [without reference to a Main Committee (A/80/L.7)]

     80/99.      Rivers of the world

                      The General Assembly,
                      Recalling its resolution 70/1 of 25 September 2015 on rivers, which it has for
                 2024, 1
                      Noting the report 2 and the 16 rivers that it names,
                      Recognizing the importance of the work that has been done by all who live on
"""
    + RULE
    + """\
             1
                 See A/80/348.
             2
                 Official Records of the General Assembly, Eightieth Session, Supplement No. 2
                 (A/80/2).



25-18769 (E)
*2518769*
""",
    """\
A/RES/80/99                                                               Rivers of the world


                 the banks of the rivers,
                      1.  Takes note of the report;
                      2.  Requests all Member States that have rivers to report on the rivers that
                 they have for 20243 and to do the following:
                      (a) To count their rivers, and where they have none to say so in a letter to
                 the Secretary-General;
                      (b) To measure them;
                      3.  Decides to end.

                                                                     40th plenary meeting
                                                                       14 November 2025

"""
    + RULE
    + """\
             3
                 Resolution 79/1.

2/2                                                                              25-18769
""",
)
SOURCE = "\f".join(PAGES)


def texts(blocks: tuple[object, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_the_form_is_known_by_its_indents() -> None:
    assert is_layout(SOURCE)
    assert not is_layout("1. Decides to end;\n\n    (a) To begin;\n\n2. Ends.")
    assert not is_layout("")


def test_the_masthead_is_read_from_two_columns() -> None:
    document = read_source(SOURCE.encode()).document
    masthead = document.masthead
    assert (str(masthead.symbol), masthead.distribution) == ("A/RES/80/99", "General")
    assert (masthead.issued, masthead.original) == (date(2025, 11, 18), "English")
    assert masthead.agenda_items == ("89 (a)",)
    assert masthead.agenda_titles == (
        "Rivers of the world: rivers that flow through more than one of the Member States",
    )
    assert masthead.origin == "without reference to a Main Committee (A/80/L.7)"
    assert (masthead.heading, document.title) == ("", "Rivers of the world")
    assert document.adopted == Adoption(date(2025, 11, 14), "40th plenary meeting")


def test_paragraphs_go_on_over_lines_and_pages_and_call_their_notes() -> None:
    document = read_source(SOURCE.encode()).document
    assert texts(document.preamble) == [
        "Recalling its resolution 70/1 of 25 September 2015 on rivers, which it has for "
        "2024,[^a-80-348]",
        "Noting the report[^n2] and the 16 rivers that it names,",
        "Recognizing the importance of the work that has been done by all who live on the "
        "banks of the rivers,",
    ]
    assert texts(document.operative) == [
        "Takes note of the report;",
        "Requests all Member States that have rivers to report on the rivers that they have for "
        "2024[^res-79-1] and to do the following:",
        "Decides to end.",
    ]
    second = document.operative[1]
    assert isinstance(second, Paragraph)
    assert [item.text for item in second.items] == [
        "To count their rivers, and where they have none to say so in a letter to the "
        "Secretary-General;",
        "To measure them;",
    ]
    assert [note.text for note in document.footnotes] == [
        "See A/80/348.",
        "Official Records of the General Assembly, Eightieth Session, Supplement No. 2 (A/80/2).",
        "Resolution 79/1.",
    ]


def test_a_raised_figure_below_its_line_calls_its_note_there() -> None:
    fallen = SOURCE.replace(
        "                 2024, 1\n                      Noting",
        "                 2024, and for all the years that will follow,\n"
        "                      1\n\n                      Noting",
    )
    assert fallen != SOURCE
    assert texts(read_source(fallen.encode()).document.preamble)[0] == (
        "Recalling its resolution 70/1 of 25 September 2015 on rivers, which it has for "
        "2024,[^a-80-348] and for all the years that will follow,"
    )


def test_heads_and_feet_are_set_aside() -> None:
    aside = {(each.reason, each.place.page) for each in read_source(SOURCE.encode()).set_aside}
    assert aside == {
        ("page foot", 1),
        ("rule above footnotes", 1),
        ("running head", 2),
        ("page foot", 2),
        ("rule above footnotes", 2),
    }


@pytest.mark.parametrize(
    ("lines", "marks", "calls"),
    [
        (["of paragraph 1 of 2024, 1 and", "of 3 Member States; 2"], "12", [(0, "1"), (1, "2")]),
        (["resolution 70/1 of the Goals, 1"], "1", [(0, "1")]),
        (["on 2 May 2025,2 and about 3 million people”; 3"], "23", [(0, "2"), (0, "3")]),
        (["56 234 300 dollars"], "5", []),
        (["in 20244 and"], "4", [(0, "4")]),
        (["in 2024 and"], "4", []),
        (["no figure at all"], "1", []),
    ],
)
def test_calls_are_told_from_figures(
    lines: list[str], marks: str, calls: list[tuple[int, str]]
) -> None:
    assert [(call.line, call.mark) for call in calls_in(lines, list(marks))] == calls


def test_a_call_is_cut_out_where_it_stands() -> None:
    (call,) = calls_in(["of paragraph 1 of 2024, 1 and"], ["1"])
    assert "of paragraph 1 of 2024, 1 and"[: call.start] == "of paragraph 1 of 2024,"
