"""How the dress of a General Assembly document changed with the sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from penholder.model.session import Session

_FIRST_SESSION_YEAR = 1946


@dataclass(frozen=True, slots=True)
class Era:
    """The conventions of a run of regular sessions (un-conventions 1.3).

    ``heading``: in capitals, plain, or with the date of adoption. ``masthead``: the typescript of
    the first decades, the stacked block of the nineties, or today's grid. ``note_call``: how a
    footnote is called, where not as the language has it. ``repeats_indicators``: a footnote called
    again keeps its number; otherwise each call is a new note with the same text (manual,
    footnotes, 5).
    """

    name: str
    first_session: int
    heading: Literal["capitals", "plain", "dated"]
    masthead: Literal["typescript", "stacked", "grid"]
    note_call: str
    repeats_indicators: bool


ERAS = (
    Era("1946", 1, "capitals", "typescript", "{number}/", True),
    Era("1992", 47, "capitals", "stacked", "{number}/", True),
    Era("1996", 51, "capitals", "stacked", "", True),
    Era("2000", 55, "plain", "grid", "", True),
    Era("2003", 58, "dated", "grid", "", True),
    Era("2020", 75, "dated", "grid", "", False),
)
ERA_NAMES = tuple(era.name for era in ERAS)


def era_of(name: str, session: Session | None, issued: date | None) -> Era:
    """Return the era named, else that of a regular session, else that of a date, else today's.

    ``session`` is one of the General Assembly, whose sessions count the eras.
    """
    if name:
        return next(era for era in ERAS if era.name == name)
    if session and not session.kind and session.number < 1000:
        return _era_from(session.number)
    if issued:
        return _era_from(issued.year - _FIRST_SESSION_YEAR + 1)
    return ERAS[-1]


def _era_from(session: int) -> Era:
    return next((era for era in reversed(ERAS) if era.first_session <= session), ERAS[0])
