"""One official PDF imported, written, read, checked and printed again: every difference found."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.ingest.flows import Flows, document_flows, page_flows
from benchmarks.ingest.masthead import document_masthead, doubts, page_masthead
from benchmarks.ingest.structure import disagreements, document_shape, page_shape
from benchmarks.ingest.tokens import Difference, differences
from benchmarks.ingest.witness import Sheet, sheets_of
from benchmarks.official import printed

from penholder.check.rules import check
from penholder.errors import PenholderError
from penholder.ingest.reading import read_source
from penholder.model.blocks import Paragraph, Unplaced
from penholder.model.document import Document
from penholder.model.outline import outline
from penholder.store.read import read_document
from penholder.store.write import write_document


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured of one document; every text tells one difference."""

    name: str
    pages: int = 0
    words: int = 0
    missing: int = 0
    surplus: int = 0
    seconds: float = 0.0
    furniture: tuple[str, ...] = ()
    wording: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()
    masthead: tuple[str, ...] = ()
    format: tuple[str, ...] = ()
    check: tuple[str, ...] = ()
    reprint: tuple[str, ...] = ()
    explicit: tuple[str, ...] = field(default=())
    unplaced: int = 0


def measure(file: Path, *, is_printed: bool) -> Outcome:
    """Import one PDF and hold it, and our own PDF of it, against what poppler reads."""
    sheets = sheets_of(file)
    begun = time.process_time()
    document = read_source(file.read_bytes()).document
    seconds = time.process_time() - begun
    flows = page_flows(sheets)
    wording = list(_differences(flows, document_flows(document)))
    return Outcome(
        file.stem,
        len(sheets),
        len(flows.body) + len(flows.notes),
        sum(len(each.missing) for each in wording),
        sum(len(each.surplus) for each in wording),
        seconds,
        tuple(word.letters for sheet in sheets for word in sheet.furniture),
        tuple(str(each) for each in wording),
        tuple(disagreements(page_shape(sheets), document_shape(document))),
        tuple(doubts(page_masthead(sheets), document_masthead(document))),
        tuple(_format_faults(document, file.name)),
        tuple(_check_faults(document)),
        tuple(_reprint_faults(document, file.stem, sheets) if is_printed else ()),
        tuple(_explicit(document)),
        sum(isinstance(unit.block, Unplaced) for unit in outline(document)),
    )


def _differences(page: Flows, other: Flows) -> Iterator[Difference]:
    yield from differences(page.body, other.body)
    yield from differences(page.notes, other.notes)


def _format_faults(document: Document, name: str) -> Iterator[str]:
    text = write_document(document)
    again = read_document(text.encode(), name)
    if again.document != document:
        yield f"read again it is another document: {again.problems[:1]}"
    elif write_document(again.document) != text:
        yield "written again it is another text"


def _check_faults(document: Document) -> Iterator[str]:
    for finding in check(document):
        if not finding.code.startswith("W-"):
            yield f"{finding.code} {finding.what}"


def _reprint_faults(document: Document, name: str, sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield where our PDF says something else than the official one, furniture aside."""
    with TemporaryDirectory() as folder:
        ours = Path(folder) / "ours.pdf"
        try:
            ours.write_bytes(printed(document, name))
        except PenholderError as error:
            yield f"{error.code} {error.what}"
            return
        again = sheets_of(ours)
    yield from map(str, _differences(page_flows(sheets), page_flows(again)))
    yield from disagreements(page_shape(sheets), page_shape(again))
    yield from doubts(page_masthead(sheets), page_masthead(again))


def _explicit(document: Document) -> Iterator[str]:
    """Yield the numbers that had to be told because the place does not give them."""
    for unit in outline(document):
        if isinstance(unit.block, Paragraph) and unit.block.number:
            yield unit.block.number
