"""HTML pages, our own among them, become documents."""

from __future__ import annotations

from pathlib import Path

from penholder.ingest.reading import read_source
from penholder.model.blocks import Paragraph, Table

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
    assert [(each.reason, each.text) for each in aside] == [("page title", "x")]
