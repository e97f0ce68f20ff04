"""An official PDF is imported and printed again, for measurements to hold one against the other."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from benchmarks.timing import ROOT

from penholder.ingest.reading import read_source
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.pdf import Press
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", ROOT.parent / "shared" / "corpus"))


def printed_again(official: Path) -> bytes:
    """Return our PDF of an official one; raises PenholderError where it cannot be had."""
    return _press().render(printed_html(official))


def printed_html(official: Path) -> str:
    """Return the HTML for the printer of an official PDF; raises PenholderError as above."""
    document = read_source(official.read_bytes()).document
    page = document_page(document, official.stem, Setting("print", "letter"))
    return render_html(page, _templates()).text


@cache
def _press() -> Press:
    return Press()


@cache
def _templates() -> Templates:
    return Templates(template_folders(None))
