"""The words of a PDF with their places, as poppler reads them, and the lines they stand in."""

from __future__ import annotations

import html
import re
import subprocess
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)
_CALL = re.compile(r"(?<=[a-z,.;:)”’])\d{1,3}$")
_SAME_LINE = 2.0
_HYPHENS = str.maketrans("‑‐", "--")


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page (from 0): its letters, and its box in points from the top left."""

    page: int
    letters: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of its box, which grows with the size of its letters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Edges:
    """The words of a text, and which of them begin and end a line."""

    words: tuple[Word, ...]
    begins: frozenset[int]
    ends: frozenset[int]


def placed_words(file: Path) -> list[list[Word]]:
    """Return the words of every page of a PDF; raises CalledProcessError."""
    command = ["pdftotext", "-bbox", str(file), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = told.split("<page ")[1:]
    return [list(_words(number, page)) for number, page in enumerate(pages)]


def _words(number: int, page: str) -> Iterator[Word]:
    for left, top, right, bottom, letters in _WORD.findall(page):
        even = unicodedata.normalize("NFC", html.unescape(letters)).translate(_HYPHENS)
        yield Word(number, even, float(left), float(top), float(right), float(bottom))


def body_edges(pages: Sequence[Sequence[Word]]) -> Edges:
    """Return the words of the body, line by line."""
    words: list[Word] = []
    begins: set[int] = set()
    ends: set[int] = set()
    for page in pages:
        for line in filter(_is_body, _lines(page)):
            begins.add(len(words))
            words += line
            ends.add(len(words) - 1)
    return Edges(tuple(words), frozenset(begins), frozenset(ends))


def plain(word: Word) -> str:
    """Return the letters of a word without a footnote call that poppler joined to it."""
    return _CALL.sub("", word.letters)


def note_numbers(pages: Sequence[Sequence[Word]]) -> set[tuple[int, str]]:
    """Return page and number of every note at the foot of a page."""
    small = (word for page in pages for word in page if word.height < 7.5)
    return {(word.page, word.letters) for word in small if 100 < word.left < 122}


def _is_body(line: Sequence[Word]) -> bool:
    """Whether a line is set in 10 points, within the measure, between head and foot."""
    first, usual = line[0], median(word.height for word in line)
    head = 66 if first.page else 212
    return 10.3 < usual < 12 and first.left > 118 and head < first.top < 740


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (round(word.bottom), word.left)):
        if rows and abs(rows[-1][0].bottom - word.bottom) < _SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]
