"""Text as ``pdftotext -layout`` makes it: pages set out by spaces become passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from penholder.ingest.layout_calls import Call, calls_in
from penholder.ingest.layout_pages import LayoutLine, LayoutPage, pages_of
from penholder.ingest.markers import marker_of
from penholder.ingest.passages import Lettering, Line, Opening, Passage, Run, SetAside
from penholder.ingest.shape import ANNEX, ROMAN, is_closed

_LAST_CALL = re.compile(r" ?\d{1,3}$")
_FAR = 24
_STEP = 2
_FULL = 30
_OUTER = 8
_SHARE = 0.2
_NAME = r"(?:Resumed )?[A-Z][\w-]*(?: [a-z-]+){0,4} session"
_SESSION = re.compile(_NAME)
_FIELD = re.compile(
    rf"{_NAME}|Agenda items? \d.*|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee"
    r"|The (?:General Assembly|(?:Security|Economic and Social|Human Rights) Council),?"
)


def read_layout(text: str) -> Lettering:
    """Return the lettering of a text set out by spaces; heads and feet are set aside."""
    passages: list[Passage] = []
    furniture: list[SetAside] = []
    for number, page in enumerate(pages_of(text)):
        furniture += page.furniture
        found = [*_letterhead(page)] if number == 0 else []
        body = page.body[len(_top(page)) :] if number == 0 else page.body
        found += _body(body, is_first=number == 0)
        passages += _with_calls(found, [mark for mark, _ in page.notes])
        passages += [_note(mark, lines) for mark, lines in page.notes if lines]
    return Lettering(tuple(passages), tuple(furniture))


def _top(page: LayoutPage) -> Sequence[LayoutLine]:
    """Return the lines of the first page above its session, which stand in two columns."""
    lines = page.body
    end = next((i for i, line in enumerate(lines) if _SESSION.fullmatch(line.text)), 0)
    return lines[:end]


def _letterhead(page: LayoutPage) -> Iterator[Passage]:
    for line in _top(page):
        for piece in line.pieces:
            yield Passage((Line((Run(piece),), line.place),), opening="new")


def _note(mark: str, lines: Sequence[LayoutLine]) -> Passage:
    first, *rest = (Line((Run(line.text),), line.place) for line in lines)
    sign = (Run(mark, raised=True), Run(" ")) if mark else ()
    return Passage((replace(first, runs=(*sign, *first.runs)), *rest), "note")


def _body(lines: Sequence[LayoutLine], *, is_first: bool) -> list[Passage]:
    """Return the paragraphs of a page: an indented line opens one, and an empty line does."""
    margin = _margin(lines)
    groups: list[list[LayoutLine]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, margin):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [
        Passage(tuple(_line(each) for each in group), opening=_opening(group, margin, index))
        for index, group in enumerate(groups)
    ] if not is_first else [
        Passage(tuple(_line(each) for each in group), opening="new") for group in groups
    ]  # fmt: skip


def _line(line: LayoutLine) -> Line:
    return Line((Run(re.sub(r" {2,}", " ", line.text)),), line.place)


def _margin(lines: Sequence[LayoutLine]) -> int:
    """Return the indent where paragraphs go on: the smallest that many full lines have.

    The session and the agenda stand outside it.
    """
    full = [line.indent for line in lines if len(line.text) > _FULL]
    inner = [indent for indent in full if indent >= _OUTER] or full or [0]
    shared = [each for each in inner if inner.count(each) >= _SHARE * len(inner)]
    return min(shared or inner)


def _goes_on(group: Sequence[LayoutLine], line: LayoutLine, margin: int) -> bool:
    last = group[-1]
    if line.is_below or _is_field(line.text) or _is_field(last.text) or line.text[0] == "[":
        return False
    if abs(line.indent - last.indent) < _STEP and line.indent > margin + _FAR:
        return False
    if _opens_list(line, last, margin):
        return False
    if len(group) > 1:
        return abs(line.indent - last.indent) < _STEP
    return line.indent <= margin + _STEP or _hangs(last, line)


def _opens_list(line: LayoutLine, last: LayoutLine, margin: int) -> bool:
    """Whether a number or letter opens a paragraph, and is not the first word of a full line."""
    marker = marker_of(line.text)
    if marker is None or line.indent <= margin - _STEP:
        return marker is not None and marker.form == "bullet"
    is_apart = line.text[marker.length :].startswith("  ")
    is_next = marker.form == "number" and is_closed(_LAST_CALL.sub("", last.text))
    return is_apart or is_next or abs(line.indent - last.indent) >= _STEP


def _is_field(text: str) -> bool:
    return bool(_FIELD.fullmatch(text) or ANNEX.fullmatch(text) or ROMAN.fullmatch(text))


def _hangs(first: LayoutLine, line: LayoutLine) -> bool:
    """Whether a line stands below the words behind the marker of the line above it."""
    if is_closed(_LAST_CALL.sub("", first.text)):
        return False
    marker = marker_of(first.text)
    if marker is None:
        return abs(line.indent - first.indent) < _STEP and len(first.text) > _FULL
    rest = first.text[marker.length :]
    return abs(line.indent - first.indent - len(first.text) + len(rest.lstrip())) <= _STEP


def _opening(group: Sequence[LayoutLine], margin: int, index: int) -> Opening:
    """Return whether the first paragraph of a page is the rest of one: it has no indent."""
    if index or group[0].indent > margin + 1:
        return "new"
    text = group[0].text
    is_heading = ANNEX.fullmatch(text) or ROMAN.fullmatch(text)
    return "unknown" if is_heading or marker_of(text) else "continued"


def _with_calls(passages: Sequence[Passage], marks: Sequence[str]) -> list[Passage]:
    """Return passages with the figures that call the notes of their page raised.

    Such a text writes them on the line: ``2024, 1``. Of the figures that may be calls, those are
    that come in the order of the notes, as many as can be, behind a stop rather than a word.
    """
    calls = calls_in([line.text for each in passages for line in each.lines], marks)
    found: list[Passage] = []
    at = 0
    for passage in passages:
        lines = []
        for line in passage.lines:
            runs = _starred(_raised(line.text, [call for call in calls if call.line == at]))
            lines.append(replace(line, runs=runs))
            at += 1
        found.append(replace(passage, lines=tuple(lines)))
    return found


def _raised(text: str, calls: Sequence[Call]) -> tuple[Run, ...]:
    runs: list[Run] = []
    end = 0
    for call in calls:
        runs += [Run(text[end : call.start]), Run(call.mark, raised=True)]
        end = call.end
    return tuple(run for run in (*runs, Run(text[end:])) if run.text)


def _starred(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs with the star raised that calls the note on the sponsors."""
    starred: list[Run] = []
    for run in runs:
        before, star, after = run.text.partition(":*")
        if star and not run.raised and (not after or after[0].isspace()):
            starred += [Run(f"{before}:"), Run("*", raised=True), Run(after)]
        else:
            starred.append(run)
    return tuple(each for each in starred if each.text)
