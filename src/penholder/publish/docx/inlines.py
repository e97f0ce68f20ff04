"""The segments of a text become runs of a Word file, each version in its own face."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from penholder.compare.note_lines import NoteLine
from penholder.model.document import Document
from penholder.model.footnotes import NoteCall, note_calls
from penholder.model.segment import Op, Segment, Segments, text_after, text_before, whole
from penholder.model.wording import Call, Reference, Text, Turn, scan
from penholder.publish.docx.anchors import note_anchor
from penholder.publish.docx.sheet import (
    Anchor,
    Inline,
    Inlines,
    Note,
    NoteAgain,
    NoteHere,
    State,
    Stretch,
)
from penholder.publish.languages import PACKAGED
from penholder.publish.runs import Face, italic_opening, reference_numbers

States = Mapping[Op, State]
"""The state of what stands in both versions, only before, only after; without a key: left out."""

IN_PLACE: States = {"equal": "", "delete": "deleted", "insert": "inserted"}


@dataclass(slots=True)
class Notes:
    """The notes of the file in the order of their first calls, and where each number stands."""

    lines: tuple[NoteLine, ...]
    documents: tuple[Document, Document]
    found: list[Note] = field(default_factory=list)
    _places: dict[tuple[Op, int], int] = field(default_factory=dict)

    def add(self, segments: Segments, mark: str = "", keys: tuple[str, str] = ("", "")) -> int:
        """Add a note that says ``segments``; return its number. ``mark`` as in :class:`Note`.

        ``keys`` are those of the note in both versions.
        """
        self.found.append(Note(_plain(segments), mark, note_anchor(self.documents, keys)))
        return len(self.found)

    def opened(self, before: NoteCall | None, after: NoteCall | None) -> int:
        """Add the note that a call opens, in one version or in both."""
        line = self._line(before, after)
        if before and after:
            segments = line.segments
        elif after:
            segments = whole("insert", text_after(line.segments))
        else:
            segments = whole("delete", text_before(line.segments))
        note = self.add(segments, keys=(before.key if before else "", after.key if after else ""))
        if before:
            self._places["delete", before.number] = note
        if after:
            self._places["insert", after.number] = note
        return note

    def again(self, version: Op, number: int, state: State) -> NoteAgain:
        """Return a further call of the note that has a number in one version."""
        return NoteAgain(self._places.get((version, number), 1), number, state)

    def are_one(self, before: NoteCall, after: NoteCall) -> bool:
        """Whether two calls call the same note, each in its version."""
        return self._line(before, after) is not _NO_LINE

    def _line(self, before: NoteCall | None, after: NoteCall | None) -> NoteLine:
        for line in self.lines:
            if before is not None and line.key_before != before.key:
                continue
            if after is not None and line.key_after != after.key:
                continue
            return line
        return _NO_LINE


_NO_LINE = NoteLine("equal", "", "", (), (), ())


class InlineSetter:
    """Sets texts in the reading order of the file, taking the footnote calls as they come."""

    def __init__(self, before: Document, after: Document, notes: Notes) -> None:
        self.notes = notes
        self._calls = {"delete": iter(note_calls(before)), "insert": iter(note_calls(after))}
        self._numbers = {
            "delete": reference_numbers(before, PACKAGED.of(before.masthead.language)),
            "insert": reference_numbers(after, PACKAGED.of(after.masthead.language)),
        }
        self._languages = tuple(PACKAGED.of(each.masthead.language) for each in (before, after))

    def set(self, segments: Segments, states: States, *, opens: tuple[bool, bool]) -> Inlines:
        """Return the runs of one text; ``opens`` tells for each version of an opening phrase."""
        before, after = text_before(segments), text_after(segments)
        faces = _Faces(
            Face(italic_opening(before, self._languages[0]) if opens[0] else 0),
            Face(italic_opening(after, self._languages[1]) if opens[1] else 0),
            states,
        )
        found: list[Inline] = []
        for segment in segments:
            if segment.op in states:
                found += self._segment(segment, faces, states)
        return _joined(found)

    def _segment(self, segment: Segment, faces: _Faces, states: States) -> Iterator[Inline]:
        op, state = segment.op, states[segment.op]
        for _, part in scan(segment.text):
            match part:
                case Turn():
                    faces.turn(op)
                case Text():
                    yield from faces.set(part.text, op, state)
                case Call():
                    yield from self._call(op, states)
                case Reference():
                    yield from self._reference(part.id, op, states)

    def _call(self, op: Op, states: States) -> Iterator[Inline]:
        before = next(self._calls["delete"]) if _concerns("delete", op, states) else None
        after = next(self._calls["insert"]) if _concerns("insert", op, states) else None
        state = states[op]
        if before and after and not self._stay_one(before, after):
            yield self._struck_or_new("delete", before, states["delete"])
            yield self._struck_or_new("insert", after, states["insert"])
        elif before and before.opens_note:
            yield NoteHere(self.notes.opened(before, after), state)
        elif after:
            yield self._struck_or_new("insert", after, state)
        elif before:
            yield self._struck_or_new("delete", before, state)

    def _stay_one(self, before: NoteCall, after: NoteCall) -> bool:
        """Whether a call looks the same in both versions: what follows it prints its number."""
        if before.opens_note and after.opens_note:
            return self.notes.are_one(before, after)
        if before.opens_note or after.opens_note:
            return False
        notes = (self.notes.again("delete", before.number, ""),
                 self.notes.again("insert", after.number, ""))  # fmt: skip
        return notes[0] == notes[1]

    def _struck_or_new(self, version: Op, call: NoteCall, state: State) -> Inline:
        if not call.opens_note:
            return self.notes.again(version, call.number, state)
        if version == "delete":
            return NoteHere(self.notes.opened(call, None), state)
        return NoteHere(self.notes.opened(None, call), state)

    def _reference(self, id_: str, op: Op, states: States) -> Iterator[Inline]:
        numbers = [
            self._numbers[version].get(id_, id_) if _concerns(version, op, states) else ""
            for version in ("delete", "insert")
        ]
        if all(numbers) and numbers[0] != numbers[1]:
            yield Stretch(numbers[0], states["delete"], anchor=(f"id {id_}", ""))
            yield Stretch(numbers[1], states["insert"], anchor=("", f"id {id_}"))
        else:
            told = [f"id {id_}" if number else "" for number in numbers]
            yield Stretch(numbers[1] or numbers[0], states[op], anchor=(told[0], told[1]))


def _concerns(version: Op, op: Op, states: States) -> bool:
    """Whether what stands there is text of that version, and is set for it."""
    return op == version or (op == "equal" and version in states)


@dataclass(frozen=True, slots=True)
class _Faces:
    """Upright or italic, as both versions of a text go along."""

    before: Face
    after: Face
    states: States

    def of(self, op: Op) -> tuple[Face, ...]:
        """Return the faces of the versions that are set at what stands there."""
        versions: tuple[tuple[Op, Face], ...] = (("delete", self.before), ("insert", self.after))
        return tuple(face for each, face in versions if _concerns(each, op, self.states))

    def turn(self, op: Op) -> None:
        for face in self.of(op):
            face.turn()

    def set(self, text: str, op: Op, state: State) -> Iterator[Stretch]:
        """Yield the text in pieces of one face in each version."""
        faces = self.of(op)
        ends = {0, len(text), *(min(face.opening, len(text)) for face in faces)}
        for start, end in pairwise(sorted(ends)):
            italics = [face.is_italic or start < face.opening for face in faces]
            was = italics[0] if italics[0] != italics[-1] else None
            yield Stretch(text[start:end], state, italics[-1], was)
        for face in faces:
            face.pass_over(text)


def _plain(segments: Segments) -> Inlines:
    """Return the runs of a text that calls no notes and has no opening phrase."""
    faces = _Faces(Face(0), Face(0), IN_PLACE)
    found: list[Inline] = []
    for segment in segments:
        for _, part in scan(segment.text):
            if isinstance(part, Turn):
                faces.turn(segment.op)
            elif isinstance(part, Text):
                found += faces.set(part.text, segment.op, IN_PLACE[segment.op])
    return _joined(found)


def _joined(inlines: list[Inline]) -> Inlines:
    """Return runs with neighbours of one face and state joined."""
    found: list[Inline] = []
    for inline in inlines:
        match found[-1:], inline:
            case [Stretch() as last], Stretch() if _manner(last) == _manner(inline):
                found[-1] = replace(last, text=last.text + inline.text)
            case _:
                found.append(inline)
    return tuple(found)


def _manner(stretch: Stretch) -> tuple[State, bool, bool | None, Anchor]:
    return stretch.state, stretch.italic, stretch.was_italic, stretch.anchor
