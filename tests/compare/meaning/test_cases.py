"""Every folder of ``cases`` is two versions and what a reader is told that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compare.test_cases import read_plain

from penholder.compare.meaning.finding import Finding, Meaning
from penholder.compare.meaning.reading import meaning
from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.document import Document

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def meaning_of(before: Document, after: Document) -> Meaning:
    return meaning(redline(before, after, compare(before, after)))


def told(findings: tuple[Finding, ...]) -> str:
    """Return each finding on a line: kind, places, words, note; ``-`` for what is not there."""
    lines = (
        f"{each.kind} | {each.before or '-'} | {each.after or '-'} | {each.words_before or '-'} | "
        f"{each.words_after or '-'}{' | ' if each.note else ''}{each.note}\n"
        for each in findings
    )
    return "".join(lines)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_reader_is_told_what_changed_in_meaning_and_nothing_else(case: Path) -> None:
    before, after = (
        read_plain((case / f"{name}.txt").read_text("utf-8")) for name in ("before", "after")
    )
    expected = (case / "expected.txt").read_text("utf-8")
    assert told(meaning_of(before, after).findings) == expected
    assert meaning_of(before, before).findings == ()
    assert meaning_of(after, after).findings == ()
