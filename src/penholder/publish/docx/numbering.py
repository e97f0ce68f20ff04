"""The numbering of a Word file: figures, letters and roman numerals, begun anew in every list."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from penholder.publish.docx.dress import FIRST, SIDE, indents
from penholder.publish.docx.ooxml import element, valued

_LEVELS = (
    ("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"),
    ("lowerLetter", "%4."), ("lowerRoman", "%5."),
)  # fmt: skip
"""Source: Editorial Manual, paragraphs and subparagraphs (un-conventions 2.8)."""


def numbering(lists: int) -> Element:
    """Return ``<w:numbering>`` with as many lists, numbered from 1, each beginning at 1."""
    kind = element(
        "w:abstractNum",
        valued("w:multiLevelType", "multilevel"),
        *(_level(level) for level in range(len(_LEVELS))),
        attributes={"w:abstractNumId": "0"},
    )
    return element("w:numbering", kind, *_lists(lists))


def _level(level: int) -> Element:
    form, text = _LEVELS[level]
    left, first = indents(level)
    settings = {"w:left": str(SIDE + left), "w:firstLine": str(first)}
    tab = {"w:val": "num", "w:pos": str(SIDE + left + first + FIRST)}
    return element(
        "w:lvl",
        valued("w:start", 1),
        valued("w:numFmt", form),
        valued("w:suff", "tab"),
        valued("w:lvlText", text),
        valued("w:lvlJc", "left"),
        element(
            "w:pPr",
            element("w:tabs", element("w:tab", attributes=tab)),
            element("w:ind", attributes=settings),
        ),
        attributes={"w:ilvl": str(level)},
    )


def _lists(count: int) -> Iterator[Element]:
    for number in range(1, count + 1):
        starts = (_start(level) for level in range(len(_LEVELS)))
        yield element(
            "w:num", valued("w:abstractNumId", 0), *starts, attributes={"w:numId": str(number)}
        )


def _start(level: int) -> Element:
    number = {"w:ilvl": str(level)}
    return element("w:lvlOverride", valued("w:startOverride", 1), attributes=number)
