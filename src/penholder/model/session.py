"""Sessions of an organ: regular, special and emergency special, and their ordinal names."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"(?P<kind>ES-|S-|)(?P<number>[1-9]\d{0,3})", re.ASCII)
_KINDS = {"": "session", "S-": "special session", "ES-": "emergency special session"}
_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = (
    ("twenty", "twentieth"), ("thirty", "thirtieth"), ("forty", "fortieth"),
    ("fifty", "fiftieth"), ("sixty", "sixtieth"), ("seventy", "seventieth"),
    ("eighty", "eightieth"), ("ninety", "ninetieth"),
)  # fmt: skip
_NAME = re.compile(
    r"(?P<ordinal>\d{4}|[a-z -]+?) (?P<kind>emergency special session|special session|session)"
)


class SessionError(ValueError):
    """A text names no session."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session by its number: ``53``, ``S-10``, ``ES-11``; ECOSOC counts by year (``2020``)."""

    kind: str
    number: int

    @classmethod
    def parse(cls, text: str) -> Session:
        """Return the session that ``text`` names; raises SessionError."""
        found = _FORM.fullmatch(text)
        if not found:
            raise SessionError(f"{text[:40]!r} is not a session")
        return cls(found["kind"], int(found["number"]))

    @classmethod
    def parse_name(cls, text: str) -> Session:
        """Return the session that a masthead names: ``Fifty-third session``, ``2020 session``.

        Raises SessionError.
        """
        words = _NAME.fullmatch(text.strip().lower())
        if not words:
            raise SessionError(f"{text[:40]!r} does not name a session")
        kind = next(sign for sign, name in _KINDS.items() if name == words["kind"])
        year = words["ordinal"]
        return cls(kind, int(year) if year.isdigit() else _number_of(year))

    def __str__(self) -> str:
        return f"{self.kind}{self.number}"

    @property
    def name(self) -> str:
        """The name as a masthead prints it: ``Fifty-third session``, ``2020 session``."""
        if self.number > 999:
            return f"{self.number} {_KINDS[self.kind]}"
        words = f"{ordinal(self.number)} {_KINDS[self.kind]}"
        return words[0].upper() + words[1:]


def ordinal(number: int) -> str:
    """Return the English ordinal of 1 to 999 in words: ``fifty-third``, ``one hundred and first``.

    The United Nations spells sessions out (un-conventions 2.10); raises ValueError outside.
    """
    if not 0 < number < 1000:
        raise ValueError(f"no ordinal in words for {number}")
    if number < 20:
        return _UNITS[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        return f"{_TENS[ten - 2][0]}-{_UNITS[unit]}" if unit else _TENS[ten - 2][1]
    return _hundreds(number)


def _number_of(words: str) -> int:
    number = next((each for each in range(1, 1000) if ordinal(each) == words), 0)
    if not number:
        raise SessionError(f"{words[:40]!r} is not an ordinal in words")
    return number


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    count = ("one two three four five six seven eight nine").split()[hundreds - 1]
    return f"{count} hundred and {ordinal(rest)}" if rest else f"{count} hundredth"
