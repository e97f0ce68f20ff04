"""A redline read for what it means: all findings, by kind and then in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from penholder.compare.meaning.addressees import addressees
from penholder.compare.meaning.figures import citations, deadlines, figures_changed
from penholder.compare.meaning.finding import KINDS, Finding, Meaning
from penholder.compare.meaning.passages import Passage, is_english, note_passages, passages
from penholder.compare.meaning.phrases import hedges, modals, negations, resources
from penholder.compare.meaning.references import astray
from penholder.compare.meaning.reports import reporting_requests
from penholder.compare.meaning.verbs import verbs
from penholder.compare.meaning.whole import paragraphs, parts, surroundings
from penholder.compare.redline import Redline


def meaning(redline: Redline) -> Meaning:
    """Return what two versions mean differently, as far as rules can tell.

    The rules know English; of other languages only what needs no reading is told.
    """
    units = passages(redline)
    is_read = is_english(redline)
    found = [*surroundings(redline), *parts(units), *paragraphs(units)]
    if is_read:
        found += _read(redline, units)
    return Meaning(tuple(sorted(found, key=lambda each: KINDS.index(each.kind))), is_read)


def _read(redline: Redline, units: Sequence[Passage]) -> Iterator[Finding]:
    rules = (
        verbs, addressees, reporting_requests, deadlines, figures_changed, resources, modals,
        negations, hedges,
    )  # fmt: skip
    for rule in rules:
        yield from rule(units)
    yield from citations(units, note_passages(redline))
    yield from (each.told() for each in astray(redline, units))
