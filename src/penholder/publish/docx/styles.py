"""The styles of a Word file, by the names that the Secretariat's own files use.

Sizes, indents and tabs are those measured on New York documents (un-conventions 1.1), in twips
and half points as Word counts them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from penholder.publish.docx.dress import BODY, SIDE
from penholder.publish.docx.ooxml import element, valued

FONT = "Times New Roman"
_TABS = (1742, 2218, 2693, 3182, 3658)
_LANGUAGES = {
    "en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: size in half points, line and space after it in twips, indents in twips.

    ``tabs`` are positions, negative for one that aligns to its right.
    """

    id: str
    name: str
    size: int = 20
    line: int = 240
    after: int = 0
    bold: bool = False
    italic: bool = False
    justification: str = ""
    left: int = 0
    right: int = 0
    hanging: int = 0
    tabs: tuple[int, ...] = field(default=())
    outline: int = -1
    keeps_next: bool = False


_STYLES = (
    _Style(BODY, "__Single Txt", after=120, justification="both", left=SIDE, right=SIDE,
           tabs=_TABS),
    _Style("HCh", "_ H _Ch_", size=28, line=300, after=120, bold=True, left=SIDE, right=SIDE,
           outline=0, keeps_next=True),
    _Style("H1", "_ H_1", size=24, line=270, after=120, bold=True, left=SIDE, right=SIDE,
           outline=1, keeps_next=True),
    _Style("H23", "_ H_2/3", after=120, bold=True, left=SIDE, right=SIDE, outline=2,
           keeps_next=True),
    _Style("H4", "_ H_4", after=120, italic=True, left=SIDE, right=SIDE, outline=3,
           keeps_next=True),
    _Style("TitleH1", "Title_H1", size=24, line=270, after=240, bold=True, left=SIDE,
           right=SIDE, hanging=SIDE, tabs=(-1022, SIDE), outline=0, keeps_next=True),
    _Style("TitleH2", "Title_H2", size=24, line=270, after=240, bold=True, left=SIDE,
           right=SIDE, outline=0, keeps_next=True),
    _Style("Session", "Session", bold=True),
    _Style("Committee", "Committee", size=24, line=270, bold=True),
    _Style("AgendaItemNormal", "Agenda_Item_Normal"),
    _Style("AgendaTitleH2", "Agenda_Title_H2", after=240, bold=True, right=5040),
    _Style("Origin", "Origin", after=240, left=SIDE, right=SIDE),
    _Style("Adoption", "Adoption", italic=False, justification="right", right=SIDE),
    _Style("TableTitle", "Table_Title", after=120, bold=True, left=SIDE, right=SIDE,
           keeps_next=True),
    _Style("TableText", "Table_Text", size=17, line=210, after=40),
    _Style("TableNote", "Table_Note", size=17, line=210, after=120, left=SIDE, right=SIDE),
    _Style("EndMark", "End_Mark", after=0, left=4200, right=4200),
    _Style("UnitedNations", "United_Nations", size=28, line=300),
    _Style("Symbol", "Symbol", justification="right"),
    _Style("XLarge", "XLarge", size=40, line=440, bold=True),
    _Style("Distribution", "Distribution"),
    _Style("Header", "header", size=17, line=210, bold=True),
    _Style("Footer", "footer", size=17, line=210, bold=True),
    _Style("FootnoteText", "footnote text", size=17, line=210, left=SIDE, right=SIDE,
           hanging=475, tabs=(-(SIDE - 57), SIDE)),
)  # fmt: skip


def styles(language: str) -> Element:
    """Return ``<w:styles>``; ``language`` is what the text is checked as (``en``)."""
    return element(
        "w:styles",
        _defaults(language),
        element(
            "w:style",
            valued("w:name", "Normal"),
            attributes={"w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"},
        ),
        *(_style(style) for style in _STYLES),
        element(
            "w:style",
            valued("w:name", "footnote reference"),
            element("w:rPr", valued("w:vertAlign", "superscript")),
            attributes={"w:type": "character", "w:styleId": "FootnoteReference"},
        ),
    )


def _defaults(language: str) -> Element:
    faces = {f"w:{each}": FONT for each in ("ascii", "hAnsi", "cs", "eastAsia")}
    # Body text of the Secretariat: 103 % wide and 0.2 pt apart (measured, un-conventions 1.1).
    letters = element(
        "w:rPr",
        element("w:rFonts", attributes=faces),
        valued("w:spacing", 4),
        valued("w:w", 103),
        valued("w:sz", 20),
        valued("w:szCs", 20),
        element("w:lang", attributes={"w:val": _LANGUAGES[language]}),
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
    spacing = {"w:after": str(style.after), "w:line": str(style.line), "w:lineRule": "exact"}
    indents = {"w:left": str(style.left), "w:right": str(style.right)}
    if style.hanging:
        indents["w:hanging"] = str(style.hanging)
    return element(
        "w:pPr",
        element("w:keepNext") if style.keeps_next else None,
        element("w:keepLines") if style.keeps_next else None,
        element("w:tabs", *(_tab(place) for place in style.tabs)) if style.tabs else None,
        element("w:spacing", attributes=spacing),
        element("w:ind", attributes=indents),
        valued("w:jc", style.justification) if style.justification else None,
        valued("w:outlineLvl", style.outline) if style.outline >= 0 else None,
    )


def _tab(place: int) -> Element:
    kind = "right" if place < 0 else "left"
    return element("w:tab", attributes={"w:val": kind, "w:pos": str(abs(place))})


def _letters(style: _Style) -> Element:
    return element(
        "w:rPr",
        element("w:b") if style.bold else None,
        element("w:i") if style.italic else None,
        valued("w:sz", style.size),
        valued("w:szCs", style.size),
    )
