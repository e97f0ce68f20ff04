"""HTML pages, our own among them, become documents."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from penholder.ingest.reading import read_source
from penholder.model.blocks import Paragraph, Table
from penholder.model.document import Document
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.templates import Templates
from penholder.store.read import read_document
from penholder.store.write import write_document

ROOT = Path(__file__).resolve().parents[2]
PAGE = """<!DOCTYPE html><html><head><title>x</title><style>p { color: red }</style></head><body>
<p>A/C.3/54/L.9</p><h1>Clean rivers</h1><p><i>The General Assembly</i>,</p>
<p><em>Recalling</em> its resolution
47/193,<sup>1</sup></p><p>1. <i>Decides</i> to act;</p><p>2. <i>Approves</i>:</p>
<table><tr><td>Rivers</td><td>5</td></tr></table><p><sup>1</sup> Resolution 47/193.</p>
</body></html>"""


def test_blocks_styles_tables_and_notes_are_read() -> None:
    document = read_source(PAGE.encode()).document
    assert document.preamble == (Paragraph("Recalling its resolution 47/193,[^res-47-193]"),)
    assert document.operative == (
        Paragraph("Decides to act;"),
        Paragraph("Approves:"),
        Table(rows=(("Rivers", "5"),)),
    )


def test_what_a_page_shows_nobody_is_set_aside() -> None:
    aside = read_source(PAGE.encode()).set_aside
    assert [(each.reason, each.text) for each in aside] == [
        ("page title", "x"),
        ("style", "16 letters of style"),
    ]


def body(inner: str) -> Document:
    head = "<!DOCTYPE html><html><body><h1>Clean rivers</h1><p><i>The General Assembly</i>,</p>"
    return read_source(f"{head}{inner}</body></html>".encode()).document


def test_items_of_lists_get_the_signs_that_a_browser_sets() -> None:
    document = body(
        "<p><i>Recalling</i> rivers,</p><ol><li><i>Decides</i> to act;<li><i>Requests</i> States:"
        "<ol type=a><li>To report;</li><li>To meet:<ul><li>Here;<li>There.</ul></ol></ol>"
    )
    assert document.operative == (
        Paragraph("Decides to act;"),
        Paragraph("Requests States:", items=(
            Paragraph("To report;"),
            Paragraph("To meet:", items=(
                Paragraph("Here;", number="•"), Paragraph("There."),
            )),
        )),
    )  # fmt: skip


def test_a_number_in_the_words_of_an_item_is_not_doubled() -> None:
    document = body("<ol><li>1. <i>Decides</i> to act;</li><li>2. <i>Requests</i> it.</li></ol>")
    assert document.operative == (Paragraph("Decides to act;"), Paragraph("Requests it."))


def test_notes_that_a_word_processor_links_are_joined_to_their_calls() -> None:
    document = body(
        '<p><i>Recalling</i> rivers,<a href="#_ftn1" name="_ftnref1">[1]</a></p>'
        "<p>1. <i>Decides</i> to act;</p><p>2. <i>Ends</i>.</p>"
        '<div id="ftn1"><p><a href="#_ftnref1">[1]</a> Resolution 47/193.</p></div>'
    )
    assert document.preamble == (Paragraph("Recalling rivers,[^res-47-193]"),)
    assert [note.text for note in document.footnotes] == ["Resolution 47/193."]


def test_hidden_words_and_code_are_listed_and_do_not_hide_what_follows() -> None:
    page = (
        "<html><body><script>let x = 1;</script><div style='display: none'><div>secret</div>"
        "words</div><div hidden>more</div><nav><a href='/'>Home</a></nav>"
        "<p>1. Decides to act;</p><noscript>no</noscript></body></html>"
    )
    found = read_source(page.encode())
    assert [(each.reason, each.text) for each in found.set_aside] == [
        ("script", "10 letters of script"),
        ("hidden text", "secret"),
        ("hidden text", "words"),
        ("hidden text", "more"),
        ("navigation", "Home"),
        ("for pages without scripts", "no"),
    ]
    assert [getattr(each, "text", "") for each in found.document.operative] == ["Decides to act;"]


def test_cells_without_ends_and_deep_pages_are_read_in_linear_time() -> None:
    table = "<table><tr><td>Rivers<td>5<tr><td>Lakes<td>6</table>"
    document = body(f"<p>1. <i>Decides</i> so:</p>{table}<p>2. <i>Ends</i>.</p>")
    assert document.operative[1] == Table(rows=(("Rivers", "5"), ("Lakes", "6")))
    deep = body("<div>" * 50_000 + "<p>1. Decides to act;</p>" + "</b>" * 50_000)
    assert [getattr(each, "text", "") for each in deep.operative] == ["Decides to act;"]


@pytest.mark.parametrize("name", ["A/RES/53/123", "drafts/follow-up-cis-conference"])
def test_our_own_page_comes_back_as_the_same_document(name: str) -> None:
    written = read_document((ROOT / "content" / f"{name}.yaml").read_bytes(), name).document
    assert written
    page = document_page(written, name, Setting("screen"))
    text = render_html(page, Templates([ROOT / "templates"])).text
    found = read_source(text.encode()).document
    assert _with_plain_keys(found) == _with_plain_keys(written)


def _with_plain_keys(document: Document) -> str:
    """Return a document as YAML, its notes named by their order, without the name of its base."""
    bare = replace(document, masthead=replace(document.masthead, base=""))
    text = write_document(bare)
    for number, note in enumerate(document.footnotes, start=1):
        text = re.sub(rf"\[\^{note.key}\]|^  {note.key}:", f"[{number}]", text, flags=re.MULTILINE)
    return " ".join(text.split())
