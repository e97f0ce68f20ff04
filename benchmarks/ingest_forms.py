"""The import of documents in forms other than PDF, against their own words and against the PDF.

    python -m benchmarks.ingest_forms                 every form
    python -m benchmarks.ingest_forms text layout     some of them

``text`` are the texts of the corpus, all folders; ``layout`` what ``pdftotext -layout`` makes of
its PDFs; ``html`` the pages that penholder itself builds of them, which must come back as the same
documents. A word is lost where it stands neither in the document nor in what was set aside; the
words of a source are counted without penholder's readers. The documents are those of
../shared/corpus, or of $PENHOLDER_CORPUS; without them nothing is measured.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.timing import ROOT
from benchmarks.words import missing, words_of

from penholder.ingest.reading import read_source
from penholder.ingest.recognise import Recognised
from penholder.model.blocks import Paragraph, Unplaced
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.model.wording import plain
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.templates import Templates
from penholder.publish.text import document_text
from penholder.store.read import read_document
from penholder.store.write import write_document

CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", ROOT.parent / "shared" / "corpus"))
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CALL = re.compile(r"\[(\d+|\*+)\]")
_NOTES = re.compile(r"\n\n(?=\[\d+\] )")
_WIDE = 10**6
_NUMBER = re.compile(r"^\s*(\d{1,3})\.\s", re.MULTILINE)
_LEAST_ALIKE = {"text": 0.9, "layout": 0.9, "html": 1.0}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured of one source; ``differs`` says what the PDF has otherwise."""

    name: str
    words: int
    lost: tuple[str, ...]
    displaced: int
    unplaced: int
    is_stable: bool
    misnumbered: str = ""
    differs: tuple[str, ...] = ()
    has_peer: bool = False


@cache
def from_pdf(name: str) -> Document | None:
    """Return the document that the PDF of that name becomes, if there is one."""
    file = CORPUS / "pdf" / f"{name}.pdf"
    return read_source(file.read_bytes()).document if file.is_file() else None


def sources(form: str) -> Iterator[tuple[str, bytes, str]]:
    """Yield name, bytes, and words of every source of a form, the last as plain text."""
    if form == "text":
        for folder in ("text", "pairs", "variety", "languages"):
            for file in sorted((CORPUS / folder).rglob("*.txt")):
                data = file.read_bytes()
                text = data.decode().translate(RAISED).replace("*", "").replace("\u2060", "")
                yield file.stem, data, text
        return
    for file in sorted((CORPUS / "pdf").glob("*.pdf")):
        if form == "layout":
            command = ["pdftotext", "-layout", str(file), "-"]
            data = subprocess.run(command, capture_output=True, check=True).stdout
            yield file.stem, data, data.decode()
        else:
            document = from_pdf(file.stem)
            assert document
            page = document_page(document, file.stem, Setting("screen"))
            yield file.stem, render_html(page, _templates()).text.encode(), ""


@cache
def _templates() -> Templates:
    return Templates([ROOT / "templates"])


def _flows(found: Recognised) -> tuple[list[str], ...]:
    """Return what the document says as texts of their own: the body, the notes, the rest."""
    body, *notes = _NOTES.split(document_text(found.document, _WIDE))
    masthead = found.document.masthead
    aside = " ".join(each.text for each in found.set_aside)
    return (
        words_of(_CALL.sub(r"\1", body)),
        words_of(_CALL.sub(r"\1", "\n".join(notes))),
        words_of(f"* {masthead.sponsors.note}"),
        words_of(aside),
        words_of(f"United Nations {masthead.symbol}"),
    )


def measure(form: str, name: str, data: bytes, text: str) -> Outcome:
    """Import one source and hold it against its own words and the PDF of its name."""
    found = read_source(data)
    words = words_of(text.casefold())
    told = [[word.casefold() for word in flow] for flow in _flows(found)]
    displaced = missing(words, *told)
    left = Counter(words) - Counter(word for flow in told for word in flow)
    left = Counter({word: count for word, count in left.items() if _is_word(word)})
    lost = [(at, word) for at, word in displaced if left[word] > 0]
    written = write_document(found.document)
    again = read_document(written.encode(), name).document
    peer = from_pdf(name)
    derived = [each.printed.rstrip(".") for each in labels(found.document)]
    derived = [each for each in derived if each.isdigit()]
    # Only a text has its numbers at the beginnings of lines where they can be counted.
    printed = _NUMBER.findall(text) if form == "text" else derived
    return Outcome(
        name,
        len(words),
        tuple(" ".join(words[max(0, at - 2) : at + 3]) for at, _ in lost),
        len(displaced) - len(lost),
        sum(isinstance(unit.block, Unplaced) for unit in outline(found.document)),
        again == found.document and write_document(again) == written,
        "" if printed == derived else _first_difference(printed, derived),
        tuple(_differences(found.document, peer)) if peer else (),
        peer is not None,
    )


