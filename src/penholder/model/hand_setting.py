"""What an editor set by hand on the page of a document: where titles break, letters drawn together.

It is kept beside the document and never in it: the words are the same however they are set.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Lines = tuple[str, ...]
NumbersAt = Literal["", "margin", "tab"]


@dataclass(frozen=True, slots=True)
class Tight:
    """A paragraph, or a part of one, each of whose letters gives up ``by`` points.

    ``at`` is the address of the paragraph. A part goes from the words ``start`` to the words
    ``end``, both included; empty for the beginning and the end of the paragraph.
    """

    at: str
    by: float
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class BrokenHeading:
    """The lines of a heading of a section, a part or an annex; ``at`` is its address."""

    at: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class HandSetting:
    """What was set by hand, empty where the rules of the page hold.

    ``title``, ``origin`` and ``sponsors`` are their lines, ``agenda_titles`` those of each title
    of an agenda item, in the order of the document. ``numbers_at`` is where the numbers of
    operative paragraphs stand, ``annex_numbers_at`` those of annexes, ``first_foot`` where text and
    notes of the first page end, in points from its lower edge.
    """

    agenda_titles: tuple[Lines, ...] = ()
    origin: Lines = ()
    sponsors: Lines = ()
    title: Lines = ()
    headings: tuple[BrokenHeading, ...] = ()
    numbers_at: NumbersAt = ""
    annex_numbers_at: NumbersAt = ""
    first_foot: float = 0.0
    tight: tuple[Tight, ...] = ()


NOTHING_BY_HAND = HandSetting()


class MissingWordsError(ValueError):
    """The words between which letters are drawn together do not stand in the paragraph once."""


def line_ends(lines: Sequence[str], text: str) -> tuple[int, ...] | None:
    """Return where each line but the last ends in a text, as the offset of the space behind it.

    None where the lines have other letters than the text; spaces do not count.
    """
    offsets = [at for at, letter in enumerate(text) if not letter.isspace()]
    if "".join("".join(lines).split()) != "".join(text.split()):
        return None
    counts = list(_counted(lines))[:-1]
    return tuple(offsets[count - 1] + 1 for count in counts if 0 < count < len(offsets))


def _counted(lines: Sequence[str]) -> Iterator[int]:
    count = 0
    for line in lines:
        count += len("".join(line.split()))
        yield count


def tight_span(tight: Tight, text: str) -> tuple[int, int]:
    """Return where the letters drawn together begin and end in the text of their paragraph.

    Raises MissingWordsError where the words that bound them are not there, or there twice.
    """
    begin = _only(tight.start, text) if tight.start else 0
    if not tight.end:
        return begin, len(text)
    return begin, _only_after(tight.end, text, begin) + len(tight.end)


def _only(words: str, text: str) -> int:
    found = text.find(words)
    if found < 0:
        raise MissingWordsError(f"“{words}” is not there")
    if text.find(words, found + 1) >= 0:
        raise MissingWordsError(f"“{words}” is there twice")
    return found


def _only_after(words: str, text: str, since: int) -> int:
    found = text.find(words, since)
    if found < 0:
        raise MissingWordsError(f"“{words}” is not there, or before the words it goes from")
    return found
