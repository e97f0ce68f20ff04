"""Pairs of versions to try: those of the corpus and known edits, each as one tracked file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.comparing.cases import cases
from benchmarks.comparing.corpus import pairs

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.document import Document
from penholder.publish.docx.word_file import WordSetting, tracked_file

_SEED = 301


@dataclass(frozen=True, slots=True)
class Trial:
    """Two versions and what kind of pair they are."""

    kind: str
    name: str
    before: Document
    after: Document


def trials(generated: int, part: int = 0, parts: int = 1) -> Iterator[Trial]:
    """Yield every pair of the corpus, then as many made by known edits of its documents.

    Of ``parts`` alike only the one counted ``part`` from 0 is made.
    """
    return islice(_trials(generated), part, None, parts)


def _trials(generated: int) -> Iterator[Trial]:
    for pair in pairs():
        yield Trial("real", pair.name, pair.before, pair.after)
    for case in islice(cases([_SEED, _SEED + 1]), 0, generated * _STRIDE, _STRIDE):
        yield Trial(case.kind, case.name, case.before, case.after)


_STRIDE = 3  # odd against fourteen kinds of edits, so that every kind meets every document


def write(trial: Trial, setting: WordSetting, path: Path) -> None:
    """Write the tracked file of a pair."""
    shown = redline(trial.before, trial.after, compare(trial.before, trial.after))
    path.write_bytes(tracked_file(trial.before, trial.after, shown, setting))
