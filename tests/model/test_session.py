"""Sessions and their ordinal names."""

from __future__ import annotations

import pytest

from penholder.model.session import Session, SessionError, ordinal


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("53", "Fifty-third session"),
        ("1", "First session"),
        ("12", "Twelfth session"),
        ("20", "Twentieth session"),
        ("79", "Seventy-ninth session"),
        ("100", "One hundredth session"),
        ("101", "One hundred and first session"),
        ("S-10", "Tenth special session"),
        ("ES-11", "Eleventh emergency special session"),
        ("2020", "2020 session"),
    ],
)
def test_a_session_is_named_as_a_masthead_prints_it(text: str, name: str) -> None:
    session = Session.parse(text)
    assert str(session) == text
    assert session.name == name


@pytest.mark.parametrize("text", ["", "0", "053", "S10", "es-1", "53rd", "-1", "12345", "5٣"])
def test_other_texts_are_no_sessions(text: str) -> None:
    with pytest.raises(SessionError):
        Session.parse(text)


def test_ordinals_from_one_to_999_differ() -> None:
    names = [ordinal(number) for number in range(1, 1000)]
    assert len(set(names)) == 999
    assert names[110] == "one hundred and eleventh"
    assert names[998] == "nine hundred and ninety-ninth"


@pytest.mark.parametrize("number", [0, 1000, -1])
def test_no_ordinal_outside(number: int) -> None:
    with pytest.raises(ValueError, match="no ordinal"):
        ordinal(number)
