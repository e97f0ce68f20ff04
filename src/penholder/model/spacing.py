"""No-break spaces where a language wants them: around marks, and in figures read from the right."""

from __future__ import annotations

import re

_JOINED = "\u00a0"
_THOUSANDS = re.compile(r"(?<![\d/.,])\d{1,3}(?: \d{3})+(?![\d/])")
_AFTER = re.compile("«[ \u00a0\u202f]*(?=\\S)")


def spaced(text: str, marks: str) -> str:
    """Return a text with a no-break space before ``marks`` and behind an opening quotation mark."""
    return _before(marks).sub(_JOINED, _AFTER.sub(f"«{_JOINED}", text)) if marks else text


def thousands_joined(text: str) -> str:
    """Return a text whose figures keep the order of their thousands when read from the right.

    With plain spaces 12 345 600 is shown there as 600 345 12 (Unicode, annex 9).
    """
    return _THOUSANDS.sub(lambda figure: figure.group().replace(" ", _JOINED), text)


def _before(marks: str) -> re.Pattern[str]:
    """Return the spaces, perhaps none, before marks that end a word, or before ``»``."""
    ends = f"[{marks.replace('»', '')}]"
    marked = rf"(?={ends}+(?:[\s\u00a0»”\])]|$))"
    word = rf"(?:(?<=[^\s{ends[1:-1]}«])[ \u00a0\u202f]*|^[ \u00a0\u202f]+){marked}"
    return re.compile(rf"{word}|(?<=[^\s«])[ \u00a0\u202f]*(?=»)|^[ \u00a0\u202f]+(?=»)")
