from tests.publish.rich_pair import AFTER, BEFORE

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.segment import Segment
from penholder.publish.change_list import ChangeList, shortened
from penholder.publish.page import Words


def told() -> list[tuple[str, str]]:
    changes = ChangeList.of(redline(BEFORE, AFTER, compare(BEFORE, AFTER)))
    return [(entry.place, entry.kind) for entry in changes.entries]


def test_a_move_a_split_and_the_masthead_are_one_change_each() -> None:
    entries = told()
    assert entries[:2] == [("masthead", "changed"), ("title", "reworded")]
    assert entries.count(("OP 1 → OP 7", "moved and reworded")) == 1
    assert [kind for _, kind in entries].count("split") == 1


def test_each_row_and_each_footnote_that_changed_is_a_change() -> None:
    entries = told()
    assert ("table 1, row 3", "deleted") in entries
    assert ("table 1, row 5", "inserted") in entries
    assert ("note 3", "inserted") in entries
    assert ("note 1", "reworded") in entries


def test_nothing_changed_is_an_empty_list() -> None:
    same = ChangeList.of(redline(BEFORE, BEFORE, compare(BEFORE, BEFORE)))
    assert same.entries == []
    assert set(same.of_lines) == {0}
    assert set(same.of_notes) == {0}


def test_the_words_of_a_change_are_the_first_that_differ() -> None:
    segments = (
        Segment("equal", "Takes "), Segment("delete", "note"), Segment("insert", "heart"),
        Segment("equal", " of it, "), Segment("insert", "gladly"),
    )  # fmt: skip
    assert shortened(segments) == (
        Words("note", change="deleted"), Words("heart", change="inserted"),
    )  # fmt: skip


def test_a_sign_is_told_with_the_words_around_it() -> None:
    segments = (Segment("equal", "of the States"), Segment("insert", ","), Segment("equal", " all"))
    assert shortened(segments) == (
        Words("of the States"), Words(",", change="inserted"), Words(" all"),
    )  # fmt: skip


def test_long_words_are_cut_at_a_space() -> None:
    (words,) = shortened((Segment("insert", "seven letters " * 20),))
    assert isinstance(words, Words)
    assert words.text.endswith("letters …")
    assert len(words.text) <= 72
