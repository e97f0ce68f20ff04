"""The parts of a Word file around its body: notes, heads and feet, settings, properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from penholder.publish.docx.dress import SIDE
from penholder.publish.docx.ooxml import element, field, lettered, tag, valued
from penholder.publish.docx.paragraphs import Writer
from penholder.publish.docx.sheet import Dress, Inlines, Note, Paragraph, Sheet, Stretch

_WIDTH = 9840  # twips between the margins of US Letter, 1200 at each side
_GRID = (SIDE, 5472, 3101)
_HEIGHTS = (864, 2880)
_NOTE_SIDE = 792  # twips: where the rule above notes begins (measured, un-conventions 1.1)
_BELOW = (49, 246)
"""Below the masthead, and below a running head: the space to the text, in twips."""
_ABOVE_RULE = 74  # twips: from the words of a running head to the rule below them
_RULE = {"w:val": "single", "w:space": "0", "w:color": "auto"}


def footnotes(notes: tuple[Note, ...], writer: Writer) -> Element:
    """Return ``<w:footnotes>``, the two separators that Word asks for among them."""
    kinds = (("-1", "separator"), ("0", "continuationSeparator"))
    return element(
        "w:footnotes",
        *(_separator(number, kind) for number, kind in kinds),
        *(_note(str(place), note, writer) for place, note in enumerate(notes, 1)),
    )


def _separator(number: str, kind: str) -> Element:
    spacing = {"w:before": "168", "w:after": "86", "w:line": "20", "w:lineRule": "exact"}
    settings = element(
        "w:pPr",
        element("w:spacing", attributes=spacing),
        element("w:ind", attributes={"w:left": str(_NOTE_SIDE)}),
    )
    line = element("w:p", settings, element("w:r", element(f"w:{kind}")))
    return element("w:footnote", line, attributes={"w:type": kind, "w:id": number})


def _note(number: str, note: Note, writer: Writer) -> Element:
    sign = lettered("w:t", note.mark) if note.mark else element("w:footnoteRef")
    face = element("w:rPr", valued("w:rStyle", "FootnoteReference"))
    paragraph = writer.paragraph(Paragraph(Dress("FootnoteText"), note.inlines, anchor=note.anchor))
    paragraph.insert(1, element("w:r", face, sign))
    paragraph.insert(2, element("w:r", element("w:tab")))
    return element("w:footnote", paragraph, attributes={"w:id": number})


def first_head(sheet: Sheet, writer: Writer) -> Element:
    """Return the head of the first page: the masthead, with an empty place for the emblem."""
    name, symbol, organ, distribution = sheet.above
    rows = (
        _row(((), name, symbol), _HEIGHTS[0], {**_RULE, "w:sz": "4"}, writer),
        _row(((), organ, distribution), _HEIGHTS[1], {**_RULE, "w:sz": "12"}, writer),
    )
    return element("w:hdr", _grid(_GRID, rows), _space(_BELOW[0]))


def running_head(cells: Iterable[tuple[Inlines, str]], writer: Writer) -> Element:
    """Return the head of a further page; each cell is its text and its alignment."""
    made = [_head_cell(inlines, side, writer) for inlines, side in cells]
    half = (_WIDTH // 2, _WIDTH // 2)
    rule = {**_RULE, "w:sz": "2"}
    depth = element("w:trHeight", attributes={"w:val": str(_HEIGHTS[0]), "w:hRule": "atLeast"})
    row = element(
        "w:tr",
        element("w:trPr", depth),
        *(_cell(half[0], rule, [each], _ABOVE_RULE) for each in made),
    )
    return element("w:hdr", _grid(half, [row]), _space(_BELOW[1]))


def _space(height: int) -> Element:
    """Return an empty paragraph of a height in twips: a table in a head must not end it."""
    spacing = {"w:before": "0", "w:after": "0", "w:line": str(height), "w:lineRule": "exact"}
    return element("w:p", element("w:pPr", element("w:spacing", attributes=spacing)))


def foot(alignment: str) -> Element:
    """Return the foot of a page: its number of how many, at the outer side."""
    number = (_counted("PAGE"), [element("w:r", lettered("w:t", "/"))], _counted("NUMPAGES"))
    runs = [run for part in number for run in part]
    properties = element("w:pPr", valued("w:pStyle", "Footer"), valued("w:jc", alignment))
    return element("w:ftr", element("w:p", properties, *runs))


def empty_foot() -> Element:
    """Return the foot of the first page, where job number and barcode would stand."""
    return element("w:ftr", element("w:p", element("w:pPr", valued("w:pStyle", "Footer"))))


def _head_cell(inlines: Inlines, side: str, writer: Writer) -> Element:
    paragraph = writer.paragraph(Paragraph(Dress("Header"), inlines or (Stretch(""),)))
    paragraph[0].append(valued("w:jc", side))
    return paragraph


def _grid(widths: tuple[int, ...], rows: Iterable[Element]) -> Element:
    columns = (element("w:gridCol", attributes={"w:w": str(width)}) for width in widths)
    return element(
        "w:tbl",
        element(
            "w:tblPr",
            element("w:tblW", attributes={"w:w": str(sum(widths)), "w:type": "dxa"}),
            element("w:tblLayout", attributes={"w:type": "fixed"}),
            element("w:tblCellMar", *(_margin(side, 0) for side in ("left", "right"))),
        ),
        element("w:tblGrid", *columns),
        *rows,
    )


def _row(
    cells: tuple[tuple[Paragraph, ...], ...], height: int, rule: dict[str, str], writer: Writer
) -> Element:
    depth = {"w:val": str(height), "w:hRule": "atLeast"}
    return element(
        "w:tr",
        element("w:trPr", element("w:trHeight", attributes=depth)),
        *(
            _cell(width, rule, [writer.paragraph(each) for each in paragraphs] or [element("w:p")])
            for width, paragraphs in zip(_GRID, cells, strict=True)
        ),
    )


def _cell(
    width: int, rule: dict[str, str], paragraphs: Iterable[Element], below: int = 0
) -> Element:
    properties = element(
        "w:tcPr",
        element("w:tcW", attributes={"w:w": str(width), "w:type": "dxa"}),
        element("w:tcBorders", element("w:bottom", attributes=rule)),
        element("w:tcMar", _margin("bottom", below)) if below else None,
        valued("w:vAlign", "bottom") if rule["w:sz"] != "12" else None,
    )
    return element("w:tc", properties, *paragraphs)


def _margin(side: str, width: int) -> Element:
    return element(f"w:{side}", attributes={"w:w": str(width), "w:type": "dxa"})


def _counted(name: str) -> Iterator[Element]:
    return field(lettered("w:instrText", f" {name} "), element("w:r", lettered("w:t", "1")))


def settings() -> Element:
    """Return ``<w:settings>``: odd and even heads, and the Word of 2013 or later."""
    mode = {
        "w:name": "compatibilityMode",
        "w:uri": "http://schemas.microsoft.com/office/word",
        "w:val": "15",
    }
    numbers = ("-1", "0")
    notes = (element("w:footnote", attributes={"w:id": number}) for number in numbers)
    return element(
        "w:settings",
        element("w:evenAndOddHeaders"),
        element("w:footnotePr", *notes),
        element("w:compat", element("w:compatSetting", attributes=mode)),
    )


def properties(sheet: Sheet, author: str, date: str) -> Element:
    """Return the properties of the file; ``date`` in ISO 8601, empty for none."""
    moment = None
    if date:
        moment = element("dcterms:created", attributes={"xsi:type": "dcterms:W3CDTF"})
        moment.text = date
    return element(
        "cp:coreProperties",
        lettered("dc:title", sheet.title),
        lettered("dc:creator", author),
        moment,
        lettered("dc:language", sheet.language),
    )


def document(body: Iterable[Element], paper: str, *, is_turned: bool) -> Element:
    """Return ``<w:document>``: the body, the mark of its end, and the page it is set on.

    ``is_turned`` is for languages written from right to left.
    """
    ending = element(
        "w:p",
        element(
            "w:pPr",
            valued("w:pStyle", "EndMark"),
            element("w:pBdr", element("w:bottom", attributes={**_RULE, "w:sz": "2"})),
        ),
    )
    return element(
        "w:document", element("w:body", *body, ending, _section(paper, is_turned=is_turned))
    )


def _section(paper: str, *, is_turned: bool) -> Element:
    sizes = {"letter": ("12240", "15840"), "a4": ("11906", "16838")}
    width, height = sizes[paper]
    side = {"letter": "1200", "a4": "1033"}[paper]  # the text is as wide on either paper
    kinds = (("first", "rId4"), ("default", "rId5"), ("even", "rId6"))
    feet = (("first", "rId7"), ("default", "rId8"), ("even", "rId9"))
    margins = {
        "w:top": "1440", "w:right": side, "w:bottom": "1728", "w:left": side,
        "w:header": "432", "w:footer": "504", "w:gutter": "0",
    }  # fmt: skip
    return element(
        "w:sectPr",
        *(_reference("w:headerReference", kind, name) for kind, name in kinds),
        *(_reference("w:footerReference", kind, name) for kind, name in feet),
        element("w:pgSz", attributes={"w:w": width, "w:h": height}),
        element("w:pgMar", attributes=margins),
        element("w:titlePg"),
        element("w:bidi") if is_turned else None,
    )


def _reference(name: str, kind: str, relation: str) -> Element:
    return element(name, attributes={"w:type": kind, "r:id": relation})


def mirror_tables(part: Element) -> None:
    """Have the first column of every table of a part stand at the right, as Arabic reads it."""
    for properties in part.iter(tag("w:tblPr")):
        properties.insert(0, element("w:bidiVisual"))
