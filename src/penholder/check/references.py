"""Whether every footnote call, footnote and reference to a paragraph finds its other end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from penholder.check.finding import Finding, InNote, InUnit
from penholder.check.reading import Reading
from penholder.model.blocks import Paragraph
from penholder.model.wording import Call, marks


def footnote_calls(reading: Reading) -> Iterator[Finding]:
    """Find calls of footnotes that are not there, or that stand inside a footnote.

    A note cites its source itself; it calls no other note (un-conventions 2.7).
    """
    known = {note.key for note in reading.document.footnotes}
    for spot, text in reading.texts():
        for offset, mark in marks(text):
            if not isinstance(mark, Call):
                continue
            here = replace(spot, offset=offset)
            if isinstance(spot, InNote):
                what = f"the footnote {spot.key} calls the footnote {mark.key}"
                yield Finding("E-FOOTNOTE", what, "write the words of the source out", here)
            elif mark.key not in known:
                what = f"the footnote {mark.key} is called here and not written under footnotes"
                fix = f"add {mark.key}: to footnotes, or delete [^{mark.key}]"
                yield Finding("E-REF", what, fix, here)


def uncalled_footnotes(reading: Reading) -> Iterator[Finding]:
    """Find footnotes that no text calls, so that no page would print them."""
    called = {
        mark.key
        for spot, text in reading.texts()
        if not isinstance(spot, InNote)
        for _, mark in marks(text)
        if isinstance(mark, Call)
    }
    for note in reading.document.footnotes:
        if note.key not in called:
            what = f"the footnote {note.key} is never called"
            fix = f"write [^{note.key}] where it belongs, or delete it"
            yield Finding("E-FOOTNOTE", what, fix, InNote(note.key))


def paragraph_references(reading: Reading) -> Iterator[Finding]:
    """Find ids that two paragraphs bear, and references to an id that none bears."""
    bearers: dict[str, int] = {}
    for index, unit in enumerate(reading.units):
        if not isinstance(unit.block, Paragraph) or not unit.block.id:
            continue
        first = bearers.setdefault(unit.block.id, index)
        if first != index:
            address = reading.labels[first].address
            what = f"the id {unit.block.id} is already that of {address}"
            yield Finding("E-REF", what, "give one of them another id", InUnit(index, key="id"))
    for spot, text in reading.texts():
        for offset, mark in marks(text):
            if not isinstance(mark, Call) and mark.id not in bearers:
                what = f"[[{mark.id}]] refers to a paragraph that is not there"
                fix = f"give the paragraph meant id: {mark.id}, or write the number out"
                yield Finding("E-REF", what, fix, replace(spot, offset=offset))
