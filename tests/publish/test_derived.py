from dataclasses import replace
from datetime import date

import pytest

from penholder.model.document import Adoption, Document, Kind, Masthead, Part, Sponsors, Vote
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.closings import adoption_lines, vote_lines
from penholder.publish.derived import (
    agenda_line,
    council_line,
    heading_lines,
    organ_line,
    sponsor_line,
    title_number,
)
from penholder.publish.distribution import distribution_lines, is_official, reissue_note
from penholder.publish.languages import PACKAGED

EN = PACKAGED.of("en")
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
         ("Resolution 1325 (2000)",), ""),
    ],
)  # fmt: skip
def test_headings_follow_organ_and_era(
    organ: str, symbol: str, session: str, heading: tuple[str, ...], number: str
) -> None:
    document = resolution(organ, symbol, session)
    assert heading_lines(document, EN) == heading
    assert title_number(document, EN) == number


def test_a_resolution_not_yet_adopted_is_not_dated() -> None:
    assert heading_lines(resolution(ASSEMBLY, "A/RES/79/10", "79", adopted=False), EN) == (
        "Resolution adopted by the General Assembly",
    )
    council = resolution(COUNCIL, "S/RES/1325 (2000)", adopted=False)
    assert heading_lines(council, EN) == ("Resolution 1325 (2000)",)
    assert heading_lines(resolution(COUNCIL, "", adopted=False), EN) == ("Resolution",)


def test_the_council_may_leave_out_its_meeting() -> None:
    document = resolution(COUNCIL, "S/RES/1325 (2000)")
    meeting = Document(document.masthead, adopted=Adoption(DAY, "9518th meeting"))
    day = "9\u00a0December\u00a01998"
    told = f"Adopted by the Security Council at its 9518th meeting, on {day}"
    assert council_line(meeting, EN) == told
    bare = Document(document.masthead, adopted=Adoption(DAY))
    assert council_line(bare, EN) == f"Adopted by the Security Council on {day}"
    assert council_line(Document(document.masthead), EN) == ""
    assert council_line(resolution(ASSEMBLY, "A/RES/79/10", "79"), EN) == ""


def test_a_composite_is_headed_as_several_resolutions() -> None:
    document = resolution(ASSEMBLY, "A/RES/76/84 A-B", "76")
    two = replace(document, parts=(Part("One"), Part("Two")))
    assert heading_lines(two, EN) == (
        "Resolutions adopted by the General Assembly", "on 9 December 1998",
    )  # fmt: skip
    sections = replace(document, parts=(Part(kind="section"), Part(kind="section")))
    assert heading_lines(sections, EN)[0] == "Resolution adopted by the General Assembly"


def test_a_composite_is_headed_by_the_day_that_its_parts_share() -> None:
    document = replace(resolution(ASSEMBLY, "A/RES/76/84 A-B", "76"), adopted=None)
    parts = (Part("One", adopted=Adoption(DAY)), Part("Two", adopted=Adoption(DAY)))
    assert heading_lines(replace(document, parts=parts), EN)[-1] == "on 9 December 1998"
    other = replace(parts[1], adopted=Adoption(DAY.replace(day=10)))
    for others in ((parts[0], other), (parts[0], Part("Two"))):
        told = heading_lines(replace(document, parts=others), EN)
        assert told == ("Resolutions adopted by the General Assembly",)


def test_drafts_have_no_heading_but_their_own() -> None:
    assert heading_lines(Document(Masthead("draft resolution", ASSEMBLY)), EN) == ()
    own = Masthead("draft resolution", ASSEMBLY, heading="Revised draft resolution")
    assert heading_lines(Document(own), EN) == ("Revised draft resolution",)
    assert title_number(Document(own), EN) == ""
    draft = Masthead("draft resolution", ASSEMBLY, symbol=Symbol.parse("A/C.3/53/L.50"))
    assert title_number(Document(draft), EN) == ""


