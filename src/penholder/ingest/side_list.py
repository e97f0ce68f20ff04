"""What stands beside the text of a source, as records: who changed what, and the comments."""

from __future__ import annotations

from typing import TypedDict

from penholder.ingest.passages import SetAside
from penholder.ingest.recognise import Recognised
from penholder.ingest.tracked import Comment, TrackedChange


class Told(TypedDict):
    """A tracked change or a comment: what was done or said, by whom, when, on which words."""

    what: str
    by: str
    on: str
    words: str
    place: str


class Aside(TypedDict):
    """Lettering that is no wording: what it says, why it is none, and where it stood."""

    words: str
    reason: str
    place: str


def changes(found: Recognised) -> list[Told]:
    """Return every tracked change in reading order."""
    return [_told(each.kind, each) for each in found.changes]


def remarks(found: Recognised) -> list[Told]:
    """Return every comment in the order of the source."""
    return [_told(each.text, each) for each in found.comments]


def set_aside(found: Recognised) -> list[Aside]:
    """Return everything that was set aside."""
    return [_aside(each) for each in found.set_aside]


def _told(what: str, each: TrackedChange | Comment) -> Told:
    return Told(what=what, by=each.author, on=each.day, words=each.words, place=str(each.place))


def _aside(each: SetAside) -> Aside:
    return Aside(words=each.text, reason=each.reason, place=str(each.place))
