"""How a text is set in YAML: plain, quoted, or folded with one clause on a line."""

from __future__ import annotations

import re

from penholder.model.calendar import DateError, parse_date
from penholder.model.clauses import clause_lines

WIDTH = 88
_PLAIN = re.compile(r"[A-Za-z0-9/(\u00c0-\U0010ffff][^\t\n#:\"'\\\[\]{}]*(?<! )")
_RESERVED = frozenset("null true false yes no on off y n".split())
_NUMBER_LIKE = re.compile(r"[0-9][0-9a-fA-F_,.xXoO+-]*")
_DAY_LIKE = re.compile(r"\d{4}-\d\d?-\d\d?.*")


def inline_scalar(text: str) -> str:
    """Return a text as a plain or quoted scalar on one line."""
    return text if _is_plain(text) else _quoted(text)


def flow_scalar(text: str) -> str:
    """Return a text as a plain or quoted scalar inside brackets.

    There a comma separates, and some readers take a question mark for a key's.
    """
    is_free = "," not in text and "?" not in text
    return text if is_free and _is_plain(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    """Whether a text needs no quotes, here or in any other reader of YAML.

    A date of the calendar stays plain, as people write it; every other text that another reader
    could take for a number, a truth value or nothing is quoted.
    """
    if _DAY_LIKE.fullmatch(text):
        return _is_day(text)
    if text.lower() in _RESERVED or _NUMBER_LIKE.fullmatch(text):
        return False
    return _PLAIN.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True


def _quoted(text: str) -> str:
    """Return a text between the quotes that need the fewest escapes."""
    if "\\" not in text and '"' not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def fits_on_line(text: str, room: int) -> bool:
    """Whether a text is short and of one clause, so that it may stand beside its key."""
    if len(text) > room:
        return False
    return len(inline_scalar(text)) <= room and len(list(clause_lines(text, WIDTH))) == 1
