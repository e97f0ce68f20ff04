"""What a comparison means, as lines of text: findings by kind, each with its places and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from penholder.compare.meaning.finding import Finding, Kind, Meaning
from penholder.publish.columns import Row, heading, told_rows
from penholder.publish.terminal import Screen

_HEADINGS: dict[Kind, str] = {
    "stronger": "verbs that became stronger",
    "weaker": "verbs that became weaker",
    "verb": "verbs put, left out, or changed for one of another kind",
    "part": "from the preamble to the operative part, or back",
    "addressee": "addressees",
    "reporting request": "requests to report",
    "deadline": "deadlines",
    "session": "sessions",
    "date": "dates and years",
    "period": "periods",
    "citation": "citations",
    "resources": "resources",
    "quantity": "quantities",
    "modal": "may, should, shall",
    "negation": "negations",
    "hedge": "conditions and hedges",
    "paragraph": "paragraphs",
    "reference": "references that now point elsewhere",
    "sponsors": "sponsors",
    "vote": "vote",
}
_ADVICE = "Found by rule, as advice and not as a verdict; the redline shows every word."
_UNREAD = "The rules read English only: words in other languages were not weighed."
_NOTHING = "Nothing was found that changes the meaning."


def meaning_text(meaning: Meaning, names: tuple[str, str], screen: Screen) -> str:
    """Return the findings as text; says so where there is none."""
    lines = [f"--- {names[0]}", f"+++ {names[1]}"]
    for kind, group in groupby(meaning.findings, key=lambda each: each.kind):
        lines += ["", heading(_HEADINGS[kind], screen)]
        lines += told_rows(list(_rows(list(group))), screen)
    lines += ["", *([] if meaning.findings else [_NOTHING])]
    return "\n".join([*lines, _ADVICE if meaning.is_read else _UNREAD])


def _rows(findings: Sequence[Finding]) -> Iterator[Row]:
    for finding in findings:
        note = f" ({finding.note})" if finding.note and finding.kind != "reference" else ""
        yield Row(_place(finding), f"{_words(finding)}{note}")


def _place(finding: Finding) -> str:
    before, after = finding.before, finding.after
    if before and after and before != after:
        return f"{before} -> {after}"
    return after or before or ""


def _words(finding: Finding) -> str:
    if finding.kind == "reference":
        return finding.note
    if not finding.words_before:
        return f"new: {finding.words_after}"
    if not finding.words_after:
        return f"dropped: {finding.words_before}"
    return f"{finding.words_before} -> {finding.words_after}"
