"""Titles, lists of sponsors and running heads get the lines that editors give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from penholder.publish.line_breaks import Letters, line_ends

_STEP = 1.0  # point


@dataclass(frozen=True, slots=True)
class Room:
    """How long a line of a title usually is, and how long it may be to save one, in points."""

    usual: float
    most: float


def title_stops(letters: Letters, room: Room, name: str) -> list[int]:
    """Return where each line of a title ends but the last; the space there is not printed.

    Measured on 181 documents (decisions/0036). Lines are as long as the usual room, longer only
    where that saves a line. None ends after a hyphen, nor inside ``name``, that of the
    Organization. A last line of one word, which editors left in none of 29 titles, takes the word
    before it with it; a symbol may stand alone.
    """
    ends = list(_ends(letters.text, name))
    fewest = len(_greedy(letters, ends, room.most))
    measure = room.usual
    while measure < room.most and len(_greedy(letters, ends, measure)) > fewest:
        measure = min(room.most, measure + _STEP)
    stops = _greedy(letters, ends, measure)
    return _with_company(letters, ends, stops, room.most)[:-1]


def _ends(text: str, name: str) -> Iterator[int]:
    """Yield where a line may end: before a space, and at the end of the text."""
    spaces = [each.start() for each in re.finditer(" ", name)]
    inside = {
        found.start() + space
        for found in re.finditer(re.escape(name), text, re.IGNORECASE)
        for space in spaces
    }
    for end in line_ends(text):
        if end not in inside and not text[end : end + 1].strip():
            yield end


def _greedy(letters: Letters, ends: Sequence[int], measure: float) -> list[int]:
    """Return the ends of lines that each take in what fits."""
    stops: list[int] = []
    begin = last = 0
    for end in ends:
        if last > begin and letters.width(begin, end) > measure:
            stops.append(last)
            begin = last + 1
        last = end
    return [*stops, last]


def _with_company(
    letters: Letters, ends: Sequence[int], stops: list[int], most: float
) -> list[int]:
    """Return the stops, the last line begun a word earlier where it would be one word."""
    if len(stops) < 2:
        return stops
    *before, stop, last = stops
    word = letters.text[stop + 1 : last]
    begin = before[-1] + 1 if before else 0
    earlier = max((end for end in ends if begin < end < stop), default=last)
    if " " in word or "/" in word or letters.width(min(earlier + 1, last), last) > most:
        return stops
    return [*before, earlier, last] if earlier < last else stops
