"""How texts of every organ say that they were adopted, in our own words, and what is read."""

from __future__ import annotations

from datetime import date

import pytest

from penholder.ingest.reading import read_source
from penholder.ingest.votes import read_verdict
from penholder.model.blocks import Paragraph, Unplaced
from penholder.model.document import Adoption, Document, Vote

COUNCIL = """\
Human Rights Council

Fifty-first session

12 September–7 October 2022

Agenda item 3

Promotion and protection of all kinds of rights, civil,
rural and riverine,
including the right to swim

Resolution adopted by the Human Rights Council
on 6 October 2022

51/99. Clean rivers

The Human Rights Council,

Recalling all its resolutions on rivers,

1. Decides to keep rivers clean;

2. Decides to continue its consideration of this matter.

41st meeting
6 October 2022

"""
LISTS = """\
[Adopted by a recorded vote of 3 to 2, with 1 abstention. The voting was as follows:

In favour:

Bolivia (Plurinational State of), Cameroon and Trinidad and Tobago

Against:

Czechia and United Kingdom of Great Britain and Northern Ireland

Abstaining:

Brazil]
"""


def read(text: str) -> Document:
    return read_source(text.encode()).document


def strays(document: Document) -> list[str]:
    return [block.text for block in document.operative if isinstance(block, Unplaced)]


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        ("[Adopted by a recorded vote of 31 to 3, with 13 abstentions.]", Vote(31, 3, 13)),
        ("[Adopted by a roll-call vote of 31 to none, with 1 abstention.]", Vote(31, 0, 1)),
        ("Adopted by a recorded vote of 120 to 2", Vote(120, 2, 0)),
        ("Adopted at the 2074th meeting by 12 votes to none, with 2 abstentions (Chile, Peru).",
         Vote(12, 0, ("Chile", "Peru"))),
        ("Adopted by 10 votes to one (Chad), with four abstentions (Fiji, Peru, Togo and Tonga).",
         Vote(10, ("Chad",), ("Fiji", "Peru", "Togo", "Tonga"))),
        ("Adopted by a recorded vote of 2 to 1, with no abstentions, as follows: "
         "In favour: Chad, Fiji. Against: Peru. Abstaining: None.",
         Vote(("Chad", "Fiji"), ("Peru",), 0)),
    ],
)  # fmt: skip
def test_votes_are_read(text: str, vote: Vote) -> None:
    verdict = read_verdict(text)
    assert verdict is not None
    assert verdict.vote == vote


@pytest.mark.parametrize(
    ("text", "manner", "meeting"),
    [
        ("[Adopted without a vote.]", "without a vote", ""),
        ("Adopted unanimously at the 1234th meeting.", "unanimously", "1234th meeting"),
        ("Adopted at the 541st meeting, unanimously.", "unanimously", "541st meeting"),
        ("[Adopted by consensus]", "by consensus", ""),
    ],
)
def test_manners_without_a_vote_are_read(text: str, manner: str, meeting: str) -> None:
    verdict = read_verdict(text)
    assert verdict is not None
    assert (verdict.manner, verdict.meeting, verdict.vote) == (manner, meeting, None)


@pytest.mark.parametrize(
    "text",
    [
        "Adopted the report of the Committee by a large majority of those present",
        "[Adopted by a recorded vote of 3 to 2, with 1 abstention. In favour: Chad and Fiji "
        "Against: Peru and Togo Abstaining: Tonga]",
        "Adopts without a vote the rules of procedure;",
        "",
    ],
)
def test_what_tells_no_vote_or_contradicts_itself_is_not_read(text: str) -> None:
    assert read_verdict(text) is None


