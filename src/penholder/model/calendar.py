"""Dates as the United Nations writes them in English."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January February March April May June July August September October November December"
).split()
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WRITTEN = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1945, 2199


class DateError(ValueError):
    """A text is not a date the tool accepts; the message says why."""


def parse_date(text: str) -> date:
    """Return the date of an ISO 8601 text ``YYYY-MM-DD`` from 1945 on; raises DateError."""
    found = _ISO.fullmatch(text)
    if not found:
        raise DateError(f"{text[:40]!r} is not written as YYYY-MM-DD")
    year, month, day = (int(group) for group in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(f"the year {year:04} is outside {FIRST_YEAR} to {LAST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DateError(f"{text} is not in the calendar ({error})") from error


def written_date(day: date) -> str:
    """Return a date in words and figures, ``9 December 1998`` (un-conventions 2.10)."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def parse_written_date(text: str) -> date:
    """Return the date of a text such as ``9 December 1998``; raises DateError."""
    found = _WRITTEN.fullmatch(text)
    if not found:
        raise DateError(f"{text[:40]!r} is not a date in words and figures")
    day, month, year = found.groups()
    return parse_date(f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}")
