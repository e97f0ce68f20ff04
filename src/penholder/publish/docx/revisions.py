"""Who changed a file and when, and the numbers by which Word tells its changes apart."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Author:
    """Who is told as the author of the changes; ``date`` is in ISO 8601, empty for none."""

    name: str
    date: str = ""


_NOWHEN = "1980-01-01T00:00:00Z"


@dataclass(slots=True)
class Revisions:
    """Gives every change of a file a number of its own: small and without gaps, as Word asks."""

    author: Author
    _last: int = field(default=0)

    def attributes(self) -> dict[str, str]:
        """Return the attributes of the next change."""
        date = {"w:date": self.author.date} if self.author.date else {}
        return {"w:id": self.number(), "w:author": self.author.name, **date}

    def range_attributes(self, name: str) -> dict[str, str]:
        """Return the attributes of the begin of a move by its name.

        Unlike a change it must have a date (CT_MoveBookmark, ISO/IEC 29500-1, 17.13.5.22 and
        17.13.5.26), which no reader shows: without one it gets the first that a zip file can tell.
        """
        return {"w:date": _NOWHEN, **self.attributes(), "w:name": name}

    def number(self) -> str:
        """Return the next number."""
        self._last += 1
        return str(self._last)