def test_a_resolution_of_the_human_rights_council_is_read_whole() -> None:
    document = read(COUNCIL + LISTS)
    masthead = document.masthead
    assert str(masthead.symbol) == "A/HRC/RES/51/99"
    assert (masthead.session_dates, masthead.heading) == ("12 September–7 October 2022", "")
    assert masthead.agenda_titles == (
        "Promotion and protection of all kinds of rights, civil, rural and riverine, "
        "including the right to swim",
    )
    assert document.title == "Clean rivers"
    assert document.adopted == Adoption(
        date(2022, 10, 6), "41st meeting",
        vote=Vote(
            ("Bolivia (Plurinational State of)", "Cameroon", "Trinidad and Tobago"),
            ("Czechia", "United Kingdom of Great Britain and Northern Ireland"),
            ("Brazil",),
        ),
    )  # fmt: skip
    assert [block.text for block in document.operative if isinstance(block, Paragraph)] == [
        "Decides to keep rivers clean;",
        "Decides to continue its consideration of this matter.",
    ]
    assert strays(document) == []


def test_a_text_adopted_without_a_vote_says_so() -> None:
    document = read(COUNCIL + "[Adopted without a vote.]\n")
    assert document.adopted == Adoption(date(2022, 10, 6), "41st meeting", manner="without a vote")
    assert strays(document) == []


def test_a_list_that_contradicts_its_count_stays_as_words() -> None:
    document = read(COUNCIL + LISTS.replace("of 3 to 2", "of 4 to 2"))
    assert document.adopted == Adoption(date(2022, 10, 6), "41st meeting")
    texts = " ".join(getattr(block, "text", "") for block in document.operative)
    assert "Bolivia (Plurinational State of), Cameroon and Trinidad and Tobago" in texts


@pytest.mark.parametrize(
    ("heading", "adopted"),
    [
        ("Adopted by the Security Council at its 9518th meeting, on 5 January 2024",
         Adoption(date(2024, 1, 5), "9518th meeting")),
        ("Adopted by the Security Council at its 9518th meeting, on 5 January 2024, "
         "by 13 votes to none, with 2 abstentions (Chad, Fiji)",
         Adoption(date(2024, 1, 5), "9518th meeting", vote=Vote(13, 0, ("Chad", "Fiji")))),
        ("Adopted unanimously by the Security Council at its 9518th meeting, on 5 January 2024",
         Adoption(date(2024, 1, 5), "9518th meeting", manner="unanimously")),
    ],
)  # fmt: skip
def test_the_security_council_tells_its_vote_above_the_text(
    heading: str, adopted: Adoption
) -> None:
    text = f"Resolution 9999 (2024)\n\n{heading}\n\n*The Security Council*,\n\n*Recalling* rivers,"
    document = read(f"{text}\n\n1. *Decides* to remain seized of the matter.\n")
    assert str(document.masthead.symbol) == "S/RES/9999 (2024)"
    assert (document.adopted, document.title, document.masthead.heading) == (adopted, "", "")


def test_an_older_resolution_of_the_council_is_dated_by_its_heading() -> None:
    document = read(
        "Resolution 999 (1978)\nof 19 March 1978\n\nThe Security Council,\n\n"
        "Taking note of the letters of two States,\n\n1. Calls for respect for rivers;\n\n"
        "2. Decides to keep the question under review.\n\n"
        "Adopted at the 2074th meeting by 12 votes to none, with 2 abstentions (Chad and Fiji).\n"
    )
    vote = Vote(12, 0, ("Chad", "Fiji"))
    assert document.adopted == Adoption(date(1978, 3, 19), "2074th meeting", vote=vote)
    assert (document.title, strays(document)) == ("", [])


def test_a_resolution_with_an_annex_is_adopted_by_the_lines_below_it() -> None:
    document = read(
        "Resolution adopted by the Economic and Social Council on 25 July 2013\n\n"
        "2013/99. Rivers\n\nThe Economic and Social Council\n\n"
        "Adopts the rules annexed to the present resolution.\n\nAnnex\n\nRules\n\n"
        "1. Keep clean:\n\n(a) The rivers;\n\n(b) The lakes.\n\n"
        "47th plenary meeting\n25 July 2013\n"
    )
    assert document.adopted == Adoption(date(2013, 7, 25), "47th plenary meeting")
    assert str(document.masthead.symbol) == "E/RES/2013/99"


