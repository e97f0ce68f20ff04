"""The eras of un-conventions 1.3, by session, date or name."""

from __future__ import annotations

from datetime import date

import pytest

from penholder.model.document import Masthead
from penholder.model.era import era_of
from penholder.model.session import Session


@pytest.mark.parametrize(
    ("session", "name", "heading", "masthead", "repeats"),
    [
        ("1", "1946", "capitals", "typescript", True),
        ("46", "1946", "capitals", "typescript", True),
        ("47", "1992", "capitals", "stacked", True),
        ("50", "1992", "capitals", "stacked", True),
        ("53", "1996", "capitals", "stacked", True),
        ("54", "1996", "capitals", "stacked", True),
        ("55", "2000", "plain", "grid", True),
        ("57", "2000", "plain", "grid", True),
        ("58", "2003", "dated", "grid", True),
        ("74", "2003", "dated", "grid", True),
        ("75", "2020", "dated", "grid", False),
        ("80", "2020", "dated", "grid", False),
    ],
)
def test_a_regular_session_has_its_era(
    session: str, name: str, heading: str, masthead: str, repeats: bool
) -> None:
    era = era_of("", Session.parse(session), None)
    assert (era.name, era.heading, era.masthead, era.repeats_indicators) == (
        name, heading, masthead, repeats,
    )  # fmt: skip


def test_other_sessions_go_by_the_date_of_issue() -> None:
    assert era_of("", Session.parse("ES-11"), date(2022, 3, 2)).name == "2020"
    assert era_of("", Session.parse("2020"), date(1999, 7, 1)).name == "1996"
    assert era_of("", None, date(1945, 1, 1)).name == "1946"


def test_a_named_style_wins_and_nothing_known_means_today() -> None:
    assert Masthead("resolution", "General Assembly", style="1992").era.name == "1992"
    assert Masthead("resolution", "General Assembly").era.name == "2020"


def test_notes_were_called_with_a_stroke_up_to_the_fiftieth_session() -> None:
    assert era_of("", Session.parse("50"), None).note_call.format(number=1) == "1/"
    assert era_of("", Session.parse("51"), None).note_call == ""


def test_sessions_of_other_organs_count_no_era() -> None:
    council = Masthead("resolution", "Human Rights Council", session=Session("", 51))
    assert council.era.name == "2020"
    assembly = Masthead("resolution", "General Assembly", session=Session("", 51))
    assert assembly.era.name == "1996"
