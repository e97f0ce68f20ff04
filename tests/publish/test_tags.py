"""What a reader of the tags hears: notes behind their paragraphs, lists as lists, pieces joined."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from penholder.errors import EnvironmentFault
from penholder.publish.fonts import FontNeeds
from penholder.publish.pdf import Press, render_pdf

PAGE = (
    "<html lang=en><head><title>t</title><style>@page{{size:300pt 200pt;margin:50pt;"
    "@top-left{{content:'A head';font:10pt 'Liberation Serif'}}}}"
    "body,p,th,td{{margin:0;font:10pt/12pt 'Liberation Serif'}} .note{{float:footnote}}"
    ".note::footnote-call{{content:attr(data-number)}}"
    ".note::footnote-marker{{content:attr(data-number)}}</style></head><body><main>{}</main></body>"
)
NOTE = "<span class=note id=note-1 data-number=1 data-call=call-1>A note</span>"


def opened(body: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(render_pdf(PAGE.format(body))))


def names(element: Any) -> Any:
    """Return a tag as its name and the tags inside, spans left out."""
    kids = [each for each in element.get("/K", []) if isinstance(each, pikepdf.Dictionary)]
    told = [names(kid) for kid in kids if "/S" in kid and kid.S != "/Span"]
    return (str(element.S)[1:], *told) if told else str(element.S)[1:]


def tree(body: str) -> Any:
    with opened(body) as pdf:
        ((_, *inside),) = names(pdf.Root.StructTreeRoot.K[0])[1:]
        return inside


def test_a_note_follows_the_paragraph_that_calls_it() -> None:
    told = tree(f"<p>One{NOTE} and more.<p>Two")
    assert told == [("P", ("Reference", "Link")), ("Note", ("Lbl", "Link")), "P"]


def test_a_paragraph_over_two_pages_is_one() -> None:
    body = f"<p>{'<br>'.join('abcdefghijk')}{NOTE}<p>Two"
    assert len(opened(body).pages) == 2
    first, note, last = tree(body)
    assert (first[0], first[-1]) == ("P", ("Reference", "Link"))
    assert (note, last) == (("Note", ("Lbl", "Link")), "P")


def test_subparagraphs_are_lists_inside_one_another() -> None:
    item = '<p class="item degree-{}"><span class=number>({})</span>Text'
    told = tree("<p>Above:" + item.format(1, "a") + item.format(2, "i") + item.format(1, "b"))
    inner = ("L", ("LI", "Lbl", ("LBody", "P")))
    assert told == [
        "P",
        ("L", ("LI", "Lbl", ("LBody", "P", inner)), ("LI", "Lbl", ("LBody", "P"))),
    ]


def test_a_note_of_a_subparagraph_stands_in_its_item() -> None:
    told = tree(f"<p class=item><span class=number>(a)</span>One{NOTE}<p class=item>Two")
    note = ("Note", ("Lbl", "Link"))
    first = ("LI", "Lbl", ("LBody", ("P", ("Reference", "Link")), note))
    assert told == [("L", first, ("LI", ("LBody", "P")))]


def test_heads_of_a_table_say_what_they_head() -> None:
    pdf = opened("<table><thead><tr><th>A<tbody><tr><td>1</table>")
    heads = [each for each in _dictionaries(pdf) if each.get("/S") == "/TH"]
    assert [str(each.A.Scope) for each in heads] == ["/Column"]


def test_a_table_over_two_pages_is_one_with_its_heads_said_once() -> None:
    rows = "".join(f"<tr><td>{n}<td>{'<br>'.join('abcd')}" for n in range(4))
    body = f"<table><thead><tr><th>A<th>B<tbody>{rows}</table>"
    with opened(body) as pdf:
        assert len(pdf.pages) > 1
        heads = [str(each.ID) for each in _dictionaries(pdf) if each.get("/S") == "/TH"]
        cells = [each for each in _dictionaries(pdf) if each.get("/S") == "/TD" and "/P" in each]
        named = {str(name) for each in cells for name in each.A.Headers}
    assert (len(heads), named) == (2, set(heads))
    ((_, head, (_, *body_rows)),) = tree(body)
    assert head == ("THead", ("TR", "TH", "TH"))
    assert [(row[0], len(row)) for row in body_rows] == [("TR", 3)] * 4


def test_a_table_inside_one_over_two_pages_keeps_the_names_of_its_heads() -> None:
    inner = "<table><thead><tr><th>C<tbody><tr><td>1</table>"
    rows = "".join(f"<tr><td>{n}<br>a<br>b<td>{inner}" for n in range(4))
    with opened(f"<table><thead><tr><th>A<th>B<tbody>{rows}</table>") as pdf:
        assert len(pdf.pages) > 1
        heads = [each for each in _dictionaries(pdf) if each.get("/S") == "/TH"]
        names_of = [str(each.ID) for each in heads]
        cells = [each for each in _dictionaries(pdf) if each.get("/S") == "/TD" and "/P" in each]
        named = [str(name) for each in cells for name in each.A.Headers]
    assert len(set(names_of)) == len(names_of) == 6
    assert set(named) == set(names_of)


ARABIC = "الفقرة (أ)"


def test_letters_that_are_read_from_the_right_are_spoken_as_written() -> None:
    told = f"<p dir=rtl>{ARABIC} <i>A/RES/1</i>، 1 -<p>Latin (a)"
    page = PAGE.format(told).replace("'Liberation Serif'", "'Liberation Serif','Amiri'")
    needs = FontNeeds(("Liberation Serif", "Amiri"), ("fonts-hosny-amiri",))
    try:
        pdf = pikepdf.open(BytesIO(Press().render(page, needs=needs)))
    except EnvironmentFault as fault:
        pytest.skip(fault.what)
    spoken = [str(each.ActualText) for each in _dictionaries(pdf) if "/ActualText" in each]
    assert [text.strip() for text in spoken] == [ARABIC, "A/RES/1", "، 1 -", "Latin (a)"]
    latin = opened("<p>Latin (a)")
    assert [each for each in _dictionaries(latin) if "/ActualText" in each] == []


def test_calls_and_notes_lead_to_one_another() -> None:
    pdf = opened(f"<p>One{NOTE}")
    links = {(str(each.Dest), str(each.Contents)) for each in pdf.pages[0].obj.Annots}
    assert links == {("call-1", "call 1"), ("note-1", "note 1")}
    assert {"call-1", "note-1"} <= set(pikepdf.NameTree(pdf.Root.Names.Dests))


def test_running_heads_are_of_the_sheet_alone() -> None:
    pdf = opened("<p>One")
    marks = [
        str(each.operands[0])
        for each in pikepdf.parse_content_stream(pdf.pages[0])
        if str(each.operator) in ("BDC", "BMC")
    ]
    assert sorted(marks) == ["/Artifact", "/Span"]


def test_words_in_another_language_say_so() -> None:
    pdf = opened("<p>One <i lang=fr>deux</i>")
    assert [str(each.Lang) for each in _dictionaries(pdf) if "/Lang" in each] == ["en", "fr"]


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary))
