"""Words found in a marked text whatever their italics, and others put in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from penholder.model.openings import without_opening
from penholder.model.wording import Call, Reference, Text, Turn, marked, scan

_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-", "‘": "'",
                        "’": "'", "“": '"', "”": '"'})  # fmt: skip
_STOPS = ",;.:"


class Sign(NamedTuple):
    """One letter, or one footnote call or reference as the file writes it."""

    text: str
    italic: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether the sign is a footnote call or a reference."""
        return len(self.text) > 1


class Span(NamedTuple):
    """A run of signs of a text, the end not included."""

    start: int
    end: int


def signs(text: str) -> list[Sign]:
    """Return the signs of a marked text, or of a piece of one."""
    found: list[Sign] = []
    italic = False
    for _, part in scan(text):
        match part:
            case Turn():
                italic = not italic
            case Text():
                found += [Sign(letter, italic) for letter in part.text]
            case Call():
                found.append(Sign(f"[^{part.key}]", italic))
            case Reference():
                found.append(Sign(f"[[{part.id}]]", italic))
    return found


def text_of(run: Iterable[Sign]) -> str:
    """Return the marked text of signs; italics that follow from an opening phrase are dropped."""
    pieces: list[str] = []
    for italic, same in groupby(run, key=lambda sign: sign.italic):
        letters = "".join(
            "".join(sign.text for sign in part)
            if is_mark
            else marked("".join(s.text for s in part))
            for is_mark, part in groupby(same, key=lambda sign: sign.is_mark)
        )
        pieces.append(_starred(letters) if italic else letters)
    return without_opening("".join(pieces).strip())


def _starred(letters: str) -> str:
    inner = letters.strip(" ")
    if not inner:
        return letters
    before, _, after = letters.partition(inner)
    return f"{before}*{inner}*{after}"


def spans(text: Sequence[Sign], words: str) -> list[Span]:
    """Return where words stand as whole words in a text, from the first on, never overlapping.

    Italics, footnote calls and the cut of hyphens, quotation marks and spaces do not count.
    """
    places = [index for index, sign in enumerate(text) if not sign.is_mark]
    letters = "".join(text[index].text for index in places).translate(_ALIKE)
    wanted = "".join(sign.text for sign in signs(words) if not sign.is_mark)
    wanted = wanted.translate(_ALIKE).strip()
    if not wanted:
        return []
    first = r"(?<!\w)" if wanted[0].isalnum() else ""
    last = r"(?!\w)" if wanted[-1].isalnum() else ""
    found = re.finditer(first + re.escape(wanted) + last, letters)
    return [Span(places[each.start()], places[each.end() - 1] + 1) for each in found]


def replaced(text: Sequence[Sign], span: Span, words: Sequence[Sign]) -> tuple[list[Sign], Span]:
    """Return a text with words in place of a span, and where they stand now.

    An empty span is a place to insert at: words come with the spaces they need. No space is
    doubled, and a comma gives way to the stop that comes to stand behind it.
    """
    left, right = list(text[: span.start]), list(text[span.end :])
    words = _stripped(words)
    if words and span.start == span.end:
        left, right = _spaced(left, words), _spaced_before(words, right)
    left, words = _closed(left, words, right)
    if words:
        words, right = _joined(list(words), right)
    return [*left, *words, *right], Span(len(left), len(left) + len(words))


def _stripped(words: Sequence[Sign]) -> list[Sign]:
    run = list(words)
    while run and run[0].text == " ":
        run.pop(0)
    while run and run[-1].text == " ":
        run.pop()
    return run


def _spaced(left: list[Sign], words: Sequence[Sign]) -> list[Sign]:
    if not left or left[-1].text in " ([“‘" or words[0].text in _STOPS + ")]”’":
        return left
    return [*left, Sign(" ")]


def _spaced_before(words: Sequence[Sign], right: list[Sign]) -> list[Sign]:
    if not right or right[0].is_mark or right[0].text in _STOPS + " )]”’" or words[-1].text in "([":
        return right
    return [Sign(" "), *right]


def _closed(
    left: list[Sign], words: list[Sign], right: list[Sign]
) -> tuple[list[Sign], list[Sign]]:
    """Return both with the joint before the words, or before what follows them, made regular."""
    following = words or right
    left, rest = _joined(left, list(following))
    if words:
        return left, rest
    right[:] = rest
    return left, words


def _joined(left: list[Sign], right: list[Sign]) -> tuple[list[Sign], list[Sign]]:
    """Return two runs as they stand one behind the other."""
    if not left:
        return left, _stripped_left(right)
    while left[-1].text == " " and (not right or right[0].text in _STOPS + " "):
        left = left[:-1]
        if not left:
            return left, _stripped_left(right)
    if right and right[0].text in _STOPS and left[-1].text == ",":
        left = left[:-1]
    return left, right


def _stripped_left(run: list[Sign]) -> list[Sign]:
    while run and run[0].text in " ,":
        run = run[1:]
    return run
