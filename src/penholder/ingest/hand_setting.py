"""What an editor set by hand on an official page: line ends of titles, letters drawn together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from statistics import median
from typing import TypeAlias

from penholder.ingest.fates import fates
from penholder.ingest.letter_spacing import STEP, DrawnWord, Usual, drawn_words, steps_taken
from penholder.ingest.masthead import flat
from penholder.ingest.passages import Line, Passage
from penholder.ingest.pdf_pages import pdf_pages
from penholder.ingest.reading import is_pdf, read_source
from penholder.ingest.recognise import Recognised
from penholder.ingest.sponsors import is_submission
from penholder.ingest.title_lines import LetteredLines, lettered, lines_of, title_lines
from penholder.model.blocks import Heading, Paragraph, Section
from penholder.model.document import Annex, Document, Part
from penholder.model.hand_setting import BrokenHeading, HandSetting, Lines, NumbersAt, Tight
from penholder.model.numbering import Label, labels
from penholder.model.outline import Unit, outline
from penholder.model.wording import plain

PlacedUnit: TypeAlias = tuple[Unit, Label, Passage]

_NEAR = 0.6
_FEWEST_WORDS = 2
_FEWEST_NUMBERS = 3
_INDENT = 12.0
_BELOW_BASELINE = 2.5  # points from the last baseline of notes to the end of the page


def read_with_setting(data: bytes) -> Recognised:
    """Return the document of a source, of a PDF with what was set by hand on its pages.

    Raises as :func:`read_source`.
    """
    found = read_source(data)
    if not is_pdf(data):
        return found
    pages = list(pdf_pages(data))
    words = [word for page in pages for word in drawn_words(page)]
    foot = _first_foot(found.passages, pages[0].height)
    return replace(found, hand=replace(_setting(found, words), first_foot=foot))


def _setting(found: Recognised, words: Sequence[DrawnWord]) -> HandSetting:
    document = found.document
    lines = lettered(found.passages)
    units = [
        (unit, label, passage)
        for unit, label, passage in _placed_units(found)
        if isinstance(unit.block, Paragraph)
    ]
    return HandSetting(
        agenda_titles=tuple(lines_of(title, lines) for title in document.masthead.agenda_titles),
        origin=lines_of(document.masthead.origin, lines),
        sponsors=_sponsor_lines(found.passages),
        title=title_lines(plain(document.title), document.masthead.agenda_titles, lines),
        headings=tuple(_headings(document, lines)),
        numbers_at="margin" if _usual_indent(units, "operative") == "margin" else "",
        annex_numbers_at="tab" if _usual_indent(units, "annex") == "tab" else "",
        tight=tuple(_tight(units, words)),
    )


def _placed_units(found: Recognised) -> Iterator[PlacedUnit]:
    """Yield the units of the document that a passage of the body says, in its order."""
    passages = {fate.address: fate.passage for fate in fates(found) if fate.passage.role == "body"}
    for unit, label in zip(outline(found.document), labels(found.document), strict=True):
        if label.address in passages:
            yield unit, label, passages[label.address]


def _headings(document: Document, lines: LetteredLines) -> Iterator[BrokenHeading]:
    """Yield the headings of a document that stand on several lines."""
    for unit, label in zip(outline(document), labels(document), strict=True):
        if isinstance(unit.block, Heading | Section | Part | Annex):
            broken = lines_of(plain(unit.text), lines)
            if broken:
                yield BrokenHeading(label.address, broken)


def _sponsor_lines(passages: Sequence[Passage]) -> Lines:
    """Return the lines of the first passage that says who submits a draft."""
    told = (each for each in passages if is_submission(flat(each.text)))
    return tuple(flat(line.text) for each in islice(told, 1) for line in each.lines)


def _first_foot(passages: Iterable[Passage], height: float) -> float:
    """Return where the notes of the first page end, from its lower edge; 0 where it has none."""
    lines = (line for passage in passages if passage.role == "note" for line in passage.lines)
    boxes = [line.place.box for line in lines if line.place.page == 1]
    lowest = max((box[3] for box in boxes if box), default=0.0)
    return round(height - lowest - _BELOW_BASELINE, 1) if lowest else 0.0


def _usual_indent(units: Iterable[PlacedUnit], region: str) -> NumbersAt:
    """Return where most numbers of a region stand, nothing where few are seen."""
    indents = [
        passage.lines[0].left - passage.lines[1].left
        for unit, label, passage in units
        if unit.region == region and unit.depth == (region == "annex")
        if label.printed[:1].isdigit() and len(passage.lines) > 1
        if passage.lines[0].place.page == passage.lines[1].place.page
    ]
    if len(indents) < _FEWEST_NUMBERS:
        return ""
    return "margin" if abs(median(indents)) < _INDENT else "tab"


def _tight(units: Iterable[PlacedUnit], words: Sequence[DrawnWord]) -> Iterator[Tight]:
    """Yield what was drawn together of every paragraph, in the order of the document."""
    usual = Usual(words)
    by_page: dict[int, list[DrawnWord]] = defaultdict(list)
    for word in words:
        by_page[word.page].append(word)
    for unit, label, passage in units:
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
