"""The reading of Word files: our own exactly, others without losing a word, traps refused at once.

    python -m benchmarks.word_reading [FOLDER]      default: ../shared/corpus, $PENHOLDER_CORPUS

The corpus is imported, written as Word files and read back; every pair is tracked and read in both
versions. Files of other hands are made by LibreOffice and pandoc, and pandoc's own reading is the
witness of their words: each as often as it stands there, in whatever order. Prints each difference,
then the figures with their targets.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import process_time

from benchmarks.timing import ROOT
from benchmarks.word_traps import measured_traps
from benchmarks.words import words_of

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.ingest.reading import read_source
from penholder.ingest.recognise import Recognised
from penholder.model.document import Document
from penholder.publish.docx.word_file import WordSetting, clean_file, tracked_file
from penholder.publish.text import document_text
from penholder.store.structure import write_structure

_EVERY = 45
"""One document of so many goes through the programs of others, which are slow."""
_CALL = re.compile(r"\[\d+\]|\^\(\*[ *]*\)|(?<=\w)\*")
"""How readers print the call of a note, whose number follows from its place."""
_LETTERS = re.compile(r"[^\W_]+")  # a line of text may end at any hyphen
_NUMBER = re.compile(r"^\s*(?:\d+\.|\([a-z]+\)|[a-z]+\.|-|•)\s+")
_SUMMED: dict[str, list[int]] = {}


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of how many came back, and in how many seconds they were read."""

    what: str
    held: int
    all: int
    seconds: float

    def line(self) -> str:
        """Return the figure beside its target, which is all of them."""
        verdict = "ok" if self.held == self.all else "MISSED"
        each = self.seconds / max(self.all, 1)
        return f"{self.what}: {self.held} of {self.all} (target all, {verdict}), {each:.3f} s each"


def main(corpus: Path) -> int:
    """Measure and print; return 0 where every target is met."""
    files = sorted((corpus / "pdf").glob("*.pdf"))
    if not files:
        print(f"skipped: {corpus} holds no PDF; name a folder, or set PENHOLDER_CORPUS")
        return 0
    found = {file.stem: read_source(file.read_bytes()).document for file in files}
    tallies = [came_back(found), both_versions(found)]
    lost = foreign_words(dict(list(found.items())[::_EVERY]))
    print("")
    for tally in tallies:
        print(tally.line())
    for kind, (words, gone) in _SUMMED.items():
        print(f"{kind}: {gone} of {words} words lost (target 0, {'MISSED' if gone else 'ok'})")
    is_safe = measured_traps()
    return int(lost > 0 or not is_safe or any(tally.held < tally.all for tally in tallies))


def came_back(found: dict[str, Document]) -> Tally:
    """Return how many documents are read from their own Word files as they were."""
    held, seconds = 0, 0.0
    for name, document in found.items():
        data = clean_file(document, WordSetting(structures=("", write_structure(document))))
        begun = process_time()
        read = read_source(data).document
        seconds += process_time() - begun
        held += read == document
        if read != document:
            print(f"{name}: reads as another document")
    return Tally("import(build(document)) == document", held, len(found), seconds)


def both_versions(found: dict[str, Document]) -> Tally:
    """Return how many neighbours, tracked, are read as both versions, all accepted or rejected."""
    held, seconds = 0, 0.0
    pairs = list(_pairs(found))
    for name, before, after in pairs:
        setting = WordSetting(structures=(write_structure(before), write_structure(after)))
        shown = redline(before, after, compare(before, after))
        data = tracked_file(before, after, shown, setting)
        begun = process_time()
        read = read_source(data)
        seconds += process_time() - begun
        is_whole = (read.document, read.base or read.document) == (after, before)
        held += is_whole
        if not is_whole:
            print(f"{name}: the tracked file reads as other versions")
    return Tally("accepted == after and rejected == before", held, len(pairs), seconds)


def _pairs(found: dict[str, Document]) -> Iterator[tuple[str, Document, Document]]:
    """Yield every third document with its neighbour, under one masthead or each under its own."""
    names = list(found)
    for place in range(0, len(names) - 1, 3):
        before, after = found[names[place]], found[names[place + 1]]
        yield f"{names[place]} and {names[place + 1]}", before, after
        moved = replace(before, operative=before.operative[::-1])
        yield f"{names[place]} turned round", before, moved


def foreign_words(found: dict[str, Document]) -> int:
    """Return how many words are lost from files that other programs wrote."""
    if not (shutil.which("pandoc") and shutil.which("soffice")):
        print("skipped: files of other hands; pandoc or LibreOffice is not installed")
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stem, document in found.items():
            plain = folder / f"{stem}.docx"
            plain.write_bytes(clean_file(document, WordSetting()))
            for kind, file in (("ours without memory", plain), *_of_others(folder, plain)):
                _count(kind, stem, file)
    return sum(gone for _, gone in _SUMMED.values())


def _of_others(folder: Path, plain: Path) -> Iterator[tuple[str, Path]]:
    """Yield files that LibreOffice and pandoc make of one of ours."""
    yield "LibreOffice from docx", _by_libreoffice(folder, plain, "docx")
    odt = _by_libreoffice(folder, plain, "odt")
    yield "LibreOffice from odt", _by_libreoffice(folder, odt, "docx")
    html = folder / f"{plain.stem}.html"
    _run(["pandoc", "-s", str(plain), "-o", str(html)])
    yield "pandoc from html", _by_pandoc(folder, html)
    text = folder / f"{plain.stem}.md"
    _run(["pandoc", str(plain), "-o", str(text)])
    yield "pandoc from markdown", _by_pandoc(folder, text)


def _by_libreoffice(folder: Path, file: Path, kind: str) -> Path:
    target = folder / "libreoffice" / f"{kind}-{file.suffix[1:]}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run(["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(target),
          str(file)])  # fmt: skip
    return target / f"{file.stem}.{kind}"


def _by_pandoc(folder: Path, file: Path) -> Path:
    target = folder / f"{file.stem}-{file.suffix[1:]}-pandoc.docx"
    _run(["pandoc", str(file), "-o", str(target)])
    return target


def _count(kind: str, stem: str, file: Path) -> None:
    told = _run(["pandoc", "-t", "plain", "--wrap=none", str(file)])
    source = _words("\n".join(_NUMBER.sub("", line) for line in told.splitlines()))
    lost = Counter(source) - Counter(_told(read_source(file.read_bytes())))
    summed = _SUMMED.setdefault(kind, [0, 0])
    summed[0] += len(source)
    summed[1] += lost.total()
    if lost:
        print(f"{stem}, {kind}: lost {' '.join(list(lost.elements())[:12])}")


def _told(read: Recognised) -> list[str]:
    """Return the words of a document and of what was set aside, in whatever order."""
    aside = (piece.text for piece in read.set_aside)
    note = read.document.masthead.sponsors.note
    return _words("\n".join((document_text(read.document), note, *aside)))


def _words(text: str) -> list[str]:
    even = " ".join(words_of(_CALL.sub(" ", text)))
    return _LETTERS.findall(even)


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, check=True, text=True, timeout=300)
    return done.stdout


if __name__ == "__main__":
    usual = os.environ.get("PENHOLDER_CORPUS") or ROOT.parent / "shared" / "corpus"
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else usual)))
