"""Texts of the corpus as documents, as the program itself imports them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.timing import ROOT

from penholder.ingest.reading import read_source
from penholder.model.document import Document
from penholder.model.outline import Row, Unit

CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", ROOT.parent / "shared/corpus"))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two real versions of one text, or of last year's text and this year's."""

    name: str
    before: Document
    after: Document


def documents() -> Iterator[tuple[str, Document]]:
    """Yield the corpus's texts of thirty paragraphs or more, in the order of their names."""
    for path in sorted((CORPUS / "text").glob("*.txt")):
        document = read(path)
        if len(document.preamble) + len(document.operative) >= 30:
            yield path.stem, document


def pairs() -> Iterator[Pair]:
    """Yield each version of the corpus's pairs with the one after it, amendments left out."""
    for folder in sorted((CORPUS / "pairs").glob("*/*")):
        paths = [path for path in sorted(folder.glob("*.txt")) if "_amend_" not in path.name]
        for before, after in pairwise(paths):
            yield Pair(f"{before.stem} > {after.stem}", read(before), read(after))


def read(path: Path) -> Document:
    """Return the document that a text of the corpus holds, as the program imports it."""
    return read_source(path.read_bytes()).document


def lines_of(document: Document, units: tuple[Unit, ...]) -> list[str]:
    """Return a document as other tools get it: a line for each unit and note, without numbers."""
    texts = [unit.text.replace("\t", " ") for unit in units]
    texts += [note.text for note in document.footnotes]
    return [text for text in (re.sub(r"\[\^[^]]*\]|\\", "", each) for each in texts) if text]


def is_row(unit: Unit) -> bool:
    """Whether a unit is a row of a table."""
    return isinstance(unit.block, Row)
