"""The changes of a redline as a numbered list, in reading order: what a reader steps through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from penholder.compare.lines import Line
from penholder.compare.note_lines import NoteLine
from penholder.compare.redline import Redline
from penholder.model.blocks import Quote
from penholder.model.outline import Row
from penholder.model.segment import Segments, has_marks, has_wording_marks
from penholder.publish.blocks import anchor_of
from penholder.publish.page import Entry, Runs, Words
from penholder.publish.runs import plain_runs

_MOST_LETTERS = 70


@dataclass(slots=True)
class ChangeList:
    """The entries of a redline, and which of its lines and footnotes each belongs to.

    ``of_lines`` and ``of_notes`` hold a number for each line and note, 0 where it is no change.
    """

    entries: list[Entry] = field(default_factory=list)
    of_title: int = 0
    of_lines: list[int] = field(default_factory=list)
    of_notes: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, redline: Redline) -> ChangeList:
        """Return the changes of a redline: masthead, title, lines, footnotes.

        Both places of a moved unit are one change, as are the parts of a split, whatever went
        along with a move, and the rows of a table that came or went whole.
        """
        found = cls()
        fields = [each for each in redline.fields if each.name != "title"]
        if fields:
            told: Runs = (Words(", ".join(each.name for each in fields)),)
            found._add("masthead", "changed", told, ("masthead-changes", "masthead-changes"))
        if has_marks(redline.title):
            runs = shortened(redline.title)
            found.of_title = found._add("title", "reworded", runs, ("title", "pair-title"))
        found._add_lines(redline.lines)
        for index, note in enumerate(redline.notes):
            found.of_notes.append(found._add_note(index, note))
        return found

    def _add(self, place: str, kind: str, runs: Runs, targets: tuple[str, str]) -> int:
        number = len(self.entries) + 1
        self.entries.append(Entry(number, place, kind, runs, *targets))
        return number

    def _add_lines(self, lines: Sequence[Line]) -> None:
        arrivals = {_before(each): i for i, each in enumerate(lines) if each.status == "moved"}
        numbers: dict[int, int] = {}
        table = 0
        for index, line in enumerate(lines):
            is_row = isinstance(line.unit.block, Row)
            table = table if is_row else index
            is_along = is_row and line.status == lines[table].status
            if line.part:
                numbers[index] = numbers[index - 1]
            elif is_along or line.is_carried or not _is_shown(line):
                numbers[index] = 0
            else:
                place = arrivals[_before(line)] if line.status == "moved away" else index
                if place not in numbers:
                    pair = table if is_row else place
                    numbers[place] = self._add_line(lines[place], f"pair-{pair}")
                numbers[index] = numbers[place]
        self.of_lines = [numbers[index] for index in range(len(lines))]

    def _add_line(self, line: Line, pair: str) -> int:
        label = line.label_after or line.label_before
        assert label
        targets = anchor_of(label, line.status), pair
        return self._add(_place(line), _kind(line), shortened(line.segments), targets)

    def _add_note(self, index: int, note: NoteLine) -> int:
        numbers = note.numbers_after or note.numbers_before
        if note.status == "equal" or not numbers:
            return 0
        target = f"note-{numbers[0]}" if note.numbers_after else f"struck-note-{numbers[0]}"
        runs = shortened(note.segments)
        return self._add(f"note {numbers[0]}", note.status, runs, (target, f"pair-note-{index}"))


def _is_shown(line: Line) -> bool:
    return line.status != "equal" and not isinstance(line.unit.block, Quote)


def _before(line: Line) -> str:
    return line.label_before.address if line.label_before else ""


def _place(line: Line) -> str:
    addresses = [label.address for label in (line.label_before, line.label_after) if label]
    if line.status in ("split", "merged"):
        return addresses[-1]
    return " → ".join(dict.fromkeys(addresses))


def _kind(line: Line) -> str:
    if line.status == "moved":
        return "moved and reworded" if has_wording_marks(line.segments) else "moved"
    if line.status == "reworded" and not has_wording_marks(line.segments):
        return "form" if has_marks(line.segments) else "other"
    return line.status


def shortened(segments: Segments) -> Runs:
    """Return the first words that changed, or the first of all, with three dots for the rest."""
    marked = [index for index, each in enumerate(segments) if each.op != "equal"]
    if not marked:
        return _cut(plain_runs(segments))
    start = end = marked[0]
    while end < len(segments) and segments[end].op != "equal":
        end += 1
    passage = plain_runs(segments[start:end])
    if any(letter.isalnum() for letter in _letters(passage)):
        return _cut(passage)
    around = _letters(plain_runs(segments[:start])), _letters(plain_runs(segments[end : end + 1]))
    last = " ".join(around[0].split(" ")[-4:])
    return _cut((Words(last), *passage, Words(around[1])))


def _letters(runs: Runs) -> str:
    return "".join(run.text for run in runs if isinstance(run, Words))


def _cut(runs: Runs) -> Runs:
    found: list[Words] = []
    room = _MOST_LETTERS
    for run in runs:
        if not isinstance(run, Words):
            continue
        if len(run.text) > room:
            found.append(replace(run, text=run.text[:room].rsplit(" ", 1)[0] + " …"))
            break
        room -= len(run.text)
        found.append(run)
    return tuple(found)
