"""The lines of a redline: every unit of both versions with what happened to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from penholder.compare.align import Alignment
from penholder.compare.fields import frame_changes
from penholder.compare.scenes import Scene
from penholder.compare.weave import Strand, woven
from penholder.model.change import (
    Change,
    Comparison,
    Delete,
    FieldChange,
    Insert,
    Merge,
    Move,
    Reword,
    Split,
)
from penholder.model.numbering import Label
from penholder.model.outline import Unit
from penholder.model.segment import Segment, Segments, has_marks, text_before, whole
from penholder.model.wording import calls

Status = Literal[
    "equal", "inserted", "deleted", "reworded", "moved", "moved away", "split", "merged"
]


_SEAM = Segment("delete", " ")


@dataclass(frozen=True, slots=True)
class Line:
    """A unit of the redline.

    ``before`` and ``after`` are the unit in each version, None where it has none; of a merge
    ``before`` is the first of the units. ``passages`` holds one run of segments, of a merge one
    for each unit that went into it. ``counterparts`` are addresses: where a unit moved from or
    to, what it was split from, what was merged into it. ``part`` counts the parts of a split
    from 0. ``frame`` tells what changed apart from words and place. ``numbers_before`` and
    ``numbers_after`` are those of the footnote calls in each version's text, in order.
    """

    status: Status
    before: Unit | None
    after: Unit | None
    label_before: Label | None
    label_after: Label | None
    passages: tuple[Segments, ...]
    counterparts: tuple[str, ...] = ()
    part: int = 0
    is_carried: bool = False
    frame: tuple[FieldChange, ...] = ()
    numbers_before: tuple[int, ...] = ()
    numbers_after: tuple[int, ...] = ()

    @property
    def unit(self) -> Unit:
        """The unit to show: the later version's, where it has one."""
        unit = self.after or self.before
        assert unit is not None
        return unit

    @property
    def segments(self) -> Segments:
        """All segments of the line, in order; a space is struck where merged units met."""
        first, *others = self.passages
        return first + tuple(segment for each in others for segment in (_SEAM, *each))


def lines(before: Scene, after: Scene, comparison: Comparison) -> Iterator[Line]:
    """Yield the lines in the reading order of the later version, what is gone where it stood."""
    weaver = _Weaver(before, after, comparison.changes)
    alignment = _alignment(comparison, len(before.units), len(after.units))
    for strand in woven(before.units, after.units, alignment):
        yield from weaver.lines(strand)


def _alignment(comparison: Comparison, length_before: int, length_after: int) -> Alignment:
    """Return the alignment that a comparison was made from."""
    moves = [each for each in comparison.changes if isinstance(each, Move)]
    split = [each for each in comparison.changes if isinstance(each, Split)]
    merged = [each for each in comparison.changes if isinstance(each, Merge)]
    gone = {each.before.index for each in comparison.changes if isinstance(each, Delete | Move)}
    gone |= {each.before.index for each in split}
    gone |= {place.index for each in merged for place in each.before}
    come = {each.after.index for each in comparison.changes if isinstance(each, Insert | Move)}
    come |= {each.after.index for each in merged}
    come |= {place.index for each in split for place in each.after}
    rows = [row for row in range(length_before) if row not in gone]
    columns = [column for column in range(length_after) if column not in come]
    return Alignment(
        stays=tuple(zip(rows, columns, strict=True)),
        moves=tuple((each.before.index, each.after.index) for each in moves),
        splits=tuple((s.before.index, tuple(place.index for place in s.after)) for s in split),
        merges=tuple((tuple(p.index for p in m.before), m.after.index) for m in merged),
    )


