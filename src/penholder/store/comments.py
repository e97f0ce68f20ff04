"""The comments of a YAML file, each tied to the value it stands beside or above."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from penholder.store.source import Path, Source
from penholder.store.yaml_nodes import Mapping, Node, Scalar, Sequence

_COMMENT = re.compile(r"#[^\n]*")
_MODELINE = re.compile(r"#\s*yaml-language-server:")


@dataclass(slots=True)
class Comments:
    """Comments by the path of a value: whole lines ``above`` it, or one ``beside`` it.

    Whole lines after the last value are above the empty path. The editor modeline is not a
    comment: the writer sets it.
    """

    above: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)

    def take_above(self, path: Path) -> list[str]:
        """Return the lines above a path and forget them."""
        return self.above.pop(path, [])

    def take_beside(self, path: Path) -> str:
        """Return the comment beside a path and forget it."""
        return self.beside.pop(path, "")

    def is_at(self, path: Path) -> bool:
        """Whether a comment belongs to the value at ``path`` itself."""
        return path in self.above or path in self.beside

    def is_inside(self, path: Path) -> bool:
        """Whether a comment belongs to something within the value at ``path``."""
        deep = len(path)
        paths = (*self.above, *self.beside)
        return any(len(other) > deep and other[:deep] == path for other in paths)

    def take_all(self) -> list[str]:
        """Return, as whole lines, every comment that is still there."""
        found = [line for lines in self.above.values() for line in lines]
        found += self.beside.values()
        self.above.clear()
        self.beside.clear()
        return found

    def move(self, source: Path, target: Path) -> None:
        """Give the comments of one path to another."""
        if lines := self.take_above(source):
            self.above.setdefault(target, []).extend(lines)
        if comment := self.take_beside(source):
            self.add_beside(target, comment)

    def lift(self, path: Path) -> None:
        """Put the comment beside a path above it."""
        if comment := self.take_beside(path):
            self.above.setdefault(path, []).append(comment)

    def add_beside(self, path: Path, comment: str) -> None:
        """Put a comment beside a path, or above it where another stands beside it already."""
        if path in self.beside:
            self.above.setdefault(path, []).append(comment)
        else:
            self.beside[path] = comment


class _Spot(NamedTuple):
    """Where a value, a key or a bracketed collection begins or ends."""

    offset: int
    path: Path


def comments_of(source: Source) -> Comments:
    """Return the comments of a file that was read; none where it could not be parsed."""
    comments = Comments()
    if source.root is None or "#" not in source.text:
        return comments
    layout = _Layout(source.root)
    for start, comment in _found(source.text, layout.scalars):
        line_start = source.text.rfind("\n", 0, start) + 1
        if source.text[line_start:start].strip():
            comments.add_beside(layout.beside(line_start, start), comment)
        elif not _MODELINE.match(comment):
            comments.above.setdefault(layout.following(start), []).append(comment)
    return comments


def _found(text: str, scalars: list[Scalar]) -> Iterator[tuple[int, str]]:
    """Yield every comment with its offset: what follows a # between the scalars."""
    end = 0
    for scalar in scalars:
        yield from _in_gap(text, end, scalar.start)
        end = scalar.end
        if scalar.style in (">", "|"):
            yield from _in_gap(text, scalar.start, text.find("\n", scalar.start))
    yield from _in_gap(text, end, len(text))


def _in_gap(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    for found in _COMMENT.finditer(text, start, end):
        yield found.start(), found.group().rstrip()


class _Layout:
    """Where values begin, and where what can have a comment beside it ends."""

    def __init__(self, root: Node) -> None:
        self.scalars: list[Scalar] = []
        self._starts: list[_Spot] = []
        self._ends: list[_Spot] = []
        self._walk(root, ())
        self._starts.sort(key=lambda spot: spot.offset)
        self._ends.sort(key=lambda spot: spot.offset)

    def _walk(self, node: Node, path: Path) -> None:
        match node:
            case Scalar():
                self._add_scalar(node, path)
            case Mapping():
                for key, value in node.entries:
                    self._add_scalar(key, (*path, key.text))
                    self._walk(value, (*path, key.text))
            case Sequence():
                for index, item in enumerate(node.items):
                    self._starts.append(_Spot(item.start, (*path, index)))
                    self._walk(item, (*path, index))
        if not isinstance(node, Scalar) and node.is_flow:
            self._ends.append(_Spot(node.end, path))

    def _add_scalar(self, scalar: Scalar, path: Path) -> None:
        self.scalars.append(scalar)
        self._starts.append(_Spot(scalar.start, path))
        # The comment beside a block scalar stands after its sign, before its lines.
        end = scalar.start if scalar.style in (">", "|") else scalar.end
        self._ends.append(_Spot(end, path))

    def following(self, offset: int) -> Path:
        """Return the path of the outermost value that begins after ``offset``; () at the end."""
        at = bisect_right(self._starts, offset, key=lambda spot: spot.offset)
        return self._starts[at].path if at < len(self._starts) else ()

    def beside(self, line_start: int, offset: int) -> Path:
        """Return the path of the last value that ends on the line before ``offset``.

        Where only a hyphen or a bracket stands there, the path of what begins below.
        """
        at = bisect_right(self._ends, offset, key=lambda spot: spot.offset)
        if at and self._ends[at - 1].offset >= line_start:
            return self._ends[at - 1].path
        return self.following(offset)
