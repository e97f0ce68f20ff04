import re
from dataclasses import replace

import pytest

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Block, Paragraph, Table
from penholder.model.document import Annex, Document, Footnote, Masthead
from penholder.publish.terminal import Screen, redline_text

FIRST = Paragraph(
    "Calls upon all States to keep their rivers clean and to report on them each year;"
)
SECOND = Paragraph("Requests the Secretary-General to report on the state of lakes;[^a]")
THIRD = Paragraph("Welcomes the contribution of young people to the work of the Conference;")
LAST = Paragraph("Decides to remain seized of the matter.")
ESCAPE = re.compile(r"\033\[[\d;]+m")


def made_of(*operative: Block) -> Document:
    return Document(
        Masthead("draft resolution", "General Assembly"),
        title="Water",
        operative=operative,
        footnotes=(Footnote("a", "See A/53/1."),),
    )


def told(before: Document, after: Document, screen: Screen | None = None) -> list[str]:
    found = redline(before, after, compare(before, after))
    return redline_text(found, ("one", "two"), screen or Screen(80)).splitlines()


def test_what_is_gone_has_the_address_that_it_had() -> None:
    lines = told(made_of(FIRST, SECOND, THIRD, LAST), made_of(THIRD, FIRST, LAST))
    assert any(line.startswith("> OP 1        Welcomes the contribution") for line in lines)
    assert any(line.startswith("- was OP 2    [-Requests") for line in lines)
    assert any(line.startswith("< was OP 3    [-Welcomes") for line in lines)
    assert "              (moved from OP 3)" in lines
    assert "              (moved to OP 1)" in lines


def test_split_and_merged_are_changes_of_what_stands() -> None:
    parts = (
        Paragraph("Calls upon all States to keep their rivers clean;"),
        Paragraph("Calls upon all States to report on them each year;"),
    )
    lines = told(made_of(FIRST, LAST), made_of(*parts, LAST))
    assert [line[:6] for line in lines if line.startswith("~")] == ["~ OP 1", "~ OP 2"]
    assert lines.count("              (split from OP 1)") == 2
    lines = told(made_of(*parts, LAST), made_of(FIRST, LAST))
    assert [line[:6] for line in lines if line.startswith("~")] == ["~ OP 1"]
    assert "              (merged from OP 1 and OP 2)" in lines


def test_what_stayed_is_told_in_one_line() -> None:
    more = tuple(Paragraph(f"Notes the report of the {word} meeting;") for word in "ABC")
    lines = told(made_of(FIRST, *more, LAST), made_of(FIRST, *more, SECOND, LAST))
    assert "  unchanged: OP 1 to OP 4" in lines
    assert "  unchanged: OP 6" in lines


def test_cells_are_held_apart() -> None:
    table = Table("Scale", (("State", "Share"),), (("Chad", "1"), ("Fiji", "2")))
    after = replace(table, rows=(("Chad", "1"), ("Fiji", "3")))
    lines = told(made_of(FIRST, table, LAST), made_of(FIRST, after, LAST))
    assert any(line.endswith("Fiji | [-2-]{+3+}") for line in lines)
    assert not any("\t" in line for line in lines)


def test_an_address_too_long_stands_on_a_line_of_its_own() -> None:
    before = replace(made_of(LAST), annexes=(Annex("Rules", body=(FIRST, SECOND)),))
    after = replace(made_of(LAST), annexes=(Annex("Rules", body=(FIRST,)),))
    lines = told(before, after)
    at = lines.index("- was annex, paragraph 2")
    assert lines[at + 1].startswith("              [-Requests")


def test_notes_fields_and_new_numbers_are_told() -> None:
    before = made_of(FIRST, SECOND, LAST)
    after = replace(
        made_of(replace(SECOND, text="Requests the Secretary-General to report;[^a][^b]"), LAST),
        footnotes=(Footnote("a", "See A/53/2."), Footnote("b", "See B.")),
        title="Lakes",
    )
    lines = told(before, after)
    assert "title         [-Water-]{+Lakes+}" in lines
    assert "~ note a      See [-A/53/1-]{+A/53/2+}." in lines
    assert "+ note b      {+See B.+}" in lines
    assert "renumbered    OP 2-3 → OP 1-2" in lines


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("is_coloured", [False, True])
def test_no_line_is_wider_than_the_screen(width: int, is_coloured: bool) -> None:
    before, after = made_of(FIRST, SECOND, THIRD, LAST), made_of(THIRD, SECOND, LAST)
    lines = told(before, after, Screen(width, is_coloured))
    assert max(len(ESCAPE.sub("", line)) for line in lines) <= width


def test_colour_stands_in_the_place_of_signs_word_by_word() -> None:
    after = made_of(replace(FIRST, text=FIRST.text.replace("each year", "twice a year")), LAST)
    coloured = told(made_of(FIRST, LAST), after, Screen(200, is_coloured=True))
    plain = told(made_of(FIRST, LAST), after, Screen(200))
    (line,) = (each for each in coloured if each.startswith("~ OP 1"))
    assert "\033[31;9meach\033[0m" in line
    assert "\033[32;4mtwice\033[0m \033[32;4ma\033[0m" in line
    assert "{+" not in "".join(coloured)
    (same,) = (each for each in plain if each.startswith("~ OP 1"))
    assert re.sub(r"\[-|-\]|\{\+|\+\}", "", same) == ESCAPE.sub("", line)
