"""Which letters a document may hold, and which would deceive a reader or a program."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

_PLAIN_BYTES = bytes([9, 10, 13, *range(32, 127)])
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_ZERO_WIDTH_NO_BREAK = "\ufeff"
# Letters and marks by Unicode's count, yet drawn as nothing.
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5")
_VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Format characters that are drawn, as the Arabic number sign is.
_DRAWN_FORMATS = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
# Direction marks and joiners, without which a text from right to left cannot be written.
RIGHT_TO_LEFT = frozenset("\u200e\u200f\u061c\u200c\u200d")
_UNUSABLE = {
    "Cc": "a control character",
    "Cs": "half of a letter",
    "Co": "of private use, so it means something else on each machine",
    "Cn": "not a character of Unicode",
    "Zl": "a line end that editors and programs disagree on",
    "Zp": "a line end that editors and programs disagree on",
}
_MOST_MARKS = 8


@dataclass(frozen=True, slots=True)
class Sign:
    """A letter that may not stand at ``offset``, told as a problem."""

    offset: int
    code: str
    what: str
    fix: str


def distinct_letters(data: bytes) -> frozenset[str]:
    """Return the letters of UTF-8 bytes that are not printable ASCII, tab or line end.

    Cutting all plain ASCII out of UTF-8 leaves its other letters whole: few, and quick to judge.
    """
    return frozenset(data.translate(None, _PLAIN_BYTES).decode("utf-8"))


def named(letter: str) -> str:
    """Return a character by its code point and name, never as itself: ``<U+202E ...>``."""
    name = unicodedata.name(letter, "")
    return f"<U+{ord(letter):04X}{' ' + name if name else ''}>"


def hidden_signs(text: str, letters: Iterable[str], allowed: Set[str]) -> Iterator[Sign]:
    """Yield each sign of ``text`` that may not stand there: E-CHAR, E-BIDI, E-INVISIBLE, E-MARKS.

    ``letters`` are the distinct ones to judge; those ``allowed`` may stand in this text.
    """
    reasons = {letter: _reason(letter) for letter in letters if letter not in allowed}
    bad = {letter: reason for letter, reason in reasons.items() if reason}
    if bad:
        for found in re.finditer(_any_of(bad), text):
            yield Sign(found.start(), *bad[found.group()])
    marks = [letter for letter in reasons if unicodedata.combining(letter)]
    if marks:
        for found in re.finditer(f"{_any_of(marks)}{{{_MOST_MARKS + 1},}}", text):
            what = f"{len(found.group()):,} marks on one letter; {_MOST_MARKS} are the most"
            yield Sign(found.start(), "E-MARKS", what, "remove the marks")


def _any_of(letters: Iterable[str]) -> str:
    return "[" + "".join(f"\\U{ord(letter):08x}" for letter in letters) + "]"


def _reason(letter: str) -> tuple[str, str, str] | None:
    """Return code, cause and remedy for a letter that may not stand in a text."""
    if letter in _BIDI:
        what = f"{named(letter)} changes the order in which letters are shown"
        return "E-BIDI", what, "delete it; direction follows from the document's language"
    category = unicodedata.category(letter)
    if category in _UNUSABLE or letter == _ZERO_WIDTH_NO_BREAK:
        why = _UNUSABLE.get(category, "a byte order mark inside the text")
        return "E-CHAR", f"{named(letter)} is {why}", "delete it, or write the letter meant"
    if _is_invisible(letter, category):
        return "E-INVISIBLE", f"{named(letter)} cannot be seen", "delete it"
    return None


def _is_invisible(letter: str, category: str) -> bool:
    if category == "Cf":
        return not _DRAWN_FORMATS.match(letter)
    return letter in _FILLERS or _VARIATION.match(letter) is not None
