"""The law of the import: every word of the source stands in the document, or is set apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date

from penholder.ingest.lettering import wording_letters
from penholder.ingest.passages import Passage, Run
from penholder.model.blocks import Block, Unplaced
from penholder.model.calendar import written_date
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.wording import WordingError, marked, plain

_CALL = re.compile(r"\[\^[a-z0-9-]+\]")
_NO_WORDING = ("number", "id", "key", "base", "target", "kind", "numbering", "asks")
_WORD = re.compile(r"[^\W_]+")


def with_unplaced(
    document: Document, passages: Sequence[Passage], strays: Sequence[Passage]
) -> Document:
    """Return a document that holds every word of ``passages``, those it lacks as ``unplaced``.

    A word counts as often as the source has it; indicators raised above the line are none.
    ``strays`` are known to have no place, and become unplaced whole.
    """
    held = Counter(_document_words(document))
    lost = [(passage, words) for passage in passages if (words := _lost(passage, held))]
    blocks = [_unplaced(passage, words) for passage, words in lost]
    blocks += [_unplaced(passage, list(_passage_words(passage))) for passage in strays]
    return _with_blocks(document, tuple(blocks)) if blocks else document


def _with_blocks(document: Document, blocks: tuple[Block, ...]) -> Document:
    """Return a document with blocks at the end of its operative part, or of its last annex."""
    if document.annexes:
        last = replace(document.annexes[-1], body=document.annexes[-1].body + blocks)
        return replace(document, annexes=(*document.annexes[:-1], last))
    return replace(document, operative=document.operative + blocks)


def _lost(passage: Passage, held: Counter[str]) -> list[str]:
    """Return the words of a passage that are held no more, and take the others from ``held``."""
    lost = []
    for word in _passage_words(passage):
        if held[word] > 0:
            held[word] -= 1
        else:
            lost.append(word)
    return lost


def _unplaced(passage: Passage, lost: Sequence[str]) -> Unplaced:
    """Return the whole passage where most of it is lost, else the words alone."""
    is_whole = 2 * len(lost) > len(list(_passage_words(passage)))
    text = wording_letters(passage.text) if is_whole else " ".join(lost)
    return Unplaced(marked(re.sub(r"\s+", " ", text).strip()), passage.place.page)


def _passage_words(passage: Passage) -> Iterator[str]:
    for runs in _lettering(passage):
        yield from _words("".join(" " if _is_call(run) else run.text for run in runs))


def _is_call(run: Run) -> bool:
    return run.raised and not run.text.strip().isalpha()


def _lettering(passage: Passage) -> Iterator[Iterable[Run]]:
    if passage.role != "table":
        yield passage.runs
        return
    yield from (cell for row in passage.rows for cell in row.cells)
    yield from passage.notes


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", wording_letters(text)).casefold())


def _document_words(document: Document) -> Iterator[str]:
    for text in _texts(document):
        yield from _words(text)
    for label in labels(document):
        yield from _words(label.printed)


def _unmarked(text: str) -> str:
    """Return the letters of a marked text; a field of the masthead may hold a star of its own."""
    try:
        return plain(text)
    except WordingError:
        return text


def _texts(value: object) -> Iterator[str]:
    """Yield every text in a value of the model, marks taken off."""
    if isinstance(value, str):
        yield _unmarked(_CALL.sub(" ", value))
    elif isinstance(value, date):
        yield written_date(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NO_WORDING:
                yield from _texts(getattr(value, field.name))
