"""Where the organ speaks and where a text was adopted, as the lines of a redline go by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from penholder.compare.lines import Line
from penholder.model.document import Annex, Document, Part
from penholder.model.numbering import Label
from penholder.publish.docx.dress import BODY, FIRST
from penholder.publish.docx.frames import Closing, Frame, closing_of, frames
from penholder.publish.docx.inlines import InlineSetter
from penholder.publish.docx.sheet import Dress, Paragraph
from penholder.publish.docx.told import told


class Surroundings:
    """The organ and adoption lines of both versions; asked once for each line, in order."""

    def __init__(
        self, before: Document, after: Document, lines: Sequence[Line], setter: InlineSetter
    ) -> None:
        self._documents = before, after
        self._setter = setter
        self._frames = frames(before), frames(after)
        self._frame: list[Frame] = [found[""] for found in self._frames]
        self._scope = [-1, -1]
        self._is_opened = [False, False]
        self._is_in_part = [False, False]
        self._open = [True, True]
        self._ends = _ends(lines)

    @property
    def counts_by_section(self) -> bool:
        """Whether paragraphs are numbered anew in every section of the text at hand."""
        return any(frame.numbering == "by section" for frame in self._frame)

    def before(self, index: int, line: Line) -> Iterator[Paragraph]:
        """Yield what stands before a line, the ``index``-th."""
        match line.unit.block:
            case Part():
                yield from self._enter_part(index, line)
            case Annex():
                yield from self._close(self._ended(index, line))
            case _ if not all(self._is_opened):
                yield from self._open_text(line)

    def end(self) -> Iterator[Paragraph]:
        """Yield what stands after the last line."""
        yield from self._close((True, True))

    def _enter_part(self, index: int, line: Line) -> Iterator[Paragraph]:
        closings = [Closing(), Closing()]
        for version, label in enumerate(labels_of(line)):
            if label is None:
                continue
            if self._is_in_part[version]:
                closings[version] = self._frame[version].closing
            self._frame[version] = self._frames[version][label.address]
            self._scope[version] = index
            self._is_in_part[version], self._is_opened[version] = True, False
        yield from self._closings(*closings)

    def _open_text(self, line: Line) -> Iterator[Paragraph]:
        """Yield the organ line where the text of a version begins: of both where they share it."""
        is_shared = self._scope[0] == self._scope[1]
        texts: list[tuple[str, ...]] = [(), ()]
        for version, label in enumerate(labels_of(line)):
            if not self._is_opened[version] and (label or is_shared):
                self._is_opened[version] = True
                texts[version] = self._frame[version].organ_lines
        yield from told(Dress(BODY, first=FIRST), (texts[0], texts[1]), self._setter)

    def _close(self, versions: tuple[bool, bool]) -> Iterator[Paragraph]:
        """Yield the lines of adoption of some versions, where the text of each ends."""
        closing = tuple(due and is_open for due, is_open in zip(versions, self._open, strict=True))
        self._open = [is_open and not due for due, is_open in zip(closing, self._open, strict=True)]
        closings = [
            self._last(version) if due else Closing() for version, due in enumerate(closing)
        ]
        yield from self._closings(*closings)

    def _closings(self, before: Closing, after: Closing) -> Iterator[Paragraph]:
        yield from told(Dress("Adoption"), (before.adoption, after.adoption), self._setter)
        for place, texts in enumerate(zip_longest(before.vote, after.vote)):
            lines = tuple(() if text is None else (text,) for text in texts)
            yield from told(_dress_of_vote(place), (lines[0], lines[1]), self._setter)

    def _last(self, version: int) -> Closing:
        whole = closing_of(self._documents[version], None)
        if not self._is_in_part[version]:
            return whole
        return self._frame[version].closing.followed_by(whole)

    def _ended(self, index: int, line: Line) -> tuple[bool, bool]:
        """Tell for each version whether its text ends before an annex."""
        return (
            line.before is not None or index > self._ends[0],
            line.after is not None or index > self._ends[1],
        )


def _dress_of_vote(place: int) -> Dress:
    """Return how a line of a vote is set: its result and the headings of its lists stand in."""
    is_states = place > 0 and place % 2 == 0
    return Dress(BODY, first=0 if is_states else FIRST)


def labels_of(line: Line) -> tuple[Label | None, Label | None]:
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
