import pytest

from penholder.model.amendment import Address, AddressError


@pytest.mark.parametrize(
    ("text", "scope", "unit"),
    [
        ("PP 14", "", "PP 14"),
        ("OP 5 (b) (ii)", "", "OP 5 (b) (ii)"),
        ("OP 3 bis", "", "OP 3 bis"),
        ("OP last", "", "OP last"),
        ("OP 5, lead-in", "", "OP 5, lead-in"),
        ("section II, OP 4", "section II, ", "OP 4"),
        ("annex I, paragraph 3 (a)", "annex I, ", "paragraph 3 (a)"),
        ("part B, title", "part B, ", "title"),
        ("annex", "", "annex"),
        ("footnote 3", "", "footnote 3"),
        ("operative part", "", "operative part"),
    ],
)
def test_an_address_names_a_spot(text: str, scope: str, unit: str) -> None:
    address = Address.parse(text)
    assert (str(address), address.scope, address.unit) == (text, scope, unit)


@pytest.mark.parametrize("text", ["", "14", "PP", "OP x", "op 5", "OP 5;", "OP 5 (B)", "PP 1\n"])
def test_what_names_no_spot_is_refused(text: str) -> None:
    with pytest.raises(AddressError):
        Address.parse(text)


def test_areas_are_told_from_paragraphs() -> None:
    texts = ("title", "preamble", "operative part", "whole text", "PP 1", "annex I")
    assert [Address.parse(text).is_area for text in texts] == [True] * 4 + [False] * 2
