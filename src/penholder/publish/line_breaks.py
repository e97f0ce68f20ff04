"""Where the lines of a justified paragraph end, as on official pages.

Official pages are set by Word, which sets its letters at 103 per cent of their width, a hair
apart, and squeezes the spaces of a line to take in one more word where that costs less than
leaving the word out. Measured on 36,000 lines of 181 documents (decisions/0024).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

_SPACES = " \u00a0"
# After a space, and after a hyphen or dash inside a word.
_OPENINGS = re.compile(r" |(?<=[^ \u00a0])[-–—](?=[^ \u00a0])")
# A day stays with its month, a resolution with its letter, a short prefix with its word.
_KEPT = re.compile(
    r"(?<![\w/])\d{1,2}(?= [A-Z][a-z]+ \d{4})|\d/\d+(?= [A-Z]\b)|\b(?:[Nn]on|[Mm]ulti)-(?=\w)"
)

# Spaces give up to this much each, in points, and never more than a share of what each space
# of the line would have to take if the word went down.
_MOST_SQUEEZE = 0.66
_SHARE = 0.5
_RESERVE = 0.05
# Lines end this far before the margin, in points: Word reckons in whole dots of a printer.
_INSET = 0.4


@dataclass(frozen=True, slots=True)
class Letters:
    """A paragraph as letters, and how far along the line each of them ends, in points.

    ``ends`` is one longer than ``text`` and begins with 0; kerning and tracking are in it.
    """

    text: str
    ends: Sequence[float]

    def width(self, begin: int, end: int) -> float:
        """Return the width of the letters from ``begin`` up to ``end``."""
        return self.ends[end] - self.ends[begin]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its first letter, the end of its last word, and its measure."""

    begin: int
    end: int
    measure: float


def official_lines(letters: Letters, measures: Iterator[float]) -> Iterator[Line]:
    """Yield the lines of a paragraph; ``measures`` are the widths of its lines, in points."""
    spaces = list(accumulate((each in _SPACES for each in letters.text), initial=0))
    ends = line_ends(letters.text)
    begin, at = 0, 0
    while at < len(ends):
        measure = next(measures)
        at += _last(letters, spaces, begin, ends[at:], measure) + 1
        yield Line(begin, ends[at - 1], measure)
        begin = _next_word(letters.text, ends[at - 1])


def line_ends(text: str) -> list[int]:
    """Return every place where a line may end, the end of the text last."""
    kept = {match.end() for match in _KEPT.finditer(text)}
    length = len(text.rstrip(" "))
    found = (match.end() - (match[0] == " ") for match in _OPENINGS.finditer(text))
    return [*(end for end in found if 0 < end < length and end not in kept), length]


def _last(
    letters: Letters, spaces: Sequence[int], begin: int, ends: Sequence[int], measure: float
) -> int:
    """Return which of the ends is that of the line."""
    room = measure - _INSET
    over = next((i for i, end in enumerate(ends) if letters.width(begin, end) > room), len(ends))
    if over in (0, len(ends)):
        return max(0, over - 1)
    loose, tight = (
        abs(room - letters.width(begin, end)) / max(1, spaces[end] - spaces[begin])
        for end in ends[over - 1 : over + 1]
    )
    return over if tight <= min(_MOST_SQUEEZE, _SHARE * loose - _RESERVE) else over - 1


def _next_word(text: str, end: int) -> int:
    while end < len(text) and text[end] == " ":
        end += 1
    return end
