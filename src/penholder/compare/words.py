"""The words that differ inside a pair of texts, as segments that joined give both back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from penholder.compare.coalesce import Run, coalesced
from penholder.compare.token_runs import Keys, token_runs
from penholder.compare.tokens import Token, joined, tokens, with_openings_whole
from penholder.model.blocks import Paragraph
from penholder.model.outline import Row, Unit
from penholder.model.segment import Segment, Segments, whole


class _Step(NamedTuple):
    segment: Segment
    part: int


def unit_segments(before: Unit, after: Unit, keys: Keys) -> Segments:
    """Return the segments between the texts of two units; a table row is compared by cell.

    ``keys`` gives, for a footnote call of the later version (``[^sg]``), the call that the
    earlier version writes for the same note.
    """
    if before.text == after.text:
        return whole("equal", before.text)
    match before.block, after.block:
        case Row(), Row() if len(before.block.cells) == len(after.block.cells):
            return _by_cell(before.block.cells, after.block.cells, keys)
        case Paragraph(), Paragraph():
            runs = with_openings_whole(tokens(before.text), tokens(after.text))
            return _segments(*runs, keys)
    return text_segments(before.text, after.text, keys)


def text_segments(before: str, after: str, keys: Keys) -> Segments:
    """Return the segments between two marked texts; ``keys`` as in ``unit_segments``."""
    if before == after:
        return whole("equal", before)
    return _segments(tokens(before), tokens(after), keys)


def split_segments(before: str, after: Sequence[str], keys: Keys) -> tuple[Segments, ...]:
    """Return the segments of each text that one text was split into.

    The segments of the k-th lead to exactly ``after[k]``; all joined run over ``before``.
    """
    parts = [tokens(text) for text in after]
    owners = [part for part, run in enumerate(parts) for _ in run]
    flat = [token for run in parts for token in run]
    steps = _steps(token_runs(tokens(before), flat, keys), owners)
    return tuple(
        _joined([step.segment for step in steps if step.part == part]) for part in range(len(parts))
    )


def inverse(segments: Segments) -> Segments:
    """Return the segments that lead back."""
    swapped: list[Segment] = []
    for segment in segments:
        match segment.op:
            case "equal" if segment.became:
                swapped.append(Segment("equal", segment.became, segment.text))
            case "equal":
                swapped.append(segment)
            case "delete":
                swapped.append(replace(segment, op="insert"))
            case "insert":
                swapped.append(replace(segment, op="delete"))
    return _joined(swapped)


def _by_cell(before: Sequence[str], after: Sequence[str], keys: Keys) -> Segments:
    found: list[Segment] = []
    for column, (cell_before, cell_after) in enumerate(zip(before, after, strict=True)):
        if column:
            found.append(Segment("equal", "\t"))
        found.extend(text_segments(cell_before, cell_after, keys))
    return _joined(found)


def _segments(before: list[Token], after: list[Token], keys: Keys) -> Segments:
    runs = coalesced(token_runs(before, after, keys))
    return _joined([step.segment for step in _steps(runs, [0] * len(after))])


def _steps(runs: Sequence[Run], owners: Sequence[int]) -> list[_Step]:
    """Return the runs as single segments, each with the part of the later text it belongs to."""
    steps: list[_Step] = []
    place = part = 0
    for run in runs:
        if run.before == run.after and owners[place] == owners[place + len(run.after) - 1]:
            part = owners[place]
            place += len(run.after)
            steps.append(_Step(Segment("equal", joined(run.before)), part))
            continue
        if run.is_equal:
            for before, after in zip(run.before, run.after, strict=True):
                part = owners[place]
                place += 1
                steps.extend(_Step(segment, part) for segment in _equal(before, after))
            continue
        steps.extend(_Step(Segment("delete", token.text), part) for token in run.before)
        for token in run.after:
            part = owners[place]
            place += 1
            steps.append(_Step(Segment("insert", token.text), part))
    return steps


def _equal(before: Token, after: Token) -> list[Segment]:
    """Return the segments of one token in both texts: its form or its note's key may differ."""
    found = [*_formed(before.lead, after.lead)]
    if before.core.startswith("[^") and before.core != after.core:
        found.append(Segment("equal", before.core, after.core))
    else:
        found += _formed(before.core, after.core)
    return [segment for segment in found if segment.text]


def _formed(before: str, after: str) -> list[Segment]:
    if before == after:
        return [Segment("equal", before)]
    return [Segment("delete", before, is_form=True), Segment("insert", after, is_form=True)]


def _joined(segments: Sequence[Segment]) -> Segments:
    """Return the segments with neighbours of one kind joined, deletions before insertions."""
    found: list[Segment] = []
    for change in _changes(segments):
        if change[0].op == "equal":
            _append(found, change[0])
            continue
        deleted = "".join(each.text for each in change if each.op == "delete")
        inserted = "".join(each.text for each in change if each.op == "insert")
        lead = " " if deleted[:1] == inserted[:1] == " " else ""
        is_form = change[0].is_form
        _append(found, Segment("equal", lead))
        _append(found, Segment("delete", deleted[len(lead) :], is_form=is_form))
        _append(found, Segment("insert", inserted[len(lead) :], is_form=is_form))
    return tuple(found)


def _changes(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Return the segments in groups: each equal one alone, changes of one kind together."""
    groups: list[list[Segment]] = []
    for segment in segments:
        last = groups[-1][0] if groups else segment
        is_change = groups and segment.op != "equal" and last.op != "equal"
        if is_change and segment.is_form == last.is_form:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def _append(found: list[Segment], segment: Segment) -> None:
    if not segment.text:
        return
    last = found[-1] if found else None
    is_one = last and (last.op, last.is_form) == (segment.op, segment.is_form)
    if last and is_one and not last.became and not segment.became:
        found[-1] = Segment(segment.op, last.text + segment.text, is_form=segment.is_form)
    else:
        found.append(segment)
