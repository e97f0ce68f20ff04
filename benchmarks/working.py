"""Working copies of real documents: every word there, on the sheet, and none over another.

    python -m benchmarks.working [FILE ...]     default: every twentieth PDF of the corpus

Each document is imported and printed plainly, in every form, and in forms joined. The words are
those of poppler; those of the plain page are to stand in each copy as often, running heads apart.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from benchmarks.official import CORPUS, pressed, templates

from penholder.errors import PenholderError
from penholder.ingest.reading import read_source
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.working import FORMS, Form

_EVERY = 20
_WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>'
)
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_NO_LETTERS = re.compile(r"[\W\d_]")
_JOINED: tuple[tuple[Form, ...], ...] = (
    ("paragraph-ids", "line-numbers", "wide-margin", "watermark"),
    ("line-numbers", "double-spaced", "booklet"),
    ("paragraph-ids", "double-spaced", "watermark", "large-print"),
)
_HEADS = 70.0
_OVER = 0.3
_TALL = 30.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box, in points from the top left of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def shared_with(self, other: Word) -> float:
        """Return which share of the smaller of two boxes lies in both."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min(each.area for each in (self, other))
        return max(0.0, width) * max(0.0, height) / smaller if smaller else 0.0

    @property
    def area(self) -> float:
        """The area of the box; only half of its height is taken, for lines stand close."""
        return (self.right - self.left) * (self.bottom - self.top)


def main(files: Sequence[Path]) -> int:
    """Print and look; return 0 where nothing is wrong with any copy."""
    files = files or sorted((CORPUS / "pdf").glob("*.pdf"))[::_EVERY]
    if not files:
        print("skipped: no PDF; name some, or set PENHOLDER_CORPUS")
        return 0
    with ProcessPoolExecutor(2) as workers:
        outcomes = list(workers.map(looked_at, files))
    found = [finding for _, findings in outcomes for finding in findings]
    for finding in found:
        print(finding)
    copies = sum(count for count, _ in outcomes)
    verdict = "ok" if not found else "MISSED"
    print(f"{copies} copies of {len(files)} documents: {len(found)} findings, target 0 {verdict}")
    return 1 if found else 0


def looked_at(file: Path) -> tuple[int, list[str]]:
    """Return how many copies of a document were made, and what is wrong with them."""
    try:
        plain = printed(file, ())
    except PenholderError as error:
        return 0, [f"{file.stem}: not printed: {error}"]
    copies = [*((form,) for form in FORMS), *_JOINED]
    found = []
    for forms in copies:
        for finding in _findings(plain, file, forms):
            found.append(f"{file.stem} as {'+'.join(forms)}: {finding}")
    return len(copies), found


def _findings(plain: list[list[Word]], file: Path, forms: tuple[Form, ...]) -> Iterator[str]:
    try:
        pages = printed(file, forms)
    except PenholderError as error:
        yield f"not printed: {error}"
        return
    missing = _letters(plain) - _letters(pages)
    if missing and "large-print" not in forms:
        yield f"{missing.total()} words fewer: {dict(missing.most_common(3))}"
    for number, page in enumerate(pages, 1):
        yield from (f"page {number}: {finding}" for finding in _laid_over(page))


def _laid_over(page: list[Word]) -> Iterator[str]:
    # The letters of the watermark lie behind the words.
    words = [word for word in page if word.bottom - word.top < _TALL and word.text.strip()]
    for word in words:
        if word.left < 0 or word.top < 0:
            yield f"{word.text!r} is off the sheet"
    for one, other in combinations(words, 2):
        if one.shared_with(other) > _OVER:
            yield f"{one.text!r} and {other.text!r} stand over one another"


def printed(file: Path, forms: tuple[Form, ...]) -> list[list[Word]]:
    """Return the words of an imported document's copy, by page."""
    document = read_source(file.read_bytes()).document
    page = document_page(document, file.stem, Setting(working=forms))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.pdf"
        path.write_bytes(pressed(render_html(page, templates())))
        told = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    pages: list[list[Word]] = []
    for line in told.stdout.decode("utf-8").splitlines():
        if _PAGE.search(line):
            pages.append([])
        elif match := _WORD.search(line):
            left, top, right, bottom = map(float, match.groups()[:4])
            middle = (bottom - top) / 4
            pages[-1].append(Word(match[5], left, top + middle, right, bottom - middle))
    return pages


def _letters(pages: list[list[Word]]) -> Counter[str]:
    """Return the words below the running heads, without figures and stops."""
    words = (word for page in pages for word in page if word.top > _HEADS)
    return Counter(filter(None, (_NO_LETTERS.sub("", word.text) for word in words)))


if __name__ == "__main__":
    sys.exit(main([Path(each) for each in sys.argv[1:]]))
