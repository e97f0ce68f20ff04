"""What opens a paragraph and says what it is: a number, a letter, a bullet, a roman numeral."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLETS = "•·●▪◦○–—-"
_BIS = r"(?: (?:bis|ter|quater|quinquies|sexies|septies|alt\.?))?"
_FORMS = (
    ("number", re.compile(rf"(?P<open>[“\"]?)(?P<mark>\d{{1,4}}{_BIS})\.(?=\s)")),
    ("bracketed", re.compile(r"(?P<open>[“\"]?)(?P<mark>\([a-z]{1,5}(?:\d)?\))(?=\s)")),
    ("bracketed number", re.compile(r"(?P<open>[“\"]?)(?P<mark>\(\d{1,3}\))(?=\s)")),
    ("bracketed capital", re.compile(r"(?P<open>[“\"]?)(?P<mark>\([A-Z]{1,4}\))(?=\s)")),
    ("stopped", re.compile(r"(?P<open>[“\"]?)(?P<mark>[a-z]{1,5}\.)(?=\s)")),
    ("bullet", re.compile(rf"(?P<open>)(?P<mark>[{_BULLETS}])(?=\s)")),
)
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Marker:
    """The sign before a paragraph: its form, its letters as printed, and how many they are."""

    form: str
    printed: str
    length: int

    @property
    def number(self) -> int:
        """The figure of a marker that is a number, 0 of any other."""
        found = re.search(r"\d+", self.printed) if self.form == "number" else None
        return int(found[0]) if found else 0


def marker_of(text: str) -> Marker | None:
    """Return the marker that opens a text, if one does; ``annex.`` is a word and none."""
    for form, pattern in _FORMS:
        found = pattern.match(text)
        if found:
            marker = Marker(form, found["open"] + found["mark"], found.end())
            if readings(marker):
                return marker
    return None


def readings(marker: Marker) -> tuple[tuple[str, int], ...]:
    """Return the lists that a marker may belong to, each with its place there, from 1.

    ``(i)`` is the first of a roman list or the ninth of a lettered one.
    """
    sign = marker.printed.strip('(). “"').lower()
    if marker.form == "bullet":
        return ((f"bullet {sign}", 0),)
    if sign.split(" ")[0].isdigit():
        return ((marker.form, int(sign.split(" ")[0])),)
    found = []
    if set(sign) == {sign[0]}:
        found.append((f"{marker.form} letter", ord(sign[0]) - 96 + 26 * (len(sign) - 1)))
    if _ROMAN.fullmatch(sign):
        found.append((f"{marker.form} roman", _roman_value(sign)))
    return tuple(found)


def _roman_value(sign: str) -> int:
    values = [_VALUES[letter] for letter in sign]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
