"""The bracket below a heading that says what a resolution rests on."""

from __future__ import annotations

from penholder.model.document import Masthead
from penholder.model.language import Language
from penholder.model.origin import Source


def origin_line(masthead: Masthead, language: Language) -> str:
    """Return what stands in the bracket of origin, in the language of the page where it is known.

    Known are the two English forms: on the report of a committee, and without one.
    """
    source = Source.parse(masthead.origin)
    if source is None or language.code == "en":
        return masthead.origin
    document = f"{source.document}{_paragraphs(source, language)}"
    if not source.committee:
        return language.origin.no_committee.format(source=document)
    committee = next(
        (each for name, each in language.committees.items() if source.committee.endswith(name)),
        None,
    )
    if committee is None:
        return masthead.origin
    return language.origin.report.format(committee=committee.report_of, source=document)


def _paragraphs(source: Source, language: Language) -> str:
    if not source.paragraphs:
        return ""
    origin = language.origin
    pattern = origin.paragraphs if source.is_several else origin.paragraph
    return pattern.format(number=source.paragraphs)
