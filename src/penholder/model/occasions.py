"""How a language names days, sessions and meetings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from penholder.model.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Dates:
    """How a date is written: ``{day}``, ``{month}`` and ``{year}`` in their order.

    ``first_day`` is what stands for the first of a month (``1er``). ``months`` are the names of
    the twelve, in Arabic both names of each.
    """

    pattern: str
    first_day: str
    months: tuple[str, ...]

    def written(self, day: date) -> str:
        """Return a date in words and figures."""
        figure = self.first_day if day.day == 1 else str(day.day)
        month = self.months[day.month - 1]
        return self.pattern.format(day=figure, month=month, year=day.year)


@dataclass(frozen=True, slots=True)
class Sessions:
    """The names of sessions; ``{ordinal}`` is a word of ``ordinals``, ``{number}`` a figure."""

    ordinals: tuple[str, ...]
    regular: str
    special: str
    emergency: str
    yearly: str
    numbered: str

    def named(self, kind: str, number: int) -> str:
        """Return the name of a session by its kind (``""``, ``S-``, ``ES-``) and number."""
        if number > 999:
            return self.yearly.format(number=number)
        if number > len(self.ordinals):
            return self.numbered.format(number=number)
        pattern = {"": self.regular, "S-": self.special, "ES-": self.emergency}[kind]
        name = pattern.format(ordinal=self.ordinals[number - 1])
        return name[0].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class Meetings:
    """Meetings by ``{ordinal}``, the figure of one: ``85th``.

    ``ordinals`` gives the figure by the end of the number: ``*`` for any, ``*1`` for those that
    end in 1, ``1`` for the number itself. ``of_council`` is a meeting as the heading of the
    Security Council has it. ``order`` is that of the lines of adoption.
    """

    ordinals: Mapping[str, str]
    plenary: str
    plenary_resumed: str
    other: str
    of_council: str
    order: tuple[Literal["meeting", "date"], ...]

    def named(self, meeting: Meeting) -> str:
        """Return the name of a meeting."""
        patterns = {"plenary": self.plenary, "resumed": self.plenary_resumed, "other": self.other}
        return self._set(patterns[meeting.kind], meeting.number)

    def in_council(self, meeting: Meeting) -> str:
        """Return the name of a meeting as the heading of the Security Council has it."""
        return self._set(self.of_council, meeting.number)

    def _set(self, pattern: str, number: int) -> str:
        return pattern.format(number=number, ordinal=self.ordinal(number))

    def ordinal(self, number: int) -> str:
        """Return a number as the figure of an ordinal, by the longest end that is known."""
        figure = str(number)
        ends = [figure, *(f"*{figure[at:]}" for at in range(1, len(figure) + 1))]
        ends.insert(1, f"*{figure}")
        return next(self.ordinals[end] for end in ends if end in self.ordinals).format(number)
