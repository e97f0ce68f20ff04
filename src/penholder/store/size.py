"""How large a document file may be."""

from __future__ import annotations

from penholder.errors import Problem

LARGEST = 5 * 1024 * 1024


def oversized(size: int) -> Problem:
    """Return the problem of a file of ``size`` bytes, more than the cap."""
    what = f"{size:,} bytes; a document has at most {LARGEST:,}"
    return Problem("E-SIZE", what, "split the document, or move tables into an annex", place=(1, 1))
