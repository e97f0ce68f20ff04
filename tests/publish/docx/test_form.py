"""The form of Word files: elements in the order of the schema, letters and pages as set."""

from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from tests.strategies import revisions
from tests.word import W, parts_of

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Adoption, Document, Masthead, Vote
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.docx.word_file import WordSetting, clean_file, tracked_file

ORDERS = {
    "pPr": "pStyle keepNext keepLines numPr pBdr tabs bidi spacing ind jc outlineLvl rPr pPrChange",
    "rPr": "rStyle ins del moveFrom moveTo rFonts b bCs i iCs spacing w sz szCs vertAlign rtl lang"
           " rPrChange",
    "tblPr": "bidiVisual tblW tblInd tblBorders tblLayout tblCellMar",
    "trPr": "trHeight tblHeader ins del",
    "tcPr": "tcW tcBorders tcMar vAlign",
    "tbl": "tblPr tblGrid tr",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg bidi",
    "style": "name basedOn qFormat pPr rPr",
    "lvl": "start numFmt suff lvlText lvlJc pPr",
    "numbering": "abstractNum num",
    "settings": "evenAndOddHeaders footnotePr compat",
}  # fmt: skip
"""Children by parent, those that we write. Source: ECMA-376 Part 1, annex A.1 (wml.xsd): CT_PPr,
CT_RPr with CT_ParaRPr, CT_TblPr, CT_TrPr, CT_TcPr, CT_Tbl, CT_SectPr, CT_Style, CT_Lvl,
CT_Numbering, CT_Settings. Row heights and headers may come in any order."""


def names(element: Element) -> list[str]:
    return [child.tag.removeprefix(W) for child in element]


def text(symbol: str, **fields: object) -> Document:
    masthead = Masthead("resolution", "General Assembly", symbol=Symbol.parse(symbol),
                        session=Session("", 80), distribution="General",
                        issued=date(2025, 12, 9), **fields)  # type: ignore[arg-type]  # fmt: skip
    return Document(masthead, title="Water", operative=(Paragraph("Decides so."),))


@given(pair=revisions())
def test_elements_stand_in_the_order_of_the_schema(pair: tuple[Document, Document]) -> None:
    before, after = pair
    shown = redline(before, after, compare(before, after))
    for part in parts_of(tracked_file(before, after, shown, WordSetting())).values():
        for element in part.iter():
            order = ORDERS.get(element.tag.removeprefix(W), "").split()
            if order:
                places = [order.index(name) for name in names(element)]
                assert places == sorted(places), (element.tag, names(element))


def test_only_the_first_letter_of_a_symbol_is_large() -> None:
    head = parts_of(clean_file(text("A/RES/80/9"), WordSetting()))["word/header1.xml"]
    runs = [
        ("".join(run.itertext()), [each.get(f"{W}val") for each in run.iter(f"{W}rStyle")])
        for run in head.iter(f"{W}r")
    ]
    assert runs[1:3] == [("A", ["SM"]), ("/RES/80/9", [])]


def test_the_nineties_had_the_letter_alone_and_the_symbol_below_it() -> None:
    old = text("A/RES/53/9")
    old = replace(old, masthead=replace(old.masthead, session=Session("", 53)))
    head = parts_of(clean_file(old, WordSetting()))["word/header1.xml"]
    told = ["".join(each.itertext()) for each in head.iter(f"{W}p")]
    assert told[:3] == ["", "UNITEDNATIONS", "A"]
    assert "A/RES/53/9" in told


@pytest.mark.parametrize(("language", "turned"), [("en", False), ("ar", True)])
def test_arabic_runs_from_right_to_left(language: str, turned: bool) -> None:
    parts = parts_of(clean_file(text("A/RES/80/9", language=language), WordSetting()))
    styles, page = parts["word/styles.xml"], parts["word/document.xml"].find(f".//{W}sectPr")
    assert page is not None
    normal = styles.find(f"{W}style")
    assert normal is not None
    assert ("bidi" in names(page)) is turned
    assert [name in str(names(normal)) for name in ("pPr", "rPr")] == [turned, turned]


def test_chinese_is_told_as_chinese() -> None:
    styles = parts_of(clean_file(text("A/RES/80/9", language="zh"), WordSetting()))[
        "word/styles.xml"
    ]
    found = [each.attrib for each in styles.iter(f"{W}lang")]
    assert found == [{f"{W}eastAsia": "zh-CN"}]


MONEY = Table(
    title="Costs",
    head=(("Of what", "Dollars"),),
    rows=(("Oil", "12 345 600"), ("Wicks", "(107 700)"), ("Glass", "–")),
)


def cells_of(root: Element) -> list[tuple[str, str]]:
    """Return the style and the letters of every cell."""
    return [
        (style.get(f"{W}val", ""), "".join(cell.itertext()))
        for cell in root.iter(f"{W}tc")
        if (style := cell.find(f"{W}p/{W}pPr/{W}pStyle")) is not None
    ]


