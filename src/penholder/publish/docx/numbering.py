"""The numbering of a Word file: figures, letters and roman numerals, begun anew in every list."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from penholder.publish.docx.dress import FIRST, SIDE, indents
from penholder.publish.docx.ooxml import element, valued

_LEVELS = (
    ("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"),
    ("lowerLetter", "%4."), ("lowerRoman", "%5."),
)  # fmt: skip
"""Source: Editorial Manual, paragraphs and subparagraphs (un-conventions 2.8)."""


def numbering(lists: int) -> Element:
    """Return ``<w:numbering>`` with as many lists, numbered from 1, each beginning at 1.

    Each is a kind of its own. Lists of one kind would need a start told anew, which LibreOffice 7.4
    keeps at the paragraph that is first in the file, gone or not.
    """
    numbers = range(1, lists + 1)
    return element("w:numbering", *map(_kind, numbers), *map(_list, numbers))


def _kind(number: int) -> Element:
    return element(
        "w:abstractNum",
        valued("w:multiLevelType", "multilevel"),
        *(_level(level) for level in range(len(_LEVELS))),
        attributes={"w:abstractNumId": str(number)},
    )


def _list(number: int) -> Element:
    kind = valued("w:abstractNumId", number)
    return element("w:num", kind, attributes={"w:numId": str(number)})


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
