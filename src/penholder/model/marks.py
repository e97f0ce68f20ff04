"""The marks of subparagraphs: that of a degree, and the one that follows another."""

from __future__ import annotations

import re

from penholder.model.numerals import letter, roman

_MARK = re.compile(r"(?P<before>\(?)(?P<sign>\d+|[a-z]+|[A-Z]+)(?P<after>[.)]*)")


def degree_mark(degree: int, number: int) -> str:
    """Return the mark of a subparagraph: (a), (i), a., i. by degree 1 to 4.

    Source: Editorial Manual, paragraphs and subparagraphs (un-conventions 2.8).
    """
    match degree:
        case 1:
            return f"({letter(number)})"
        case 2:
            return f"({roman(number).lower()})"
        case 3:
            return f"{letter(number)}."
    return f"{roman(number).lower()}."


def mark_after(first: str, steps: int) -> str | None:
    """Return the mark so many steps after the first of a list; None where it counts nothing.

    ``1.`` goes on with ``2.``, ``(c)`` with ``(d)``, ``(i)`` with ``(ii)``; a bullet, or none at
    all, goes on as it is.
    """
    if not any(map(str.isalnum, first)):
        return first
    found = _MARK.fullmatch(first)
    sign = _sign_after(found["sign"], steps) if found else None
    return f"{found['before']}{sign}{found['after']}" if found and sign else None


def _sign_after(sign: str, steps: int) -> str | None:
    if sign.isdigit():
        return str(int(sign) + steps)
    if sign.lower() == "i":
        return _cased(roman(1 + steps), sign)
    if set(sign) != {sign[0]}:
        return None
    place = ord(sign[0].lower()) - ord("a") + 1 + 26 * (len(sign) - 1)
    return _cased(letter(place + steps), sign)


def _cased(sign: str, model: str) -> str:
    return sign.upper() if model.isupper() else sign.lower()