def test_an_emergency_special_session_is_read() -> None:
    document = read(
        "United Nations A/RES/ES-11/9\n\nGeneral Assembly Distr.: General\n\n2 March 2022\n\n"
        "Eleventh emergency special session\nAgenda item 5\nLetter about rivers\n\n"
        "Resolution adopted by the General Assembly on 2 March 2022\n\n"
        "[*without reference to a Main Committee (A/ES-11/L.9 and A/ES-11/L.9/Add.1)*]\n\n"
        "ES-11/9. Rivers\n\n*The General Assembly*,\n\n*Recalling* rivers,\n\n"
        "1. *Decides* to adjourn temporarily the eleventh emergency special session.\n\n"
        "*5th plenary meeting\n2 March 2022*\n"
    )
    masthead = document.masthead
    assert (str(masthead.symbol), str(masthead.session)) == ("A/RES/ES-11/9", "ES-11")
    assert (document.title, masthead.heading) == ("Rivers", "")
    assert document.adopted == Adoption(date(2022, 3, 2), "5th plenary meeting")


def test_notes_of_the_nineties_are_joined_to_their_calls() -> None:
    document = read(
        "United Nations A/RES/48/999\n\n20 December 1993\n\n48/999. Rivers\n\n"
        "The General Assembly,\n\nRecalling its resolution 44/25, 1/ and the report A/48/1, 2/\n\n"
        "Noting the Convention, 1/\n\n1. Takes note of the report; 2/\n\n"
        "2. Decides to end.\n\n85th plenary meeting\n20 December 1993\n\n"
        "1/ Resolution 44/25, annex.\n\n2/ See A/48/1.\n"
    )
    assert [note.text for note in document.footnotes] == [
        "Resolution 44/25, annex.", "See A/48/1.",
    ]  # fmt: skip
    first, second = (block.text for block in document.preamble if isinstance(block, Paragraph))
    assert first == ("Recalling its resolution 44/25,[^res-44-25] and the report A/48/1,[^a-48-1]")
    assert second == "Noting the Convention,[^res-44-25]"
    assert strays(document) == []


def test_an_early_resolution_without_numbers_is_read() -> None:
    document = read(
        "99 (I). Rivers\n\nThe General Assembly,\n\nConvinced that rivers flow,\n\n"
        "Resolves to keep them clean;\n\nRequests the Secretary-General to report.\n\n"
        "Sixty-fifth plenary meeting,\n14 December 1946.\n"
    )
    assert str(document.masthead.symbol) == "A/RES/99 (I)"
    assert (document.title, len(document.preamble)) == ("Rivers", 1)
    assert document.adopted == Adoption(date(1946, 12, 14), "Sixty-fifth plenary meeting")
    assert [block.number for block in document.operative if isinstance(block, Paragraph)] == [
        "", "",
    ]  # fmt: skip


def test_clauses_above_the_organ_line_are_part_of_the_preamble() -> None:
    clauses = "Whereas rivers are the foundation of freedom, justice and peace in the world,"
    document = read(
        f"Declaration of Rivers\n\nPreamble\n\n{clauses}\n\nNow, therefore,\n\n"
        "The General Assembly,\n\nProclaims this Declaration of Rivers.\n"
    )
    assert clauses in [getattr(block, "text", "") for block in document.preamble]
    assert strays(document) == []


def test_meeting_day_and_vote_in_one_paragraph_are_told_apart() -> None:
    vote = "[Adopted by a recorded vote of 3 to 2, with 1 abstention]"
    closing = f"41st meeting 6 October 2022 {vote}\n"
    document = read(COUNCIL.replace("41st meeting\n6 October 2022\n", closing))
    assert document.adopted == Adoption(date(2022, 10, 6), "41st meeting", vote=Vote(3, 2, 1))
    assert strays(document) == []
