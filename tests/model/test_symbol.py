"""Document symbols in all their forms (un-conventions 3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penholder.model.symbol import Symbol, SymbolError

VALID = [
    "A/RES/53/123", "A/RES/217 (III)", "A/RES/2200 A (XXI)", "A/RES/3201 (S-VI)",
    "A/RES/2252 (ES-V)", "A/RES/31/16 A", "A/RES/S-10/2", "A/RES/ES-11/1", "A/RES/ES-10/21",
    "S/RES/1325 (2000)", "E/RES/2020/10", "E/RES/76 (V)", "A/RES/377 (V)", "A/HRC/RES/50/1",
    "A/HRC/RES/S-32/1", "A/HRC/50/L.8/Rev.1", "A/C.3/53/L.50", "A/80/L.19", "A/ES-10/L.20/Rev.1",
    "A/79/302-S/2024/600", "A/RES/69/250*", "A/53/L.40/Rev.1/Add.1", "A/51/12/Add.1",
    "A/C.3/53/L.22/Rev.1", "A/CONF.232/2023/4", "E/CN.4/1999/SR.1", "ST/CS/SER.A/44/Rev.1",
    "CEDAW/C/1999/I/L.1", "A/54/PV.83", "S/PRST/1999/1", "A/RES/48/223 A-C", "TD/B/45/9",
]  # fmt: skip
INVALID = [
    "", "A", "A/", "/A/RES/1", "A//RES", "a/res/53/123", "A/RES/53/123/", "A/RES/53/123.",
    "A/RES/53 /123", "-rf", "$(id)", "~root", "CON", "A/CON.", "A/CON/1", "A/NUL", "A/CONF.",
    "A/RES/53/123 ", " A/RES/53/123",
    "A\\RES\\53", "A/RES/53/123\n", "A/RES\0/1", "A/" + "9/" * 150, "А/RES/53/123", "A／RES/53/123",
    "A∕RES∕53", "A/RES/53/123;x", "--output=F", "A/RES/53/123@v1", "A/RES/53/123-", "-A/RES/53/1",
]  # fmt: skip


@pytest.mark.parametrize("text", VALID)
def test_a_form_in_use_is_read_and_printed_as_it_was(text: str) -> None:
    assert str(Symbol.parse(text)) == text


@pytest.mark.parametrize("text", VALID)
def test_the_path_leads_back_and_stays_inside_its_folder(text: str) -> None:
    symbol = Symbol.parse(text)
    assert Symbol.from_path(symbol.path) == symbol
    assert not set(symbol.path) & set(' *\\:"<>|?\0')
    assert ".." not in symbol.path.split("/")


@pytest.mark.parametrize("text", INVALID)
def test_52_and_53_other_texts_are_refused(text: str) -> None:
    with pytest.raises(SymbolError):
        Symbol.parse(text)


@pytest.mark.parametrize("text", ["A/RES/../../x", "/etc/passwd", "..", "~root", "A/RES/.."])
def test_51_a_text_that_would_leave_its_folder_is_unsafe(text: str) -> None:
    with pytest.raises(SymbolError) as caught:
        Symbol.parse(text)
    assert caught.value.unsafe


def test_a_refusal_names_the_strange_letter_by_number() -> None:
    with pytest.raises(SymbolError, match=r"U\+0410"):
        Symbol.parse("А/RES/53/123")


def test_the_constructor_judges_too() -> None:
    with pytest.raises(SymbolError):
        Symbol("nothing")


@pytest.mark.parametrize(
    ("text", "regular"),
    [("S/RES/1325(2000)", "S/RES/1325 (2000)"), ("A/RES/377(V)", "A/RES/377 (V)"),
     ("A/RES/217(III)", "A/RES/217 (III)")],
)  # fmt: skip
def test_spacing_is_made_regular(text: str, regular: str) -> None:
    assert str(Symbol.parse(text)) == regular


STEPS = st.from_regex(r"[1-9][0-9]{0,3}|L\.[1-9][0-9]?|C\.[1-6]|Rev\.[1-9]|RES", fullmatch=True)


@given(st.lists(STEPS, min_size=1, max_size=5))
def test_different_symbols_have_different_paths(steps: list[str]) -> None:
    symbol = Symbol.parse("/".join(["A", *steps]))
    assert Symbol.from_path(symbol.path) == symbol
    assert symbol.path == str(symbol)


@given(st.text(max_size=30))
def test_any_text_is_a_symbol_or_refused_and_never_a_way_out(text: str) -> None:
    try:
        path = Symbol.parse(text).path
    except SymbolError:
        return
    assert ".." not in path
    assert not path.startswith(("/", "~", "-"))


def test_symbols_stand_in_the_order_of_their_numbers() -> None:
    ordered = [
        "A/C.3/53/L.9", "A/C.3/53/L.10", "A/C.3/53/L.50", "A/C.3/53/L.50/Rev.1",
        "A/C.3/53/L.50/Rev.2", "A/C.3/53/L.50/Rev.10", "A/RES/53/2", "A/RES/53/123",
        "A/RES/54/1", "S/RES/1325 (2000)",
    ]  # fmt: skip
    assert [str(each) for each in sorted(map(Symbol, reversed(ordered)))] == ordered


@pytest.mark.parametrize(
    ("text", "number"),
    [("A/RES/53/123", "53/123"), ("S/RES/1325 (2000)", "1325 (2000)"),
     ("A/RES/2200 A (XXI)", "2200 A (XXI)"), ("A/RES/ES-11/1", "ES-11/1"),
     ("A/RES/S-10/2", "S-10/2"), ("A/RES/31/16 A", "31/16 A"), ("A/RES/69/250*", "69/250"),
     ("A/HRC/RES/50/1", "50/1"), ("E/RES/2020/10", "2020/10"), ("A/RES/217 (III)", "217 (III)"),
     ("A/C.3/53/L.50", ""), ("A/53/413", "")],
)  # fmt: skip
def test_the_number_is_what_texts_cite(text: str, number: str) -> None:
    symbol = Symbol(text)
    assert symbol.number == number
    assert symbol.is_resolution == bool(number)


def test_a_symbol_tells_its_organ_and_steps() -> None:
    symbol = Symbol("A/C.3/53/L.50")
    assert symbol.organ == "A"
    assert symbol.steps == ("A", "C.3", "53", "L.50")
