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
        ("1", "1946", "capitals", "stacked", True),
        ("46", "1946", "capitals", "stacked", True),
        ("53", "1992", "capitals", "stacked", True),
        ("54", "1992", "capitals", "stacked", True),
        ("55", "2000", "plain", "grid", True),
        ("57", "2000", "plain", "grid", True),
        ("58", "2003", "dated", "grid", True),
        ("73", "2018", "dated", "grid", False),
        ("80", "2018", "dated", "grid", False),
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
    assert era_of("", Session.parse("ES-11"), date(2022, 3, 2)).name == "2018"
    assert era_of("", Session.parse("2020"), date(1999, 7, 1)).name == "1992"
    assert era_of("", None, date(1945, 1, 1)).name == "1946"


def test_a_named_style_wins_and_nothing_known_means_today() -> None:
    assert Masthead("resolution", "General Assembly", style="1992").era.name == "1992"
    assert Masthead("resolution", "General Assembly").era.name == "2018"
