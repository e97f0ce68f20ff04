"""A line of a redline as paragraphs of a Word file, with every change in its words and its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from penholder.compare.lines import Line
from penholder.model.numbering import Label
from penholder.model.segment import Segments, text_after, text_before
from penholder.model.wording import calls
from penholder.publish.docx.anchors import Origins
from penholder.publish.docx.dress import BODY, Wardrobe
from penholder.publish.docx.inlines import InlineSetter
from penholder.publish.docx.lists import Lists
from penholder.publish.docx.manner import NATIVE, WHOLE, Manner
from penholder.publish.docx.sheet import COMING, GOING, Dress, Inlines, Paragraph, State, Stretch

_Pair = tuple[Dress | None, Dress | None]
"""How a paragraph is set in each version, None where it is not there."""


@dataclass(slots=True)
class LineSetter:
    """Sets the lines of one redline in their order; ``moves`` are those moved, by old address."""

    setter: InlineSetter
    manner: Manner
    wardrobes: tuple[Wardrobe, Wardrobe]
    origins: Origins
    lists: Lists
    moves: dict[str, Line]

    def paragraphs(self, lines: Sequence[Line]) -> Iterator[Paragraph]:
        """Yield the paragraphs of one line, or of all parts of a split."""
        line = lines[0]
        match line.status:
            case "merged":
                yield from self._merged(line)
            case "split":
                yield from self._split(lines)
            case "inserted":
                yield self._whole(line, line.segments, "inserted")
            case "deleted":
                yield self._whole(line, line.segments, "deleted")
            case "moved" | "moved away":
                yield self._moved(line)
            case _:
                pair = self._dress(0, line.label_before), self._dress(1, line.label_after)
                yield self._kept(line, pair, self._inlines(line, line.segments, ""))

    def _kept(self, line: Line, pair: tuple[Dress, Dress], inlines: Inlines) -> Paragraph:
        return self._paragraph(line, pair, self._prefix(pair, line.segments, "") + inlines)

    def _whole(self, line: Line, segments: Segments, state: State) -> Paragraph:
        version = 1 if line.after else 0
        dress = self._dress(version, (line.label_before, line.label_after)[version])
        pair = (None, dress) if version else (dress, None)
        return self._set_whole(line, pair, segments, state)

    def _set_whole(self, line: Line, pair: _Pair, segments: Segments, state: State) -> Paragraph:
        number = self._prefix(pair, segments, state)
        inlines = number + self._inlines(line, segments, state)
        return replace(self._paragraph(line, pair, inlines), mark=state)

    def _moved(self, line: Line) -> Paragraph:
        state = self.manner.moves[line.status]
        assert line.label_before
        address = line.label_before.address
        move = self.moves.get(address, line)
        paragraph = self._whole(line, move.segments, state)
        return replace(paragraph, move=f"move {address}" if state in NATIVE.values() else "")

    def _split(self, lines: Sequence[Line]) -> Iterator[Paragraph]:
        was = self._dress(0, lines[0].label_before)
        dresses = [self._dress(1, line.label_after) for line in lines]
        texts = [line.segments for line in lines]
        if was.is_set_like(dresses[0]) and self._may_share(texts, map(text_before, texts)):
            yield from self._broken(lines, was, dresses)
            return
        first, *others = lines
        inlines = self._inlines(first, texts[0], "")
        for line in others:
            inlines += self._inlines(line, line.segments, "deleted")
        yield self._kept(first, (was, dresses[0]), inlines)
        for line, dress in zip(others, dresses[1:], strict=True):
            yield self._set_whole(line, (None, dress), line.segments, "inserted")

    def _broken(
        self, lines: Sequence[Line], was: Dress, dresses: Sequence[Dress]
    ) -> Iterator[Paragraph]:
        """Yield the parts of a split with new ends between them: the last keeps its end."""
        for line, dress in zip(lines, dresses, strict=True):
            mark: State = "" if line is lines[-1] else "inserted"
            number = self._prefix((None if line.part else was, dress), line.segments, "")
            inlines = number + self._inlines(line, line.segments, "")
            pair = (None if mark else was, dress)
            yield replace(self._paragraph(line, pair, inlines), mark=mark)

    def _merged(self, line: Line) -> Iterator[Paragraph]:
        come = self._dress(1, line.label_after)
        wardrobe = self.wardrobes[0]
        were = [self.manner.typed(wardrobe.dresses[each]) for each in line.counterparts]
        joined = map(text_after, line.passages)
        if come.is_set_like(were[0]) and self._may_share(line.passages, joined):
            yield from self._joined(line, were, come)
            return
        first, *others = line.passages
        inlines = self._inlines(line, first, "")
        for segments in others:
            inlines += self._inlines(line, segments, "inserted")
        yield self._kept(line, (were[0], come), inlines)
        rest = zip(others, were[1:], line.counterparts[1:], strict=True)
        for segments, was, address in rest:
            paragraph = self._set_whole(line, (was, None), segments, "deleted")
            yield replace(paragraph, anchor=self.origins.at(address, ""))

    def _joined(self, line: Line, were: Sequence[Dress], come: Dress) -> Iterator[Paragraph]:
        """Yield the paragraphs that became one: the last keeps its end, the first the number."""
        for part, (segments, was) in enumerate(zip(line.passages, were, strict=True)):
            number = self._prefix((was, None if part else come), segments, "")
            inlines = number + self._inlines(line, segments, "")
            is_last = part == len(were) - 1
            paragraph = self._paragraph(line, (was, come if is_last else None), inlines)
            anchor = self.origins.at(line.counterparts[part], paragraph.anchor[1])
            yield replace(paragraph, mark="" if is_last else "deleted", anchor=anchor)

    def _may_share(self, texts: Sequence[Segments], joined: Iterable[str]) -> bool:
        """Whether one paragraph may become several, or several one, by tracked ends alone.

        ``joined`` are the texts of the one paragraph. pandoc (to 3.9) puts words before a tracked
        end into the note called next, and a space in its place; LibreOffice 7.4 loses a tracked end
        after the first note of a file (decision 27). Then words are deleted here and inserted
        there, which all read alike; so they are where LibreOffice, which keeps the settings of the
        first paragraph, and Word, which keeps those of the last, would differ.
        """
        first, *others = map(_calls, texts)
        is_spaced = all(" " in (left[-1:], right[:1]) for left, right in pairwise(joined))
        return is_spaced and not any(others) and (bool(self.setter.notes.found) or not first)

    def _paragraph(self, line: Line, pair: _Pair, inlines: Inlines) -> Paragraph:
        was, dress = pair
        shown = dress or was
        assert shown
        numbered = next((each for each in (dress, was) if each and each.level is not None), shown)
        place = self.lists.place(line.unit.depth, numbered)
        labels = line.label_before if was else None, line.label_after if dress else None
        was = was if dress else None
        return Paragraph(shown, inlines, was=was, list=place, anchor=self.origins.of(labels))

    def _dress(self, version: int, label: Label | None) -> Dress:
        assert label
        return self.manner.typed(self.wardrobes[version].dresses[label.address])

    def _inlines(self, line: Line, segments: Segments, state: State) -> Inlines:
        before, after = (
            bool(label and label.address in wardrobe.opening)
            for label, wardrobe in zip(
                (line.label_before, line.label_after), self.wardrobes, strict=True
            )
        )
        return self.setter.set(segments, WHOLE[state], opens=(before, after))

    def _prefix(self, pair: _Pair, segments: Segments, mark: State) -> Inlines:
        """Return the numbers that stand in the text itself."""
        before = _typed_number(pair[0], text_before(segments))
        after = _typed_number(pair[1], text_after(segments))
        if before == after:
            return (Stretch(after, mark),) if after else ()
        gone: State = mark if mark in GOING else "deleted"
        come: State = mark if mark in COMING else "inserted"
        found = (Stretch(before, gone), Stretch(after, come))
        return tuple(stretch for stretch in found if stretch.text)


def _calls(segments: Segments) -> bool:
    return any(key for segment in segments for key in calls(segment.text))


def _typed_number(dress: Dress | None, text: str) -> str:
    if dress is None or dress.level is not None or not dress.number:
        return ""
    if dress.style == BODY:
        return f"{dress.number}\t"
    return f"{dress.number}\n" if text else dress.number
