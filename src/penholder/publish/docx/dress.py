"""How Word is to set every unit of a document: its style, its number, its indents."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.outline import Row, Unit, outline
from penholder.publish.docx.sheet import Dress
from penholder.publish.languages import PACKAGED
from penholder.publish.marks import printed_mark
from penholder.publish.standing import Standing

BODY = "SingleTxt"
SIDE = 1267  # twips: the indent of the text at either side (measured, un-conventions 1.1)
FIRST = 475  # twips: the indent of a first line, and of every further degree
_STYLES = {
    "part": "HCh", "annex-title": "HCh", "appendix-title": "H1", "section": "H23",
    "heading-1": "HCh", "heading-2": "H1", "heading-3": "H23", "heading-4": "H4",
}  # fmt: skip
"""Styles of headings by class. Source: the Secretariat's style names (un-conventions 1.1)."""
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """The dress of every unit of a document by its address.

    ``opening`` are the addresses of the paragraphs whose opening phrase is set in italics.
    """

    dresses: dict[str, Dress]
    opening: frozenset[str]


def wardrobe(document: Document) -> Wardrobe:
    """Return how every unit of a document is to be set."""
    standing = Standing()
    language = PACKAGED.of(document.masthead.language)
    found: dict[str, Dress] = {}
    opening = set()
    for unit, label in zip(outline(document), labels(document), strict=True):
        standing.enter(unit)
        found[label.address] = _dress(unit, printed_mark(label, language), standing)
        if standing.template[1] in ("preambular", "operative"):
            opening.add(label.address)
    return Wardrobe(found, frozenset(opening))


def _dress(unit: Unit, number: str, standing: Standing) -> Dress:
    if isinstance(unit.block, Table):
        return Dress("TableTitle")
    if isinstance(unit.block, Row):
        return Dress("TableNote")
    _, kind = standing.template
    if kind in _STYLES:
        return Dress(_STYLES[kind], number=number)
    if kind == "closing":
        return Dress(BODY)
    if kind == "quoted":
        return Dress(BODY, number=number, left=FIRST, first=FIRST)
    degree = standing.degree
    left, first = indents(degree)
    if _counts_by_itself(unit, number) and degree <= _DEEPEST:
        return Dress(BODY, degree, number, left, first)
    return Dress(BODY, None, number, left, first)


def indents(degree: int) -> tuple[int, int]:
    """Return how far a paragraph of a degree stands in, and its first line beyond that, in twips.

    From (i) on the whole paragraph is one tab further in (measured, un-conventions 1.1).
    """
    return (0, FIRST) if degree < 2 else (FIRST * (degree - 1), 0)


def _counts_by_itself(unit: Unit, number: str) -> bool:
    return isinstance(unit.block, Paragraph) and unit.block.number is None and bool(number)
