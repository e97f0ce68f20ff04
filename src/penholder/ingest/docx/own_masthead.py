"""What follows from fields in a file of our own: as remembered, but for what others changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from penholder.ingest.adoption import Closing, read_closing
from penholder.ingest.docx.body import letters_of
from penholder.ingest.docx.content import Item, Line
from penholder.ingest.docx.memory import Memory
from penholder.ingest.docx.regular import with_all
from penholder.ingest.passages import Lettering, Passage, Run
from penholder.ingest.passages import Line as Lettered
from penholder.ingest.recognise import recognise
from penholder.model.blocks import Unplaced
from penholder.model.document import Adoption, Document, Masthead
from penholder.model.outline import outline

_ADOPTION = "Adoption"


@dataclass(frozen=True, slots=True)
class Parted:
    """The items of a file told apart: lines above the title, the body with the title, and lines
    of adoption that say something else than when the file was made."""

    head: tuple[Line, ...]
    body: tuple[Item, ...]
    closing: tuple[Line, ...] = ()


def parted(memory: Memory, letterhead: Sequence[Line], items: Iterable[Item]) -> Parted:
    """Return the lines that follow from fields apart from what is read as body."""
    left = Counter(memory.lines)
    head = list(letterhead)
    body: list[Item] = []
    closing: list[Line] = []
    is_titled = False
    for item in items:
        if not isinstance(item, Line):
            body.append(item)
        elif memory.is_title(item.names) or memory.unit_of(item.names) is not None:
            is_titled = True
            body.append(item)
        elif not is_titled:
            head.append(item)
        elif left[letters_of(item)] > 0:
            left[letters_of(item)] -= 1
        else:
            (closing if _is_closing(memory, item) else body).append(item)
    return Parted(tuple(head), tuple(body), tuple(closing))


def _is_closing(memory: Memory, line: Line) -> bool:
    """Whether a line tells of an adoption that is the document's own."""
    is_whole = not memory.bare.parts and line.form.style == _ADOPTION
    return is_whole and read_closing(letters_of(line)) is not None


def with_fields(document: Document, memory: Memory, found: Parted) -> Document:
    """Return a document with every field that the lines tell otherwise than when made."""
    document = replace(document, adopted=_adopted(document.adopted, found.closing))
    told = [text for line in found.head if (text := letters_of(line))]
    if not told or Counter(told) == Counter(memory.head):
        return document
    before, after = _recognised(memory.head), _recognised(told)
    masthead = _changed(document.masthead, before.masthead, after.masthead)
    strays = Counter(_unplaced(after)) - Counter(_unplaced(before))
    return with_all(replace(document, masthead=masthead), (), strays.elements())


def _changed(masthead: Masthead, before: Masthead, after: Masthead) -> Masthead:
    """Return a masthead with every field in which two readings of its lines differ."""
    told = {
        field.name: getattr(after, field.name)
        for field in fields(Masthead)
        if getattr(after, field.name) != getattr(before, field.name)
    }
    return replace(masthead, **told)


def _unplaced(document: Document) -> list[str]:
    return [unit.text for unit in outline(document) if isinstance(unit.block, Unplaced)]


def _recognised(texts: Sequence[str]) -> Document:
    opening = "The General Assembly,"
    passages = tuple(
        Passage((Lettered((Run(text),)),), "body", "new") for text in (*texts, "x", opening)
    )
    return recognise(Lettering(passages)).document


def _adopted(adopted: Adoption | None, closing: Sequence[Line]) -> Adoption | None:
    said: Closing | None = None
    found = adopted
    for line in closing:
        now = read_closing(letters_of(line))
        if now is None:
            continue
        before = said or (Closing(adopted.meeting, adopted.date) if adopted else None)
        told = now.adoption(before)
        vote = adopted.vote if adopted else None
        found = replace(told, vote=vote) if told else found
        said = now
    return found
