"""What of a setting by hand a page would leave out, because its words are others now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from penholder.model.hand_setting import (
    BrokenHeading,
    HandSetting,
    Lines,
    MissingWordsError,
    Tight,
    line_ends,
    tight_span,
)
from penholder.publish.hand_lines import words_of
from penholder.publish.page import Page

Way = tuple[str | int, ...]
_LINES = "break its words into lines anew, or delete them here"


@dataclass(frozen=True, slots=True)
class Remark:
    """What does not fit, what to do about it, and the way to it in the file of the setting."""

    at: Way
    what: str
    fix: str


def remarks_on(page: Page, hand: HandSetting) -> list[Remark]:
    """Return what of a setting does not fit a page, in the order of its file."""
    masthead = page.masthead
    return [
        *_titles(hand.agenda_titles, masthead.agenda_titles),
        *_lines(("origin",), hand.origin, masthead.origin),
        *_lines(("sponsors",), hand.sponsors, masthead.sponsors),
        *_lines(("title",), hand.title, words_of(page.title)),
        *_headings(page, hand.headings),
        *_tight(page, hand.tight),
    ]


def _titles(by_hand: tuple[Lines, ...], titles: tuple[str, ...]) -> Iterator[Remark]:
    for index, lines in enumerate(by_hand):
        at = ("agenda_titles", index)
        if index < len(titles):
            yield from _lines(at, lines, titles[index])
        else:
            what = f"the document has {len(titles)} titles of agenda items"
            yield Remark(at, what, "delete the lines of what is gone")


def _headings(page: Page, headings: tuple[BrokenHeading, ...]) -> Iterator[Remark]:
    blocks = {block.address: block for block in reversed(page.blocks)}
    for index, each in enumerate(headings):
        block = blocks.get(each.at)
        if block is None:
            what = f"no heading is called {each.at}"
            yield Remark(("headings", index, "at"), what, "delete the lines of what is gone")
        else:
            yield from _lines(("headings", index, "lines"), each.lines, words_of(block.runs))


def _lines(at: Way, lines: Lines, text: str) -> Iterator[Remark]:
    if lines and line_ends(lines, text) is None:
        name = str(at[0]).replace("_", " ").removesuffix("s")
        yield Remark(at, f"these lines of the {name} have other words than the document", _LINES)


def _tight(page: Page, tight: tuple[Tight, ...]) -> Iterator[Remark]:
    blocks = {block.address: block for block in reversed(page.blocks)}
    for index, each in enumerate(tight):
        block = blocks.get(each.at)
        if block is None:
            what = f"no paragraph is called {each.at}"
            fix = "penholder build --working paragraph-ids prints what each is called"
            yield Remark(("tight", index, "at"), what, fix)
            continue
        try:
            tight_span(each, words_of(block.runs))
        except MissingWordsError as missing:
            what = f"in {each.at}, {missing}"
            fix = "write words that stand there once, or delete this"
            yield Remark(("tight", index, "at"), what, fix)
