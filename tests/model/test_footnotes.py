"""Footnote numbers by the two rules of repeated indicators (Editorial Manual, footnotes, 5)."""

from __future__ import annotations

from pathlib import Path

from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Document, Footnote, Masthead
from penholder.model.footnotes import NoteCall, call_order, note_calls
from penholder.store.read import read_document

SEED = Path(__file__).parents[2] / "content" / "A" / "RES" / "53" / "123.yaml"


def document(style: str) -> Document:
    return Document(
        Masthead("resolution", "General Assembly", style=style),
        title="About[^t]",
        preamble=(Paragraph("a[^a] b[^b],"),),
        operative=(
            Paragraph("c[^a]:", items=(Paragraph("d[^b] \\[^x];"),), closing="e[^c];"),
            Table("f[^a]", (("g[^d]",),)),
        ),
        footnotes=tuple(Footnote(key, key) for key in "tabcd"),
    )


def test_by_the_former_rule_a_note_called_again_keeps_its_number() -> None:
    assert note_calls(document("1992")) == (
        NoteCall(1, "t", True), NoteCall(2, "a", True), NoteCall(3, "b", True),
        NoteCall(2, "a", False), NoteCall(3, "b", False), NoteCall(4, "c", True),
        NoteCall(2, "a", False), NoteCall(5, "d", True),
    )  # fmt: skip


def test_today_every_call_is_a_note_of_its_own() -> None:
    calls = note_calls(document("2020"))
    assert [call.number for call in calls] == list(range(1, 9))
    assert all(call.opens_note for call in calls)


def test_calls_stand_in_reading_order() -> None:
    assert list(call_order(document(""))) == ["t", "a", "b", "a", "b", "c", "a", "d"]


def test_the_sample_repeats_its_indicators() -> None:
    sample = read_document(SEED.read_bytes(), "x").document
    assert sample
    calls = note_calls(sample)
    assert [call.number for call in calls] == [1, 2, 3, 4, 5, 6, 1, 2, 4, 5]
    assert sample.footnote("sg") == Footnote("sg", "A/53/413.")
    assert sample.footnote("nobody") is None
