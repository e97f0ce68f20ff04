"""Whether the PDFs we print keep the rules of PDF/UA-1 and PDF/A-2 that can be checked here.

    python -m benchmarks.conformance [FOLDER]      default: ../shared/corpus, $PENHOLDER_CORPUS

Every PDF of the folder is imported and printed again; the documents of content/, their working
copies, a redline in all views and a volume come along. Each file is asked by every rule and by
qpdf, and read by its tags: the words, in their order, are those of the page. What is told is
"checked", not "conformant": that word is veraPDF's, which no registry here carries.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
from benchmarks.conforming import content, files, tree
from benchmarks.conforming.reading import speaks_in_order
from benchmarks.conforming.samples import sample_pages, texts_of
from benchmarks.official import CORPUS, page_again, pressed

from penholder.errors import PenholderError
from penholder.publish.html import Html
from penholder.publish.volume_jobs import VolumeJob

RULES = (*files.RULES, *tree.RULES, *content.RULES)
_MOST = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Check and print; return 0 where no rule finds anything."""
    folder = Path(*(arguments or sys.argv[1:])) if (arguments or sys.argv[1:]) else CORPUS
    documents = sorted(folder.rglob("*.pdf"))
    if not documents:
        print(f"no PDF below {folder}: the samples alone are checked")
    with ProcessPoolExecutor(2) as workers:
        outcomes = [*workers.map(_of_official, documents), *workers.map(_of_sample, sample_pages())]
    unprinted = [(name, fault) for name, fault, _ in outcomes if fault]
    for name, fault in unprinted:
        print(f"{name}: not printed: {fault}")
    found = Counter[str]()
    for name, _, findings in outcomes:
        for finding in findings[:_MOST]:
            print(f"{name}: {finding}")
        found.update(finding.partition(":")[0] for finding in findings)
    for rule, count in found.most_common():
        print(f"{count:6} {rule}")
    checked = len(outcomes) - len(unprinted)
    print(
        f"{checked} files checked by {len(RULES)} rules, qpdf and a reading by the tags:"
        f" {found.total()} findings, target 0 {'ok' if not found else 'MISSED'}"
        f" ({len(unprinted)} not printed)"
    )
    return 1 if found else 0


def _of_official(path: Path) -> tuple[str, str, list[str]]:
    return _outcome(path.stem, partial(page_again, path))


def _of_sample(sample: tuple[str, Html | VolumeJob]) -> tuple[str, str, list[str]]:
    return _outcome(sample[0], lambda: sample[1])


def _outcome(name: str, make: Callable[[], Html | VolumeJob]) -> tuple[str, str, list[str]]:
    """Return the name of a file, what kept it from being printed, and what the rules found."""
    try:
        html = make()
        pdf = pressed(html)
    except PenholderError as error:
        return name, str(error), []
    return name, "", list(findings(pdf, texts_of(html)))


def findings(data: bytes, pages: Sequence[str]) -> Iterator[str]:
    """Yield everything that the rules find in a file printed of HTML, each after its rule."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for rule in RULES:
            for finding in rule(pdf):
                yield f"{rule.__name__}: {finding}"
        for finding in speaks_in_order(pdf, pages):
            yield f"speaks_in_order: {finding}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        path.write_bytes(data)
        ended = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
        if ended.returncode:
            yield f"qpdf: {ended.stderr.decode(errors='replace').strip()[:200]}"


if __name__ == "__main__":
    sys.exit(main())
