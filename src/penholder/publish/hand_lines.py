"""What an editor set by hand is put upon a page for the printer: line ends, letters drawn together.

What no longer fits the words of the page is left out: a page is never wrong for its setting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from penholder.model.hand_setting import (
    NOTHING_BY_HAND,
    HandSetting,
    Lines,
    MissingWordsError,
    Tight,
    line_ends,
    tight_span,
)
from penholder.publish.page import Block, NoteMark, Page, Run, Runs, Words


def set_by_hand(page: Page, hand: HandSetting) -> Page:
    """Return a page with the lines and the spacing that an editor gave it.

    Large print has lines of its own, and letters stand closer only where lines are set as Word
    sets them.
    """
    if page.medium != "print" or page.view != "inline" or "large-print" in page.working:
        return page
    if hand == NOTHING_BY_HAND:
        return page
    if page.setup.line_setting != "official":
        hand = replace(hand, tight=())
    masthead = page.masthead
    measures = page.measures
    titles = (*hand.agenda_titles, *[()] * len(masthead.agenda_titles))
    return replace(
        page,
        title=with_newlines(page.title, _ends(hand.title, page.title)),
        masthead=replace(
            masthead,
            agenda_titles=tuple(map(broken, titles, masthead.agenda_titles)),
            origin=broken(hand.origin, masthead.origin),
            sponsors=broken(hand.sponsors, masthead.sponsors),
        ),
        measures=replace(measures, first_foot=hand.first_foot or measures.first_foot),
        blocks=tuple(_blocks(page.blocks, hand)),
    )


def broken(lines: Lines, text: str) -> str:
    """Return a text with newlines where lines end, as it is where they say something else."""
    (run,) = with_newlines((Words(text),), line_ends(lines, text) or ())
    return letters_of(run)


def letters_of(run: Run) -> str:
    """Return the letters of a run; a call of a footnote has its number."""
    return run.number if isinstance(run, NoteMark) else run.text


def words_of(runs: Runs) -> str:
    """Return the letters of runs without calls of footnotes."""
    return "".join(run.text for run in runs if isinstance(run, Words))


def with_newlines(runs: Runs, stops: Sequence[int]) -> Runs:
    """Return runs with a newline at each stop among their letters, in place of a space there."""
    begins = [0, *accumulate(len(letters_of(run)) for run in runs)]
    return tuple(
        replace(run, text=_with_newlines(run.text, [stop - begin for stop in stops]))
        if isinstance(run, Words)
        else run
        for run, begin in zip(runs, begins, strict=False)
    )


def _with_newlines(text: str, stops: Sequence[int]) -> str:
    """Return the text with a newline at each stop within it, in place of a space there."""
    within = [0, *(stop for stop in stops if 0 < stop <= len(text)), len(text)]
    pieces = [text[begin:end] for begin, end in pairwise(within)]
    return "\n".join((pieces[0], *(piece.removeprefix(" ") for piece in pieces[1:])))


def _ends(lines: Lines, runs: Runs) -> tuple[int, ...]:
    """Return the line ends of a title among the letters of its runs, calls included."""
    found = line_ends(lines, words_of(runs)) or ()
    places: list[int] = []
    at = 0
    for run in runs:
        size = len(letters_of(run))
        places += [] if isinstance(run, NoteMark) else range(at, at + size)
        at += size
    return tuple(places[end - 1] + 1 for end in found)


def _blocks(blocks: Sequence[Block], hand: HandSetting) -> Iterator[Block]:
    tight: dict[str, list[Tight]] = defaultdict(list)
    for each in hand.tight:
        tight[each.at].append(each)
    broken = {each.at: each.lines for each in hand.headings}
    places = {"operative": hand.numbers_at, "annexed": hand.annex_numbers_at}
    for block in blocks:
        place = places.get(block.kind)
        if place and block.number:
            block = replace(block, number_at_margin=place == "margin")
        if lines := broken.get(block.address):
            block = replace(block, runs=with_newlines(block.runs, _ends(lines, block.runs)))
        yield _tightened(block, tight.get(block.address, ()))


def _tightened(block: Block, tight: Sequence[Tight]) -> Block:
    words = words_of(block.runs)
    spans = [span for each in tight for span in _span(each, words)]
    if not spans:
        return block
    return replace(block, runs=tuple(_cut(block.runs, spans)))


def _span(tight: Tight, words: str) -> Iterator[tuple[int, int, float]]:
    try:
        begin, end = tight_span(tight, words)
    except MissingWordsError:
        return
    yield begin, end, tight.by


def _cut(runs: Runs, spans: Sequence[tuple[int, int, float]]) -> Iterator[Run]:
    """Yield the runs, cut where letters begin and cease to be drawn together."""
    edges = sorted({edge for begin, end, _ in spans for edge in (begin, end)})
    at = 0
    for run in runs:
        if isinstance(run, NoteMark):
            yield run
            continue
        end = at + len(run.text)
        cuts = [at, *(edge for edge in edges if at < edge < end), end]
        for begin, stop in pairwise(cuts):
            by = next((by for first, last, by in spans if first <= begin < last), 0.0)
            yield replace(run, text=run.text[begin - at : stop - at], tight=by)
        at = end
