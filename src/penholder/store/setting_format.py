"""The file of what an editor set by hand: every key it may have, how it is read and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from penholder.errors import Problem
from penholder.model.hand_setting import BrokenHeading, HandSetting, Tight
from penholder.store.comments import Comments, comments_of
from penholder.store.read import read_file_of
from penholder.store.shapes import Choice, Key, ListOf, Plain, Points, Record, Whole
from penholder.store.source import Source
from penholder.store.write import write_record

_LINES = ListOf(Plain())
_AT = Choice(("margin", "tab"))
TIGHTEST = 0.3
_DEEPEST_FOOT = 400.0


def _tight_keys() -> tuple[Key, ...]:
    return (
        Key("at", Plain(), "the paragraph: OP 5 (b), PP 3, annex, OP 2", is_required=True),
        Key("by", Points(TIGHTEST), "what each letter gives up, in points", is_required=True),
        Key("from", Plain(), "the first words of a part of it", "start"),
        Key("to", Plain(), "the last words of a part of it", "end"),
    )


def _heading_keys() -> tuple[Key, ...]:
    return (
        Key("at", Plain(), "the heading: section II, annex, heading 3", is_required=True),
        Key("lines", _LINES, "its lines", is_required=True),
    )


_HEADING = Record(
    "heading", BrokenHeading, BrokenHeading, "A heading broken into lines.", _heading_keys
)
_TIGHT = Record(
    "tight", Tight, Tight, "Letters drawn together, in a paragraph or a part of it.", _tight_keys
)


def _made(**values: Any) -> HandSetting:
    values.pop("schema", None)
    return HandSetting(**values)


def _keys() -> tuple[Key, ...]:
    return (
        Key("schema", Whole(1, 1), "the version of this format", is_required=True),
        Key("agenda_titles", ListOf(_LINES), "the lines of each title of an agenda item"),
        Key("origin", _LINES, "the lines of the origin, without its brackets"),
        Key("sponsors", _LINES, "the lines of the sponsors, or of who submits the draft"),
        Key("title", _LINES, "the lines of the title"),
        Key("headings", ListOf(_HEADING), "the lines of headings in the text"),
        Key("numbers_at", _AT, "where the numbers of operative paragraphs stand"),
        Key("annex_numbers_at", _AT, "where the numbers of paragraphs of annexes stand"),
        Key("first_foot", Points(_DEEPEST_FOOT), "where the first page ends, from its lower edge"),
        Key("tight", ListOf(_TIGHT), "letters drawn together to save a line or a page"),
    )


SETTING = Record("setting", _made, HandSetting, "What an editor set by hand.", _keys)


@dataclass(frozen=True, slots=True)
class SettingFile:
    """What was set by hand as read, None where a problem stands in the way, and where it stands."""

    hand: HandSetting | None
    source: Source

    @property
    def problems(self) -> list[Problem]:
        """Everything that is wrong with the file."""
        return self.source.problems


def read_setting(data: bytes, file: str) -> SettingFile:
    """Return what a file says was set by hand; ``file`` stands in front of every problem."""
    source = Source(file)
    value = read_file_of(source, data, SETTING)
    return SettingFile(value if isinstance(value, HandSetting) else None, source)


def write_setting(hand: HandSetting, modeline: str = "") -> str:
    """Return the canonical text of what was set by hand."""
    return write_record(SETTING, hand, Comments(), modeline)


def rewritten(file: SettingFile, modeline: str = "") -> str:
    """Return the canonical text of a file that was read, its comments kept."""
    return write_record(SETTING, file.hand, comments_of(file.source), modeline)
