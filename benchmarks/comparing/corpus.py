"""Texts of the corpus as documents: preamble, numbered and lettered paragraphs, annexes, notes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from benchmarks.timing import ROOT

from penholder.model.blocks import Heading, Paragraph, Section
from penholder.model.document import Annex, Document, Footnote, Masthead
from penholder.model.outline import Row, Unit, rebuilt

CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", ROOT.parent / "shared/corpus"))
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CALL = re.compile(r" ?([⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_NOTE = re.compile(r"([⁰¹²³⁴⁵⁶⁷⁸⁹]+) ?(.+)")
_BODY = re.compile(r"\*?The (?:General Assembly|Security Council|Economic and Social Council)\b.*")
_END = re.compile(r"\*?\d+\w* (?:\(resumed\) )?plenary meeting\b.*")
_ITEM = re.compile(r"\(([a-z]{1,5})\) (.+)")
_NUMBERED = re.compile(r"\d+\. (.+)")
_ROMAN = re.compile(r"[IVX]+")


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
    """Return the document that a text of the corpus holds; masthead and closing are left out."""
    reading = _Reading()
    for block in _texts(path.read_text("utf-8")):
        reading.take(block)
    bare = Document(Masthead("resolution", "General Assembly"), footnotes=reading.footnotes())
    return rebuilt(replace(bare, annexes=(Annex(),)), reading.units)


def _texts(text: str) -> Iterator[str]:
    return (" ".join(block.split()) for block in text.split("\n\n"))


@dataclass(slots=True)
class _Reading:
    """What has been read of a text so far."""

    units: list[Unit] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    place: str = "masthead"

    def take(self, block: str) -> None:
        """Take one block of the text, whatever it is."""
        if found := _NOTE.fullmatch(block):
            self.notes[f"n{found[1].translate(_DIGITS)}"] = _plain(found[2])
        elif self.place == "masthead":
            self.place = "preamble" if _BODY.fullmatch(block) else "masthead"
        elif _END.fullmatch(block):
            self.place = "closed"
        elif re.fullmatch(r"\*?Annex\b.{0,6}", block):
            self.place = "annex"
            self.units.append(Unit("annex", 0, Annex()))
        elif self.place != "closed" and block:
            self._take_wording(block)

    def footnotes(self) -> tuple[Footnote, ...]:
        """Return the notes that are called, in the order of the calls."""
        called = dict.fromkeys(
            key for unit in self.units for key in re.findall(r"\[\^(n\d+)\]", unit.text)
        )
        return tuple(Footnote(key, self.notes.get(key, "See text.")) for key in called)

    def _take_wording(self, block: str) -> None:
        text = _plain(block)
        item, numbered = _ITEM.fullmatch(text), _NUMBERED.fullmatch(text)
        depth = int(self.place == "annex")
        if self._goes_on(text):
            last = self.units[-1]
            self.units[-1] = last.with_text(f"{last.text} {text}")
        elif numbered:
            if self.place == "preamble":
                self.place = "operative"
            self._add(depth, Paragraph(numbered[1]))
        elif item and self.units:
            inner = 1 + (item[1] in ("ii", "iii", "iv", "vi", "vii", "viii") or item[1] == "i")
            under = self.units[-1].depth if isinstance(self.units[-1].block, Paragraph) else 0
            self._add(min(depth + inner, under + 1), Paragraph(item[2]))
        elif _ROMAN.fullmatch(text):
            self._add(depth, Section(text))
        else:
            self._add(depth, Paragraph(text) if self.place == "preamble" else Heading(text))

    def _goes_on(self, text: str) -> bool:
        """Whether a block is the rest of a paragraph that footnotes cut in two."""
        return bool(self.units) and text[:1].islower() and bool(self.units[-1].text)

    def _add(self, depth: int, block: Paragraph | Heading | Section) -> None:
        region = {"preamble": "preamble", "annex": "annex"}.get(self.place, "operative")
        self.units.append(Unit(region, depth, block))  # type: ignore[arg-type]


def _plain(text: str) -> str:
    """Return a text without italics, its superior figures as footnote calls."""
    bare = text.replace("*", "").replace("\\", "").replace("[", r"\[").replace("]", r"\]")
    return _CALL.sub(lambda found: f"[^n{found[1].translate(_DIGITS)}]", bare)


def lines_of(document: Document, units: tuple[Unit, ...]) -> list[str]:
    """Return a document as other tools get it: a line for each unit and note, without numbers."""
    texts = [unit.text.replace("\t", " ") for unit in units]
    texts += [note.text for note in document.footnotes]
    return [text for text in (re.sub(r"\[\^[^]]*\]|\\", "", each) for each in texts) if text]


def is_row(unit: Unit) -> bool:
    """Whether a unit is a row of a table."""
    return isinstance(unit.block, Row)
