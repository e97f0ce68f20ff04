"""Text as ``pdftotext -layout`` makes it: pages set out by spaces become passages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from penholder.ingest.layout_pages import LayoutLine, LayoutPage, pages_of
from penholder.ingest.markers import marker_of
from penholder.ingest.passages import Lettering, Line, Opening, Passage, Run, SetAside
from penholder.ingest.shape import is_closed

_FAR = 24
_STEP = 2
_YEAR = r"(?:19|20)\d\d"
_BEFORE_FIGURES = re.compile(
    r"(?:paragraphs?|articles?|items?|resolutions?|decisions?|pages?|parts?|annex|Nos?\.|chap\.|rules?"
    r"|sections?|goals?|targets?|vol\.|and|to|of|from|by|in|at|or|the|than|with|for|between|\d)$",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r" (?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SESSION = re.compile(r"(?:Resumed )?[\w -]+ session", re.IGNORECASE)
_FIELD = re.compile(
    r"(?:Resumed )?[\w -]+ session|Agenda items? \d.*|(?:First|Second|Third|Fourth|Fifth|Sixth) Committee"
    r"|The (?:General Assembly|(?:Security|Economic and Social|Human Rights) Council),?",
    re.IGNORECASE,
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
    """Return the indent of most full lines, where a paragraph goes on."""
    full = [line.indent for line in lines if len(line.text) > 40] or [0]
    return max(set(full), key=full.count)


def _goes_on(group: Sequence[LayoutLine], line: LayoutLine, margin: int) -> bool:
    last = group[-1]
    if line.is_below or _is_field(line.text) or _is_field(last.text) or line.text[0] == "[":
        return False
    if abs(line.indent - last.indent) < _STEP and line.indent > margin + _FAR:
        return False
    marker = marker_of(line.text)
    if marker and line.indent > margin - _STEP and marker.form != "bullet":
        is_same = abs(line.indent - last.indent) < _STEP and len(group) > 1
        return is_same and marker.form == "number"
    if len(group) > 1:
        return abs(line.indent - last.indent) < _STEP
    return line.indent <= margin + _STEP or _hangs(last, line)


def _is_field(text: str) -> bool:
    return bool(_FIELD.fullmatch(text))


def _hangs(first: LayoutLine, line: LayoutLine) -> bool:
    """Whether a line stands below the words behind the marker of the line above it."""
    marker = marker_of(first.text)
    if marker is None:
        is_level = abs(line.indent - first.indent) < _STEP and len(first.text) > 40
        return is_level and not is_closed(first.text)
    rest = first.text[marker.length :]
    return abs(line.indent - first.indent - len(first.text) + len(rest.lstrip())) <= _STEP


def _opening(group: Sequence[LayoutLine], margin: int, index: int) -> Opening:
    """Return whether the first paragraph of a page is the rest of one: it has no indent."""
    if index or group[0].indent > margin + 1:
        return "new"
    return "unknown" if marker_of(group[0].text) else "continued"


def _with_calls(passages: Sequence[Passage], marks: Sequence[str]) -> list[Passage]:
    """Return passages with the figures that call the notes of their page raised.

    Such a text writes them on the line: ``2024, 1``; they are found one after another.
    """
    wanted = [mark for mark in marks if mark.isdigit()]
    found: list[Passage] = []
    for passage in passages:
        lines = []
        for line in passage.lines:
            runs, text = [], line.text
            while wanted:
                call = _call(text, wanted[0])
                if call is None:
                    break
                runs += [Run(text[: call[0]]), Run(wanted.pop(0), raised=True)]
                text = text[call[1] :]
            lines.append(replace(line, runs=_starred(tuple(each for each in (*runs, Run(text)) if each.text))))
        found.append(replace(passage, lines=tuple(lines)))
    return found


def _call(text: str, mark: str) -> tuple[int, int] | None:
    """Return where a figure stands that may call a note, the space before it included."""
    glued = re.search(rf"(?<!\d){_YEAR}({mark})(?!\d)|[^\W\d]({mark})(?!\w)", text)
    for found in re.finditer(rf"(?<=\S) ?(?<!\d)({mark})(?=[\s,;:.)”’]|$)", text):
        before = text[: found.start()]
        is_raised = before[-1:] in ",;:.”’)" or not _BEFORE_FIGURES.search(before)
        if is_raised and not _MONTH.match(text, found.end()) and not re.match(r" \d", text[found.end() :]):
            return found.start(), found.end()
    if glued:
        group = 1 if glued[1] else 2
        return glued.start(group), glued.end(group)
    return None


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
