"""Titles and lists of sponsors end their lines where editors of official pages end them."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penholder.publish.line_breaks import Letters
from penholder.publish.title_lines import Room, title_stops

NAME = "United Nations"


def letters(text: str) -> Letters:
    """Return a text whose letters are one point wide each."""
    return Letters(text, list(accumulate((1.0 for _ in text), initial=0.0)), 1.0)


def lines(text: str, usual: float, most: float) -> list[str]:
    stops = title_stops(letters(text), Room(usual, most), NAME)
    begins = [0, *(stop + 1 for stop in stops)]
    return [text[a:b] for a, b in zip(begins, [*stops, len(text)], strict=True)]


@pytest.mark.parametrize(
    ("text", "usual", "most", "wanted"),
    [
        ("Ferries of the inland sea", 25, 25, ["Ferries of the inland sea"]),
        ("Ferries of the inland sea and their lights", 25, 25,
         ["Ferries of the inland sea", "and their lights"]),
        # A last line of one word takes the word before it with it.
        ("Ferries of the inland sea and harbours", 29, 29,
         ["Ferries of the inland sea", "and harbours"]),
        ("Ferries of the southern shores", 24, 24, ["Ferries of the", "southern shores"]),
        # A symbol may stand alone.
        ("Sweden: amendment to draft A/C.3/80/L.920", 27, 27,
         ["Sweden: amendment to draft", "A/C.3/80/L.920"]),
        # A longer line is set where it saves one, and no longer than that asks for.
        ("Ferries of the southern shores", 24, 30, ["Ferries of the southern shores"]),
        ("Ferries of the inland sea, their keepers and harbours", 26, 40,
         ["Ferries of the inland sea,", "their keepers and harbours"]),
        # The name of the Organization stays on one line.
        ("Ferries and ports of the United Nations in winter", 31, 31,
         ["Ferries and ports of the", "United Nations in winter"]),
        # A word longer than a line has a line of its own.
        ("On superintendents of locks", 10, 10, ["On", "superintendents", "of locks"]),
        # A line never ends after a hyphen, nor between a day and its month.
        ("Ferries and follow-up thereto", 20, 20, ["Ferries and", "follow-up thereto"]),
        ("Ferries of A/80/1 A/80/2", 18, 18, ["Ferries of A/80/1", "A/80/2"]),
        ("Ferries kept until 9 December 1998", 21, 21, ["Ferries kept until", "9 December 1998"]),
    ],
)  # fmt: skip
def test_lines_end_as_editors_end_them(
    text: str, usual: float, most: float, wanted: list[str]
) -> None:
    assert lines(text, usual, most) == wanted


WORDS = st.lists(st.sampled_from(["of", "the", "ferries", "A/80/1", "United Nations", "follow-up"]))


@given(WORDS.filter(len), st.integers(12, 40), st.integers(0, 9))
def test_no_word_is_lost_and_no_line_is_longer_than_the_most(
    words: list[str], usual: int, more: int
) -> None:
    text = " ".join(words)
    found = lines(text, usual, usual + more)
    assert " ".join(found) == text
    assert max(map(len, found)) <= max(usual + more, len(NAME))
    assert all("United" not in line.split()[-1] for line in found)
