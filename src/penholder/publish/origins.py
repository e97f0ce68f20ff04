"""The bracket below a heading that says what a resolution rests on."""

from __future__ import annotations

import re

from penholder.model.document import Masthead
from penholder.model.language import Language

_REPORT = re.compile(r"on the report of (?P<committee>.+?) \((?P<source>[A-Z]+/.+)\)")
_NO_COMMITTEE = re.compile(r"without reference to a Main Committee \((?P<source>[A-Z]+/.+)\)")
_PARAGRAPH = re.compile(r", para(?P<several>s)?\. (?P<number>[\d–-]+)")


def origin_line(masthead: Masthead, language: Language) -> str:
    """Return what stands in the bracket of origin, in the language of the page where it is known.

    Known are the two English forms: on the report of a committee, and without one.
    """
    text, origin = masthead.origin, language.origin
    report = _REPORT.fullmatch(text)
    named = report["committee"] if report else ""
    known = next((each for each in _committees(language) if each[0] == named), None)
    if report and known:
        source = _source(report["source"], language)
        return origin.report.format(committee=known[1], source=source)
    alone = _NO_COMMITTEE.fullmatch(text)
    if alone:
        return origin.no_committee.format(source=_source(alone["source"], language))
    return text


def _committees(language: Language) -> tuple[tuple[str, str], ...]:
    """Return each committee as an English report names it, and as this language does."""
    return tuple((f"the {name}", each.report_of) for name, each in language.committees.items())


def _source(text: str, language: Language) -> str:
    def set_paragraph(found: re.Match[str]) -> str:
        origin = language.origin
        pattern = origin.paragraphs if found["several"] else origin.paragraph
        return pattern.format(number=found["number"])

    return _PARAGRAPH.sub(set_paragraph, text)
