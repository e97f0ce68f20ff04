"""Where the lines of a title end on an official page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from penholder.ingest.passages import Passage
from penholder.model.hand_setting import Lines

_MOST_PASSAGES = 4
_LONGEST_LEAD = 14  # letters in front of a title on its line: its number


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


def lines_of(text: str, passages: LetteredLines) -> Lines:
    """Return a text, as the document has it, in the lines of the passages that say it.

    Nothing where no passages say it, or where they say it on one line.
    """
    wanted = _letters(text)
    for counts in _counts(wanted, passages) if wanted else ():
        return tuple(_cut(text, [count for count in accumulate(counts) if count > 0]))
    return ()


def _counts(wanted: str, passages: LetteredLines) -> Iterator[list[int]]:
    """Yield the letters on each line of passages that end with those wanted and begin little
    before them; what stands before is taken from the first line."""
    for first in range(len(passages)):
        lines: list[str] = []
        for passage in passages[first : first + _MOST_PASSAGES]:
            lines += passage
            lead = sum(map(len, lines)) - len(wanted)
            if lead > _LONGEST_LEAD:
                break
            if lead >= 0 and "".join(lines)[lead:] == wanted:
                yield [len(lines[0]) - lead, *map(len, lines[1:])]


def _cut(text: str, stops: Sequence[int]) -> Iterator[str]:
    """Yield a text in lines that end behind so many letters; signs stay with the letter before."""
    if len(stops) < 2:
        return
    count, line, rest = 0, "", list(stops)
    for letter in text:
        if letter.isalnum() and count == rest[0]:
            yield line.strip()
            line = ""
            rest.pop(0)
        line += letter
        count += letter.isalnum()
    yield line.strip()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
