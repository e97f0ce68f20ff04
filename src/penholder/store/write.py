"""A document becomes its one canonical YAML text: keys in order, one clause on a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from penholder.model.clauses import clause_lines
from penholder.model.document import Document, Footnote
from penholder.store.comments import Comments
from penholder.store.folding import (
    WIDTH,
    fits_on_line,
    flow_scalar,
    inline_scalar,
)
from penholder.store.format import ADOPTION, DOCUMENT, SCHEMA_VERSION, VOTE
from penholder.store.shapes import (
    Flag,
    Key,
    ListOf,
    Notes,
    OneOf,
    Plain,
    Points,
    Record,
    Shape,
    VoteSide,
    Whole,
    Wording,
)
from penholder.store.source import Path

_FLOW_RECORDS = (ADOPTION, VOTE)
_DEFAULTS: dict[tuple[str, str], object] = {
    ("document", "language"): "en",
    ("document", "numbering"): "continuous",
    ("part", "numbering"): "continuous",
    ("part", "kind"): "part",
    ("annex", "numbering"): "none",
    ("heading", "level"): 1,
}


def write_document(document: Document, comments: Comments | None = None, modeline: str = "") -> str:
    """Return the canonical text of a document, with the comments of its file kept.

    ``modeline`` is the path of the JSON Schema from the file, for editors; empty for none. A
    comment whose value is gone goes to the end.
    """
    return write_record(DOCUMENT, document, comments or Comments(), modeline)


def write_record(record: Record, value: object, comments: Comments, modeline: str) -> str:
    """Return the canonical text of a value of a record, with its comments and modeline."""
    lines = [f"# yaml-language-server: $schema={modeline}"] if modeline else []
    lines += _Writer(comments).record(record, value, _At((), 0))
    lines += comments.take_all()
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _At:
    """Where a value is written: its path, and how many spaces stand before its first line."""

    path: Path
    indent: int

    @property
    def pad(self) -> str:
        return " " * self.indent

    def into(self, step: str | int, deeper: int = 0) -> _At:
        return _At((*self.path, step), self.indent + deeper)


class _Writer:
    """Turns values into lines, putting each comment back where its value stands."""

    def __init__(self, comments: Comments) -> None:
        self._comments = comments

    def record(self, record: Record, value: object, at: _At) -> list[str]:
        lines: list[str] = []
        for key in self._written_keys(record, value, at.path):
            here = at.into(key.name)
            lines += self._above(here)
            lines += self._entry(f"{at.pad}{key.name}:", key.shape, _member(key, value), here)
        return lines

    def _written_keys(self, record: Record, value: object, path: Path) -> list[Key]:
        """Return the keys that say something, and those that a comment speaks of."""
        return [
            key
            for key in record.keys
            if _is_written(record, key, _member(key, value))
            or (_member(key, value) is not None and self._comments.is_at((*path, key.name)))
        ]

    def _above(self, at: _At) -> list[str]:
        return [at.pad + comment for comment in self._comments.take_above(at.path)]

    def _commented(self, line: str, path: Path) -> str:
        comment = self._comments.take_beside(path)
        return f"{line}  {comment}" if comment else line

    def _entry(self, head: str, shape: Shape, value: object, at: _At) -> list[str]:
        """Return ``head`` (a key or a hyphen) with its value beside or below it."""
        beside = self._beside(shape, value, at.path, WIDTH - len(head) - 1)
        if beside is not None:
            return [self._commented(f"{head} {beside}", at.path)]
        if isinstance(shape, Wording):
            return [self._commented(f"{head} >-", at.path), *_folded(str(value), at.indent + 2)]
        return [self._commented(head, at.path), *self._below(shape, value, at)]

    def _beside(self, shape: Shape, value: object, path: Path, room: int) -> str | None:
        """Return a value set on one line, or None where it needs lines of its own."""
        match shape:
            case Wording():
                return inline_scalar(str(value)) if fits_on_line(str(value), room) else None
            case Flag():
                return "true" if value else "false"
            case Whole() | VoteSide() | Points() if isinstance(value, int | float):
                return _text(value)
            case Notes() | Record() | ListOf() | VoteSide() if value == ():
                return "[]" if not isinstance(shape, Notes) else "{}"
            case ListOf() | VoteSide() if isinstance(value, tuple):
                is_short = isinstance(shape, VoteSide) or shape.is_short
                return _flow_list(value) if is_short and self._may_flow(path) else None
            case Record() if shape in _FLOW_RECORDS and self._may_flow(path):
                line = _flow_record(shape, value)
                return line if len(line) <= room else None
            case Notes() | Record():
                return None
        return inline_scalar(_text(value))

    def _may_flow(self, path: Path) -> bool:
        return not self._comments.is_inside(path)

    def _below(self, shape: Shape, value: object, at: _At) -> list[str]:
        match shape:
            case Notes():
                return self._notes(value, _At(at.path, at.indent + 2))
            case Record():
                return self.record(shape, value, _At(at.path, at.indent + 2))
        assert isinstance(value, tuple), f"{shape} has no lines of its own"
        item_shape = shape.item if isinstance(shape, ListOf) else Plain()
        return [
            line
            for index, item in enumerate(value)
            for line in self._item(item_shape, item, at.into(index))
        ]

    def _notes(self, notes: object, at: _At) -> list[str]:
        assert isinstance(notes, tuple)
        lines: list[str] = []
        for note in notes:
            assert isinstance(note, Footnote)
            here = at.into(note.key)
            head = f"{at.pad}{inline_scalar(note.key)}:"
            lines += [*self._above(here), *self._entry(head, Wording(), note.text, here)]
        return lines

    def _item(self, shape: Shape, value: object, at: _At) -> list[str]:
        if isinstance(shape, OneOf):
            shape = next(record for record in shape.records() if isinstance(value, record.type))
        if isinstance(shape, Record):
            keys = self._written_keys(shape, value, at.path)
            if [key.name for key in keys] != [shape.short]:
                return self._record_item(shape, value, at)
            self._comments.move((*at.path, shape.short), at.path)
            shape, value = keys[0].shape, _member(keys[0], value)
        above = self._above(at)
        if isinstance(shape, ListOf):
            at = _At(at.path, at.indent + 2)
            lines = self._entry(f"{' ' * (at.indent - 2)}-", shape, value, at)
            if not shape.is_short and len(lines) > 1:
                lines[:2] = [f"{lines[0]} {lines[1].lstrip()}"]
            return [*above, *lines]
        return [*above, *self._entry(f"{at.pad}-", shape, value, at)]

    def _record_item(self, record: Record, value: object, at: _At) -> list[str]:
        """Return a record behind a hyphen, its comments and those of its first key above it."""
        self._comments.lift(at.path)
        above = self._above(at)
        lines = self.record(record, value, _At(at.path, at.indent + 2)) or [f"{at.pad}{{}}"]
        first = next(count for count, line in enumerate(lines) if not line.lstrip().startswith("#"))
        above += [at.pad + line.lstrip() for line in lines[:first]]
        return [*above, f"{at.pad}- {lines[first].lstrip()}", *lines[first + 1 :]]


def _member(key: Key, value: object) -> object:
    return SCHEMA_VERSION if key.name == "schema" else attrgetter(key.place)(value)


def _is_written(record: Record, key: Key, member: object) -> bool:
    """Whether a member differs from what its absence would say."""
    if key.is_required:
        return True
    if key.name == "number":
        return member is not None
    if isinstance(key.shape, VoteSide):
        return member != 0
    default = _DEFAULTS.get((record.name, key.name))
    return member not in (default, None, "", (), False)


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _folded(text: str, indent: int) -> Iterator[str]:
    pad = " " * indent
    return (pad + line for line in clause_lines(text, WIDTH - indent))


def _flow_list(values: tuple[object, ...]) -> str:
    return f"[{', '.join(flow_scalar(_text(value)) for value in values)}]"


def _flow_record(record: Record, value: object) -> str:
    """Return ``{date: ..., meeting: ...}``, a vote inside it included."""
    members = ((key, _member(key, value)) for key in record.keys)
    written = (
        f"{key.name}: {_flow_member(key, member)}"
        for key, member in members
        if _is_written(record, key, member)
    )
    return f"{{{', '.join(written)}}}"


def _flow_member(key: Key, member: object) -> str:
    if isinstance(key.shape, Record):
        return _flow_record(key.shape, member)
    if isinstance(key.shape, VoteSide):
        return _flow_list(member) if isinstance(member, tuple) else str(member)
    return flow_scalar(_text(member))
