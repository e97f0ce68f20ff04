"""Real drafts and resolutions: the laws hold, and most of what stayed is not marked."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path

import pytest

from penholder.compare.apply import apply, undo
from penholder.compare.redline import accepted, redline, rejected
from penholder.compare.tokens import word_count
from penholder.compare.versions import compare
from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Masthead
from penholder.model.outline import outline
from penholder.model.wording import marked

CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", Path(__file__).parents[3] / "shared/corpus"))
PAIRS = [
    pair
    for kind in ("A-chains", "B-draft-adopted", "D-sc-draft-adopted", "E-year-on-year")
    for folder in sorted((CORPUS / "pairs" / kind).glob("*"))
    for pair in pairwise(sorted(folder.glob("*.txt")))
]


def read(path: Path) -> Document:
    """Read the numbered paragraphs, with their lettered ones, and the preamble of a text."""
    preamble: list[Paragraph] = []
    operative: list[Paragraph] = []
    for block in path.read_text("utf-8").split("\n\n"):
        text = marked(" ".join(block.replace("*", "").replace("\\", "").split()))
        numbered = re.fullmatch(r"\d+\. (.+)", text)
        lettered = re.fullmatch(r"\([a-z]+\) (.+)", text)
        if numbered:
            operative.append(Paragraph(numbered[1]))
        elif lettered and operative:
            last = operative[-1]
            operative[-1] = Paragraph(last.text, items=(*last.items, Paragraph(lettered[1])))
        elif not operative and re.match(r"[A-Z][a-z]+(ing|ed|ful)\b", text):
            preamble.append(Paragraph(text))
    masthead = Masthead("resolution", "General Assembly")
    return Document(masthead, preamble=tuple(preamble), operative=tuple(operative))


@pytest.mark.skipif(not PAIRS, reason=f"the corpus of real documents is not at {CORPUS.name}")
@pytest.mark.parametrize("pair", PAIRS, ids=[f"{a.stem}>{b.stem}" for a, b in PAIRS])
def test_real_versions_are_compared_exactly_and_marked_sparingly(pair: tuple[Path, Path]) -> None:
    before, after = map(read, pair)
    comparison = compare(before, after)
    shown = redline(before, after, comparison)

    assert apply(comparison, before) == after
    assert undo(comparison, after) == before
    assert accepted(shown) == tuple(unit.text for unit in outline(after))
    assert rejected(shown) == tuple(unit.text for unit in outline(before))
    # The most rewritten of these pairs, resolution 80/128 beside its draft, marks 24 in a hundred.
    words = sum(word_count(unit.text) for unit in (*outline(before), *outline(after)))
    assert shown.counts.words.deleted + shown.counts.words.inserted < 0.3 * words
