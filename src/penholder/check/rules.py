"""All rules, asked in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from penholder.check.endings import endings
from penholder.check.finding import Finding
from penholder.check.instructions import instructions
from penholder.check.numbers import explicit_numbers
from penholder.check.phrases import opening_phrases
from penholder.check.places import unplaced_words
from penholder.check.reading import Reading
from penholder.check.references import footnote_calls, paragraph_references, uncalled_footnotes
from penholder.model.document import Document

Rule = Callable[[Reading], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    footnote_calls,
    uncalled_footnotes,
    paragraph_references,
    explicit_numbers,
    endings,
    opening_phrases,
    unplaced_words,
    instructions,
)


def check(document: Document) -> tuple[Finding, ...]:
    """Return everything the rules find in a document, rule by rule."""
    reading = Reading.of(document)
    return tuple(finding for rule in RULES for finding in rule(reading))
