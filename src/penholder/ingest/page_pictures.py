"""Pictures of a source's pages, drawn by a process of their own: a bad file harms nobody else."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from penholder.errors import PenholderError

_PDF_WITHIN = 1024


def page_pictures_of(data: bytes) -> tuple[bytes, ...]:
    """Return a PNG for each page of a PDF; nothing where the source is none, or cannot be drawn."""
    if b"%PDF-" not in data[:_PDF_WITHIN]:
        return ()
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(1, mp_context=context) as child:
        try:
            return child.submit(_drawn, data).result()
        except (PenholderError, BrokenProcessPool):
            return ()


def _drawn(data: bytes) -> tuple[bytes, ...]:
    # Only here: what has no pictures needs no reader of PDFs.
    from penholder.ingest.pdf_pages import page_pictures

    return tuple(page_pictures(data))
