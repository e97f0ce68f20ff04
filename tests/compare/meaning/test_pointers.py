"""Which words point into the same document, and where they point."""

import pytest

from penholder.compare.meaning.pointers import pointers

KNOWN = (
    *(f"OP {number}" for number in range(1, 10)),
    "OP 3 (a)", "OP 3 (b)", "OP 5 (b)", "OP 5 (c)", "PP 3", "section II", "section II, OP 1",
    "annex I", "annex I, OP 5", "part A, OP 1", "part B, OP 1",
)  # fmt: skip
HERE = (
    ("as set out in paragraph 5 above", "OP 7", ["OP 5"]),
    ("Decides that paragraph 5 (b) below shall apply", "OP 2", ["OP 5 (b)"]),
    ("paragraphs 3 and 4 of the present resolution", "OP 7", ["OP 3", "OP 4"]),
    ("paragraphs 3 (a) and (b) above", "OP 7", ["OP 3 (a)", "OP 3 (b)"]),
    ("paragraphs 1 to 4 of this resolution", "OP 7", ["OP 1", "OP 4"]),
    ("in line with operative paragraph 9", "OP 7", ["OP 9"]),
    ("the third preambular paragraph of the present resolution", "OP 7", ["PP 3"]),
    ("the measures imposed by and set out in paragraph 6;", "OP 7", ["OP 6"]),
    ("as described in subparagraph (b) above", "OP 5 (c)", ["OP 5 (b)"]),
    ("subparagraphs (b) and (c).", "OP 5", ["OP 5 (b)", "OP 5 (c)"]),
    ("as told in section II of the present resolution", "OP 7", ["section II"]),
    ("contained in annex I to the present resolution", "OP 7", ["annex I"]),
    ("the rules in paragraph 5 above", "annex I, OP 9", ["annex I, OP 5"]),
    ("paragraph 5 of the present resolution", "annex I, OP 9", ["OP 5"]),
    ("approved in paragraph 1 above", "part B, OP 4", ["part B, OP 1"]),
    ("as in paragraph 1 above", "section II, OP 4", ["section II, OP 1"]),
)
ELSEWHERE = (
    "Recalls paragraph 5 of its resolution 52/102 of 12 December 1997",
    "in line with paragraph 10 of its resolution 78/322",
    "Recalls paragraph 65 (d) of the Sevilla Commitment",
    "in accordance with paragraph 4 of Article 12 of the Charter",
    "in its resolution 51/77, in particular the goals set out in paragraph 3;",
    "the report of the Secretary-General, and the proposals contained in paragraph 3;",
    "operative paragraph 4 of resolution 52/102",
    "paragraph 20 of the statute of the Office",
    "section II of its resolution 52/102",
    "annex I to resolution 41/213",
    "resolution 41/213, paragraph 5",
    "the follow-up on paragraph 88, subparagraphs (a) to (h), of the outcome document",
)


@pytest.mark.parametrize(("text", "place", "targets"), HERE)
def test_numbers_of_the_same_document_are_found(text: str, place: str, targets: list[str]) -> None:
    assert [pointer.target(KNOWN) for pointer in pointers(text, place)] == targets


@pytest.mark.parametrize("text", ELSEWHERE)
def test_numbers_of_other_documents_are_not(text: str) -> None:
    assert list(pointers(text, "OP 7")) == []


def test_a_number_that_nothing_bears_points_nowhere() -> None:
    assert [each.target(KNOWN) for each in pointers("paragraph 25 above", "OP 7")] == [""]
