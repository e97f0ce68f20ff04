"""The closing lines of an adopted text: meeting, day, and the vote where one was recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from penholder.model.calendar import DateError, parse_written_date
from penholder.model.document import Adoption

_MEETING = (
    r"(?:\d{1,5}(?:st|nd|rd|th)|[A-Z][a-z]+(?:[ -][a-z]+)*)(?: \([^)]*\))?"
    r"(?: (?:plenary|closed|private|special))? meeting"
)
_DATE = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_CLOSING = re.compile(rf"(?P<meeting>{_MEETING})?,? ?(?P<date>{_DATE})?[,.]?")


@dataclass(frozen=True, slots=True)
class Closing:
    """A closing line, which may name the meeting, the day, or both."""

    meeting: str = ""
    date: date | None = None

    def adoption(self, before: Closing | None) -> Adoption | None:
        """Return the adoption that this line and the one before it tell together, if they do."""
        day = self.date or (before.date if before else None)
        meeting = self.meeting or (before.meeting if before else "")
        return Adoption(day, meeting) if day else None


def read_closing(text: str) -> Closing | None:
    """Return what a closing line says; None where the text is none."""
    found = _CLOSING.fullmatch(text)
    if not found or not (found["meeting"] or found["date"]):
        return None
    try:
        return Closing(found["meeting"] or "", _day(found["date"]))
    except DateError:
        return None


def _day(text: str | None) -> date | None:
    return parse_written_date(text) if text else None
