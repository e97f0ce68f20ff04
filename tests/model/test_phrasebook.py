"""Opening phrases of languages that have a list of them."""

from __future__ import annotations

import pytest

from penholder.model.language import Openings
from penholder.model.meeting import Meeting
from penholder.model.origin import Source
from penholder.model.phrasebook import phrase_length

FRENCH = Openings((), ("Prenant note", "Prenant note avec satisfaction"), ("également",), " ")
RUSSIAN = Openings(("глубоко",), ("ссылаясь",), (), " ")
CHINESE = Openings(("又",), ("回顾",), (), "")


@pytest.mark.parametrize(
    ("openings", "text", "phrase"),
    [
        (FRENCH, "Prenant note du rapport,", "Prenant note"),
        (FRENCH, "Prenant note avec satisfaction du rapport,", "Prenant note avec satisfaction"),
        (FRENCH, "Prenant note également du rapport,", "Prenant note également"),
        (FRENCH, "Prenant notes,", ""),
        (FRENCH, "Le rapport,", ""),
        (RUSSIAN, "ссылаясь на резолюцию", "ссылаясь"),
        (RUSSIAN, "Глубоко ссылаясь на резолюцию", "Глубоко ссылаясь"),
        (CHINESE, "又回顾其决议", "又回顾"),
        (Openings((), (), (), " "), "Recalling", ""),
    ],
)
def test_the_longest_known_phrase_opens_a_paragraph(
    openings: Openings, text: str, phrase: str
) -> None:
    assert text[: phrase_length(text, openings)] == phrase


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("85th plenary meeting", Meeting(85, "plenary")),
        ("70th (resumed) plenary meeting", Meeting(70, "resumed")),
        ("9518th meeting", Meeting(9518, "other")),
        ("85", Meeting(85, "plenary")),
        ("85e séance", None),
        ("", None),
    ],
)
def test_a_meeting_is_known_by_its_english_name(text: str, meeting: Meeting | None) -> None:
    assert Meeting.parse(text) == meeting


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("on the report of the Third Committee (A/53/620)",
         Source("the Third Committee", "A/53/620")),
        ("on the report of the Third Committee (A/78/429, para. 33)",
         Source("the Third Committee", "A/78/429", "33")),
        ("on the report of the Fifth Committee (A/62/433 (Part II), paras. 3–5)",
         Source("the Fifth Committee", "A/62/433 (Part II)", "3–5", True)),
        ("without reference to a Main Committee (A/65/L.45 and A/65/L.45/Add.1)",
         Source("", "A/65/L.45 and A/65/L.45/Add.1")),
        ("on a proposal considered in plenary (E/2025/L.9)", None),
    ],
)  # fmt: skip
def test_an_origin_is_taken_apart(text: str, source: Source | None) -> None:
    assert Source.parse(text) == source
