"""The styles of a Word file, by the names that the Secretariat's own files use.

Sizes, indents and tabs are those measured on New York documents (un-conventions 1.1), in twips
and half points as Word counts them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from penholder.publish.docx.dress import BODY, SIDE
from penholder.publish.docx.ooxml import element, valued

FONT = "Times New Roman"
SPREAD = 2
WIDTH = 103
"""Letters of the text: 0.1 pt apart and 103 % wide.

The Secretariat's have 0.2 pt (un-conventions 1.1), and Word narrows the spaces of a full line.
LibreOffice does not: it keeps 65 % of the lines of A/RES/53/123 with 0.2 pt, 94 % with 0.1 pt
(benchmarks/word).
"""
_TABS = (1742, 2218, 2693, 3182, 3658)
_LANGUAGES = {
    "en": {"w:val": "en-GB"}, "fr": {"w:val": "fr-FR"}, "es": {"w:val": "es-ES"},
    "ru": {"w:val": "ru-RU"}, "zh": {"w:eastAsia": "zh-CN"}, "ar": {"w:bidi": "ar-SA"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: size in half points; line, space around it and indents in twips.

    ``tabs`` are positions, negative for one that aligns to its right. ``spread`` is the space
    between letters in twips, with letters as wide as the font has them; None for that of the text.
    ``is_latin`` where it is read from the left in a text that is read from the right.
    """

    id: str
    name: str
    size: int = 20
    line: int = 240
    before: int = 0
    after: int = 0
    bold: bool = False
    italic: bool = False
    justification: str = ""
    left: int = 0
    right: int = 0
    hanging: int = 0
    tabs: tuple[int, ...] = field(default=())
    spread: int | None = None
    outline: int = -1
    keeps_next: bool = False
    is_latin: bool = False


_STYLES = (
    _Style(BODY, "__Single Txt", after=120, justification="both", left=SIDE, right=SIDE,
           tabs=_TABS),
    _Style("HCh", "_ H _Ch_", size=28, line=300, before=350, after=120, bold=True, left=SIDE,
           right=SIDE, spread=1, outline=0, keeps_next=True),
    _Style("H1", "_ H_1", size=24, line=270, before=350, after=120, bold=True, left=SIDE,
           right=SIDE, spread=1, outline=1, keeps_next=True),
    _Style("H23", "_ H_2/3", before=240, after=120, bold=True, left=SIDE, right=SIDE, outline=2,
           keeps_next=True),
    _Style("H4", "_ H_4", after=120, italic=True, left=SIDE, right=SIDE, outline=3,
           keeps_next=True),
    _Style("TitleH1", "Title_H1", size=24, line=270, before=248, after=248, bold=True, left=SIDE,
           right=SIDE, hanging=SIDE, tabs=(-1022, SIDE), spread=6, outline=0, keeps_next=True),
    _Style("TitleH2", "Title_H2", size=24, line=270, before=248, after=248, bold=True, left=SIDE,
           right=SIDE, spread=6, outline=0, keeps_next=True),
    _Style("Session", "Session", bold=True),
    _Style("Committee", "Committee", size=24, line=270, bold=True),
    _Style("AgendaItemNormal", "Agenda_Item_Normal"),
    _Style("AgendaTitleH2", "Agenda_Title_H2", bold=True, right=4220),
    _Style("Origin", "Origin", before=338, left=SIDE, right=SIDE),
    _Style("Adoption", "Adoption", justification="right", left=SIDE, right=1220),
    _Style("TableTitle", "Table_Title", before=120, after=120, bold=True, left=SIDE, right=SIDE,
           keeps_next=True),
    _Style("TableText", "Table_Text", size=17, line=210, after=40),
    _Style("TableFigure", "Table_Figure", size=17, line=210, after=40, justification="right"),
    _Style("TableHead", "Table_Head", size=17, line=210, after=40, justification="right"),
    _Style("TableNote", "Table_Note", size=17, line=210, after=120, left=SIDE, right=SIDE),
    _Style("EndMark", "End_Mark", before=600, left=4200, right=4200),
    _Style("UnitedNations", "United_Nations", size=28, line=315, after=74, spread=0),
    _Style("Symbol", "Symbol", line=560, after=20, justification="right", spread=0),
    _Style("XLarge", "XLarge", size=40, line=440, before=78, bold=True, spread=-6),
    _Style("Publication", "Publication", line=230, before=254, spread=0),
    _Style("Distribution", "Distribution", line=230, spread=0),
    _Style("Header", "header", size=17, line=197, bold=True, spread=0),
    _Style("Footer", "footer", size=17, line=200, bold=True, spread=0),
    _Style("FootnoteText", "footnote text", size=17, line=210, left=SIDE, right=SIDE,
           hanging=150, tabs=(SIDE,)),
)  # fmt: skip
_LATIN = frozenset({"Distribution", "Publication", "TableFigure"})
"""Styles that are read from the left in every language: 12 345 600 must not stand as 600 345 12."""
_AT_THE_RIGHT = "TableHead"
"""The style of heads above figures. Where lines begin at the right it needs no alignment."""

