"""A comparison that does not fit is refused, whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from penholder.compare.apply import apply, undo
from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.errors import ChangeDoesNotFit
from penholder.model.blocks import Paragraph
from penholder.model.change import Comparison
from penholder.model.document import Document, Footnote, Masthead

BEFORE = Document(
    Masthead("resolution", "General Assembly"),
    title="Refugees",
    operative=(
        Paragraph("Invites all States to report;"),
        Paragraph("Notes the report of the Office;[^sg]"),
        Paragraph("Decides to remain seized of the matter."),
    ),
    footnotes=(Footnote("sg", "A/53/413."),),
)
AFTER = replace(
    BEFORE,
    title="Refugees and returnees",
    operative=(
        Paragraph("Invites all States to report;"),
        Paragraph("Notes the second report of the Office;[^sg]"),
        Paragraph("Decides to remain seized of the matter."),
    ),
    footnotes=(Footnote("sg", "A/53/414."),),
)


def changed(index: int, text: str) -> Document:
    paragraphs = list(BEFORE.operative)
    paragraphs[index] = Paragraph(text)
    return replace(BEFORE, operative=tuple(paragraphs))


def test_other_words_where_nothing_changed_are_left_alone() -> None:
    other = changed(2, "Decides to return to the matter.")

    assert apply(compare(BEFORE, AFTER), other).operative[2:] == other.operative[2:]


@pytest.mark.parametrize(
    ("other", "place"),
    [
        (changed(1, "Welcomes the report;[^sg]"), "OP 2"),
        (replace(BEFORE, operative=BEFORE.operative[:2]), "2 units where 3"),
        (replace(BEFORE, title="Migrants"), "title"),
        (replace(BEFORE, footnotes=(Footnote("sg", "A/53/1."),)), "footnote sg"),
    ],
)
def test_comparison_that_does_not_fit_names_the_place(other: Document, place: str) -> None:
    with pytest.raises(ChangeDoesNotFit, match=place):
        apply(compare(BEFORE, AFTER), other)


def test_undo_refuses_another_document_too() -> None:
    with pytest.raises(ChangeDoesNotFit, match="OP 2"):
        undo(compare(BEFORE, AFTER), BEFORE)


def test_changes_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ChangeDoesNotFit, match="add up"):
        apply(Comparison(1, (3, 4)), BEFORE)


def test_comparison_of_other_footnotes_is_refused() -> None:
    grown = replace(AFTER, footnotes=(*AFTER.footnotes, Footnote("new", "A/1.")))

    with pytest.raises(ChangeDoesNotFit, match="footnotes are not"):
        apply(compare(BEFORE, grown), replace(BEFORE, footnotes=()))


def test_note_that_no_change_brings_is_refused() -> None:
    grown = replace(AFTER, footnotes=(*AFTER.footnotes, Footnote("new", "A/1.")))
    comparison = replace(compare(BEFORE, grown), notes=())

    with pytest.raises(ChangeDoesNotFit, match="footnote new"):
        apply(comparison, BEFORE)


def test_redline_of_other_documents_is_refused() -> None:
    with pytest.raises(ChangeDoesNotFit, match="another document"):
        redline(BEFORE, BEFORE, compare(BEFORE, AFTER))
