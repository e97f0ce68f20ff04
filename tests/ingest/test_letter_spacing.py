"""Where letters of a page stand closer than its others, word for word."""

from __future__ import annotations

from random import Random

import pytest
from tests.ingest.pages import line, pdf

from penholder.ingest.letter_spacing import DrawnWord, Usual, drawn_words, steps_taken
from penholder.ingest.pdf_pages import pdf_pages

WORDS = "ferries keepers of the lights and almanacs are to sail by night in winter".split()
TWO = ("The keeping of ferries,", "and of lights")
DOT = 0.12  # points, of a printer with 600 dots to an inch


def drawn(count: int, apart: list[float], seed: int = 53123) -> list[DrawnWord]:
    """Words whose letters stand so far apart as is given for each, on whole dots of a printer."""
    chosen = Random(seed).choices(WORDS, k=count)
    words = []
    for place, (letters, gap) in enumerate(zip(chosen, apart, strict=True)):
        ends, at = [0.0], 0.0
        for letter in letters:
            at += 3 + ord(letter) % 5 / 2 + gap
            ends.append(round(at / DOT) * DOT)
        advances = tuple(
            ((letter, 10.0, False), ends[index + 1] - ends[index])
            for index, letter in enumerate(letters[:-1])
        )
        words.append(DrawnWord(1, 100.0, 20.0 * place, letters, 10.0, False, advances))
    return words


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 6])
def test_a_part_of_a_text_is_found_with_what_its_letters_gave_up(steps: int) -> None:
    apart = [0.2] * 300 + [0.2 - 0.05 * steps] * 40 + [0.2] * 300
    words = drawn(640, apart)
    found = steps_taken(words, Usual(words))
    assert found[:295] == [0] * 295
    assert found[303:337] == [steps] * 34
    assert found[345:] == [0] * 295


@pytest.mark.parametrize("seed", range(5))
def test_the_dots_of_a_printer_are_no_editor(seed: int) -> None:
    words = drawn(500, [0.2] * 500, seed)
    assert steps_taken(words, Usual(words)) == [0] * 500


def test_one_strange_word_is_no_part() -> None:
    words = drawn(500, [0.2] * 250 + [-0.4] + [0.2] * 249)
    assert steps_taken(words, Usual(words)) == [0] * 500


def test_a_text_of_few_letters_tells_nothing() -> None:
    words = drawn(4, [0.0] * 4)
    assert steps_taken(words, Usual(words)) == [0] * 4


def test_words_are_taken_from_a_page_with_their_advances() -> None:
    (page,) = pdf_pages(pdf(line(72, 100, "ferries sail", size=10) + line(72, 112, "by night")))
    words = list(drawn_words(page))
    assert [(word.letters, word.baseline) for word in words] == [
        ("ferries", 100.0),
        ("sail", 100.0),
        ("by", 112.0),
        ("night", 112.0),
    ]
    assert [kind for (kind, *_), _ in words[1].advances] == ["s", "a", "i"]
    assert [round(far, 1) for _, far in words[1].advances] == [3.9, 4.4, 2.8]
