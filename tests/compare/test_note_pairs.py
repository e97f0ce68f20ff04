"""Footnotes are known by key and content, and by where they are called from."""

from __future__ import annotations

from penholder.compare.note_pairs import note_pairs
from penholder.compare.notes import call_keys
from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Footnote, Masthead

SG = Footnote("sg", "A/53/413.")
RECORDS = Footnote("hc", "Official Records of the General Assembly, Supplement No. 12 (A/53/12).")


def of(*notes: Footnote, text: str = "") -> Document:
    masthead = Masthead("resolution", "General Assembly")
    return Document(masthead, operative=(Paragraph(text),), footnotes=notes)


def test_numbers_for_keys_that_shift_are_seen_through() -> None:
    before = (Footnote("n1", "A/1."), Footnote("n2", "A/2."))
    after = (Footnote("n1", "A/0."), Footnote("n2", "A/1."), Footnote("n3", "A/2."))
    pairs = note_pairs(of(*before), of(*after))

    assert [(then.key, now.key) for then, now in pairs] == [("n1", "n2"), ("n2", "n3")]
    assert call_keys(pairs, after) == {"[^n1]": "[^n1]+", "[^n2]": "[^n1]", "[^n3]": "[^n2]"}


def test_key_and_words_may_both_change_a_little() -> None:
    after = Footnote("records", RECORDS.text.replace("A/53/12", "A/53/12 and Corr.1"))

    assert note_pairs(of(RECORDS), of(after)) == [(RECORDS, after)]


def test_two_volumes_of_one_series_are_not_one_note() -> None:
    before = Footnote("convention", "United Nations, *Treaty Series*, vol. 189, No. 2545.")
    after = Footnote("protocol", "United Nations, *Treaty Series*, vol. 606, No. 8791.")

    assert note_pairs(of(before), of(after)) == []


def test_of_two_notes_nearly_the_same_the_likest_is_taken() -> None:
    before = Footnote("a", "See A/53/12, annex I, paragraphs 4 and 5 of the report.")
    nearer = Footnote("b", "See A/53/12, annex I, paragraphs 4 and 5 of that report.")
    farther = Footnote("c", "See also A/53/12, annex I, paragraphs 4 and 5 of that report.")

    assert note_pairs(of(before), of(farther, nearer)) == [(before, nearer)]


def test_key_that_stays_is_the_note_whatever_it_says() -> None:
    after = Footnote("sg", "See resolution 60/1.")

    assert note_pairs(of(SG), of(after)) == [(SG, after)]


def test_of_notes_that_say_the_same_the_one_left_out_is_found() -> None:
    texts = ("A/1.", "Ibid.", "A/2.", "Ibid.", "A/3.")
    before = tuple(Footnote(f"n{i}", text) for i, text in enumerate(texts, 1))
    after = tuple(Footnote(f"n{i}", text) for i, text in enumerate((*texts[:3], texts[4]), 1))
    pairs = note_pairs(of(*before), of(*after))

    assert sorted((then.key, now.key) for then, now in pairs) == [
        ("n1", "n1"), ("n2", "n2"), ("n3", "n3"), ("n5", "n4"),
    ]  # fmt: skip


def test_number_for_a_key_does_not_make_two_notes_one() -> None:
    before, after = Footnote("n1", "See resolution 60/1."), Footnote("n1", "A/63/826, annex.")

    assert note_pairs(of(before), of(after)) == []


def test_notes_named_by_number_are_one_where_they_are_called_from_the_same_words() -> None:
    before = of(Footnote("n1", "A/78/12."), text="Takes note of the report of the Council;[^n1]")
    after = of(
        Footnote("n1", "A/80/6."),
        Footnote("n2", "A/80/12."),
        text="Recalls the rules[^n1] and takes note of the report of the Council;[^n2]",
    )
    pairs = note_pairs(before, after)

    assert pairs == [(before.footnotes[0], after.footnotes[1])]


def test_of_notes_that_say_the_same_the_one_whose_call_went_is_gone() -> None:
    texts = ("Recalling A,[^n1]", "Recalling B,[^n2]", "Recalling C,[^n3]")
    masthead = Masthead("resolution", "General Assembly")
    notes = tuple(Footnote(f"n{number}", "Ibid.") for number in (1, 2, 3))
    before = Document(masthead, operative=tuple(map(Paragraph, texts)), footnotes=notes)
    kept = (texts[0], "Recalling B,", texts[2].replace("n3", "n2"))
    after = Document(masthead, operative=tuple(map(Paragraph, kept)), footnotes=notes[:2])

    pairs = note_pairs(before, after)
    assert {(then.key, now.key) for then, now in pairs} == {("n1", "n1"), ("n3", "n2")}


def test_a_citation_brought_up_to_date_is_one_note_also_where_it_names_the_key() -> None:
    text = "Taking note of the working paper prepared by the Secretariat,[^a-79-13]"
    before = of(Footnote("a-79-13", "A/79/13."), text=text)
    after = of(Footnote("a-80-13", "A/80/13."), text=text.replace("a-79", "a-80"))

    assert [(then.key, now.key) for then, now in note_pairs(before, after)] == [
        ("a-79-13", "a-80-13")
    ]
