"""A YAML file becomes a document, or a list of everything that is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import takewhile
from typing import Any

from penholder.errors import Problem
from penholder.model.document import Document, Footnote
from penholder.model.wording import WordingError, check_wording, normalised
from penholder.store.escapes import escaped_signs, has_escapes
from penholder.store.format import DOCUMENT, SCHEMA_VERSION
from penholder.store.guard import allowed_signs, guarded_text
from penholder.store.shapes import (
    ListOf,
    Notes,
    OneOf,
    Plain,
    Record,
    Shape,
    VoteSide,
    Whole,
    Wording,
)
from penholder.store.source import Path, Source
from penholder.store.values import Unfit, checked_id, nearest, typed
from penholder.store.yaml_nodes import Mapping, Node, Scalar, Sequence, parse_nodes

LONGEST_TEXT = 64 * 1024
LONGEST_LINE = 2_000
MOST_PARAGRAPHS = 10_000
MOST_PROBLEMS = 100
_WORDING = Wording()
_FORMAT_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_KINDS: dict[type, str] = {Scalar: "a text", Sequence: "a list", Mapping: "keys"}


def read_document(data: bytes, file: str) -> Source:
    """Return what the bytes of one file say; ``file`` stands in front of every problem.

    All problems are told at once, at most 100, in order of place. The document is None where
    one of them stands in the way.
    """
    source = Source(file)
    value = read_file_of(source, data, DOCUMENT)
    source.document = value if isinstance(value, Document) else None
    return source


def read_file_of(source: Source, data: bytes, shape: Record) -> object:
    """Return the value that a file holds in a shape, None where a problem stands in the way.

    The problems are those of the source afterwards, at most 100, in order of place.
    """
    value: object = None
    text = guarded_text(data, source.problems)
    if text is not None:
        source.text = text
        source.root = parse_nodes(text, source.problems)
    other = _other_format(source.root)
    if other:
        source.problems.append(other)
    elif source.root is not None:
        value = read_record(source, shape)
    is_sound = all(each.is_advice for each in source.problems)
    for problem in source.problems:
        problem.file = source.file
    source.problems.sort(key=lambda problem: (problem.line, problem.column))
    del source.problems[MOST_PROBLEMS:]
    return value if is_sound else None


def read_record(source: Source, shape: Record) -> object:
    """Return the value that the root of a source is in a shape, noting every problem there.

    None where it has not that shape.
    """
    return _Reader(source).read(source.root, shape) if source.root is not None else None


def _other_format(root: Node | None) -> Problem | None:
    """Return the one problem of a file in another version of the format, whose keys say nothing."""
    entries = root.entries if isinstance(root, Mapping) else ()
    number = next((value for name, value in entries if name.text == "schema"), None)
    if not isinstance(number, Scalar) or number.text == str(SCHEMA_VERSION):
        return None
    if not _FORMAT_NUMBER.fullmatch(number.text):
        return None
    what = f"the file has format {number.text}, and this penholder reads format {SCHEMA_VERSION}"
    fix = "update penholder"
    if int(number.text) < SCHEMA_VERSION:
        fix = "read it with the penholder of its time, and write it anew in today's format"
    return Problem("E-SCHEMA", what, fix, place=number.place)


class _Enough(Exception):
    """So much is wrong that reading on would tell nothing."""


class _Reader:
    """Walks nodes and shapes together, noting problems and the place of every text.

    What does not have its shape is noted and read as None; no record is made around it.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._paragraphs = 0
        self._faults = 0
        self._by_shape: dict[type, Callable[[Any, Node, Path], object]] = {
            Wording: self._wording,
            Record: self._record,
            OneOf: self._one_of,
            ListOf: self._list,
            Notes: self._notes,
            VoteSide: self._vote_side,
        }

    def read(self, root: Node, shape: Record) -> object:
        try:
            return self._value(shape, root, ())
        except _Enough:
            return None

    def _note(self, unfit: Unfit, place: tuple[int, int]) -> None:
        problem = Problem(unfit.code, unfit.what, unfit.fix, place=place)
        self._source.problems.append(problem)
        self._faults += not problem.is_advice
        if len(self._source.problems) >= MOST_PROBLEMS:
            raise _Enough

    def _value(self, shape: Shape, node: Node, path: Path) -> object:
        return self._by_shape.get(type(shape), self._typed)(shape, node, path)

    def _typed(self, shape: Shape, node: Node, path: Path) -> object:
        scalar = self._scalar(node, path, LONGEST_LINE)
        if scalar is None:
            return None
        try:
            value = typed(shape, normalised(scalar.text))
        except Unfit as unfit:
            self._note(unfit, scalar.place)
            return None
        return self._composed(value, scalar) if isinstance(value, str) else value

    def _wording(self, _: Wording, node: Node, path: Path) -> str | None:
        scalar = self._scalar(node, path, LONGEST_TEXT)
        if scalar is None:
            return None
        text = normalised(scalar.text)
        try:
            check_wording(text)
        except WordingError as error:
            unfit = Unfit(error.code, error.what, error.fix)
            self._note(unfit, self._source.place_in(scalar, error.offset))
            return None
        return self._composed(text, scalar)

    def _composed(self, text: str, scalar: Scalar) -> str:
        """Return a text in NFC; W-NFC is told once, since ``fmt`` mends every place."""
        if text.isascii() or unicodedata.is_normalized("NFC", text):
            return text
        composed = unicodedata.normalize("NFC", text)
        if not any(problem.code == "W-NFC" for problem in self._source.problems):
            what = "letters written as base and accent; read as one composed letter (NFC)"
            same = takewhile(lambda pair: pair[0] == pair[1], zip(text, composed, strict=False))
            place = self._source.place_in(scalar, sum(1 for _ in same))
            self._note(Unfit("W-NFC", what, "run penholder fmt"), place)
        return composed

    def _scalar(self, node: Node, path: Path, longest: int) -> Scalar | None:
        """Return the node where it is a text of bounded length without hidden signs."""
        if not isinstance(node, Scalar):
            fix = "write the text after the key, or in quotes if it begins with [ or {"
            self._misshapen(node, "a text belongs", fix)
            return None
        if len(node.text) > longest:
            what = f"{len(node.text):,} letters; at most {longest:,} belong here"
            self._note(Unfit("E-LEN", what, "divide or shorten the text"), node.place)
            return None
        if node.style == '"' and self._has_hidden_signs(node):
            return None
        self._source.scalars[path] = node
        return node

    def _has_hidden_signs(self, scalar: Scalar) -> bool:
        text = self._source.text
        if not has_escapes(text, scalar):
            return False
        before = self._faults
        for sign in escaped_signs(text, scalar, allowed_signs(text)):
            place = self._source.lines.place(sign.offset)
            self._note(Unfit(sign.code, sign.what, sign.fix), place)
        return self._faults > before

    def _misshapen(self, node: Node, wanted: str, fix: str) -> None:
        self._note(Unfit("E-TYPE", f"{_KINDS[type(node)]} where {wanted}", fix), node.place)

    def _list(self, shape: ListOf, node: Node, path: Path) -> tuple[object, ...] | None:
        if not isinstance(node, Sequence):
            fix = "put each value on a line of its own after a hyphen"
            self._misshapen(node, "a list belongs", fix)
            return None
        read = self._by_shape.get(type(shape.item), self._typed)
        return tuple(
            [read(shape.item, item, (*path, index)) for index, item in enumerate(node.items)]
        )

    def _one_of(self, shape: OneOf, node: Node, path: Path) -> object:
        """Read the record whose first key stands in a mapping; a bare text is the first record."""
        records = shape.records()
        if isinstance(node, Scalar):
            return self._short(records[0], node, path)
        if not isinstance(node, Mapping):
            return self._record(records[0], node, path)
        names = {key.text for key, _ in node.entries}
        chosen = (record for record in records if record.keys[0].name in names)
        return self._record(next(chosen, records[0]), node, path)

    def _short(self, record: Record, node: Scalar, path: Path) -> object:
        """Read a text that stands alone in place of a paragraph's mapping."""
        self._count_paragraph(node)
        text = self._wording(_WORDING, node, path)
        return record.make(text) if self._has_words(text, node) else None

    def _has_words(self, text: object, node: Node) -> bool:
        if text == "":
            fix = "write the words, or delete the paragraph"
            self._note(Unfit("E-MISSING", "a paragraph without words", fix), node.place)
        return bool(text)

    def _record(self, record: Record, node: Node, path: Path) -> object:
        if record.short:
            if isinstance(node, Scalar):
                return self._short(record, node, path)
            self._count_paragraph(node)
        before = self._faults
        if not isinstance(node, Mapping):
            self._misshapen(node, "keys belong", "write keys with values, one on a line")
            return None
        values: dict[str, Any] = {}
        for name, value in node.entries:
            key = record.by_name.get(name.text)
            if key is None:
                self._unknown(record, name)
            else:
                _put(values, key.place, self._value(key.shape, value, (*path, name.text)))
        if record.short:
            self._has_words(values.get(record.short), node)
        self._require_all(record, node)
        return None if self._faults > before else record.make(**values)

    def _count_paragraph(self, node: Node) -> None:
        self._paragraphs += 1
        if self._paragraphs > MOST_PARAGRAPHS:
            what = f"more than {MOST_PARAGRAPHS:,} paragraphs"
            self._note(Unfit("E-LIMIT", what, "split the document"), node.place)
            raise _Enough

    def _require_all(self, record: Record, node: Mapping) -> None:
        present = {name.text for name, _ in node.entries}
        for key in record.keys:
            if key.is_required and key.name not in present:
                what = f"the key {key.name} is missing in this {record.name}"
                self._note(Unfit("E-MISSING", what, f"add {key.name}: {key.about}"), node.place)

    def _unknown(self, record: Record, name: Scalar) -> None:
        if self._has_hidden_signs(name):
            return
        what = f"unknown key {name.text[:60]!r} in this {record.name}"
        self._note(Unfit("E-KEY", what, nearest(name.text, tuple(record.by_name))), name.place)

    def _notes(self, _: Notes, node: Node, path: Path) -> tuple[Footnote, ...] | None:
        if not isinstance(node, Mapping):
            fix = "write each footnote as key: text"
            self._misshapen(node, "footnotes belong", fix)
            return None
        return tuple(
            Footnote(self._note_key(name), self._wording(_WORDING, value, (*path, name.text)) or "")
            for name, value in node.entries
        )

    def _note_key(self, name: Scalar) -> str:
        if self._has_hidden_signs(name):
            return ""
        try:
            return checked_id(name.text)
        except Unfit as unfit:
            self._note(unfit, name.place)
            return ""

    def _vote_side(self, _: VoteSide, node: Node, path: Path) -> object:
        if isinstance(node, Sequence):
            return self._list(ListOf(Plain()), node, path)
        return self._typed(Whole(0, 999), node, path)


def _put(values: dict[str, Any], place: str, value: object) -> None:
    """Set a value at a dotted place in nested dictionaries."""
    *outer, last = place.split(".")
    for name in outer:
        values = values.setdefault(name, {})
    values[last] = value
