"""Figures on the line that call footnotes, found where a text cannot raise them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_YEAR = r"(?:19|20)\d\d"
_BEFORE_FIGURES = re.compile(
    r"\b(?:paragraphs?|articles?|items?|pages?|Nos?\.|chap\.|rules?|vol\.|and|to|of|from|by|in|at|or"
    r"|the|than|with|for|between|about|over|every|until)$|(?<!\S)\d{1,2}$",
    re.IGNORECASE,
)
_OFTEN_NUMBERED = re.compile(
    r"\b(?:resolutions?|decisions?|parts?|annex|sections?|goals?|targets?|phase|tables?)$",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r" (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_THOUSANDS = re.compile(r" \d{3}(?![\d/])")
_STOPS = tuple(",;:.”’)")
_AFTER_STOP, _AFTER_WORD, _AFTER_NUMBERED = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Call:
    """A figure that may call a note: its line, where it begins and ends, and what speaks for it."""

    line: int
    start: int
    end: int
    mark: str
    weight: int


def calls_in(lines: Sequence[str], marks: Sequence[str]) -> list[Call]:
    """Return the calls of numbered notes in the lines of a page, in the order of the notes.

    ``marks`` are the indicators of the page's notes. A figure may be a call behind a stop, a word
    or a year; a page holds many that are none.
    """
    wanted = [mark for mark in marks if mark.isdigit()]
    candidates = sorted(
        (
            call
            for at, text in enumerate(lines)
            for mark in wanted
            for call in _calls(at, text, mark)
        ),
        key=lambda call: (call.line, call.start, call.mark),
    )
    return _heaviest(candidates, {mark: place for place, mark in enumerate(wanted)})


def _heaviest(candidates: Sequence[Call], order: dict[str, int]) -> list[Call]:
    """Return the run of candidates in the order of their notes that weighs most."""
    best: list[tuple[int, int]] = []
    for at, call in enumerate(candidates):
        before = [
            (best[i][0], i)
            for i in range(at)
            if order[candidates[i].mark] < order[call.mark]
            and (candidates[i].line, candidates[i].end) <= (call.line, call.start)
        ]
        weight, previous = max(before, default=(0, -1), key=lambda pair: (pair[0], -pair[1]))
        best.append((weight + call.weight, previous))
    if not best:
        return []
    at = max(range(len(best)), key=lambda index: (best[index][0], -index))
    run: list[Call] = []
    while at >= 0:
        run.append(candidates[at])
        at = best[at][1]
    return run[::-1]


def _calls(line: int, text: str, mark: str) -> Iterator[Call]:
    for found in re.finditer(
        rf"(?:(?<=[^\s/.(–-])|(?<=[a-z)”]\.)) ?(?<!\d)({mark})(?=[\s,;:.)”’]|$)", text
    ):
        before = text[: found.start()]
        is_number = bool(_MONTH.match(text, found.end()) or _THOUSANDS.match(text, found.end()))
        if not is_number and not _BEFORE_FIGURES.search(before):
            yield Call(line, found.start(), found.end(), mark, _weight(before))
    for found in re.finditer(rf"(?<!\d){_YEAR}({mark})(?!\d)|[^\W\d]({mark})(?!\w)", text):
        group = 1 if found[1] else 2
        yield Call(line, found.start(group), found.end(group), mark, _AFTER_WORD)


def _weight(before: str) -> int:
    """Return what speaks for a call behind these words: most where they end in a stop."""
    if before.endswith(_STOPS):
        return _AFTER_STOP
    return _AFTER_NUMBERED if _OFTEN_NUMBERED.search(before) else _AFTER_WORD
