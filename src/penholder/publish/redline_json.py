"""A comparison of two versions as the record that other programs read."""

from __future__ import annotations

from collections.abc import Mapping

from penholder.compare.fields import frame_changes
from penholder.compare.numbers import renumberings
from penholder.compare.redline import Redline
from penholder.model.change import (
    Change,
    Comparison,
    Delete,
    FieldChange,
    Insert,
    Merge,
    Move,
    NoteChange,
    Reword,
    Split,
)
from penholder.model.document import Footnote
from penholder.model.segment import Segment, Segments, has_marks, whole
from penholder.publish.records import (
    ChangeRecord,
    FieldRecord,
    NoteKind,
    NoteRecord,
    RedlineRecord,
    SegmentRecord,
)

_Frames = Mapping[str, tuple[FieldChange, ...]]


def redline_record(
    comparison: Comparison, redline: Redline, names: tuple[str, str]
) -> RedlineRecord:
    """Return the record of a comparison and the redline woven from it.

    ``names`` are what the two versions are called. The title is a change like any other, at the
    address ``title``.
    """
    frames = {line.label_after.address: line.frame for line in redline.lines if line.label_after}
    words, paragraphs = redline.counts.words, redline.counts.paragraphs
    return {
        "algorithm": comparison.algorithm,
        "before": names[0],
        "after": names[1],
        "changes": [
            *(title_record(each) for each in comparison.fields if each.name == "title"),
            *(change_record(each, frames) for each in comparison.changes),
        ],
        "footnotes": [note_record(each) for each in comparison.notes],
        "masthead": [field_record(each) for each in comparison.fields if each.name != "title"],
        "numbers": [
            {"fate": each.fate, "before": list(each.before), "after": list(each.after)}
            for each in renumberings(redline)
        ],
        "counts": {
            "words": {
                "deleted": words.deleted,
                "inserted": words.inserted,
                "moved": words.moved,
            },
            "paragraphs": {
                "inserted": paragraphs.inserted,
                "deleted": paragraphs.deleted,
                "reworded": paragraphs.reworded,
                "moved": paragraphs.moved,
                "split": paragraphs.split,
                "merged": paragraphs.merged,
            },
        },
    }


def title_record(change: FieldChange) -> ChangeRecord:
    """Return the record of a changed title."""
    words = segment_records(change.segments)
    return {"kind": "reword", "before": ["title"], "after": ["title"], "segments": words}


def change_record(change: Change, frames: _Frames | None = None) -> ChangeRecord:
    """Return the record of one change.

    ``frames`` tells by address after what else changed, region and degree included; without it
    the record tells what follows from the units alone.
    """
    match change:
        case Insert(after, unit):
            words = segment_records(whole("insert", unit.text))
            return {"kind": "insert", "before": [], "after": [after.address], "segments": words}
        case Delete(before, unit):
            words = segment_records(whole("delete", unit.text))
            return {"kind": "delete", "before": [before.address], "after": [], "segments": words}
        case Split() | Merge():
            return _joined_record(change)
    return _paired_record(change, frames)


def _paired_record(change: Reword | Move, frames: _Frames | None) -> ChangeRecord:
    record: ChangeRecord = {
        "kind": "move" if isinstance(change, Move) else "reword",
        "before": [change.before.address],
        "after": [change.after.address],
        "segments": segment_records(change.segments),
    }
    if isinstance(change, Move) and change.is_carried:
        record["carried"] = True
    own = frame_changes(change.unit_before, change.unit_after)
    if frame := own if frames is None else frames.get(change.after.address, ()):
        record["frame"] = [field_record(each) for each in frame]
    return record


def _joined_record(change: Split | Merge) -> ChangeRecord:
    before = [change.before] if isinstance(change, Split) else change.before
    after = change.after if isinstance(change, Split) else [change.after]
    return {
        "kind": "split" if isinstance(change, Split) else "merge",
        "before": [place.address for place in before],
        "after": [place.address for place in after],
        "segments": [each for run in change.segments for each in segment_records(run)],
        "passages": [segment_records(run) for run in change.segments],
    }


def note_record(change: NoteChange) -> NoteRecord:
    """Return the record of what happened to one footnote."""
    return {
        "kind": _note_kind(change),
        "before": _note_addresses(change.before),
        "after": _note_addresses(change.after),
        "segments": segment_records(change.segments),
    }


def _note_kind(change: NoteChange) -> NoteKind:
    if change.before is None:
        return "insert"
    if change.after is None:
        return "delete"
    return "reword" if has_marks(change.segments) else "rename"


def _note_addresses(note: Footnote | None) -> list[str]:
    return [f"footnote {note.key}"] if note else []


def field_record(change: FieldChange) -> FieldRecord:
    """Return the record of one changed field."""
    return {"name": change.name, "segments": segment_records(change.segments)}


def segment_records(segments: Segments) -> list[SegmentRecord]:
    """Return the records of segments, in order."""
    return [_segment_record(segment) for segment in segments]


def _segment_record(segment: Segment) -> SegmentRecord:
    record: SegmentRecord = {"op": segment.op, "text": segment.text}
    if segment.became:
        record["became"] = segment.became
    return record
