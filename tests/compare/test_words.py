"""Words inside a pair of texts."""

from __future__ import annotations

import pytest

from penholder.compare.words import inverse, split_segments, text_segments, unit_segments
from penholder.model.blocks import Paragraph
from penholder.model.outline import Row, Unit
from penholder.model.segment import Segment, Segments, text_after, text_before


def marked(segments: Segments) -> str:
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(signs[each.op].format(each.text) for each in segments)


def paragraph(text: str) -> Unit:
    return Unit("operative", 0, Paragraph(text))


def test_one_word_between_two_changes_is_drawn_into_the_phrase() -> None:
    before = "to provide all the appropriate forms and levels of support"
    after = "to provide all the humanitarian, economic aid and means of support"

    assert marked(text_segments(before, after, {})) == (
        "to provide all the [-appropriate forms and levels-]"
        "{+humanitarian, economic aid and means+} of support"
    )


def test_words_only_added_on_both_sides_leave_what_stands_between() -> None:
    assert marked(
        text_segments("noting women of all", "noting also women and girls of all", {})
    ) == ("noting{+ also+} women{+ and girls+} of all")


def test_text_almost_wholly_changed_is_shown_as_replaced() -> None:
    before = "Requests the Office to publish reports of every meeting in Geneva"
    after = "Thanks the host country for hospitality shown to every participant"

    segments = text_segments(before, after, {})
    assert [segment.op for segment in segments] == ["delete", "insert"]


def test_space_before_a_word_that_stays_is_marked_alone() -> None:
    assert marked(text_segments("all[States", "all [States", {})) == "all{+ +}[States"


def test_changed_italics_are_seen() -> None:
    assert marked(text_segments("see *Treaty* Series", "see *Treaty Series*", {})) == (
        "see *Treaty[-*-] Series{+*+}"
    )


def test_opening_phrase_within_italics_is_one_change() -> None:
    segments = unit_segments(
        paragraph("*Takes note* of the report"), paragraph("*Also welcomes* the report"), {}
    )

    assert marked(segments) == "*[-Takes note-]{+Also welcomes+}*[- of-] the report"


def test_call_of_a_note_given_another_key_is_no_mark_and_not_lost() -> None:
    segments = text_segments("the report[^sg] now", "the report[^n1] now", {"[^n1]": "[^sg]"})

    assert segments == (
        Segment("equal", "the report"),
        Segment("equal", "[^sg]", "[^n1]"),
        Segment("equal", " now"),
    )
    assert text_after(segments) == "the report[^n1] now"
    assert inverse(inverse(segments)) == segments
    assert text_before(inverse(segments)) == "the report[^n1] now"


def test_row_is_compared_cell_by_cell() -> None:
    before = Unit("operative", 1, Row(("Chile", "0.42", "0.42")))
    after = Unit("operative", 1, Row(("Chile", "0.45", "0.42")))

    assert marked(unit_segments(before, after, {})) == "Chile\t[-0.42-]{+0.45+}\t0.42"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("of 12 345 600 francs", "of 12 999 600 francs", "of [-12 345 600-]{+12 999 600+} francs"),
        ("of 12\u00a0345 dollars", "of 912\u00a0345 dollars",
         "of [-12\u00a0345-]{+912\u00a0345+} dollars"),
        ("in 1998 500 met", "in 1999 500 met", "in [-1998-]{+1999+} 500 met"),
    ],
)  # fmt: skip
def test_a_figure_of_thousands_is_one_word(before: str, after: str, told: str) -> None:
    # Half a figure says nothing, and from the right its halves would stand in another order.
    assert marked(text_segments(before, after, {})) == told
    assert forms(text_segments("12 345", "12\u00a0345", {})) == "<12 345>(12\u00a0345)"


def test_row_with_another_count_of_cells_is_still_exact() -> None:
    before = Unit("operative", 1, Row(("Chile", "0.42")))
    after = Unit("operative", 1, Row(("Chile", "new", "0.42")))

    segments = unit_segments(before, after, {})
    assert (text_before(segments), text_after(segments)) == ("Chile\t0.42", "Chile\tnew\t0.42")


def test_deleted_words_at_the_seam_of_a_split_go_with_the_part_before() -> None:
    passages = split_segments("Urges peace, and asks for aid", ["Urges peace;", "Asks for aid"], {})

    assert [marked(passage) for passage in passages] == [
        "Urges peace[-, and asks-]{+;+}",
        "{+Asks+} for aid",
    ]


def forms(segments: Segments) -> str:
    signs = {"equal": "{}", "delete": "<{}>", "insert": "({})"}
    return "".join(
        signs[each.op].format(each.text) if each.is_form or each.op == "equal" else "?"
        for each in segments
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("it's peace", "it’s peace", "<it's>(it’s) peace"),
        ("“so” said", '"so" said', '<“>(")so<”>(") said'),
        ("10\u00a0December 1997", "10 December 1997", "<10\u00a0December 1997>(10 December 1997)"),
        ("the\u00a0Office", "the Office", "the<\u00a0>( )Office"),
        ("the  Office", "the Office", "the < >Office"),
        ("A — B", "A - B", "A <—>(-) B"),
        ("1998-1999", "1998–1999", "<1998-1999>(1998–1999)"),
        ("neo\u2011Nazism", "neo-Nazism", "<neo\u2011Nazism>(neo-Nazism)"),
        ("the Office ;", "the Office;", "the Office< >;"),
    ],
)
def test_shape_of_signs_and_spaces_is_told_apart_from_wording(
    before: str, after: str, told: str
) -> None:
    segments = text_segments(before, after, {})

    assert forms(segments) == told
    assert (text_before(segments), text_after(segments)) == (before, after)
    assert inverse(inverse(segments)) == segments


def test_change_of_form_beside_a_change_of_wording_stays_apart() -> None:
    segments = text_segments("the State's “aim” is", "the Member’s “goal\u201d is", {})

    assert [each.text for each in segments if each.is_form] == []
    assert marked(segments) == "the [-State's-]{+Member’s+} “[-aim-]{+goal+}” is"
