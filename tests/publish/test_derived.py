from datetime import date

import pytest

from penholder.model.document import Adoption, Document, Kind, Masthead, Part, Sponsors, Vote
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.derived import (
    adoption_lines,
    agenda_line,
    distribution_lines,
    heading_lines,
    is_official,
    organ_line,
    sponsor_line,
    title_number,
)

DAY = date(1998, 12, 9)
ISSUED = date(1999, 2, 10)
ASSEMBLY, COUNCIL = "General Assembly", "Security Council"
RIGHTS, ECOSOC = "Human Rights Council", "Economic and Social Council"


def resolution(organ: str, symbol: str, session: str = "", adopted: bool = True) -> Document:
    kind: Kind = "resolution"
    masthead = Masthead(
        kind,
        organ,
        symbol=Symbol.parse(symbol) if symbol else None,
        session=Session.parse(session) if session else None,
    )
    return Document(masthead, adopted=Adoption(DAY, "85th plenary meeting") if adopted else None)


@pytest.mark.parametrize(
    ("organ", "symbol", "session", "heading", "number"),
    [
        (ASSEMBLY, "A/RES/1/1", "1", ("RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY",), "1/1."),
        (ASSEMBLY, "A/RES/53/123", "53", ("RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY",),
         "53/123."),
        (ASSEMBLY, "A/RES/55/1", "55", ("Resolution adopted by the General Assembly",), "55/1."),
        (ASSEMBLY, "A/RES/79/10", "79",
         ("Resolution adopted by the General Assembly", "on 9 December 1998"), "79/10."),
        (ASSEMBLY, "A/RES/ES-10/21", "ES-10",
         ("Resolution adopted by the General Assembly", "on 9 December 1998"), "ES-10/21."),
        (RIGHTS, "A/HRC/RES/47/1", "47",
         ("Resolution adopted by the Human Rights Council", "on 9 December 1998"), "47/1."),
        (ECOSOC, "E/RES/2020/1", "2020",
         ("Resolution adopted by the Economic and Social Council", "on 9 December 1998"),
         "2020/1."),
        (COUNCIL, "S/RES/1325 (2000)", "",
         ("Resolution 1325 (2000)",
          "Adopted by the Security Council at its 85th plenary meeting, on 9 December 1998"), ""),
    ],
)  # fmt: skip
def test_headings_follow_organ_and_era(
    organ: str, symbol: str, session: str, heading: tuple[str, ...], number: str
) -> None:
    document = resolution(organ, symbol, session)
    assert heading_lines(document) == heading
    assert title_number(document) == number


def test_a_resolution_not_yet_adopted_is_not_dated() -> None:
    assert heading_lines(resolution(ASSEMBLY, "A/RES/79/10", "79", adopted=False)) == (
        "Resolution adopted by the General Assembly",
    )
    council = resolution(COUNCIL, "S/RES/1325 (2000)", adopted=False)
    assert heading_lines(council) == ("Resolution 1325 (2000)",)
    assert heading_lines(resolution(COUNCIL, "", adopted=False)) == ("Resolution",)


def test_the_council_may_leave_out_its_meeting() -> None:
    document = resolution(COUNCIL, "S/RES/1325 (2000)")
    bare = Document(document.masthead, adopted=Adoption(DAY))
    assert heading_lines(bare)[1] == "Adopted by the Security Council on 9 December 1998"


def test_drafts_have_no_heading_but_their_own() -> None:
    assert heading_lines(Document(Masthead("draft resolution", ASSEMBLY))) == ()
    own = Masthead("draft resolution", ASSEMBLY, heading="Revised draft resolution")
    assert heading_lines(Document(own)) == ("Revised draft resolution",)
    assert title_number(Document(own)) == ""
    draft = Masthead("draft resolution", ASSEMBLY, symbol=Symbol.parse("A/C.3/53/L.50"))
    assert title_number(Document(draft)) == ""


