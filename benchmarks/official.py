"""An official PDF is imported and printed again, for measurements to hold one against the other."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from benchmarks.timing import ROOT

from penholder.errors import PenholderError
from penholder.ingest.hand_setting import read_with_setting
from penholder.ingest.reading import read_source
from penholder.model.document import Document
from penholder.model.hand_setting import NOTHING_BY_HAND, HandSetting
from penholder.publish.bindery import bind
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import Html, render_html
from penholder.publish.pdf import Press
from penholder.publish.pressroom import Pressroom
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates
from penholder.publish.volume_jobs import VolumeJob

CORPUS = Path(os.environ.get("PENHOLDER_CORPUS", ROOT.parent / "shared" / "corpus"))


def printed_again(official: Path) -> bytes:
    """Return our PDF of an official one; raises PenholderError where it cannot be had."""
    return pressed(page_again(official))


def printed_by_hand(official: Path) -> bytes:
    """Return the same, its lines and letters as the page shows that an editor set them."""
    found = read_with_setting(official.read_bytes())
    return pressed(page_of(found.document, official.stem, found.hand))


def page_again(official: Path) -> Html:
    """Return the HTML that the press is given for an official document."""
    return page_of(read_source(official.read_bytes()).document, official.stem)


def page_of(document: Document, name: str, hand: HandSetting = NOTHING_BY_HAND) -> Html:
    """Return the HTML that the press is given for a document."""
    setting = Setting("print", "letter", hand=hand)
    return render_html(document_page(document, name, setting), templates())


def printed(document: Document, name: str) -> bytes:
    """Return the PDF of a document; raises PenholderError, E-GLYPH where a letter has no font."""
    return pressed(page_of(document, name))


def pressed(html: Html | VolumeJob) -> bytes:
    """Return the PDF of a page or a volume; raises PenholderError where it cannot be had."""
    if isinstance(html, VolumeJob):
        return _bound(html)
    return _press().render(html.text, needs=html.needs)


def _bound(volume: VolumeJob) -> bytes:
    with Pressroom(workers=1) as pressroom:
        printed = bind(pressroom, volume)
    if isinstance(printed, PenholderError):
        raise printed
    return printed


@cache
def _press() -> Press:
    return Press()


@cache
def templates() -> Templates:
    """Return the templates of the program."""
    return Templates(template_folders(None))
