"""Plain text in the shape of a resolution becomes passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.ingest.passages import Line, Passage, Place, Role, Run

_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = rf"[{_DIGITS}]+"
_FIGURES = str.maketrans(_DIGITS, "0123456789")
_RAISING = str.maketrans("0123456789", _DIGITS)
_PIECES = re.compile(rf"\*(?P<italic>[^\s*](?:[^*]*[^\s*])?)\*|(?P<raised>{_RAISED})", re.DOTALL)
_NOTE = re.compile(rf"{_RAISED} |\*{{1,3}} ?(?=\S)(?!\S[^*]*\*)")
_MARKER = re.compile(r"\d+\. |\([a-z]+\) ")
_SHORT = 60
# The texts of the nineties call a note as "44/25, 1/" and print it as "1/ Resolution 44/25".
_SLASHED_NOTE = re.compile(r"^[ \t]*(?P<mark>\d{1,3})/[ \t]+(?=\S)", re.MULTILINE)
_SLASHED_CALL = re.compile(r"(?<=[\w,;:.)”’\"]) ?(?<!\d )(?P<mark>\d{1,3})/(?=[\s,;.:)]|$)")
_RAISED_STAR = re.compile(r"(?<=[\w:,;.])\*(?=\s|$)")


def read_plain_text(text: str) -> tuple[Passage, ...]:
    """Return the paragraphs of a text as passages; empty lines part them, and short lines do.

    ``*…*`` is italic, raised figures call notes, a block that begins with raised figures or a
    star is a note.
    """
    text = _raised_slashes(text)
    passages: list[Passage] = []
    block: list[tuple[int, str]] = []
    for number, line in enumerate((*text.splitlines(), ""), start=1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            passages += _passages(block)
            block = []
    return tuple(passages)


def _raised_slashes(text: str) -> str:
    """Return a text whose indicators with a slash are raised figures, where notes have them."""
    marks = {found["mark"] for found in _SLASHED_NOTE.finditer(text)}
    if not marks:
        return text

    def raised(found: re.Match[str]) -> str:
        is_call = found["mark"] in marks
        return found["mark"].translate(_RAISING) if is_call else found.group()

    lines = []
    for line in text.splitlines():
        note = _SLASHED_NOTE.match(line)
        opening = f"{note['mark'].translate(_RAISING)} " if note and note["mark"] in marks else ""
        rest = line[note.end() :] if note and opening else line
        lines.append(opening + _SLASHED_CALL.sub(raised, rest))
    return "\n".join(lines)


def _passages(block: list[tuple[int, str]]) -> Iterator[Passage]:
    text = "\n".join(line for _, line in block)
    role: Role = "note" if _NOTE.match(text) else "body"
    places = (Place(line=number) for number, _ in block)
    whole = [Line(runs, place) for runs, place in zip(_lines(_runs(text)), places, strict=True)]
    begun: list[Line] = []
    for line in whole:
        if begun and role == "body" and _is_new(begun[-1], line):
            yield Passage(tuple(begun), role)
            begun = []
        begun.append(line)
    yield Passage(tuple(begun), role)


def _is_new(above: Line, line: Line) -> bool:
    """Whether a line of one block begins a paragraph: below a short line, or by its own look."""
    return len(above.text) < _SHORT or bool(_MARKER.match(line.text)) or line.runs[0].italic


def _runs(text: str) -> list[Run]:
    runs: list[Run] = []
    end = 0
    for found in _PIECES.finditer(text):
        runs += _upright(text[end : found.start()])
        if found["raised"]:
            runs.append(Run(found["raised"].translate(_FIGURES), raised=True))
        else:
            runs += _italic(found["italic"])
        end = found.end()
    return runs + _upright(text[end:])


def _upright(text: str) -> list[Run]:
    pieces = _RAISED_STAR.split(text)
    runs = [Run(pieces[0])]
    for piece in pieces[1:]:
        runs += [Run("*", raised=True), Run(piece)]
    return [run for run in runs if run.text]


def _italic(text: str) -> list[Run]:
    """Return the runs of an italic passage, in which figures may be raised."""
    pieces = re.split(rf"({_RAISED})", text)
    return [
        Run(piece.translate(_FIGURES), raised=True) if index % 2 else Run(piece, italic=True)
        for index, piece in enumerate(pieces)
        if piece
    ]


def _lines(runs: list[Run]) -> list[tuple[Run, ...]]:
    """Return runs cut where a line ends."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(Run(first, run.italic, run.bold, run.raised))
        lines += [[Run(piece, run.italic, run.bold, run.raised)] for piece in rest]
    return [tuple(run for run in line if run.text) for line in lines]
