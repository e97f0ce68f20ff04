"""What a Word file remembers of the documents it was made from, by bookmarks without words.

A bookmark names a paragraph, row, note or reference; a part of the file tells for each which
unit, note or id it was in either version. Word keeps bookmarks where text is edited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from penholder.model.document import Document
from penholder.model.numbering import Label
from penholder.publish.docx.dress import Wardrobe
from penholder.publish.docx.ooxml import element, lettered
from penholder.publish.docx.sheet import GOING, NOWHERE, Anchor, Inlines, Paragraph, Sheet, Stretch

TITLE: Anchor = ("title", "title")
SPACE = "urn:penholder:structure:1"
"""The namespace of the part that tells what the bookmarks mean."""


class Origins:
    """Which unit of each version a line shows, by the order of its outline.

    A clause is a unit whose opening phrase is set in italics by itself. What numbers a unit in the
    language of its version is told behind ``as``.
    """

    def __init__(self, wardrobes: tuple[Wardrobe, Wardrobe]) -> None:
        self._told = tuple(
            {
                address: _told_unit(wardrobe, address, order)
                for order, address in enumerate(wardrobe.dresses)
            }
            for wardrobe in wardrobes
        )

    def of(self, labels: tuple[Label | None, Label | None]) -> Anchor:
        """Return the anchor of what has these labels in the versions."""
        before, after = (label.address if label else "" for label in labels)
        return self.at(before, after)

    def at(self, before: str, after: str) -> Anchor:
        """Return the anchor of what stands at these addresses."""
        told = [units.get(a, "") for units, a in zip(self._told, (before, after), strict=True)]
        return told[0], told[1]


def _told_unit(wardrobe: Wardrobe, address: str, order: int) -> str:
    kind = "clause" if address in wardrobe.opening else "unit"
    number = wardrobe.dresses[address].number
    return f"{kind} {order} as {number}" if number else f"{kind} {order}"


@dataclass(slots=True)
class Register:
    """Names the anchors of one file in the order in which they are written."""

    is_kept: bool = True
    anchors: list[Anchor] = field(default_factory=list)

    def name(self, anchor: Anchor) -> str:
        """Return the name of the bookmark for an anchor; nothing where none is to be written."""
        if not self.is_kept or anchor == NOWHERE:
            return ""
        self.anchors.append(anchor)
        return f"_Unit{len(self.anchors)}"


def memory(sheet: Sheet, anchors: Sequence[Anchor], structures: tuple[str, str]) -> Element:
    """Return the part that tells what the bookmarks of a file mean.

    ``structures`` are both versions without their wording, the earlier one empty where it is the
    later one. The lines that follow from their fields stand there too, so that a reader knows
    whether anybody changed them.
    """
    versions = [
        element("version", lettered("structure", structure), *_lines(sheet, name),
                attributes={"name": name})
        for name, structure in zip(("before", "after"), structures, strict=True)
        if structure
    ]  # fmt: skip
    places = (
        element("place", attributes={"name": f"_Unit{number}", **_named(anchor)})
        for number, anchor in enumerate(anchors, 1)
    )
    return element("penholder", *versions, *places, attributes={"xmlns": SPACE})


def _named(anchor: Anchor) -> dict[str, str]:
    pairs = zip(("before", "after"), anchor, strict=True)
    return {version: told for version, told in pairs if told}


def _lines(sheet: Sheet, version: str) -> list[Element]:
    """Return the lines of a version that stand in no outline: those above the title, the others."""
    told = [("head", paragraph) for cell in sheet.above for paragraph in cell]
    name = "head"
    for block in sheet.body:
        if isinstance(block, Paragraph) and block.anchor == NOWHERE:
            told.append((name, block))
        elif isinstance(block, Paragraph) and block.anchor == TITLE:
            name = "line"
    texts = ((name, _text(paragraph.inlines, version)) for name, paragraph in told)
    return [element(name, attributes={"text": text}) for name, text in texts if text]


def _text(inlines: Inlines, version: str) -> str:
    """Return the letters of runs in one version."""
    stretches = (each for each in inlines if isinstance(each, Stretch))
    gone = ("inserted", "moved to") if version == "before" else GOING
    return " ".join("".join(each.text for each in stretches if each.state not in gone).split())


def note_anchor(documents: tuple[Document, Document], keys: tuple[str, str]) -> Anchor:
    """Return the anchor of a note by its key in each version, empty where it has none."""
    told = [
        f"note {key}" if key and document.footnote(key) else ""
        for document, key in zip(documents, keys, strict=True)
    ]
    return told[0], told[1]
