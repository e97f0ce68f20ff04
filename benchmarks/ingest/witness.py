"""The pages of a PDF as poppler reads them, told apart by place alone: what stands where.

A witness that shares nothing with the reader under test: no type, no rules, only words with their
boxes, in the order of the file. What it calls furniture is known by form as well as by place.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.placed_words import Word

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)
_HEAD, _LETTERHEAD, _FOOT = 66 / 792, 211 / 792, 736 / 792
_RULE = re.compile(r"_{5,}")
_FURNITURE = re.compile(
    r"\d{1,3}(?:/\d{1,3})?|Page|(?:GE\.)?\d\d-\d{5}\*?|\([A-Z]\)|\d{6}|\*\d{7}\*|/\.\.\.|"
    r"Please|recycle|@|\W"
)
_FIRST_FOOT = 0.89
_JOB = re.compile(r"\d\d-\d{5}\*?|\([A-Z]\)|\d{6}|\*\d{7}\*")
_BODY_HEIGHT = 11.0
SMALL = 10.2
_INDENT = 130
_RAISED, _RAISED_HEIGHT = 3.0, 7.5


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one baseline, from left to right."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins, in points."""
        return self.words[0].left

    @property
    def bottom(self) -> float:
        """Where its letters end, in points from the top."""
        return max(word.bottom for word in self.words)

    @property
    def height(self) -> float:
        """The height of most of its letters."""
        heights: Counter[float] = Counter()
        for word in self.words:
            heights[round(word.height, 1)] += len(word.letters)
        return max(heights, key=lambda each: heights[each])

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.letters for word in self.words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: words of the letterhead, the body and the notes in the order of the file."""

    number: int
    width: float
    height: float
    letterhead: tuple[Word, ...]
    body: tuple[Word, ...]
    notes: tuple[Word, ...]
    furniture: tuple[Word, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the body from top to bottom."""
        return rows_of(self.body)


def sheets_of(file: Path) -> list[Sheet]:
    """Return the pages of a PDF; raises CalledProcessError."""
    command = ["pdftotext", "-raw", "-bbox", str(file), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = [
        (float(width), float(height), list(_words(number, inside)))
        for number, (width, height, inside) in enumerate(_PAGE.findall(told), start=1)
    ]
    scale = _BODY_HEIGHT / _usual_height([word for *_, words in pages for word in words])
    pages = [(width, height, [_scaled(w, scale) for w in words]) for width, height, words in pages]
    running = _letters_of(pages[0][2]) if pages else frozenset()
    return [_sheet(n, *page, running) for n, page in enumerate(pages, start=1)]


def _words(number: int, page: str) -> Iterator[Word]:
    for left, top, right, bottom, letters in _WORD.findall(page):
        place = float(left), float(top), float(right), float(bottom)
        yield Word(number, html.unescape(letters), *place)


def _usual_height(words: Sequence[Word]) -> float:
    """Return the height of the boxes of the body's words: the largest that many letters have."""
    heights: Counter[float] = Counter()
    for word in words:
        heights[round(word.height, 1)] += len(word.letters)
    often = [height for height, count in heights.items() if count > 0.2 * heights.total()]
    return max(often, default=_BODY_HEIGHT)


def _scaled(word: Word, scale: float) -> Word:
    """Return a word whose box is as high as in the Secretariat's font, whatever its own says."""
    return replace(word, top=word.bottom - scale * word.height)


def _letters_of(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.letters.strip("*") for word in words)


def _sheet(
    number: int, width: float, height: float, words: Sequence[Word], running: frozenset[str]
) -> Sheet:
    zones: dict[str, list[Word]] = {name: [] for name in ("letterhead", "body", "notes", "edge")}
    rules = _rules(words)
    start = _notes_start(words, rules)
    for word in words:
        zone = "edge" if word in rules else _zone(word, number, height, start, running)
        zones[zone].append(word)
    return Sheet(
        number,
        width,
        height,
        tuple(zones["letterhead"]),
        tuple(zones["body"]),
        tuple(zones["notes"]),
        tuple(zones["edge"]),
    )


def _zone(word: Word, number: int, height: float, notes: float, running: frozenset[str]) -> str:
    middle = (word.top + word.bottom) / 2
    if middle > _FOOT * height and _FURNITURE.fullmatch(word.letters):
        return "edge"
    if number == 1 and middle > _FIRST_FOOT * height and _JOB.fullmatch(word.letters):
        return "edge"
    if number == 1 and word.bottom < _LETTERHEAD * height:
        return "letterhead"
    if number > 1 and word.bottom < _HEAD * height and _is_running(word.letters, running):
        return "edge"
    return "notes" if middle > notes else "body"


def _is_running(letters: str, running: frozenset[str]) -> bool:
    """Whether a word at the head of a page is one of its first page: symbol or title."""
    return bool(_FURNITURE.fullmatch(letters)) or any(
        letters in (word, word.removeprefix("*")) or (len(letters) > 1 and word in letters)
        for word in running
    )


def _rules(words: Sequence[Word]) -> list[Word]:
    """Return the underscores that stand alone on their rows."""
    rows = (row.words for row in rows_of(words))
    return [row[0] for row in rows if len(row) == 1 and _RULE.fullmatch(row[0].letters)]


def _notes_start(words: Sequence[Word], rules: Sequence[Word]) -> float:
    """Return where the footnotes of a page begin: below the rule at its left, or at a mark.

    Without a rule what is small and stands close above the first mark is the rest of a note.
    """
    typed = [rule.bottom for rule in rules if rule.left < _INDENT]
    if typed:
        return min(typed)
    start = min((word.top for word in words if _opens_note(word)), default=float("inf"))
    above = [row for row in rows_of(words) if row.bottom < start + _RAISED]
    for row in reversed(above):
        if row.height > SMALL or start - row.bottom > _RAISED:
            break
        start = min(word.top for word in row.words)
    return start - _RAISED


def _opens_note(word: Word) -> bool:
    """Whether a word is the number or star of a note, left of every paragraph."""
    is_number = word.letters.isdigit() and word.height < _RAISED_HEIGHT
    is_star = word.letters.startswith("*") and word.height < SMALL
    return (is_number or is_star) and 100 < word.left < _INDENT - 7


def rows_of(words: Iterable[Word]) -> tuple[Row, ...]:
    """Return words as rows from top to bottom; raised words stand in the row they are raised in."""
    ordered = sorted(words, key=lambda word: (word.bottom, word.left))
    rows: list[list[Word]] = []
    for word in ordered:
        if rows and word.bottom - rows[-1][0].bottom < 4.5:
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(Row(tuple(sorted(row, key=lambda word: word.left))) for row in rows)
