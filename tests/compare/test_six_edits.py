"""The six edits to A/RES/53/123 by which tools of comparison are measured.

One verb, one word, a paragraph moved verbatim, one moved and edited, one new, one deleted: 38 words
deleted, 18 inserted, two paragraphs of 111 words moved, and no other mark.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from penholder.compare.redline import Redline, redline
from penholder.compare.versions import compare
from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Footnote, Masthead
from penholder.model.segment import has_marks

NEW = (
    "Stresses the importance of adequate and timely funding for all activities under the Programme;"
)


@pytest.fixture(scope="module")
def shown() -> Redline:
    lines = (Path(__file__).parent / "operative-53-123.txt").read_text("utf-8").splitlines()
    paragraphs = [Paragraph(line) for line in lines]
    before = Document(
        Masthead("resolution", "General Assembly"),
        operative=tuple(paragraphs),
        footnotes=tuple(Footnote(key, f"A/53/{key}.") for key in ("sg", "hc", "pa", "conv")),
    )
    after = replace(before, operative=tuple(edited(paragraphs)))
    return redline(before, after, compare(before, after))


def edited(paragraphs: list[Paragraph]) -> list[Paragraph]:
    texts = [paragraph.text for paragraph in paragraphs]
    texts[2] = texts[2].replace("Invites", "Urges", 1)
    texts[12] = texts[12].replace("fifty-fourth", "fifty-fifth")
    moved = texts[10]
    moved_and_edited = texts[8].replace("Welcomes", "Welcomes with appreciation", 1)
    order = [texts[0], moved, *texts[1:5], *texts[6:8], texts[9], texts[11]]
    return [Paragraph(text) for text in (*order, moved_and_edited, NEW, *texts[12:])]


def test_marks_are_the_words_that_changed(shown: Redline) -> None:
    words = shown.counts.words

    assert (words.deleted, words.inserted, words.moved) == (38, 18, 111)


def test_each_edit_is_told_once(shown: Redline) -> None:
    told = [
        (line.status, (line.label_after or line.label_before).address)  # type: ignore[union-attr]
        for line in shown.lines
        if line.status not in ("equal", "moved away")
    ]

    assert told == [
        ("moved", "OP 2"),
        ("reworded", "OP 4"),
        ("deleted", "OP 6"),
        ("moved", "OP 11"),
        ("inserted", "OP 12"),
        ("reworded", "OP 13"),
    ]


def test_edit_inside_the_moved_paragraph_is_marked(shown: Redline) -> None:
    moved = [line for line in shown.lines if line.status == "moved"]

    assert [line.counterparts for line in moved] == [("OP 11",), ("OP 9",)]
    assert not has_marks(moved[0].segments)
    assert [each.text for each in moved[1].segments if each.op != "equal"] == [" with appreciation"]


def test_places_left_tell_where_their_paragraphs_went(shown: Redline) -> None:
    left = [line for line in shown.lines if line.status == "moved away"]

    assert [line.counterparts for line in left] == [("OP 11",), ("OP 2",)]
