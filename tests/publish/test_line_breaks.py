from itertools import accumulate, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penholder.publish.line_breaks import Letters, line_ends, official_lines

WORDS = st.lists(st.text("abc-–,;", min_size=1, max_size=12), min_size=1, max_size=40)


def set_in_one_width(text: str, width: float = 5.0) -> Letters:
    return Letters(text, list(accumulate(repeat(width, len(text)), initial=0.0)), 2.8)


def broken(text: str, measure: float) -> list[str]:
    letters = set_in_one_width(text)
    return [text[line.begin : line.end] for line in official_lines(letters, repeat(measure))]


def test_a_line_takes_what_fits() -> None:
    assert broken("aaaa bbbb cccc", 47) == ["aaaa bbbb", "cccc"]


def test_spaces_are_squeezed_where_a_line_would_be_loose_without_its_last_word() -> None:
    text = "a bb cc dd ee ffffffffff gg"
    fits = 5.0 * len("a bb cc dd ee ffffffffff")
    assert broken(text, fits - 3.4)[0] == "a bb cc dd ee ffffffffff"
    assert broken(text, fits - 3.6)[0] == "a bb cc dd ee"


def test_spaces_are_not_squeezed_for_a_word_whose_leaving_hardly_shows() -> None:
    text = "aaaaaaaaaa bbbbbbbbbb cccccccccc i dd"
    fits = 5.0 * len("aaaaaaaaaa bbbbbbbbbb cccccccccc i")
    assert broken(text, fits - 9.5)[0] == "aaaaaaaaaa bbbbbbbbbb cccccccccc"


def test_a_word_longer_than_the_measure_stands_alone() -> None:
    assert broken("aaaaaaaaaa bb", 20) == ["aaaaaaaaaa", "bb"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("well-being and/or", ["well-", "being", "and/or"]),
        ("2020–2030", ["2020–", "2030"]),
        ("the 9 December 1998 text", ["the", "9 December", "1998", "text"]),
        ("resolution 74/263 A of", ["resolution", "74/263 A", "of"]),
        ("non-State and multi-year", ["non-State", "and", "multi-year"]),
        ("a – b", ["a –", "b"]),
        ("from 17 to 20 October 2016", ["from", "17 to", "20 October", "2016"]),
        ("from 30 September to 2 October", ["from", "30 September", "to", "2 October"]),
        ("each 14 December there", ["each", "14 December", "there"]),
        ("the 5 Marchers", ["the", "5", "Marchers"]),
        ("1.5 million and 20 per cent", ["1.5 million", "and", "20 per", "cent"]),
        ("section II and section 4", ["section II", "and", "section 4"]),
        ("co-hosted pre-1967 COVID-19", ["co-hosted", "pre-1967", "COVID-19"]),
        ("UN-Women re-emphasizes", ["UN-Women", "re-emphasizes"]),
        ("two-State long-term", ["two-", "State", "long-", "term"]),
    ],
)
def test_lines_end_at_spaces_and_inside_compounds(text: str, pieces: list[str]) -> None:
    ends = line_ends(text)
    begins = [0, *ends]
    assert [text[a:b].strip() for a, b in zip(begins, ends, strict=False)] == pieces


@given(WORDS, st.floats(30, 400))
def test_lines_hold_every_word_once_and_in_order(words: list[str], measure: float) -> None:
    text = " ".join(words)
    lines = list(official_lines(set_in_one_width(text), repeat(measure)))
    begins = [line.begin for line in lines]
    ends = [line.end for line in lines]
    assert all(line.begin < line.end for line in lines)
    assert [begins[0], ends[-1]] == [0, len(text)]
    assert {text[a:b] for a, b in zip(ends, begins[1:], strict=False)} <= {"", " "}


@given(WORDS, st.floats(70, 400))
def test_no_line_is_squeezed_beyond_what_official_pages_show(
    words: list[str], measure: float
) -> None:
    text = " ".join(words)
    for line in official_lines(set_in_one_width(text), repeat(measure)):
        spaces = text.count(" ", line.begin, line.end)
        assert 5.0 * (line.end - line.begin) <= max(measure + 0.7 * spaces, 65)
