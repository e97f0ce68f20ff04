"""Both versions of a redline as pages of their own, each with its own numbers and notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from penholder.compare.lines import Line as ComparedLine
from penholder.compare.redline import Redline
from penholder.model.document import Document
from penholder.model.numbering import Label, labels
from penholder.model.outline import outline
from penholder.model.segment import Op, Segment, Segments
from penholder.model.wording import Turn, scan
from penholder.publish.blocks import blocks_of
from penholder.publish.change_list import ChangeList
from penholder.publish.compose import Setting, empty_page
from penholder.publish.lines import Line
from penholder.publish.mirror import mirrored
from penholder.publish.page import Page, Piece
from penholder.publish.remarks import listed, remark_pieces
from penholder.publish.runs import Notes, RunSetter, note_openings, reference_numbers

_MIRRORED: dict[Op, Op] = {"equal": "equal", "delete": "insert", "insert": "delete"}
_STATUS_BEFORE = {"deleted": "inserted", "moved away": "moved"}


def page_before(
    before: Document, redline: Redline, changes: ChangeList, name: str, setting: Setting
) -> Page:
    """Return the earlier version's page, with what only it has marked as deleted or moved away.

    It is set as though it were the later one of a redline backwards, and then mirrored.
    """
    lines = _before_lines(before, redline.lines, changes.of_lines)
    texts = {note.key_before: _before(note.segments) for note in redline.notes}
    title = _before(redline.title)
    return mirrored(_page(before, name, setting, (title, lines, texts)))


def page_after(
    after: Document, redline: Redline, changes: ChangeList, name: str, setting: Setting
) -> Page:
    """Return the later version's page, with what only it has marked as inserted or moved here."""
    lines = _after_lines(redline.lines, changes.of_lines)
    texts = {note.key_after: _after(note.segments) for note in redline.notes}
    return _page(after, name, setting, (_after(redline.title), lines, texts))


_Words = tuple[Segments, Iterator[Line], Mapping[str, Segments]]
"""The title, the lines and the footnotes of one version."""


def _page(document: Document, name: str, setting: Setting, words: _Words) -> Page:
    title, lines, texts = words
    language = setting.language_of(document)
    notes = Notes(document, texts, note_openings(document), language=language)
    numbers = reference_numbers(document, language)
    setter = RunSetter(notes, numbers, numbers)
    return replace(
        empty_page(document, name, setting),
        title=setter.runs(title, opens=False),
        blocks=blocks_of(document, lines, setter),
        notes=notes.gathered(),
    )


def _before_lines(
    before: Document, lines: Sequence[ComparedLine], entries: Sequence[int]
) -> Iterator[Line]:
    """Yield the units of the earlier version with their share of each change.

    What stands only here is marked as inserted, and a unit that moved away as moved.
    """
    arrivals = {_address(each): each for each in lines if each.status == "moved"}
    units = iter(zip(outline(before), labels(before), strict=True))
    for row, line in enumerate(lines):
        if line.before is None or line.status == "moved" or line.part:
            continue
        parts = tuple(_parts(lines, row))
        whole = arrivals[_address(line)] if line.status == "moved away" else line
        remark = _remark_before(line, [each.label_after for each in parts])
        status = _STATUS_BEFORE.get(line.status, line.status)
        for passage in _texts_before(whole, parts):
            unit, label = next(units)
            yield Line(unit, label, _before(passage), status, remark, row=row, entry=entries[row])


def _parts(lines: Sequence[ComparedLine], row: int) -> Iterator[ComparedLine]:
    """Yield a line and the further parts of the unit that was split."""
    yield lines[row]
    for line in lines[row + 1 :]:
        if not line.part:
            return
        yield line


def _texts_before(line: ComparedLine, parts: Sequence[ComparedLine]) -> Iterator[Segments]:
    if line.status == "split":
        yield tuple(segment for part in parts for segment in part.segments)
    else:
        yield from line.passages


def _remark_before(line: ComparedLine, labels_after: Sequence[Label | None]) -> tuple[Piece, ...]:
    into = listed(tuple(label.address for label in labels_after if label))
    match line.status:
        case "moved away":
            return remark_pieces(line)
        case "split" | "merged":
            lead = "split into" if line.status == "split" else "merged into"
            return (Piece(f"{lead} {into}"),)
    return ()


def _after_lines(lines: Sequence[ComparedLine], entries: Sequence[int]) -> Iterator[Line]:
    first = 0
    for index, line in enumerate(lines):
        first = first if line.part else index
        if line.after and line.label_after:
            yield Line(
                line.after,
                line.label_after,
                _after(line.segments),
                line.status,
                remark_pieces(line),
                row=first,
                entry=entries[index],
            )


def _address(line: ComparedLine) -> str:
    return line.label_before.address if line.label_before else ""


def _before(segments: Segments) -> Segments:
    """Return the words of the earlier version, those it alone has as though inserted."""
    mirrored = (replace(each, op=_MIRRORED[each.op], became="") for each in segments)
    return tuple(filter(None, map(_own, mirrored)))


def _after(segments: Segments) -> Segments:
    later = (replace(each, text=each.became or each.text, became="") for each in segments)
    return tuple(filter(None, map(_own, later)))


def _own(segment: Segment) -> Segment | None:
    """Return what a side shows of a segment; of the other side's alone, where italics turn."""
    if segment.op != "delete":
        return segment
    turns = sum(isinstance(part, Turn) for _, part in scan(segment.text))
    return replace(segment, text="*" * turns) if turns else None