def _is_word(word: str) -> bool:
    return any(letter.isalnum() for letter in word)


def _first_difference(printed: list[str], derived: list[str]) -> str:
    pairs = zip([*printed, "end"], [*derived, "end"], strict=False)
    return next(f"printed {a}, derived {b}" for a, b in pairs if a != b)


def _differences(document: Document, peer: Document) -> Iterator[str]:
    """Yield what two readings of one document tell differently."""
    for name in ("preamble", "operative", "annexes", "parts", "footnotes"):
        ours, theirs = _count(document, name), _count(peer, name)
        if ours != theirs:
            yield f"{name}: {ours}, the PDF {theirs}"
    for name in document.masthead.__slots__:
        mine, its = getattr(document.masthead, name), getattr(peer.masthead, name)
        if mine != its:
            yield f"masthead {name}: {mine!s:.60}, the PDF {its!s:.60}"
    if document.adopted != peer.adopted:
        yield f"adopted: {document.adopted}, the PDF {peer.adopted}"
    mine, its = list(_texts(document)), list(_texts(peer))
    if mine != its:
        at = next(i for i, pair in enumerate(zip([*mine, ""], [*its, ""], strict=False))
                  if pair[0] != pair[1])  # fmt: skip
        yield f"text: {(mine[at:] or [''])[0]:.70} | {(its[at:] or [''])[0]:.70}"


def _count(document: Document, name: str) -> int:
    return sum(isinstance(each, Paragraph) or name not in ("preamble", "operative")
               for each in getattr(document, name))  # fmt: skip


def _texts(document: Document) -> Iterator[str]:
    yield _bare(document.title)
    for label, unit in zip(labels(document), outline(document), strict=True):
        yield f"{label.printed} {_bare(unit.text)}"
    yield from (_bare(note.text) for note in document.footnotes)


def _bare(text: str) -> str:
    return re.sub(r"[\s\u2010\u2011-]+", "", plain(text))


def told(form: str) -> bool:
    """Print what is wrong with each source of a form, then its figures; return whether all hold."""
    outcomes = [measure(form, *each) for each in sources(form)]
    for each in outcomes:
        wrong = [f"lost: {words}" for words in each.lost[:5]]
        wrong += [f"{each.unplaced} unplaced"] if each.unplaced else []
        wrong += [each.misnumbered] if each.misnumbered else []
        wrong += [] if each.is_stable else ["fmt is not stable"]
        for what in (*wrong, *each.differs):
            print(f"  {form} {each.name}: {what}")
    words, lost = sum(each.words for each in outcomes), sum(len(each.lost) for each in outcomes)
    peers = [each for each in outcomes if each.has_peer]
    alike = sum(not each.differs for each in peers)
    stable = sum(each.is_stable for each in outcomes)
    numbered = sum(not each.misnumbered for each in outcomes)
    least = _LEAST_ALIKE[form]
    rows = [
        (f"words of {len(outcomes)} documents lost", f"{lost} of {words}", "none", not lost),
        ("stable under fmt", f"{stable} of {len(outcomes)}", "all", stable == len(outcomes)),
        ("just as from the PDF", f"{alike} of {len(peers)}", f"{least:.0%}",
         alike >= least * len(peers)),
    ]  # fmt: skip
    if form == "text":
        enough = numbered >= 0.98 * len(outcomes)
        rows.append(("numbered as printed", f"{numbered} of {len(outcomes)}", "98 %", enough))
    print(f"  {form}: {sum(each.displaced for each in outcomes)} words in another order")
    for what, found, target, holds in rows:
        print(f"| {form}: {what} | {found} | {target} | {'holds' if holds else 'missed'} |")
    return all(holds for *_, holds in rows)


def main(arguments: list[str]) -> int:
    """Measure the forms asked for, or all; return 1 where a target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ingest_forms")
    parser.add_argument("forms", nargs="*", help=", ".join(_LEAST_ALIKE))
    asked = parser.parse_args(arguments).forms
    if unknown := set(asked) - set(_LEAST_ALIKE):
        parser.error(f"no form is called {', '.join(sorted(unknown))}")
    if not CORPUS.is_dir():
        print(f"| other forms | not measured: {CORPUS} is not here |")
        return 0
    return 0 if all([told(form) for form in asked or _LEAST_ALIKE]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
