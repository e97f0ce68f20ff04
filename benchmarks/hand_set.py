"""Which lines of an official PDF an editor tightened by hand, to save a line or a page.

Nothing in the words tells where, so no rule can foretell how these lines break. They are found as
``penholder import --setting`` finds them, word for word.
"""

from __future__ import annotations

from collections import defaultdict

from penholder.ingest.letter_spacing import DrawnWord, Usual, drawn_words, steps_taken
from penholder.ingest.pdf_pages import pdf_pages

_BODY = (9.9, 10.15)
_LEADING = 13.0

Baseline = tuple[int, float]


def tightened(data: bytes) -> list[Baseline]:
    """Return page (from 0) and baseline of tightened lines and of those after them, to the end
    of their paragraph; may raise as a reader of PDFs."""
    words = [word for page in pdf_pages(data) for word in drawn_words(page) if _is_body(word)]
    found: list[Baseline] = []
    lines: dict[Baseline, int] = defaultdict(int)
    for word, step in zip(words, steps_taken(words, Usual(words)), strict=True):
        line = (word.page - 1, word.baseline)
        lines[line] = max(lines[line], step)
    before, is_tight = (0, 0.0), False
    for line, step in lines.items():
        goes_on = line[0] == before[0] and line[1] - before[1] < _LEADING
        is_tight = step > 0 or (is_tight and goes_on)
        found += [line] if is_tight else []
        before = line
    return found


def _is_body(word: DrawnWord) -> bool:
    return _BODY[0] < word.size < _BODY[1] and not word.bold
