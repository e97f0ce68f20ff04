"""What an editor set by hand on an official page: line ends of titles, letters drawn together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from penholder.ingest.fates import Fate, fates
from penholder.ingest.letter_spacing import STEP, DrawnWord, Usual, drawn_words, steps_taken
from penholder.ingest.masthead import flat
from penholder.ingest.passages import Line, Passage
from penholder.ingest.pdf_pages import pdf_pages
from penholder.ingest.reading import is_pdf, read_source
from penholder.ingest.recognise import Recognised
from penholder.model.hand_setting import HandSetting, Lines, Tight
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import plain

_NEAR = 0.6
_FEWEST_WORDS = 2


def read_with_setting(data: bytes) -> Recognised:
    """Return the document of a source, of a PDF with what was set by hand on its pages.

    Raises as :func:`read_source`.
    """
    found = read_source(data)
    if not is_pdf(data):
        return found
    words = [word for page in pdf_pages(data) for word in drawn_words(page)]
    return replace(found, hand=_setting(found, words))


def _setting(found: Recognised, words: Sequence[DrawnWord]) -> HandSetting:
    lines: dict[str, list[Lines]] = defaultdict(list)
    known = list(fates(found))
    for fate in known:
        lines[fate.address].append(tuple(flat(line.text) for line in fate.passage.lines))
    return HandSetting(tight=tuple(_tight(found, known, words)))


def _tight(
    found: Recognised, known: Sequence[Fate], words: Sequence[DrawnWord]
) -> Iterator[Tight]:
    """Yield what was drawn together of every paragraph, in the order of the document."""
    usual = Usual(words)
    by_page: dict[int, list[DrawnWord]] = defaultdict(list)
    for word in words:
        by_page[word.page].append(word)
    passages = {fate.address: fate.passage for fate in known if fate.passage.role == "body"}
    for unit, label in zip(outline(found.document), labels(found.document), strict=True):
        passage = passages.get(label.address)
        if passage is None:
            continue
        drawn = [word for line in passage.lines for word in _on_line(line, by_page)]
        steps = steps_taken(drawn, usual)
        if max(steps, default=0):
            yield from _parts(label.address, plain(unit.text), list(_by_letter(drawn, steps)))


def _on_line(line: Line, by_page: dict[int, list[DrawnWord]]) -> Iterator[DrawnWord]:
    box = line.place.box
    if box is None:
        return
    for word in by_page[line.place.page]:
        if abs(word.baseline - box[3]) < _NEAR and box[0] - _NEAR < word.left < box[2]:
            yield word


def _by_letter(words: Iterable[DrawnWord], steps: Iterable[int]) -> Iterator[int]:
    for word, step in zip(words, steps, strict=True):
        yield from (step for _ in word.letters)


def _parts(at: str, text: str, steps: Sequence[int]) -> Iterator[Tight]:
    """Yield the parts of a paragraph whose letters are drawn together, by their first words and
    their last; ``steps`` are those of its letters, a number or mark before them included."""
    tokens = text.split(" ")
    sizes = [len(token.strip()) for token in tokens]
    begin = len(steps) - sum(sizes)
    taken: list[int] = []
    for size in sizes:
        own = steps[max(0, begin) : max(0, begin + size)]
        taken.append(max(set(own), key=own.count) if own else 0)
        begin += size
    place = 0
    for step, group in groupby(taken):
        count = len(list(group))
        if step:
            yield _part(at, tokens, (place, place + count), step)
        place += count


def _part(at: str, tokens: Sequence[str], span: tuple[int, int], step: int) -> Tight:
    begin, end = span
    text = " ".join(tokens)
    begins = len(" ".join(tokens[:begin])) + bool(begin)
    ends = len(" ".join(tokens[:end]))
    start = _shortest(
        (" ".join(tokens[begin : begin + size]) for size in range(_FEWEST_WORDS, len(tokens) + 1)),
        lambda words: text.count(words) == 1,
    )
    last = _shortest(
        (" ".join(tokens[end - size : end]) for size in range(_FEWEST_WORDS, end + 1)),
        lambda words: text.find(words, begins) + len(words) == ends,
    )
    return Tight(
        at,
        round(step * STEP, 2),
        start if begin else "",
        last if end < len(tokens) else "",
    )


def _shortest(phrases: Iterator[str], is_fit: Callable[[str], bool]) -> str:
    """Return the first of some phrases, each longer than the one before, that is fit."""
    return next((phrase for phrase in phrases if is_fit(phrase)), "")
