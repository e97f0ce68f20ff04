"""What changed in footnotes that are known to be one."""

from __future__ import annotations

from penholder.compare.note_pairs import note_pairs
from penholder.compare.notes import note_changes, note_order
from penholder.model.blocks import Paragraph
from penholder.model.change import NoteOrder
from penholder.model.document import Document, Footnote, Masthead

SG = Footnote("sg", "A/53/413.")
RECORDS = Footnote("hc", "Official Records of the General Assembly, Supplement No. 12 (A/53/12).")


def of(*notes: Footnote, text: str = "") -> Document:
    masthead = Masthead("resolution", "General Assembly")
    return Document(masthead, operative=(Paragraph(text),), footnotes=notes)


def test_inserted_note_is_one_change() -> None:
    new = Footnote("new", "A/54/777.")
    after = (SG, new, RECORDS)
    pairs = note_pairs(of(SG, RECORDS), of(*after))

    changes = note_changes((SG, RECORDS), after, pairs)
    assert [(each.before, each.after) for each in changes] == [(None, new)]


def test_removed_note_is_one_change() -> None:
    changes = note_changes((SG, RECORDS), (SG,), note_pairs(of(SG, RECORDS), of(SG)))

    assert [(each.before, each.after) for each in changes] == [(RECORDS, None)]


def test_order_in_the_file_is_kept_apart() -> None:
    assert note_order((SG, RECORDS), (SG, RECORDS)) is None
    assert note_order((SG, RECORDS), (RECORDS, SG)) == NoteOrder(("sg", "hc"), ("hc", "sg"))
