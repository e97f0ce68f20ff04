"""Pairs to time a comparison by: the six edits, a long pair, and inputs meant to be hard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from random import Random

from benchmarks.comparing.corpus import documents
from benchmarks.comparing.edits import KINDS, Draft
from benchmarks.comparing.lineage import Node, uncalled
from benchmarks.timing import ROOT, SYMBOL

from penholder.model.blocks import Block, Paragraph
from penholder.model.document import Document, Masthead
from penholder.model.outline import outline, rebuilt
from penholder.store.read import read_document

DocumentPair = tuple[Document, Document]
_NEW = (
    "Stresses the importance of timely and adequate funding for all its activities so undertaken;"
)
_REPORT = "Takes note of the report of the Secretary-General on the situation in State {} in 2025;"
_LONG_WORDS = 90_000
_LONG_EDITS = 500
_COPIES = 130
_SEED = 20_261_124


def six_edits() -> DocumentPair:
    """Return the operative part of A/RES/53/123 before and after the six edits.

    One verb, one word, one paragraph moved, one moved and edited, one new, one deleted.
    """
    path = ROOT / "content" / f"{SYMBOL}.yaml"
    found = read_document(path.read_bytes(), str(path)).document
    if found is None:
        raise SystemExit(f"{path} cannot be read")
    before = replace(found, preamble=())
    texts = [unit.text for unit in outline(before)]
    texts[2] = texts[2].replace("Invites", "Urges", 1)
    texts[12] = texts[12].replace("fifty-fourth", "fifty-fifth")
    texts[8] = texts[8].replace("Welcomes", "Welcomes with appreciation", 1)
    order = [0, 10, 1, 2, 3, 4, 6, 7, 9, 11, 8]
    after = [*(texts[place] for place in order), _NEW, *texts[12:]]
    return before, replace(before, operative=_paragraphs(after))


def long_pair() -> DocumentPair:
    """Return 200 pages of real paragraphs, and the same after 500 edits of every kind."""
    texts = [uncalled(unit.text) for _, document in documents() for unit in outline(document)]
    kept: list[str] = []
    words = 0
    for text in dict.fromkeys(text for text in texts if len(text.split()) > 8):
        kept.append(text)
        words += len(text.split())
        if words >= _LONG_WORDS:
            break
    before = _document(kept)
    nodes = [Node(unit, (place,)) for place, unit in enumerate(outline(before))]
    draft = Draft(Random(_SEED), nodes, {}, texts[-500:])
    kinds = [edit for name, edit in KINDS.items() if "footnote" not in name]
    for count in range(_LONG_EDITS):
        kinds[count % len(kinds)](draft)
    return before, rebuilt(before, [node.unit for node in draft.nodes])


def repeated_pair() -> DocumentPair:
    """Return 200 pages that repeat one resolution 130 times, with the six edits in each."""
    before, after = six_edits()
    return _repeated(before), _repeated(after)


def hard_pairs(count: int) -> Iterator[tuple[str, DocumentPair]]:
    """Yield pairs of ``count`` paragraphs by name, from everyday to adversarial."""
    random = Random(count)
    words = ["".join(letters) for letters in product("bdfgk", "aeiou", "lmnpr", "st", "aeiouy")]
    texts = [" ".join(random.choices(words, k=40)) + ";" for _ in range(count)]
    others = [" ".join(random.choices(words, k=40)) + ";" for _ in range(count)]
    yield "one in ten reworded", (_document(texts), _document(_tenth(texts, random)))
    fewer = ["Urges peace;"] * (count - count // 10)
    yield "all paragraphs equal", (_document(["Urges peace;"] * count), _document(fewer))
    yield "all different", (_document(texts), _document(others))
    yield "reversed", (_document(texts), _document(texts[::-1]))
    reports = [_REPORT.format(number) for number in range(2 * count)]
    later = reports[count // 2 :][:count]
    yield "near-duplicates", (_document(reports[:count]), _document(later))


def _repeated(document: Document) -> Document:
    texts = [uncalled(unit.text) for unit in outline(document)]
    told = [text.replace(" ", f" (A/53/{copy}) ", 1) for copy in range(_COPIES) for text in texts]
    return _document(told)


def _tenth(texts: Sequence[str], random: Random) -> list[str]:
    return [f"Also {text}" if random.random() < 0.1 else text for text in texts]


def _document(texts: Sequence[str]) -> Document:
    masthead = Masthead("resolution", "General Assembly")
    return Document(masthead, operative=_paragraphs(texts))


def _paragraphs(texts: Sequence[str]) -> tuple[Block, ...]:
    return tuple(Paragraph(text) for text in texts)
