"""How many changes in meaning between real texts the summary tells, and how many of these rightly.

The truth was made by hand from a comparison of words, before the program was asked, on pairs that
no test and no rule was made with: ``meant/truth.tsv``. A finding that it names (``must``) is to be
told; one that it allows (``may``) is right and need not be; any other is wrong. ``-`` is no place
in that version, ``*`` any; ``words`` stand in the finding, of a paragraph in its text.

The documents are those of ../shared/corpus, or of $PENHOLDER_CORPUS; without them nothing is
measured. ``python -m benchmarks.meaning -v`` prints what is missed and what is wrong.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from benchmarks.comparing.corpus import CORPUS, read
from benchmarks.timing import Figure, tell

from penholder.compare.meaning.finding import Finding
from penholder.compare.meaning.reading import meaning
from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.outline import outline

TRUTH = Path(__file__).parent / "meant" / "truth.tsv"
LEAST_RIGHT = 0.95
LEAST_TOLD = 0.9
Row = dict[str, str]


@dataclass(slots=True)
class Verdict:
    """The findings of one pair: those told rightly and wrongly, and the rows that were missed."""

    right: list[Finding] = field(default_factory=list)
    wrong: list[Finding] = field(default_factory=list)
    met: list[Row] = field(default_factory=list)
    missed: list[Row] = field(default_factory=list)


def main(asked: Sequence[str]) -> int:
    """Print precision and recall, each pair's and all; return 0 where both targets are met."""
    if not CORPUS.is_dir():
        print(f"the corpus of real documents is not at {CORPUS.name}: nothing is measured")
        return 0
    verdicts = {name: judged(*name, rows) for name, rows in truths()}
    for (before, after), verdict in verdicts.items():
        wanted = len(verdict.met) + len(verdict.missed)
        count = len(verdict.right) + len(verdict.wrong)
        print(f"{before} > {after}: {len(verdict.met)} of {wanted} told, {len(verdict.right)} of "
              f"{count} right")  # fmt: skip
        if "-v" in asked:
            for row in verdict.missed:
                print("  missed", *list(row.values())[3:])
            for each in verdict.wrong:
                print("  wrong ", each)
    return tell(list(_figures(verdicts.values())))


def truths() -> Iterator[tuple[tuple[str, str], list[Row]]]:
    """Yield the names of each pair with the rows of its truth."""
    with TRUTH.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for name, found in groupby(rows, key=lambda row: (row["before"], row["after"])):
        yield name, list(found)


def judged(before: str, after: str, rows: Sequence[Row]) -> Verdict:
    """Return what the summary of a pair tells, beside its truth."""
    earlier, later = (read(CORPUS / "text" / f"{name}.txt") for name in (before, after))
    shown = redline(earlier, later, compare(earlier, later))
    texts = _texts(earlier), _texts(later)
    verdict = Verdict()
    left = [row for row in rows if row["demand"] == "must"]
    for finding in meaning(shown).findings:
        row = next((row for row in rows if is_told(row, finding, texts)), None)
        (verdict.right if row else verdict.wrong).append(finding)
        verdict.met += [row for row in left if is_told(row, finding, texts)]
        left = [row for row in left if row not in verdict.met]
    verdict.missed = left
    return verdict


def is_told(row: Row, finding: Finding, texts: Sequence[dict[str, str]]) -> bool:
    """Whether a finding tells what a row of the truth says."""
    if finding.kind not in row["kind"].split("|"):
        return False
    places = zip((row["at_before"], row["at_after"]), (finding.before, finding.after), strict=True)
    if not all(wanted in ("*", found or "-") for wanted, found in places):
        return False
    said = [finding.words_before, finding.words_after, finding.note]
    if finding.kind == "paragraph":
        said += [texts[0].get(finding.before or "", ""), texts[1].get(finding.after or "", "")]
    return row["words"] == "*" or any(row["words"] in words for words in said)


def _texts(document: Document) -> dict[str, str]:
    named = zip(labels(document), outline(document), strict=True)
    return {label.address: unit.text for label, unit in named}


def _figures(verdicts: Iterable[Verdict]) -> Iterator[Figure]:
    all_of = list(verdicts)
    right, wrong = (sum(len(getattr(v, name)) for v in all_of) for name in ("right", "wrong"))
    met, missed = (sum(len(getattr(v, name)) for v in all_of) for name in ("met", "missed"))
    yield Figure("summary: findings that are wrong, share", [wrong / (right + wrong)],
                 1 - LEAST_RIGHT, "")  # fmt: skip
    yield Figure("summary: changes in meaning not told, share", [missed / (met + missed)],
                 1 - LEAST_TOLD, "")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
