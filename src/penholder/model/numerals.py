"""Numerals and letters that number what follows from place."""

from __future__ import annotations

from collections.abc import Sequence

_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LATIN = tuple("abcdefghijklmnopqrstuvwxyz")


def roman(number: int) -> str:
    """Return a roman numeral for 1 to 89, the range of section and annex numbers."""
    signs = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        signs += sign * count
    return signs


def letter(number: int, letters: Sequence[str] = _LATIN) -> str:
    """Return a, b ... z, aa, bb ... for 1, 2 ... (the manual's order of subparagraphs)."""
    turns, place = divmod(number - 1, len(letters))
    return letters[place] * (turns + 1)
