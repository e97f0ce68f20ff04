"""A meeting by its number and kind, as documents name it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_FORM = re.compile(
    r"(?P<number>[1-9]\d{0,4})(?:(?:st|nd|rd|th)(?P<resumed> \(resumed\))?"
    r"(?P<plenary> plenary)? meeting)?"
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A plenary meeting, one resumed, or another: ``85th plenary meeting``, ``37th meeting``."""

    number: int
    kind: Literal["plenary", "resumed", "other"]

    @classmethod
    def parse(cls, text: str) -> Meeting | None:
        """Return the meeting that a text names in English or by its number alone, else None.

        A number alone is a plenary meeting.
        """
        found = _FORM.fullmatch(text)
        if not found:
            return None
        is_plenary = bool(found["plenary"]) or found.group() == found["number"]
        kind: Literal["plenary", "other"] = "plenary" if is_plenary else "other"
        return cls(int(found["number"]), "resumed" if found["resumed"] else kind)
