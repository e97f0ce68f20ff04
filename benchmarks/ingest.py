"""The import of real documents against an independent reading of the same pages.

    python -m benchmarks.ingest [FOLDER]      default: ../shared/corpus/pdf, $PENHOLDER_CORPUS

Prints every missing word by document, then the figures with their targets.
"""

from __future__ import annotations

import os
import re
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from time import process_time

from benchmarks.poppler import page_count, page_lines_opening, page_texts
from benchmarks.timing import ROOT
from benchmarks.words import missing, words_of

from penholder.ingest.reading import read_source
from penholder.ingest.recognise import Recognised
from penholder.model.blocks import Paragraph, Unplaced
from penholder.model.calendar import written_date
from penholder.model.document import Adoption, Document
from penholder.model.footnotes import note_calls
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import plain
from penholder.publish.closings import adoption_lines
from penholder.publish.derived import agenda_line, sponsor_line
from penholder.publish.languages import PACKAGED
from penholder.publish.text import document_text
from penholder.store.read import read_document
from penholder.store.write import write_document

_CALL = re.compile(r"\[(\d+|\*+)\]")
_NOTES = re.compile(r"\n\n(?=\[\d+\] )")
_NUMBER = re.compile(r"\d+\.")
_WIDE = 10**6


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured of one document."""

    name: str
    words: int
    missing: tuple[str, ...]
    explicit: tuple[str, ...]
    unplaced: int
    is_stable: bool
    pages: int
    seconds: float
    doubts: tuple[str, ...]


def main(folder: Path) -> int:
    """Measure every PDF of a folder; return 0 where all targets are met."""
    if not any(folder.glob("*.pdf")):
        print(f"skipped: {folder} holds no PDF; name a folder, or set PENHOLDER_CORPUS")
        return 0
    outcomes = []
    for file in sorted(folder.glob("*.pdf")):
        outcome = measure(file)
        outcomes.append(outcome)
        _tell(outcome)
    return _sum_up(outcomes)


def measure(file: Path) -> Outcome:
    """Import one PDF and hold it against what poppler reads."""
    begun = process_time()
    found = read_source(file.read_bytes())
    seconds = process_time() - begun
    source = [word for page in page_texts(file) for word in words_of(page)]
    lost = missing(source, *flows(found))
    text = write_document(found.document)
    again = read_document(text.encode(), file.name).document
    return Outcome(
        file.stem,
        len(source),
        tuple(f"{word} ({_context(source, place)})" for place, word in lost),
        tuple(_explicit(found.document)),
        sum(isinstance(unit.block, Unplaced) for unit in outline(found.document)),
        again == found.document and write_document(again) == text,
        page_count(file),
        seconds,
        tuple(_doubts(found, file, source)),
    )


def _doubts(found: Recognised, file: Path, source: list[str]) -> Iterator[str]:
    """Yield what the pages print and the document does not derive: numbers, notes, masthead."""
    document = found.document
    printed = [word for word in page_lines_opening(file) if word]
    derived = [each.printed for each in labels(document) if _NUMBER.fullmatch(each.printed)]
    if printed != derived:
        yield f"paragraph numbers: {_difference(printed, derived)}"
    calls = [int(mark) for mark in _printed_calls(found)]
    numbers = [call.number for call in note_calls(document)]
    if calls != numbers:
        yield f"note calls: {_difference(calls, numbers)}"
    page = " ".join(source)
    for field, words in _told(document, file.stem).items():
        if not words or " ".join(words_of(words)) not in page:
            yield f"masthead: {field} is {words!r}"


def _difference(printed: Sequence[object], derived: Sequence[object]) -> str:
    pairs = zip_longest(printed, derived)
    place, (one, other) = next((i, pair) for i, pair in enumerate(pairs) if pair[0] != pair[1])
    return f"at {place} the page has {one}, the document {other} ({len(printed)}, {len(derived)})"


def _printed_calls(found: Recognised) -> Iterator[str]:
    """Yield the raised figures of the body as the pages print them."""
    for passage in found.passages:
        if passage.role != "note":
            for run in passage.runs:
                yield from re.findall(r"\d+", run.text) if run.raised else ()


def _told(document: Document, stem: str) -> dict[str, str]:
    """Return what the masthead says, in the words of a page."""
    masthead = document.masthead
    told = {
        "symbol": str(masthead.symbol) if str(masthead.symbol) == stem.replace("_", "/") else "",
        "session": masthead.session.name if masthead.session else "",
        "agenda": agenda_line(masthead.agenda_items, PACKAGED.of("en")),
        "issued": written_date(masthead.issued) if masthead.issued else "",
        "title": plain(document.title),
    }
    told |= {f"agenda title {n}": title for n, title in enumerate(masthead.agenda_titles)}
    if masthead.kind == "resolution":
        told["origin"] = masthead.origin
        adopted = document.adopted or _part_adoption(document)
        told["adoption"] = " ".join(adoption_lines(adopted, PACKAGED.of("en")))
    else:
        told["sponsors"] = sponsor_line(masthead, PACKAGED.of("en"))
    return told


def _part_adoption(document: Document) -> Adoption | None:
    return next((part.adopted for part in document.parts if part.adopted), None)


def flows(found: Recognised) -> tuple[list[str], ...]:
    """Return what the document says as texts of their own: the body, the notes, the rest."""
    body, *notes = _NOTES.split(document_text(found.document, _WIDE))
    aside = " ".join(each.text for each in found.set_aside)
    note_text = "\n".join(notes)
    sponsors = found.document.masthead.sponsors.note
    return (
        words_of(_CALL.sub(r"\1", body)),
        words_of(_CALL.sub(r"\1", note_text)),
        words_of(f"* {sponsors}"),
        words_of(aside),
        words_of(f"United Nations {found.document.masthead.symbol}"),
    )


def _context(source: list[str], place: int) -> str:
    return " ".join(source[max(0, place - 3) : place + 3])


def _explicit(document: Document) -> list[str]:
    """Return the numbers that had to be told because the place does not give them."""
    return [
        unit.block.number
        for unit in outline(document)
        if isinstance(unit.block, Paragraph) and unit.block.number is not None
    ]


def _tell(outcome: Outcome) -> None:
    if outcome.missing:
        print(f"{outcome.name}: {len(outcome.missing)} of {outcome.words} words missing")
        for word in outcome.missing:
            print(f"    {word}")
    if any(outcome.explicit):
        print(f"{outcome.name}: numbers told: {' '.join(filter(None, outcome.explicit))[:100]}")
    if outcome.unplaced:
        print(f"{outcome.name}: {outcome.unplaced} blocks unplaced")
    for doubt in outcome.doubts:
        print(f"{outcome.name}: {doubt}")
    if not outcome.is_stable:
        print(f"{outcome.name}: fmt is NOT stable")


def _sum_up(outcomes: list[Outcome]) -> int:
    words = sum(each.words for each in outcomes)
    lost = sum(len(each.missing) for each in outcomes)
    pages = sum(each.pages for each in outcomes)
    seconds = sum(each.seconds for each in outcomes)
    poor = [each for each in outcomes if len(each.missing) > 0.005 * each.words]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (
        ("words in the document, of a thousand", 1000 * (1 - lost / max(words, 1)), 999.5),
        ("documents with more than 0.5 % missing", -len(poor), 0),
        (
            "documents with numbers or calls other than printed, %",
            -_share(outcomes, ("paragraph", "note")),
            -2,
        ),
        ("documents with a masthead field in doubt, %", -_share(outcomes, ("masthead",)), -1),
        ("documents whose fmt is not stable", -sum(not each.is_stable for each in outcomes), 0),
        ("pages a second on one core", pages / max(seconds, 1e-9), 15),
        ("memory in MiB, this process", -memory, -200),
    )
    code = 0
    for name, value, least in figures:
        verdict = "ok" if value >= least else "MISSED"
        code |= value < least
        print(f"{name:<52} {abs(value):10.3f}  target {abs(least):g} {verdict}")
    return code


def _share(outcomes: list[Outcome], kinds: tuple[str, ...]) -> float:
    """Return how many documents of a hundred have a doubt of these kinds."""
    doubtful = [each for each in outcomes if any(d.startswith(kinds) for d in each.doubts)]
    return 100 * len(doubtful) / max(len(outcomes), 1)


def _corpus() -> Path:
    told = os.environ.get("PENHOLDER_CORPUS")
    return Path(told or ROOT.parent / "shared" / "corpus") / "pdf"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else _corpus()))
