"""The marks of paragraphs as a language writes them: patterns that take a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from penholder.model.numerals import letter, roman


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of paragraphs and of what stands above them.

    Patterns of marks take ``{number}`` (a figure), ``{letter}`` (one of ``letters``, then twice),
    ``{roman}``, ``{small_roman}``, ``{numeral}`` and ``{ordinal}`` (one of ``numerals`` or
    ``ordinals``, beyond them the figure). ``degrees`` are the four of subparagraphs, ``parts`` the
    letters of a composite. ``roman_sessions`` is what stands for a session in roman numerals, by
    its kind, where a language has another way.
    """

    paragraph: str
    title: str
    instruction: str
    degrees: tuple[str, ...]
    letters: tuple[str, ...]
    numerals: tuple[str, ...]
    ordinals: tuple[str, ...]
    section: str
    parts: tuple[str, ...]
    annex: str
    annex_numbered: str
    appendix: str
    appendix_numbered: str
    note_call: str
    roman_sessions: Mapping[str, str]

    def marked(self, pattern: str, number: int) -> str:
        """Return the mark of a number in one of the patterns."""
        return pattern.format(
            number=number,
            letter=letter(number, self.letters),
            roman=roman(number),
            small_roman=roman(number).lower(),
            numeral=_nth(self.numerals, number),
            ordinal=_nth(self.ordinals, number),
        )

    def written(self, pattern: str, number: str) -> str:
        """Return a mark in one of the patterns with a number that was written by hand."""
        names = ("number", "letter", "roman", "small_roman", "numeral", "ordinal")
        return pattern.format(**dict.fromkeys(names, number))

    def degree(self, degree: int, number: int) -> str:
        """Return the mark of a subparagraph by its degree, from 1, and its place."""
        return self.marked(self.degrees[min(degree, len(self.degrees)) - 1], number)

    def part(self, number: int) -> str:
        """Return the letter of a text of a composite resolution."""
        return letter(number, self.parts)


def _nth(words: Sequence[str], number: int) -> str:
    return words[number - 1] if number <= len(words) else str(number)
