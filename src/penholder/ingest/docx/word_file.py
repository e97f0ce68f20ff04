"""A Word file is read: our own by what it remembers, any other by the recogniser of documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from penholder.ingest.docx.body import BodyReader, has_words, letters_of
from penholder.ingest.docx.carried import read_own
from penholder.ingest.docx.content import Grid, Item, Line, NoteText
from penholder.ingest.docx.inlines import Reader, bookmarked_notes
from penholder.ingest.docx.markup import value
from penholder.ingest.docx.memory import memory_of
from penholder.ingest.docx.numbering import counter
from penholder.ingest.docx.ordinary import Passages, is_letterhead
from penholder.ingest.docx.own_masthead import parted
from penholder.ingest.docx.package import WordParts, read_parts
from penholder.ingest.docx.styles import Styles
from penholder.ingest.docx.titles import titled
from penholder.ingest.docx.tracking import changes, comments
from penholder.ingest.docx.versions import Which, is_tracked, version
from penholder.ingest.passages import Lettering, Place, SetAside
from penholder.ingest.recognise import Recognised, recognise
from penholder.ingest.tracked import Comment

TEXT = "text"
_NOTE_PARTS = (("footnote", "footnotes"), ("endnote", "endnotes"))


def read_word(data: bytes) -> Recognised:
    """Return the document that a Word file says with every tracked change accepted.

    Where there are any, ``base`` is the document with all of them rejected. Raises
    UnreadableError E-DOCX, UnsafeError E-ZIP, E-ZIPBOMB, E-XXE, E-DEPTH, E-NODES, E-LEN.
    """
    parts = read_parts(data)
    accepted = _read(parts, "accepted")
    roots = list(_roots(parts))
    if any(is_tracked(root) for _, root in roots):
        accepted = replace(accepted, base=_read(parts, "rejected").document)
    told = tuple(each for name, root in roots for each in changes(root, name))
    return replace(accepted, changes=told, comments=_comments(parts))


def _roots(parts: WordParts) -> Iterator[tuple[str, Element]]:
    """Yield the parts that can hold tracked words, each with the name of its places."""
    yield TEXT, parts.document
    for _, name in _NOTE_PARTS:
        root = parts.parts[name]
        if root is not None:
            yield name, root
    for number, root in enumerate(parts.heads.values(), 1):
        yield f"page head {number}", root
    for number, root in enumerate(parts.feet.values(), 1):
        yield f"page foot {number}", root


def _comments(parts: WordParts) -> tuple[Comment, ...]:
    root = parts.parts["comments"]
    return () if root is None else comments(parts.document, root, TEXT)


def _read(parts: WordParts, which: Which) -> Recognised:
    content = _content(parts, which)
    passages = Passages(content.items, content.notes).all(content.letterhead)
    if parts.memory is None:
        found = titled(recognise(Lettering(passages)))
        return replace(found, set_aside=content.aside)
    memory = memory_of(parts.memory, which)
    told = parted(memory, content.letterhead, content.items)
    return Recognised(read_own(memory, told, content.notes), content.aside, passages)


@dataclass(frozen=True, slots=True)
class _Content:
    """All that a file says in one version, and what is set aside."""

    letterhead: tuple[Line, ...]
    items: tuple[Item, ...]
    notes: tuple[NoteText, ...]
    aside: tuple[SetAside, ...]


def _content(parts: WordParts, which: Which) -> _Content:
    roots = {name: version(root, which) for name, root in _roots(parts)}
    text = roots[TEXT]
    styles = Styles(parts.parts["styles"])
    reader = Reader(styles, bookmarked_notes(text))
    counted = counter(parts.parts["numbering"], styles)

    def items(name: str) -> tuple[Item, ...]:
        return tuple(BodyReader(reader, counted, name).items(roots[name]))

    body = items(TEXT)
    notes = tuple(
        note
        for kind, name in _NOTE_PARTS
        if name in roots
        for note in BodyReader(reader, counted, name).notes(roots[name], kind)
    )
    edges = {name: _lines(items(name)) for name in roots if name.startswith("page ")}
    first = _first_head(parts, edges)
    letterhead = edges.pop(first, ())
    furniture = [piece for name, lines in edges.items() for piece in _furniture(name, lines)]
    return _Content(letterhead, body, notes, (*parts.aside, *reader.aside, *furniture))


def _lines(items: Sequence[Item]) -> tuple[Line, ...]:
    """Return the paragraphs of a head or foot, those of its tables among them."""
    found: list[Line] = []
    for item in items:
        found += item.lines if isinstance(item, Grid) else [item]
    return tuple(line for line in found if has_words(line))


def _first_head(parts: WordParts, edges: dict[str, tuple[Line, ...]]) -> str:
    """Return the name of the head of the first page, where it is a letterhead; else nothing."""
    wanted = [
        value(each, "r:id")
        for each in parts.document.iter("w:headerReference")
        if value(each, "w:type") == "first"
    ]
    for number, name in enumerate(parts.heads, 1):
        told = f"page head {number}"
        if name in wanted and (parts.memory is not None or is_letterhead(edges[told])):
            return told
    return ""


def _furniture(name: str, lines: Sequence[Line]) -> Iterator[SetAside]:
    reason = "running head" if name.startswith("page head") else "page foot"
    for line in lines:
        yield SetAside(letters_of(line), reason, Place(0, line.place.line, part=name))
