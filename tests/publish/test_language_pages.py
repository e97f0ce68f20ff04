"""What real pages confirm of the words of languages, and how much no page does."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from penholder.model.document import Adoption
from penholder.publish.closings import adoption_lines
from penholder.publish.languages import PACKAGED, unconfirmed

TREE = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", TREE.parent / "shared" / "corpus")) / "languages"


@pytest.mark.parametrize(
    ("code", "keys", "page", "told"),
    [
        ("ru", "heading.council", "S_RES_1261_1999.ru.OPENING", "Резолюция 1261 (1999),"),
        ("ru", "lists.last", "A_HRC_RES_50_18.ru.OPENING",
         "гражданских, политических, экономических, социальных и культурных прав"),
        ("fr", "votes.manners.without a vote", "A_RES_52_4.fr.OPENING", "Adoptée sans vote"),
        ("fr", "lists.last", "A_RES_52_4.fr.OPENING", "50/17 du 20 novembre 1995 et 51/18"),
        ("es", "heading.one_dated", "A_RES_70_1.es.broken-spacing.OPENING",
         "Resolución aprobada por la Asamblea General el 25"),
        ("es", "organs.General Assembly.line", "A_RES_70_1.es.broken-spacing.OPENING",
         "La Asamblea General"),
        ("es", "origin.no_committee", "A_RES_70_1.es.broken-spacing.OPENING",
         "[sin remisión previa a una Comisión Principal ( A/70/L.1 )]"),
        ("zh", "heading.council_adopted", "S_RES_1325_2000.zh.OPENING",
         "2000年10月31日安全理事会第4213次会议通过"),
        ("ar", "organs.General Assembly.line", "A_RES_52_4.ar.OPENING", "إن الجمعية العامة،"),
    ],
)  # fmt: skip
def test_what_a_real_page_says_is_not_called_unverified(
    code: str, keys: str, page: str, told: str
) -> None:
    groups = {keys[:end] for end in (m.start() for m in re.finditer(r"\.|$", keys))}
    assert not groups & set(PACKAGED.of(code).unverified)
    file = CORPUS / f"{page}.txt"
    if not file.is_file():
        pytest.skip("the real texts are not here: set PENHOLDER_CORPUS")
    assert told in file.read_text("utf-8")


def test_keys_that_no_page_confirmed_are_counted_as_keys_not_as_groups() -> None:
    english = PACKAGED.of("en")
    assert english.unverified == ("sessions.numbered", "votes.recorded_no_abstention")
    assert unconfirmed(english)[0] == 2
    whole = replace(english, unverified=("votes", "lists"))
    assert unconfirmed(whole)[0] == 11
    assert unconfirmed(whole)[1] == unconfirmed(english)[1] > 100


def test_a_russian_meeting_is_parted_from_its_day_by_a_comma() -> None:
    # Source: un-conventions, section 5, the row of adoption blocks; no page was at hand.
    adopted = Adoption(date(1998, 12, 9), "85th plenary meeting")
    assert adoption_lines(adopted, PACKAGED.of("ru")) == (
        "85-е пленарное заседание,", "9 декабря 1998 года",
    )  # fmt: skip
    assert "meetings.plenary" in PACKAGED.of("ru").unverified