class TestDistribution:
    def test_the_nineties_stack_it(self) -> None:
        masthead = Masthead(
            "resolution", ASSEMBLY, symbol=Symbol.parse("A/RES/53/123"), issued=ISSUED,
            session=Session("", 53), distribution="General", original="English",
        )  # fmt: skip
        assert distribution_lines(masthead, EN) == (
            "Distr.", "GENERAL", "", "A/RES/53/123", "10 February 1999", "", "ORIGINAL: ENGLISH",
        )  # fmt: skip

    def test_later_it_stands_line_by_line(self) -> None:
        masthead = Masthead(
            "draft resolution", ASSEMBLY, symbol=Symbol.parse("A/C.3/79/L.5"), issued=ISSUED,
            session=Session("", 79), distribution="Limited", original="English",
            reissued=date(1999, 3, 1),
        )  # fmt: skip
        assert distribution_lines(masthead, EN) == (
            "Distr.: Limited", "10 February 1999", "", "Original: English",
        )  # fmt: skip
        assert reissue_note(masthead, EN) == "Reissued for technical reasons on 1 March 1999."
        assert reissue_note(replace(masthead, reissued=None), EN) == ""

    def test_a_version_in_another_language_names_both(self) -> None:
        masthead = Masthead(
            "draft resolution", ASSEMBLY, symbol=Symbol.parse("A/C.3/79/L.5"), issued=ISSUED,
            session=Session("", 79), distribution="Limited", original="English and Spanish",
        )  # fmt: skip
        assert distribution_lines(masthead, PACKAGED.of("fr")) == (
            "Distr. limitée", "10 février 1999", "",
            "Français", "Original : anglais and espagnol",
        )  # fmt: skip
        assert distribution_lines(masthead, PACKAGED.of("ru"))[3:] == (
            "Russian", "Original: English and Spanish",
        )  # fmt: skip

    def test_what_no_one_issued_says_that_it_is_unofficial(self) -> None:
        masthead = Masthead("draft resolution", ASSEMBLY, original="English")
        assert not is_official(masthead)
        assert distribution_lines(masthead, EN) == ("Unofficial", "Original: English")

    def test_without_distribution_the_stack_begins_with_the_symbol(self) -> None:
        masthead = Masthead(
            "resolution", ASSEMBLY, symbol=Symbol.parse("A/RES/53/123"), issued=ISSUED,
            session=Session("", 53),
        )  # fmt: skip
        assert is_official(masthead)
        assert distribution_lines(masthead, EN)[0] == "A/RES/53/123"


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
    assert agenda_line(items, EN) == line


def test_sponsors_stand_before_the_kind_with_a_star_for_their_note() -> None:
    def line(sponsors: Sponsors) -> str:
        return sponsor_line(Masthead("draft resolution", ASSEMBLY, sponsors=sponsors), EN)

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
    assert organ_line(document, None, EN, has_preamble=True) == ("The General Assembly", ",")
    assert organ_line(document, None, EN, has_preamble=False) == ("The General Assembly", "")
    own = Document(document.masthead, organ_line="The Committee,")
    assert organ_line(own, None, EN, has_preamble=True) == ("The Committee,", "")
    assert organ_line(own, Part(organ_line="Its part,"), EN, has_preamble=True) == ("Its part,", "")


@pytest.mark.parametrize(
    ("vote", "line"),
    [
        (Vote(120, 2, 1), "[Adopted by a recorded vote of 120 to 2, with 1 abstention]"),
        (Vote(1, 0, 4), "[Adopted by a recorded vote of 1 to 0, with 4 abstentions]"),
        (Vote(1, 0, 0), "[Adopted by a recorded vote of 1 to 0, with no abstentions]"),
    ],
)
def test_adoption_tells_meeting_day_and_vote(vote: Vote, line: str) -> None:
    adopted = Adoption(DAY, "85th plenary meeting", vote)
    assert adoption_lines(adopted, EN) == ("85th plenary meeting", "9 December 1998", line)
    assert vote_lines(adopted, EN) == ()
    assert adoption_lines(Adoption(DAY), EN) == ("9 December 1998",)
    assert adoption_lines(None, EN) == ()


def test_a_vote_by_name_is_told_side_by_side_in_one_bracket() -> None:
    adopted = Adoption(DAY, "37th meeting", Vote(("Chad", "Fiji"), 0, ("Peru",)))
    assert adoption_lines(adopted, EN) == ("37th meeting", "9 December 1998")
    recorded = (
        "[Adopted by a recorded vote of 2 to 0, with 1 abstention. The voting was as follows:"
    )
    assert vote_lines(adopted, EN) == (
        ("vote-result", recorded),
        ("vote-side", "In favour:"), ("vote-states", "Chad and Fiji"),
        ("vote-side", "Abstaining:"), ("vote-states", "Peru]"),
    )  # fmt: skip


def test_a_text_adopted_without_a_vote_says_so() -> None:
    adopted = Adoption(DAY, "37th meeting", manner="without a vote")
    assert adoption_lines(adopted, EN) == ("37th meeting", "9 December 1998")
    assert vote_lines(adopted, EN) == (("vote-result", "[Adopted without a vote.]"),)
    assert vote_lines(adopted, PACKAGED.of("fr")) == (("vote-result", "[Adoptée sans vote.]"),)
