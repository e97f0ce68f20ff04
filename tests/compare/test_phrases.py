import pytest
from hypothesis import given
from tests.strategies import texts

from penholder.compare.phrases import Span, replaced, signs, spans, text_of
from penholder.model.openings import without_opening
from penholder.model.wording import plain


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("the state of statements", "state", 1),
        ("post-Chernobyl and Chernobyl-affected", "Chernobyl", 2),
        ("a “so-called” right", 'a "so-called" right', 1),
        ("a report[^a] of the Secretary-General", "report of", 1),
        ("*Takes note* of it", "Takes note of", 1),
        ("2030 Agenda", "2030 Agenda,", 0),
        ("nothing", "", 0),
    ],
)
def test_words_are_found_whole_whatever_their_dress(text: str, words: str, count: int) -> None:
    assert len(spans(signs(text), words)) == count


@pytest.mark.parametrize(
    ("text", "words", "by", "result"),
    [
        ("Urges States, with women, to act;", ", with women,", "", "Urges States to act;"),
        ("health, education, and rights;", "education,", "", "health, and rights;"),
        ("health and education;", "and education", "", "health;"),
        ("health, education;", "education", "", "health;"),
        ("Welcomes the report;", "*Welcomes*", "*Takes note* of", "Takes note of the report;"),
        ("Recalls, and *welcomes* it,", "welcomes", "*notes*", "Recalls, and *notes* it,"),
        ("keeps post-Chernobyl issues", "Chernobyl", "Chornobyl", "keeps post-Chornobyl issues"),
        ("the report[^a] of 1990;", "report", "letter", "the letter[^a] of 1990;"),
        ("in full, as agreed;", "in full,", "", "as agreed;"),
        (r"a [draft\] of \*it", "a", "one", r"one [draft] of \*it"),
    ],
)  # fmt: skip
def test_words_give_way_and_leave_a_regular_joint(
    text: str, words: str, by: str, result: str
) -> None:
    (span,) = spans(signs(text), words)
    after, _ = replaced(signs(text), span, signs(by))
    assert text_of(after) == result


@pytest.mark.parametrize(
    ("text", "anchor", "words", "result"),
    [
        ("the plant, and more;", "plant", "of Ukraine", "the plant of Ukraine, and more;"),
        ("the Day, and notes;", "Day", ", in 2026,", "the Day, in 2026, and notes;"),
        ("the Day;", "Day", ", in 2026,", "the Day, in 2026;"),
        ("(the Day)", "Day", "itself", "(the Day itself)"),
    ],
)
def test_words_that_come_bring_the_spaces_they_need(
    text: str, anchor: str, words: str, result: str
) -> None:
    (span,) = spans(signs(text), anchor)
    after, place = replaced(signs(text), Span(span.end, span.end), signs(words))
    assert text_of(after) == result
    assert "".join(sign.text for sign in after[place.start : place.end]).strip(" ,") in words


@given(texts())
def test_signs_of_a_text_say_what_the_text_says(text: str) -> None:
    assert plain(text_of(signs(text))) == plain(text)
    assert text_of(signs(text_of(signs(text)))) == text_of(signs(text))
    assert signs(without_opening(text_of(signs(text)))) == signs(text_of(signs(text)))