_LETTERS = (("FootnoteReference", "footnote reference", 0), ("SM", "SM", 40), ("SL", "SL", 57))
"""Styles of letters: indicators of notes, and the first letter of a symbol in half points."""


def styles(language: str) -> Element:
    """Return ``<w:styles>``; ``language`` is what the text is checked as (``en``)."""
    turned = language == "ar"
    return element(
        "w:styles",
        _defaults(language),
        element(
            "w:style",
            valued("w:name", "Normal"),
            element("w:pPr", element("w:bidi")) if turned else None,
            element("w:rPr", element("w:rtl")) if turned else None,
            attributes={"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"},
        ),
        *map(_style, map(_turned, _STYLES) if turned else _STYLES),
        *(_letter_style(*each) for each in _LETTERS),
    )


def _turned(style: _Style) -> _Style:
    """Return a style as a text that is read from the right has it."""
    if style.id == _AT_THE_RIGHT:
        return replace(style, justification="")
    return replace(style, is_latin=style.id in _LATIN)


def _letter_style(id_: str, name: str, size: int) -> Element:
    if size:
        bold = element("w:b") if id_ == "SL" else None
        face = element("w:rPr", bold, valued("w:sz", size), valued("w:szCs", size))
    else:
        face = element("w:rPr", valued("w:vertAlign", "superscript"))
    attributes = {"w:type": "character", "w:styleId": id_}
    return element("w:style", valued("w:name", name), face, attributes=attributes)


def _defaults(language: str) -> Element:
    faces = {f"w:{each}": FONT for each in ("ascii", "hAnsi", "cs", "eastAsia")}
    letters = element(
        "w:rPr",
        element("w:rFonts", attributes=faces),
        valued("w:spacing", SPREAD),
        valued("w:w", WIDTH),
        valued("w:sz", 20),
        valued("w:szCs", 20),
        element("w:lang", attributes=_LANGUAGES[language]),
    )
    return element("w:docDefaults", element("w:rPrDefault", letters))


def _style(style: _Style) -> Element:
    return element(
        "w:style",
        valued("w:name", style.name),
        valued("w:basedOn", "Normal"),
        element("w:qFormat"),
        _paragraph(style),
        _letters(style),
        attributes={"w:type": "paragraph", "w:styleId": style.id},
    )


def _paragraph(style: _Style) -> Element:
    spacing = {
        "w:before": str(style.before), "w:after": str(style.after),
        "w:line": str(style.line), "w:lineRule": "exact",
    }  # fmt: skip
    indents = {"w:left": str(style.left), "w:right": str(style.right)}
    if style.hanging:
        indents["w:hanging"] = str(style.hanging)
    return element(
        "w:pPr",
        element("w:keepNext") if style.keeps_next else None,
        element("w:keepLines") if style.keeps_next else None,
        element("w:tabs", *(_tab(place) for place in style.tabs)) if style.tabs else None,
        valued("w:bidi", 0) if style.is_latin else None,
        element("w:spacing", attributes=spacing),
        element("w:ind", attributes=indents),
        valued("w:jc", style.justification) if style.justification else None,
        valued("w:outlineLvl", style.outline) if style.outline >= 0 else None,
    )


def _tab(place: int) -> Element:
    kind = "right" if place < 0 else "left"
    return element("w:tab", attributes={"w:val": kind, "w:pos": str(abs(place))})


def _letters(style: _Style) -> Element:
    faces = [name for name, is_on in (("b", style.bold), ("i", style.italic)) if is_on]
    spread = []
    if style.spread is not None:
        spread = [valued("w:spacing", style.spread), valued("w:w", 100)]
    return element(
        "w:rPr",
        *(element(f"w:{face}{script}") for face in faces for script in ("", "Cs")),
        *spread,
        valued("w:sz", style.size),
        valued("w:szCs", style.size),
        valued("w:rtl", 0) if style.is_latin else None,
    )
