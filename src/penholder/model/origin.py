"""What a resolution rests on, as documents store it in English: a report, or no committee's."""

from __future__ import annotations

import re
from dataclasses import dataclass

_REPORT = re.compile(r"on the report of (?P<committee>.+?) \((?P<source>[A-Z]+/.+)\)")
_NO_COMMITTEE = re.compile(r"without reference to a Main Committee \((?P<source>[A-Z]+/.+)\)")
_PARAGRAPH = re.compile(r", para(?P<several>s)?\. (?P<number>[\d–-]+)")


@dataclass(frozen=True, slots=True)
class Source:
    """A committee (``the Third Committee``, or nothing), and the document that brought the text.

    ``paragraphs`` is the number of its paragraph or paragraphs, if any was named.
    """

    committee: str
    document: str
    paragraphs: str = ""
    is_several: bool = False

    @classmethod
    def parse(cls, text: str) -> Source | None:
        """Return what an origin says, None where it is in other words."""
        report = _REPORT.fullmatch(text)
        found = report or _NO_COMMITTEE.fullmatch(text)
        if not found:
            return None
        committee = report["committee"] if report else ""
        paragraph = _PARAGRAPH.search(found["source"])
        if paragraph is None or paragraph.end() < len(found["source"]):
            return cls(committee, found["source"])
        document = found["source"][: paragraph.start()]
        return cls(committee, document, paragraph["number"], bool(paragraph["several"]))
