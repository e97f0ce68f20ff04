"""The lines of titles are found among the passages of a page."""

from __future__ import annotations

import pytest

from penholder.ingest.passages import Line, Passage, Run
from penholder.ingest.title_lines import lettered, lines_of, title_lines

TITLE = "The keeping of ferries, and of lights"
TWO = ("The keeping of ferries,", "and of lights")


def passages(*texts: tuple[str, ...]) -> list[Passage]:
    return [Passage(tuple(Line((Run(line),)) for line in lines)) for lines in texts]


@pytest.mark.parametrize(
    ("found", "lines"),
    [
        ([("99/1. The keeping of ferries,", "and of lights")], TWO),
        ([("Ferries", "x"), ("The keeping of ferries,", "and of lights")], TWO),
        ([("The keeping of ferries,",), ("and of lights",)], TWO),
        ([("The keeping of ferries, and of lights",)], ()),
        ([("The keeping of boats,", "and of lights")], ()),
    ],
)
def test_a_title_is_found_with_its_lines(
    found: list[tuple[str, ...]], lines: tuple[str, ...]
) -> None:
    assert lines_of(TITLE, lettered(passages(*found))) == lines


def test_what_opens_a_quotation_or_a_bracket_stands_on_the_line_of_its_word() -> None:
    found = [("99/1. The meeting on the", "“Great Ferry” of the Committee", "([of] Keepers)")]
    text = "The meeting on the “Great Ferry” of the Committee ([of] Keepers)"
    lines = ("The meeting on the", "“Great Ferry” of the Committee", "([of] Keepers)")
    assert lines_of(text, lettered(passages(*found))) == lines


def test_a_title_stands_behind_titles_of_agenda_items_that_say_the_same() -> None:
    agenda = ("Agenda item 77",), ("The keeping of", "ferries, and of lights"), ("Resolution",)
    found = lettered(passages(*agenda, ("99/1. The keeping of ferries,", "and of lights")))
    assert title_lines(TITLE, ("Seas", TITLE), found) == TWO
    assert title_lines(TITLE, ("Seas",), found) == ("The keeping of", "ferries, and of lights")
    assert lines_of(TITLE, found) == ("The keeping of", "ferries, and of lights")