class TestDistribution:
    def test_the_nineties_stack_it(self) -> None:
        masthead = Masthead(
            "resolution", ASSEMBLY, symbol=Symbol.parse("A/RES/53/123"), issued=ISSUED,
            session=Session("", 53), distribution="General", original="English",
        )  # fmt: skip
        assert distribution_lines(masthead) == (
            "Distr.", "GENERAL", "", "A/RES/53/123", "10 February 1999", "", "ORIGINAL: ENGLISH",
        )  # fmt: skip

    def test_later_it_stands_line_by_line(self) -> None:
        masthead = Masthead(
            "draft resolution", ASSEMBLY, symbol=Symbol.parse("A/C.3/79/L.5"), issued=ISSUED,
            session=Session("", 79), distribution="Limited", original="English",
            reissued=date(1999, 3, 1),
        )  # fmt: skip
        assert distribution_lines(masthead) == (
            "Distr.: Limited", "10 February 1999",
            "Reissued for technical reasons on 1 March 1999.", "", "Original: English",
        )  # fmt: skip

    def test_what_no_one_issued_says_that_it_is_unofficial(self) -> None:
        masthead = Masthead("draft resolution", ASSEMBLY, original="English")
        assert not is_official(masthead)
        assert distribution_lines(masthead) == ("Unofficial", "Original: English")

    def test_without_distribution_the_stack_begins_with_the_symbol(self) -> None:
        masthead = Masthead(
            "resolution", ASSEMBLY, symbol=Symbol.parse("A/RES/53/123"), issued=ISSUED,
            session=Session("", 53),
        )  # fmt: skip
        assert is_official(masthead)
        assert distribution_lines(masthead)[0] == "A/RES/53/123"


@pytest.mark.parametrize(
    ("items", "line"),
    [
        ((), ""),
        (("105",), "Agenda item 105"),
        (("13", "117"), "Agenda items 13 and 117"),
        (("13", "14", "117"), "Agenda items 13, 14 and 117"),
    ],
)
def test_agenda_items_are_listed_as_in_a_sentence(items: tuple[str, ...], line: str) -> None:
    assert agenda_line(items) == line


def test_sponsors_stand_before_the_kind_with_a_star_for_their_note() -> None:
    def line(sponsors: Sponsors) -> str:
        return sponsor_line(Masthead("draft resolution", ASSEMBLY, sponsors=sponsors))

    assert line(Sponsors()) == ""
    assert line(Sponsors(("Chad",))) == "Chad: draft resolution"
    assert line(Sponsors(("Chad", "Fiji"), note="On behalf of the Group.")) == (
        "Chad and Fiji:* draft resolution"
    )
    assert line(Sponsors(line="Draft submitted by the Chair", note="x")) == (
        "Draft submitted by the Chair*"
    )


def test_the_organ_speaks_with_a_comma_before_a_preamble_only() -> None:
    document = Document(Masthead("resolution", ASSEMBLY))
    assert organ_line(document, None, has_preamble=True) == ("The General Assembly", ",")
    assert organ_line(document, None, has_preamble=False) == ("The General Assembly", "")
    own = Document(document.masthead, organ_line="The Committee,")
    assert organ_line(own, None, has_preamble=True) == ("The Committee,", "")
    assert organ_line(own, Part(organ_line="Its part,"), has_preamble=True) == ("Its part,", "")


@pytest.mark.parametrize(
    ("vote", "lines"),
    [
        (Vote(120, 2, 1), ("[Adopted by a recorded vote of 120 to 2, with 1 abstention]",)),
        (Vote(("Chad", "Fiji"), 0, ("Peru",)),
         ("[Adopted by a recorded vote of 2 to 0, with 1 abstention. The voting was as follows:",
          "In favour: Chad and Fiji", "Abstaining: Peru]")),
        (Vote(1, 0, 0), ("[Adopted by a recorded vote of 1 to 0, with 0 abstentions]",)),
    ],
)  # fmt: skip
def test_adoption_tells_meeting_day_and_vote(vote: Vote, lines: tuple[str, ...]) -> None:
    adopted = Adoption(DAY, "85th plenary meeting", vote)
    assert adoption_lines(adopted) == ("85th plenary meeting", "9 December 1998", *lines)
    without = Adoption(DAY, manner="without a vote")
    assert adoption_lines(without) == ("9 December 1998", "[Adopted without a vote]")
    assert adoption_lines(Adoption(DAY)) == ("9 December 1998",)
    assert adoption_lines(None) == ()
