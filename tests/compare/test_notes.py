"""Footnotes are known by key and content."""

from __future__ import annotations

from penholder.compare.notes import call_keys, note_changes, note_order, note_pairs
from penholder.model.change import NoteOrder
from penholder.model.document import Footnote

SG = Footnote("sg", "A/53/413.")
RECORDS = Footnote("hc", "Official Records of the General Assembly, Supplement No. 12 (A/53/12).")


def test_inserted_note_is_one_change() -> None:
    new = Footnote("new", "A/54/777.")
    after = (SG, new, RECORDS)
    pairs = note_pairs((SG, RECORDS), after)

    changes = note_changes((SG, RECORDS), after, pairs)
    assert [(each.before, each.after) for each in changes] == [(None, new)]


def test_removed_note_is_one_change() -> None:
    changes = note_changes((SG, RECORDS), (SG,), note_pairs((SG, RECORDS), (SG,)))

    assert [(each.before, each.after) for each in changes] == [(RECORDS, None)]


def test_numbers_for_keys_that_shift_are_seen_through() -> None:
    before = (Footnote("n1", "A/1."), Footnote("n2", "A/2."))
    after = (Footnote("n1", "A/0."), Footnote("n2", "A/1."), Footnote("n3", "A/2."))
    pairs = note_pairs(before, after)

    assert [(then.key, now.key) for then, now in pairs] == [("n1", "n2"), ("n2", "n3")]
    assert call_keys(pairs, after) == {"[^n1]": "[^n1]+", "[^n2]": "[^n1]", "[^n3]": "[^n2]"}


def test_key_and_words_may_both_change_a_little() -> None:
    after = Footnote("records", RECORDS.text.replace("A/53/12", "A/53/12 and Corr.1"))

    assert note_pairs((RECORDS,), (after,)) == [(RECORDS, after)]


def test_two_volumes_of_one_series_are_not_one_note() -> None:
    before = Footnote("convention", "United Nations, *Treaty Series*, vol. 189, No. 2545.")
    after = Footnote("protocol", "United Nations, *Treaty Series*, vol. 606, No. 8791.")

    assert note_pairs((before,), (after,)) == []


def test_of_two_notes_nearly_the_same_the_likest_is_taken() -> None:
    before = Footnote("a", "See A/53/12, annex I, paragraphs 4 and 5 of the report.")
    nearer = Footnote("b", "See A/53/12, annex I, paragraphs 4 and 5 of that report.")
    farther = Footnote("c", "See also A/53/12, annex I, paragraphs 4 and 5 of that report.")

    assert note_pairs((before,), (farther, nearer)) == [(before, nearer)]


def test_key_that_stays_is_the_note_whatever_it_says() -> None:
    after = Footnote("sg", "See resolution 60/1.")

    assert note_pairs((SG,), (after,)) == [(SG, after)]


def test_order_in_the_file_is_kept_apart() -> None:
    assert note_order((SG, RECORDS), (SG, RECORDS)) is None
    assert note_order((SG, RECORDS), (RECORDS, SG)) == NoteOrder(("sg", "hc"), ("hc", "sg"))
