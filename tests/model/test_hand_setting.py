from itertools import pairwise

import pytest

from penholder.model.hand_setting import MissingWordsError, Tight, line_ends, tight_span

TITLE = "Follow-up to the meeting of ferries and to the well-being of their keepers"
TEXT = "Urges the ferries to sail and the keepers to keep and the lights to shine;"


@pytest.mark.parametrize(
    ("lines", "pieces"),
    [
        (
            ("Follow-up to the meeting of ferries", "and to the well-being of their keepers"),
            ["Follow-up to the meeting of ferries", " and to the well-being of their keepers"],
        ),
        (
            ("Follow-", "up to the meeting of ferries and to the well-being of their keepers"),
            ["Follow-", "up to the meeting of ferries and to the well-being of their keepers"],
        ),
        ((TITLE,), [TITLE]),
    ],
)
def test_lines_end_where_their_letters_do(lines: tuple[str, ...], pieces: list[str]) -> None:
    ends = line_ends(lines, TITLE)
    assert ends is not None
    begins = [0, *ends, len(TITLE)]
    assert [TITLE[a:b] for a, b in pairwise(begins)] == pieces


@pytest.mark.parametrize("lines", [("Follow-up to",), (TITLE, "more"), (TITLE.upper(),), ()])
def test_lines_with_other_words_have_no_ends(lines: tuple[str, ...]) -> None:
    assert line_ends(lines, TITLE) is None


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("", "", TEXT),
        ("keepers to", "", "keepers to keep and the lights to shine;"),
        ("", "to sail", "Urges the ferries to sail"),
        ("to sail", "and the", "to sail and the"),
        ("keep and", "and the", "keep and the"),
    ],
)
def test_a_part_goes_from_its_first_words_to_its_last(start: str, end: str, words: str) -> None:
    begin, stop = tight_span(Tight("OP 1", 0.1, start, end), TEXT)
    assert TEXT[begin:stop] == words


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("to drift", "", "“to drift” is not there"),
        ("and the", "", "“and the” is there twice"),
        ("lights to", "to sail", "“to sail” is not there, or before the words it goes from"),
    ],
)
def test_words_that_bound_no_part_are_told(start: str, end: str, told: str) -> None:
    with pytest.raises(MissingWordsError, match=f"^{told}$"):
        tight_span(Tight("OP 1", 0.1, start, end), TEXT)
