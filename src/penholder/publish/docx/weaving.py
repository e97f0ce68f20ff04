"""A redline becomes the body of a Word file: each line one paragraph or more, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from penholder.compare.lines import Line
from penholder.compare.redline import Redline
from penholder.compare.words import text_segments
from penholder.model.blocks import Quote, Section
from penholder.model.document import Annex, Document, Part
from penholder.model.numbering import Label
from penholder.model.outline import Bare, Row
from penholder.model.segment import Segment, Segments, text_after, text_before
from penholder.publish.docx.dress import BODY, FIRST, wardrobe
from penholder.publish.docx.frames import Frame, closing_texts, frames
from penholder.publish.docx.inlines import IN_PLACE, InlineSetter, States
from penholder.publish.docx.lists import Lists
from penholder.publish.docx.sheet import (
    COMING,
    GOING,
    Body,
    Dress,
    Inlines,
    Paragraph,
    State,
    Stretch,
)
from penholder.publish.docx.sheet import Row as SheetRow
from penholder.publish.docx.sheet import Table as SheetTable

NATIVE: dict[str, State] = {"moved": "moved to", "moved away": "moved from"}
SIMPLE: dict[str, State] = {"moved": "inserted", "moved away": "deleted"}
_ROW_STATES: dict[str, State] = {**SIMPLE, "inserted": "inserted", "deleted": "deleted"}
"""Word has no moved rows."""
_WHOLE: dict[State, States] = {
    "": IN_PLACE,
    "inserted": {"equal": "inserted", "insert": "inserted"},
    "deleted": {"equal": "deleted", "delete": "deleted"},
    "moved to": {"equal": "moved to", "insert": "inserted"},
    "moved from": {"equal": "moved from", "delete": "deleted"},
}
"""The states of the words of a paragraph by the state of its end."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How moves are shown, and whether Word counts paragraphs by itself."""

    moves: dict[str, State]
    typed: Callable[[Dress], Dress]


def counted(dress: Dress) -> Dress:
    """Leave it to Word to count the paragraph."""
    return dress


def written_out(dress: Dress) -> Dress:
    """Write the number of a paragraph into its text."""
    return replace(dress, level=None)


def body_of(
    before: Document, after: Document, redline: Redline, setter: InlineSetter, manner: Manner
) -> Body:
    """Return the body below the title, organ and adoption lines included."""
    return tuple(_Weaver(before, after, redline, setter, manner).body())


def told(style: Dress, texts: tuple[Sequence[str], Sequence[str]], setter: InlineSetter) -> (
    Iterator[Paragraph]
):  # fmt: skip
    """Yield the paragraphs of marked texts that stand in both versions in the same order."""
    for before, after in zip_longest(*texts):
        segments, mark = _told_segments(before, after)
        inlines = setter.set(segments, IN_PLACE, opens=(False, False))
        yield Paragraph(style, inlines, mark)


def _told_segments(before: str | None, after: str | None) -> tuple[Segments, State]:
    if before is None:
        return (Segment("insert", after or ""),), "inserted"
    if after is None:
        return (Segment("delete", before),), "deleted"
    return text_segments(before, after, {}), ""


