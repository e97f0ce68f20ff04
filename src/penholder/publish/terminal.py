"""A redline as lines of text for a terminal, readable with and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import TextWrapper, fill

from penholder.compare.lines import Line
from penholder.compare.redline import Redline
from penholder.model.segment import Op, Segment, Segments
from penholder.publish.number_ranges import renumbered_ranges
from penholder.publish.redline_page import count_lines
from penholder.publish.remarks import remark

_PLAIN: dict[Op, tuple[str, str]] = {
    "equal": ("", ""),
    "insert": ("{+", "+}"),
    "delete": ("[-", "-]"),
}
_COLOURED: dict[Op, tuple[str, str]] = {
    "equal": ("", ""),
    "insert": ("\033[32;4m", "\033[0m"),
    "delete": ("\033[31;9m", "\033[0m"),
}
_SIGNS = {
    "inserted": "+", "deleted": "-", "moved": ">", "moved away": "<",
    "reworded": "~", "split": "~", "merged": "~",
}  # fmt: skip
_MARGIN = 14


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the terminal is, and whether it shows colour."""

    width: int = 88
    is_coloured: bool = False


def redline_text(redline: Redline, names: tuple[str, str], screen: Screen) -> str:
    """Return a redline as text; runs of unchanged paragraphs are told in one line.

    ``+`` stands before what was added, ``-`` what was deleted, ``~`` what was reworded, split or
    merged, ``>`` what moved here and ``<`` what moved away. What is gone has its former address.
    """
    counts = fill(", ".join(count_lines(redline.counts)), screen.width)
    lines = [f"--- {names[0]}", f"+++ {names[1]}", counts]
    lines += _fields(redline, screen)
    lines += _body(redline.lines, screen)
    lines += _notes(redline, screen)
    pairs = "; ".join(f"{earlier} → {later}" for earlier, later in renumbered_ranges(redline))
    if pairs:
        lines += ["", *wrapped("renumbered", pairs, screen)]
    return "\n".join(line.rstrip() for line in lines)


def _fields(redline: Redline, screen: Screen) -> Iterator[str]:
    for change in redline.fields:
        yield from wrapped(change.name, painted(change.segments, screen), screen)


def _body(lines: Iterable[Line], screen: Screen) -> Iterator[str]:
    unchanged: list[Line] = []
    for line in lines:
        if line.status == "equal":
            unchanged.append(line)
            continue
        yield from _told(unchanged)
        unchanged = []
        yield ""
        yield from wrapped(_heading(line), painted(line.segments, screen), screen)
        if told := remark(line):
            yield from wrapped("", f"({told})", screen)
    yield from _told(unchanged)


def _told(unchanged: list[Line]) -> Iterator[str]:
    if not unchanged:
        return
    first, last = (_address(line) for line in (unchanged[0], unchanged[-1]))
    yield ""
    yield f"  unchanged: {first}" + (f" to {last}" if len(unchanged) > 1 else "")


def _notes(redline: Redline, screen: Screen) -> Iterator[str]:
    changed = [note for note in redline.notes if note.status != "equal"]
    if changed:
        yield ""
    for note in changed:
        sign = _SIGNS[note.status]
        yield from wrapped(f"{sign} note {note.key}", painted(note.segments, screen), screen)


def _heading(line: Line) -> str:
    was = "was " if line.after is None else ""
    return f"{_SIGNS[line.status]} {was}{_address(line)}"


def _address(line: Line) -> str:
    label = line.label_after or line.label_before
    return label.address if label else ""


def painted(segments: Segments, screen: Screen) -> str:
    """Return segments with the marks of each change around every word, so that lines may break.

    Where only the form differs, the later form stands under a lighter mark, a space under none.
    """
    signs = _COLOURED if screen.is_coloured else _PLAIN
    found = []
    for segment in segments:
        if segment.is_form and segment.op == "delete":
            continue
        opening, closing = _form_signs(segment, screen) or signs[segment.op]
        text = (segment.became or segment.text).replace("\t", " | ")
        if segment.op == "equal" or not screen.is_coloured:
            found.append(f"{opening}{text}{closing}")
            continue
        words = text.split(" ")
        found.append(" ".join(f"{opening}{word}{closing}" if word else "" for word in words))
    return "".join(found)


def _form_signs(segment: Segment, screen: Screen) -> tuple[str, str] | None:
    if not segment.is_form:
        return None
    if segment.text.isspace():
        return "", ""
    return ("\033[2m", "\033[0m") if screen.is_coloured else ("{~", "~}")


def wrapped(heading: str, text: str, screen: Screen) -> list[str]:
    """Return a text in lines beside its heading; escapes take no room."""
    head = f"{heading:<{_MARGIN}}"
    above = [head.rstrip()] if len(heading) >= _MARGIN else []
    pad = " " * _MARGIN
    first = pad if above else head
    if not screen.is_coloured:
        wrapper = TextWrapper(
            screen.width, initial_indent=first, subsequent_indent=pad,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip
        return [*above, *(wrapper.wrap(text) or [head])]
    return [*above, *_wrapped_in_colour(text, first, screen.width)]


def _wrapped_in_colour(text: str, first: str, width: int) -> list[str]:
    lines, line, used = [], first, _MARGIN
    for word in text.split(" "):
        room = len(word) - sum(word.count(sign) * len(sign) for sign in _ESCAPES)
        if used + room > width and used > _MARGIN:
            lines.append(line)
            line, used = " " * _MARGIN, _MARGIN
        line += word + " "
        used += room + 1
    return [*lines, line]


_ESCAPES = ("\033[2m", "\033[32;4m", "\033[31;9m", "\033[0m")
