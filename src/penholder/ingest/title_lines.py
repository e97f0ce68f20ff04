"""Where the lines of a title end on an official page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import TypeAlias

from penholder.ingest.passages import Passage
from penholder.model.hand_setting import Lines

_MOST_PASSAGES = 4
_LONGEST_LEAD = 14  # letters in front of a title on its line: its number
_OPENING = "([{“‘«„"


LetteredLines: TypeAlias = Sequence[Sequence[str]]
"""The letters alone of every line of every passage."""


def lettered(passages: Iterable[Passage]) -> LetteredLines:
    """Return the letters and figures of passages, line by line, without calls of notes."""
    return [
        [
            _letters("".join(run.text for run in line.runs if not run.raised))
            for line in passage.lines
        ]
        for passage in passages
    ]


def lines_of(text: str, passages: LetteredLines, after: int = 0) -> Lines:
    """Return a text, as the document has it, in the lines of the passages that say it.

    Where several say it, ``after`` so many of them. Nothing where no passages say it, or where they
    say it on one line.
    """
    wanted = _letters(text)
    said = _counts(wanted, passages) if wanted else iter(())
    for counts in islice(said, after, None):
        return tuple(_cut(text, [count for count in accumulate(counts) if count > 0]))
    return ()


def title_lines(title: str, agenda_titles: Sequence[str], passages: LetteredLines) -> Lines:
    """Return the lines of a title, which titles of agenda items above it may say too."""
    before = sum(_letters(each) == _letters(title) for each in agenda_titles)
    return lines_of(title, passages, after=before)


def _counts(wanted: str, passages: LetteredLines) -> Iterator[list[int]]:
    """Yield the letters on each line of passages that end with those wanted and begin little
    before them; what stands before is taken from the first line."""
    for last in range(len(passages)):
        lines: list[str] = []
        for passage in reversed(passages[max(0, last + 1 - _MOST_PASSAGES) : last + 1]):
            lines = [*passage, *lines]
            lead = sum(map(len, lines)) - len(wanted)
            if lead > _LONGEST_LEAD or not wanted.endswith("".join(lines)[max(lead, 0) :]):
                break
            if lead >= 0:
                yield [len(lines[0]) - lead, *map(len, lines[1:])]
                break


def _cut(text: str, stops: Sequence[int]) -> Iterator[str]:
    """Yield a text in lines that end behind so many letters.

    Signs stay with the letter before, those that open something go with the next.
    """
    if len(stops) < 2:
        return
    count, line, rest = 0, "", list(stops)
    for letter in text:
        if letter.isalnum() and count == rest[0]:
            ended = line.rstrip(_OPENING)
            yield ended.strip()
            line = line[len(ended) :]
            rest.pop(0)
        line += letter
        count += letter.isalnum()
    yield line.strip()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