def test_columns_of_figures_are_set_to_the_right_under_their_heads() -> None:
    document = replace(text("A/RES/80/9"), operative=(Paragraph("Decides so:"), MONEY))
    parts = parts_of(clean_file(document, WordSetting()))
    assert cells_of(parts["word/document.xml"]) == [
        ("TableText", "Of what"), ("TableHead", "Dollars"),
        ("TableText", "Oil"), ("TableFigure", "12 345 600"),
        ("TableText", "Wicks"), ("TableFigure", "(107 700)"),
        ("TableText", "Glass"), ("TableFigure", "–"),
    ]  # fmt: skip
    aligned = {
        style.get(f"{W}styleId"): [each.get(f"{W}val") for each in style.iter(f"{W}jc")]
        for style in parts["word/styles.xml"].iter(f"{W}style")
    }
    assert aligned["TableFigure"] == aligned["TableHead"] == ["right"]


def test_a_column_that_turns_into_figures_is_set_anew_as_a_change() -> None:
    words = replace(MONEY, rows=(("Oil", "much"), ("Wicks", "little")))
    money = replace(MONEY, rows=(("Oil", "12 345 600"), ("Wicks", "300")))
    before, after = (
        replace(text("A/RES/80/9"), operative=(Paragraph("Decides so:"), table))
        for table in (words, money)
    )
    shown = redline(before, after, compare(before, after))
    root = parts_of(tracked_file(before, after, shown, WordSetting()))["word/document.xml"]
    set_anew = [
        (
            cell.find(f"{W}p/{W}pPr/{W}pStyle"),
            cell.find(f"{W}p/{W}pPr/{W}pPrChange/{W}pPr/{W}pStyle"),
        )
        for cell in root.iter(f"{W}tc")
    ]
    told = [(now.get(f"{W}val"), was.get(f"{W}val")) for now, was in set_anew
            if now is not None and was is not None]  # fmt: skip
    assert told == [("TableHead", "TableText"), *[("TableFigure", "TableText")] * 2]


@pytest.mark.parametrize(("language", "turned"), [("en", False), ("ar", True)])
def test_arabic_turns_tables_round_but_neither_figures_nor_the_english_block(
    language: str, turned: bool
) -> None:
    document = replace(text("A/RES/80/9", language=language), operative=(Paragraph("A:"), MONEY))
    parts = parts_of(clean_file(document, WordSetting()))
    tables = [each for part in parts.values() for each in part.iter(f"{W}tblPr")]
    assert len(tables) == 4
    assert [names(each)[0] == "bidiVisual" for each in tables] == [turned] * 4
    left = {
        style.get(f"{W}styleId")
        for style in parts["word/styles.xml"].iter(f"{W}style")
        if [each.get(f"{W}val") for each in style.iter() if each.tag in (f"{W}bidi", f"{W}rtl")]
        == ["0", "0"]
    }
    assert left == ({"Distribution", "Publication", "TableFigure"} if turned else set())


def test_a_vote_is_set_as_on_the_page_below_the_lines_of_adoption() -> None:
    adopted = Adoption(date(2025, 12, 9), "6th meeting", Vote(("Chad", "Fiji"), ("Peru",), ()))
    root = parts_of(clean_file(replace(text("A/RES/80/9"), adopted=adopted), WordSetting()))[
        "word/document.xml"
    ]
    found = [
        (
            each.find(f"{W}pPr/{W}pStyle").get(f"{W}val"),  # type: ignore[union-attr]
            each.find(f"{W}pPr/{W}ind") is not None,
            each.find(f"{W}r/{W}rPr/{W}i") is not None,
            "".join(each.itertext()),
        )
        for each in list(root.iter(f"{W}p"))[-8:-1]
    ]
    assert found == [
        ("Adoption", False, True, "6th meeting"),
        ("Adoption", False, True, "9 December 2025"),
        ("SingleTxt", True, False, "[Adopted by a recorded vote of 2 to 1, with no abstentions. "
                                   "The voting was as follows:"),
        ("SingleTxt", True, True, "In favour:"),
        ("SingleTxt", False, False, "Chad and Fiji"),
        ("SingleTxt", True, True, "Against:"),
        ("SingleTxt", False, False, "Peru]"),
    ]  # fmt: skip


def test_the_text_is_as_wide_on_both_papers() -> None:
    widths = []
    for paper in ("letter", "a4"):
        setting = WordSetting(paper=paper)
        root = parts_of(clean_file(text("A/RES/80/9"), setting))["word/document.xml"]
        size, margins = (root.find(f".//{W}{name}") for name in ("pgSz", "pgMar"))
        assert size is not None
        assert margins is not None
        sides = (int(margins.get(f"{W}{side}", "0")) for side in ("left", "right"))
        widths.append(int(size.get(f"{W}w", "0")) - sum(sides))
    assert widths == [9840, 9840]
