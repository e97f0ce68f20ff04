"""What a passage is by its look: heading, organ line, annex, roman numeral."""

from __future__ import annotations

import re

from penholder.ingest.markers import marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.passages import Passage
from penholder.model.document import ORGANS

ROMAN = re.compile(r"(?=[IVX])X{0,4}(?:IX|IV|V?I{0,3})")
LETTER = re.compile(r"[A-Z]")
ANNEX = re.compile(
    r"(?P<kind>Annex|Appendix|Enclosure)(?: (?P<number>[IVXLC]+|[A-Z]|\d+))?(?P<star>\*?)",
    re.IGNORECASE,
)
_ORGAN_LINE = re.compile(rf"The (?:{'|'.join(ORGANS)}),?")
_ENDS = (".", ",", ";", ":", " and", " or")
_LONGEST_HEADING = 300


def is_organ_line(passage: Passage) -> bool:
    """Whether a passage is ``The General Assembly,`` or its like."""
    return bool(_ORGAN_LINE.fullmatch(flat(passage.text)))


def is_heading(passage: Passage) -> bool:
    """Whether a passage is a heading: bold or italic throughout, or short and without an end."""
    text = flat("".join(run.text for run in passage.runs if not run.raised))
    if not text or len(text) > _LONGEST_HEADING or text[0].islower() or _is_listed(text):
        return False
    if passage.is_bold:
        return True
    return not is_closed(text) and (passage.indent is None or is_italic(passage))


def _is_listed(text: str) -> bool:
    """Whether a figure or bullet counts a text; a year that begins a heading counts nothing."""
    return not text[0].isalpha() and text[0] not in '“"(' and marker_of(text) is not None


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence or clause does."""
    return text.rstrip('”’"*] ').endswith(_ENDS)


def is_italic(passage: Passage) -> bool:
    """Whether every letter of a passage is italic."""
    return all(run.italic for run in passage.runs if run.text.strip() and not run.raised)


def heading_level(passage: Passage) -> int:
    """Return the level of a heading, 1 to 4, by its numeral and type."""
    text = flat(passage.text)
    if re.match(r"[IVXL]+\. ", text):
        return 1
    if re.match(r"[A-Z]\. ", text):
        return 2
    return 4 if is_italic(passage) and not passage.is_bold else 3
