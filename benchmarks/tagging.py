"""What PDF/A-2a beside PDF/UA-1, and tags in order, cost: the same pages with and without them.

    python -m benchmarks.tagging [FILE ...]     default: six PDFs of the corpus, and the sample

Both are printed by one warm press, in turn; the time is that of the processor.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.conforming.samples import sample_pages
from benchmarks.official import CORPUS, page_again, pressed
from benchmarks.timing import Figure, tell

from penholder.publish import pdf as door
from penholder.publish.html import Html

ROUNDS = 5
_EVERY = 30
TIME_TARGET, BYTES_TARGET = 1.1, 1.25


def main() -> int:
    """Measure and print; return 0 where both targets are met."""
    files = [Path(each) for each in sys.argv[1:]]
    files = files or sorted((CORPUS / "pdf").glob("*.pdf"))[::_EVERY]
    pages = [page_again(file) for file in files] + [_sample()]
    times: list[float] = []
    for _ in range(ROUNDS):
        times += (_seconds(page) / _plain_seconds(page) for page in pages)
    sizes = [len(pressed(page)) / _plain_size(page) for page in pages]
    return tell(
        [
            Figure("time with PDF/A-2a and tags in order / without", times, TIME_TARGET),
            Figure("bytes with them / without", sizes, BYTES_TARGET),
        ]
    )


def _sample() -> Html:
    page = sample_pages()[0][1]
    assert isinstance(page, Html)
    return page


@contextmanager
def _as_weasyprint_does() -> Iterator[None]:
    """Have the press write what WeasyPrint's own PDF/UA-1 is, inside the block."""
    before = door._written
    door._written = _plainly
    try:
        yield
    finally:
        door._written = before


def _plainly(document: Any, forms: frozenset[str]) -> bytes:
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1"))


def _seconds(page: Html) -> float:
    begun = process_time()
    pressed(page)
    return process_time() - begun


def _plain_seconds(page: Html) -> float:
    with _as_weasyprint_does():
        return _seconds(page)


def _plain_size(page: Html) -> int:
    with _as_weasyprint_does():
        return len(pressed(page))


if __name__ == "__main__":
    sys.exit(main())
