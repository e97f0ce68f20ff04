"""Tokens are what a reader would never cut."""

from __future__ import annotations

import pytest

from penholder.compare.tokens import (
    joined,
    opening_end,
    tokens,
    with_openings_whole,
    word_count,
)


def cores(text: str) -> list[str]:
    return [token.core for token in tokens(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "52/102 of 12 December 1997",
        "46/182 A of 19 December 1991",
        "ES-11/1 of 2 March 2022",
        "1325 (2000) of 31 October 2000",
        "217 A (III) of 10 December 1948",
        "52/102 du 12 décembre 1997",
        "52/102 de 12 de diciembre de 1997",
        "12 December 1997",
        "1997年12月12日",
        "A/C.3/53/L.50/Rev.1",
        "A/51/12/Add.1",
        "1,250,000",
        "85th",
        "1998-1999",
        "12.5%",
        "fifty-fourth",
        "Organization’s",
        "[^sg]",
        "[[op-1]]",
        r"\*",
    ],
)
def test_one_token_is_never_cut(whole: str) -> None:
    assert whole in cores(f"See {whole}, and so on")


def test_citations_of_a_list_are_one_token_each() -> None:
    text = "resolutions 48/113 of 20 December 1993, 49/173 of 23 December 1994"

    assert cores(text) == [
        "resolutions", "48/113 of 20 December 1993", ",", "49/173 of 23 December 1994",
    ]  # fmt: skip


def test_signs_of_chinese_are_tokens_of_their_own() -> None:
    assert cores("难民专员") == ["难", "民", "专", "员"]


@pytest.mark.parametrize("text", ["", "a  b ", " a", "a\tb", "x [or] y", "*Takes* note[^sg];"])
def test_tokens_joined_are_the_text(text: str) -> None:
    assert joined(tokens(text)) == text


def test_words_are_what_stands_between_spaces() -> None:
    assert word_count("its fifty-fourth session, – (A/53/12);[^sg]") == 4
    assert word_count("– ;") == 0
    assert word_count("难民专员") == 4
    assert word_count("État “partie”") == 2


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Invites all countries", "Invites"),
        ("Calls upon States", "Calls upon"),
        ("Noting with satisfaction the efforts", "Noting with satisfaction"),
        ("Urges international financial institutions", "Urges"),
        ("Also, in this regard", "Also"),
        ("*Expresses its thanks* to", "*Expresses its thanks"),
        ("*not closed", ""),
        ("", ""),
    ],
)
def test_opening_phrase_ends_where_its_object_begins(text: str, phrase: str) -> None:
    run = tokens(text)

    assert joined(run[: opening_end(run)]) == phrase


def test_an_opening_that_only_turned_upright_is_no_change_of_words() -> None:
    starred, plain = tokens("*Taking note of* the report,"), tokens("Taking note of the report,")
    assert with_openings_whole(starred, plain) == (starred, plain)
