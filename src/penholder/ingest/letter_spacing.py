"""How far apart the letters of a PDF stand, word for word, and where an editor drew them together.

Word spaces letters in twentieths of a point; the text of official pages is 0.2 points apart, and
editors take one to six twentieths from paragraphs, or parts of them, to save a line or a page.
A word is measured by the advances of its letters, against what the same widths take up in the
rest of the document: word spaces, which justification stretches, play no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from penholder.ingest.pdf_pages import Glyph, PdfPage

STEP = 0.05  # points: a twentieth, the least that Word knows
_MOST_STEPS = 6
_WORD_GAP = 0.16  # of the size
_FEWEST = 12  # of a letter
_SHORT = 3
# Of a word: what the rounding of its ends to a printer's dots leaves, and of each of its pairs.
_ENDS, _PAIR = 0.09, 0.012
# What it costs to say that letters are drawn together: no chance of noise makes up for it.
_CHANGE = 14.0
# The most that one word may say against a step: less than two changes cost.
_MOST_UNLIKELY = 18.0


Kind = tuple[str, float, bool]
"""A letter, the size of its type in points, and whether it is italic."""


@dataclass(frozen=True, slots=True)
class DrawnWord:
    """A word of a line as it is drawn, in points from the top left of its page.

    ``advances`` are the letters within it that another of the same type follows, each with how
    far that one stands from it.
    """

    page: int
    baseline: float
    left: float
    letters: str
    size: float
    bold: bool
    advances: tuple[tuple[Kind, float], ...]


class Usual:
    """What each letter takes up in most of a document, in points."""

    def __init__(self, words: Iterable[DrawnWord]) -> None:
        known = [word for word in words if word.advances]
        self._means: dict[Kind, float] = {}
        self._means = _means(known)
        # Half of the words are as the writer's style has them; the others pull no median.
        aside = [self._aside(word) for word in known if self.pairs(word) > _SHORT]
        usual = median(aside) if aside else 0.0
        kept = [word for word in known if self._aside(word) > usual - STEP / 2]
        self._means = _means(kept)

    def _aside(self, word: DrawnWord) -> float:
        return self.excess(word) / max(1, self.pairs(word))

    def pairs(self, word: DrawnWord) -> int:
        """Return how many advances of a word are of letters that are known well enough."""
        return sum(kind in self._means for kind, _ in word.advances)

    def excess(self, word: DrawnWord) -> float:
        """Return how much wider than usual a word is drawn, in points."""
        means = self._means
        return sum(far - means[kind] for kind, far in word.advances if kind in means)


def _means(words: Iterable[DrawnWord]) -> dict[Kind, float]:
    found: dict[Kind, list[float]] = defaultdict(list)
    for word in words:
        for kind, advance in word.advances:
            found[kind].append(advance)
    return {kind: fmean(each) for kind, each in found.items() if len(each) >= _FEWEST}


def drawn_words(page: PdfPage) -> Iterator[DrawnWord]:
    """Yield the words of a page, line by line."""
    rows: dict[float, list[Glyph]] = defaultdict(list)
    for glyph in page.glyphs:
        if not glyph.face.barcode:
            rows[round(glyph.baseline, 1)].append(glyph)
    for baseline, row in sorted(rows.items()):
        for glyphs in _words(sorted(row, key=lambda each: each.left)):
            yield _drawn(page.number, baseline, glyphs)


def _words(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    word: list[Glyph] = []
    for glyph in row:
        is_apart = word and glyph.left - word[-1].right > _WORD_GAP * glyph.face.size
        if word and (is_apart or glyph.letter.isspace()):
            yield word
            word = []
        if not glyph.letter.isspace():
            word.append(glyph)
    if word:
        yield word


def _drawn(page: int, baseline: float, glyphs: Sequence[Glyph]) -> DrawnWord:
    advances = [
        (_kind(first), second.left - first.left)
        for first, second in pairwise(glyphs)
        if (first.letter + second.letter).isalpha() and first.face == second.face
    ]
    return DrawnWord(
        page,
        baseline,
        glyphs[0].left,
        "".join(glyph.letter for glyph in glyphs),
        glyphs[0].face.size,
        glyphs[0].face.bold,
        () if glyphs[0].face.bold else tuple(advances),
    )


def _kind(glyph: Glyph) -> Kind:
    return glyph.letter, glyph.face.size, glyph.face.italic


def steps_taken(words: Sequence[DrawnWord], usual: Usual) -> list[int]:
    """Return for each word of a paragraph how many twentieths each of its letters gave up.

    The likeliest course through the words, by what they measure and by the cost of every change.
    """
    costs = [0.0] + [_CHANGE] * _MOST_STEPS
    ways: list[list[int]] = []
    for word in words:
        cheapest = min(range(len(costs)), key=costs.__getitem__)
        froms = [
            step if costs[step] <= costs[cheapest] + _CHANGE else cheapest
            for step in range(len(costs))
        ]
        ways.append(froms)
        costs = [
            costs[before] + _CHANGE * (before != step) + _unlikely(word, step, usual)
            for step, before in enumerate(froms)
        ]
    step = min(range(len(costs)), key=costs.__getitem__)
    found: list[int] = []
    for froms in reversed(ways):
        found.append(step)
        step = froms[step]
    return found[::-1]


def _unlikely(word: DrawnWord, step: int, usual: Usual) -> float:
    """Return how little a word speaks for a step: half the square of its error in deviations."""
    pairs = usual.pairs(word)
    error = usual.excess(word) + step * STEP * pairs
    unlikely = error * error / (2 * (_ENDS**2 + pairs * _PAIR**2))
    return min(unlikely, _MOST_UNLIKELY) if pairs else 0.0