class _Weaver:
    """Walks the lines of a redline once."""

    def __init__(
        self,
        before: Document,
        after: Document,
        redline: Redline,
        setter: InlineSetter,
        manner: Manner,
    ) -> None:
        self._documents = before, after
        self._lines = tuple(_told_apart(redline.lines))
        self._setter = setter
        self._manner = manner
        self._wardrobes = wardrobe(before), wardrobe(after)
        self._frames = frames(before), frames(after)
        self._moves = {
            line.label_before.address: line
            for line in redline.lines
            if line.status == "moved" and line.label_before
        }
        self._lists = Lists()
        self._frame: list[Frame] = [frames[""] for frames in self._frames]
        self._scope = [-1, -1]
        self._is_opened = [False, False]
        self._is_in_part = [False, False]
        self._open = [True, True]
        self._ends = _ends(self._lines)

    def body(self) -> Iterator[Paragraph | SheetTable]:
        rows: list[SheetRow] = []
        for index, line in enumerate(self._lines):
            is_row = _is_in_table(line.unit.block)
            if rows and not is_row:
                yield SheetTable(tuple(rows))
                rows = []
            yield from self._around(index, line)
            if is_row:
                rows += self._rows(line)
            elif not isinstance(line.unit.block, Quote):
                yield from self._paragraphs(line, self._lines[index + 1 : index + 2])
        if rows:
            yield SheetTable(tuple(rows))
        yield from self._close((True, True))

    def _around(self, index: int, line: Line) -> Iterator[Paragraph]:
        """Yield what stands before a line and is in no outline: organ and adoption lines."""
        match line.unit.block:
            case Part():
                yield from self._enter_part(index, line)
            case Annex():
                yield from self._close(self._ended(index, line))
                self._lists.begin_scope()
            case _ if not all(self._is_opened):
                yield from self._open_text(line)
            case Section() if self._counts_by_section():
                self._lists.begin_scope()

    def _enter_part(self, index: int, line: Line) -> Iterator[Paragraph]:
        texts: list[tuple[str, ...]] = [(), ()]
        for version, label in enumerate(_labels(line)):
            if label is None:
                continue
            if self._is_in_part[version]:
                texts[version] = self._frame[version].adoption_lines
            self._frame[version] = self._frames[version][label.address]
            self._scope[version] = index
            self._is_in_part[version], self._is_opened[version] = True, False
        self._lists.begin_scope()
        yield from told(Dress("Adoption"), (texts[0], texts[1]), self._setter)

    def _open_text(self, line: Line) -> Iterator[Paragraph]:
        """Yield the organ line where the text of a version begins: of both where they share it."""
        is_shared = self._scope[0] == self._scope[1]
        texts: list[tuple[str, ...]] = [(), ()]
        for version, label in enumerate(_labels(line)):
            if not self._is_opened[version] and (label or is_shared):
                self._is_opened[version] = True
                texts[version] = self._frame[version].organ_lines
        yield from told(Dress(BODY, first=FIRST), (texts[0], texts[1]), self._setter)

    def _counts_by_section(self) -> bool:
        return any(frame.numbering == "by section" for frame in self._frame)

    def _close(self, versions: tuple[bool, bool]) -> Iterator[Paragraph]:
        """Yield the lines of adoption of some versions, where the text of each ends."""
        closing = tuple(due and is_open for due, is_open in zip(versions, self._open, strict=True))
        self._open = [is_open and not due for due, is_open in zip(closing, self._open, strict=True)]
        texts = [self._last_lines(version) if due else () for version, due in enumerate(closing)]
        yield from told(Dress("Adoption"), (texts[0], texts[1]), self._setter)

    def _last_lines(self, version: int) -> tuple[str, ...]:
        document = self._documents[version]
        whole = closing_texts(document, None)
        if not self._is_in_part[version]:
            return whole
        return (*self._frame[version].adoption_lines, *whole)

    def _ended(self, index: int, line: Line) -> tuple[bool, bool]:
        """Tell for each version whether its text ends before an annex."""
        return (
            line.before is not None or index > self._ends[0],
            line.after is not None or index > self._ends[1],
        )

    def _paragraphs(self, line: Line, following: Sequence[Line]) -> Iterator[Paragraph]:
        match line.status:
            case "merged":
                yield from self._merged(line)
            case "split":
                goes_on = any(each.status == "split" and each.part for each in following)
                yield self._split(line, "inserted" if goes_on else "")
            case "inserted":
                yield self._whole(line, line.segments, "inserted")
            case "deleted":
                yield self._whole(line, line.segments, "deleted")
            case "moved" | "moved away":
                yield self._moved(line)
            case _:
                yield self._kept(line)

    def _kept(self, line: Line) -> Paragraph:
        was, dress = self._dress(0, line.label_before), self._dress(1, line.label_after)
        number = self._prefix((was, dress), line.segments, "")
        return self._paragraph(line, (was, dress), number + self._inlines(line, line.segments, ""))

    def _whole(self, line: Line, segments: Segments, state: State) -> Paragraph:
        version = 1 if line.after else 0
        dress = self._dress(version, (line.label_before, line.label_after)[version])
        pair = (None, dress) if version else (dress, None)
        number = self._prefix(pair, segments, state)
        inlines = number + self._inlines(line, segments, state)
        return replace(self._paragraph(line, pair, inlines), mark=state)

    def _moved(self, line: Line) -> Paragraph:
        state = self._manner.moves[line.status]
        assert line.label_before
        address = line.label_before.address
        move = self._moves.get(address, line)
        paragraph = self._whole(line, move.segments, state)
        return replace(paragraph, move=f"move {address}" if state in NATIVE.values() else "")

    def _split(self, line: Line, mark: State) -> Paragraph:
        """Return one part of a split: the last keeps the end of the paragraph that was split."""
        was, dress = self._dress(0, line.label_before), self._dress(1, line.label_after)
        number = self._prefix((None if line.part else was, dress), line.segments, mark)
        inlines = number + self._inlines(line, line.segments, "")
        pair = (None if mark else was, dress)
        return replace(self._paragraph(line, pair, inlines), mark=mark)

    def _merged(self, line: Line) -> Iterator[Paragraph]:
        """Yield the paragraphs that became one: the last keeps its end, the first the number."""
        come = self._dress(1, line.label_after)
        for part, address in enumerate(line.counterparts):
            was = self._manner.typed(self._wardrobes[0].dresses[address])
            number = self._prefix((was, None if part else come), line.segments, "")
            inlines = number + self._inlines(line, line.passages[part], "")
            is_last = part == len(line.counterparts) - 1
            paragraph = self._paragraph(line, (was, come if is_last else None), inlines)
            yield replace(paragraph, mark="" if is_last else "deleted")

    def _paragraph(
        self, line: Line, dresses: tuple[Dress | None, Dress | None], inlines: Inlines
    ) -> Paragraph:
        was, dress = dresses
        shown = dress or was
        assert shown
        is_dressed_anew = was and dress and was != dress
        place = self._lists.place(line.unit.depth, shown)
        return Paragraph(shown, inlines, was=was if is_dressed_anew else None, list=place)

    def _dress(self, version: int, label: Label | None) -> Dress:
        assert label
        return self._manner.typed(self._wardrobes[version].dresses[label.address])

    def _inlines(self, line: Line, segments: Segments, state: State) -> Inlines:
        before, after = (
            bool(label and label.address in wardrobe.opening)
            for label, wardrobe in zip(
                (line.label_before, line.label_after), self._wardrobes, strict=True
            )
        )
        return self._setter.set(segments, _WHOLE[state], opens=(before, after))

    def _prefix(
        self, dresses: tuple[Dress | None, Dress | None], segments: Segments, mark: State
    ) -> Inlines:
        """Return the numbers that stand in the text itself."""
        before = _typed_number(dresses[0], text_before(segments))
        after = _typed_number(dresses[1], text_after(segments))
        if before == after:
            return (Stretch(after, mark),) if after else ()
        gone: State = mark if mark in GOING else "deleted"
        come: State = mark if mark in COMING else "inserted"
        found = (Stretch(before, gone), Stretch(after, come))
        return tuple(stretch for stretch in found if stretch.text)

    def _rows(self, line: Line) -> Iterator[SheetRow]:
        block = line.unit.block
        is_head = isinstance(block, Row) and block.kind == "head"
        state = _ROW_STATES.get(line.status, "")
        if state:
            yield SheetRow(self._cells(line.segments, state), state, is_head)
        elif any("\t" in each.text for each in line.segments if each.op != "equal"):
            gone = (Segment("delete", text_before(line.segments)),)
            come = (Segment("insert", text_after(line.segments)),)
            yield SheetRow(self._cells(gone, "deleted"), "deleted", is_head)
            yield SheetRow(self._cells(come, "inserted"), "inserted", is_head)
        else:
            yield SheetRow(self._cells(line.segments, ""), is_head=is_head)

    def _cells(self, segments: Segments, state: State) -> tuple[Inlines, ...]:
        cells: list[list[Segment]] = [[]]
        for segment in segments:
            if segment.op not in _WHOLE[state]:
                continue
            first, *others = segment.text.split("\t")
            cells[-1].append(replace(segment, text=first))
            cells += [[replace(segment, text=each)] for each in others]
        return tuple(
            self._setter.set(tuple(cell), _WHOLE[state], opens=(False, False)) for cell in cells
        )


