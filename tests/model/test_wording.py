"""The inline marks: italics, footnote calls, references, escapes, and nothing else."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penholder.model.wording import (
    Call,
    Reference,
    Text,
    WordingError,
    calls,
    check_wording,
    has_marks,
    marked,
    marks,
    normalised,
    parse_wording,
    plain,
    references,
)

SIGNS = st.text(alphabet="*[]^\\()ab- :é", max_size=40)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("a b", (Text("a b"),)),
        ("*Recalling* a", (Text("Recalling", italic=True), Text(" a"))),
        ("a[^sg] b", (Text("a"), Call("sg"), Text(" b"))),
        ("*a[^1] b*", (Text("a", italic=True), Call("1"), Text(" b", italic=True))),
        ("see [[op-2]].", (Text("see "), Reference("op-2"), Text("."))),
        ("[Takes] [[note] (a)", (Text("[Takes] [[note] (a)"),)),
        ("\\*a\\* \\[^b] \\\\ \\]", (Text("*a* [^b] \\ ]"),)),
        ("a ** b", (Text("a "), Text(" b"))),
        ("[a](b)", (Text("[a](b)"),)),
        ("[[Not an id]]", (Text("[[Not an id]]"),)),
    ],
)
def test_a_marked_text_has_its_parts(text: str, parts: tuple[object, ...]) -> None:
    assert parse_wording(text) == parts


@pytest.mark.parametrize(
    ("text", "code", "offset"),
    [
        ("ab *c", "E-INLINE", 3),
        ("*a* *b", "E-INLINE", 4),
        ("ab [^c", "E-INLINE", 3),
        ("ab [^C]", "E-INLINE", 3),
        ("ab [^]", "E-INLINE", 3),
        ("ab\\", "E-INLINE", 2),
        ("ab \\c", "E-INLINE", 3),
        ("ab [c](javascript:x)", "E-LINK", 5),
        ("[c](//host)", "E-LINK", 2),
        ("[c]( HTTP://host)", "E-LINK", 2),
    ],
)
def test_a_mark_that_is_not_well_formed_is_told_by_its_offset(
    text: str, code: str, offset: int
) -> None:
    for judge in (parse_wording, check_wording):
        with pytest.raises(WordingError) as caught:
            judge(text)
        assert (caught.value.code, caught.value.offset) == (code, offset)
        assert caught.value.fix


@given(SIGNS)
def test_the_quick_check_refuses_exactly_what_parsing_refuses(text: str) -> None:
    outcomes: list[tuple[str, int] | None] = []
    for judge in (parse_wording, check_wording):
        try:
            judge(text)
            outcomes.append(None)
        except WordingError as error:
            outcomes.append((error.code, error.offset))
    assert outcomes[0] == outcomes[1]


@given(SIGNS | st.text(max_size=40))
def test_marked_letters_print_as_they_are(letters: str) -> None:
    assert plain(marked(letters)) == letters
    assert not list(marks(marked(letters)))


@given(SIGNS)
def test_marks_stand_where_they_are_told_to(text: str) -> None:
    try:
        parts = parse_wording(text)
    except WordingError:
        return
    found = list(marks(text))
    assert [mark for _, mark in found] == [part for part in parts if not isinstance(part, Text)]
    assert all(text[offset] == "[" for offset, _ in found)


@given(st.text(alphabet=" \t\na\u00a0", max_size=20))
def test_normalised_text_has_single_spaces_and_keeps_hard_ones(text: str) -> None:
    result = normalised(text)
    assert "  " not in result
    assert result == result.strip(" \t\n")
    assert result.count("\u00a0") == text.count("\u00a0")
    assert normalised(result) == result


def test_calls_and_references_are_read_in_order() -> None:
    text = "a[^b] [[c]] *d[^e]* \\[^f] [[g]]"
    assert list(calls(text)) == ["b", "e"]
    assert list(references(text)) == ["c", "g"]
    assert plain(text) == "a  d [^f] "
    assert has_marks(text)
    assert not has_marks("nothing here")


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["[", "*a*", "[^", "[[a", "](a", "\\*", "`", "[^a]"])
def test_parsing_costs_linear_time(piece: str) -> None:
    def fastest(count: int) -> float:
        text = piece * count
        times = []
        for _ in range(3):
            start = time.perf_counter()
            with suppress(WordingError):
                parse_wording(text)
            times.append(time.perf_counter() - start)
        return min(times)

    assert fastest(40_000) < 12 * fastest(10_000) + 1e-3