class _Weaver:
    """Finds, for the strands of a weave, the changes that tell what happened."""

    def __init__(self, before: Scene, after: Scene, changes: Sequence[Change]) -> None:
        self._before, self._after = before, after
        self._moves_from = {each.before.index: each for each in changes if isinstance(each, Move)}
        self._at: dict[int, Change] = {}
        for change in changes:
            match change:
                case Split():
                    self._at[change.after[0].index] = change
                case Insert() | Reword() | Move() | Merge():
                    self._at[change.after.index] = change

    def lines(self, strand: Strand) -> Iterator[Line]:
        """Yield the lines of one strand: one, or those of a split."""
        if not strand.after:
            yield self._gone(strand.before[0])
            return
        column = strand.after[0]
        match self._at.get(column):
            case Insert():
                yield self._inserted(column)
            case Move() as move:
                yield self._moved(move)
            case Split() as split:
                yield from self._split(split)
            case Merge() as merge:
                yield self._merged(merge)
            case Reword() as reword:
                yield self._kept(strand.before[0], column, reword.segments)
            case _:
                text = self._after.units[column].text
                yield self._kept(strand.before[0], column, whole("equal", text))

    def _gone(self, row: int) -> Line:
        move = self._moves_from.get(row)
        return Line(
            status="moved away" if move else "deleted",
            before=self._before.units[row],
            after=None,
            label_before=self._before.labels[row],
            label_after=None,
            passages=(whole("delete", self._before.units[row].text),),
            counterparts=(move.after.address,) if move else (),
            is_carried=bool(move and move.is_carried),
            numbers_before=self._before.numbers[row],
        )

    def _inserted(self, column: int) -> Line:
        return Line(
            status="inserted",
            before=None,
            after=self._after.units[column],
            label_before=None,
            label_after=self._after.labels[column],
            passages=(whole("insert", self._after.units[column].text),),
            numbers_after=self._after.numbers[column],
        )

    def _moved(self, move: Move) -> Line:
        row, column = move.before.index, move.after.index
        return Line(
            status="moved",
            before=move.unit_before,
            after=move.unit_after,
            label_before=self._before.labels[row],
            label_after=self._after.labels[column],
            passages=(move.segments,),
            counterparts=(move.before.address,),
            is_carried=move.is_carried,
            frame=self._frame(row, column),
            numbers_before=self._before.numbers[row],
            numbers_after=self._after.numbers[column],
        )

    def _kept(self, row: int, column: int, segments: Segments) -> Line:
        frame = self._frame(row, column)
        # A paragraph's id is a name for references and never stands on a page.
        is_reworded = has_marks(segments) or any(each.name != "id" for each in frame)
        return Line(
            status="reworded" if is_reworded else "equal",
            before=self._before.units[row],
            after=self._after.units[column],
            label_before=self._before.labels[row],
            label_after=self._after.labels[column],
            passages=(segments,),
            frame=frame,
            numbers_before=self._before.numbers[row],
            numbers_after=self._after.numbers[column],
        )

    def _split(self, split: Split) -> Iterator[Line]:
        row = split.before.index
        numbers = list(self._before.numbers[row])
        for part, (place, segments) in enumerate(zip(split.after, split.segments, strict=True)):
            count = sum(1 for _ in calls(text_before(segments)))
            yield Line(
                status="split",
                before=split.unit_before,
                after=split.units_after[part],
                label_before=self._before.labels[row],
                label_after=self._after.labels[place.index],
                passages=(segments,),
                counterparts=(split.before.address,),
                part=part,
                numbers_before=tuple(numbers[:count]),
                numbers_after=self._after.numbers[place.index],
            )
            del numbers[:count]

    def _merged(self, merge: Merge) -> Line:
        rows = [place.index for place in merge.before]
        return Line(
            status="merged",
            before=merge.units_before[0],
            after=merge.unit_after,
            label_before=self._before.labels[rows[0]],
            label_after=self._after.labels[merge.after.index],
            passages=merge.segments,
            counterparts=tuple(place.address for place in merge.before),
            numbers_before=tuple(n for row in rows for n in self._before.numbers[row]),
            numbers_after=self._after.numbers[merge.after.index],
        )

    def _frame(self, row: int, column: int) -> tuple[FieldChange, ...]:
        found = frame_changes(self._before.units[row], self._after.units[column])
        return found + self._before.stand_changes(row, self._after, column)