def _told_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines, a table row that became a note below its table as two of them."""
    for line in lines:
        blocks = [unit.block for unit in (line.before, line.after) if unit]
        if len({_is_in_table(block) for block in blocks}) < 2:
            yield line
            continue
        gone = (Segment("delete", text_before(line.segments)),)
        come = (Segment("insert", text_after(line.segments)),)
        yield replace(line, status="deleted", after=None, label_after=None, passages=(gone,))
        yield replace(line, status="inserted", before=None, label_before=None, passages=(come,))


def _is_in_table(block: Bare) -> bool:
    return isinstance(block, Row) and block.kind != "note"


def _labels(line: Line) -> tuple[Label | None, Label | None]:
    """Return the labels of a line in the versions that have it."""
    before = line.label_before if line.before else None
    return before, line.label_after if line.after else None


def _ends(lines: Sequence[Line]) -> tuple[int, int]:
    """Return for each version the place of the last line that is in no annex, -1 for none."""
    ends = [-1, -1]
    for index, line in enumerate(lines):
        for version, unit in enumerate((line.before, line.after)):
            if unit and unit.region != "annex":
                ends[version] = index
    return ends[0], ends[1]


def _typed_number(dress: Dress | None, text: str) -> str:
    if dress is None or dress.level is not None or not dress.number:
        return ""
    if dress.style == BODY:
        return f"{dress.number}\t"
    return f"{dress.number}\n" if text else dress.number
