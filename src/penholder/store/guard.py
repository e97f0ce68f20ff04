"""What a file must be before anything parses it: of bounded size, UTF-8, without hidden signs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from penholder.errors import Problem
from penholder.store.letters import RIGHT_TO_LEFT, distinct_letters, hidden_signs
from penholder.store.size import LARGEST, oversized

_MOST_PROBLEMS = 100
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*|$)", re.MULTILINE)
_RTL_LANGUAGE = re.compile(r"^language:[ \t]*[\"']?ar\b", re.MULTILINE)
_WIDE = {b"\xff\xfe": "UTF-16 or UTF-32", b"\xfe\xff": "UTF-16", b"\x00\x00": "UTF-32"}


class LineIndex:
    """Turns offsets into a text into lines and columns, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column) of an offset from 0."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def guarded_text(data: bytes, problems: list[Problem]) -> str | None:
    """Return the text of a file with line feeds only, or None where it cannot be used.

    Every problem is added to ``problems``: E-SIZE, E-UTF8, E-CHAR, E-BIDI, E-INVISIBLE,
    E-MARKS, E-CONFLICT; W-BOM is advice, mended by ``fmt``.
    """
    if len(data) > LARGEST:
        problems.append(oversized(len(data)))
        return None
    text = _decoded(data, problems)
    if text is None:
        return None
    if text.startswith("\ufeff"):
        fix = "run penholder fmt"
        what = "the file begins with a byte order mark"
        problems.append(Problem("W-BOM", what, fix, place=(1, 1)))
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = [*_hidden(text, data), *_conflicts(text)]
    problems.extend(found)
    return None if found else text


def allowed_signs(text: str) -> frozenset[str]:
    """Return the hidden signs that the language declared in a file needs."""
    return RIGHT_TO_LEFT if _RTL_LANGUAGE.search(text) else frozenset()


def _decoded(data: bytes, problems: list[Problem]) -> str | None:
    fix = "save the file as UTF-8"
    if name := _WIDE.get(data[:2]):
        problems.append(Problem("E-UTF8", f"the file is {name}, not UTF-8", fix, place=(1, 1)))
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        what = f"byte 0x{data[error.start]:02X} is not UTF-8"
        place = LineIndex(before).place(len(before))
        problems.append(Problem("E-UTF8", what, fix, place=place))
        return None


def _hidden(text: str, data: bytes) -> Iterator[Problem]:
    """Yield a problem for each sign that is not what it seems, at most 100."""
    letters = distinct_letters(data)
    if not letters:
        return
    lines = LineIndex(text)
    signs = hidden_signs(text, letters, allowed_signs(text))
    for sign in islice(signs, _MOST_PROBLEMS):
        yield Problem(sign.code, sign.what, sign.fix, place=lines.place(sign.offset))


def _conflicts(text: str) -> Iterator[Problem]:
    """Yield a problem for each mark that an unfinished merge left, at most 100."""
    if not any(mark * 7 in text for mark in "<>" if mark in text):
        return
    lines = LineIndex(text)
    for found in islice(_CONFLICT.finditer(text), _MOST_PROBLEMS):
        what = f"a merge conflict mark {found.group()[:60]!r}"
        fix = "choose one side and remove the marks"
        yield Problem("E-CONFLICT", what, fix, place=lines.place(found.start()))
