"""The fields of a first page by their place on it, against those that a document has.

Every field is looked for where the Secretariat's style puts it (un-conventions 1.1), and nowhere
else: the symbol right above the first rule, distribution and dates in the right column, session
to agenda item at the left margin, heading, origin or sponsors and title on the text's own margin,
told apart by the size of their letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from benchmarks.ingest.tokens import even
from benchmarks.ingest.witness import Row, Sheet, rows_of

from penholder.model.calendar import written_date
from penholder.model.document import Adoption, Document
from penholder.model.wording import plain
from penholder.publish.closings import adoption_lines
from penholder.publish.derived import agenda_line, heading_lines, sponsor_line, title_number
from penholder.publish.languages import PACKAGED

_RIGHT_COLUMN, _MARGIN = 380, 115
_TOP_ROW = 66 / 792
_HEADING, _LARGE = 15.0, 12.5
_AGENDA = re.compile(r"Agenda items? \d.*")
_LANGUAGE = "(?:Arabic|Chinese|English|French|Russian|Spanish)"
_MEETING = re.compile(r"\d+\w\w (?:\(resumed\) )?(?:plenary )?meeting")

Said = dict[str, str]


def page_masthead(sheets: Sequence[Sheet]) -> Said:
    """Return what the first page says in the place of each field, and the last of the body."""
    first = sheets[0]
    rows = rows_of(first.letterhead)
    top = [row for row in rows if row.bottom < _TOP_ROW * first.height]
    column = [
        " ".join(word.letters for word in row.words if word.left > _RIGHT_COLUMN)
        for row in rows
        if row not in top
    ]
    below = [word for row in rows if row not in top for word in row.words]
    organ = [word.letters for word in below if word.left < _RIGHT_COLUMN]
    said = {
        "symbol": "".join(w.letters for row in top for w in row.words if w.left > _RIGHT_COLUMN),
        "organ": " ".join(organ),
    }
    return said | _column(column) | _left(first.rows) | _title(first.rows) | _closing(sheets)


def _column(rows: Sequence[str]) -> Said:
    """Return distribution, dates and language from the right column."""
    told = [row for row in rows if row]
    return {
        "distribution": _after("Distr.: ?", told),
        "issued": next((row for row in told if re.fullmatch(r"\d+ \w+ \d{4}", row)), ""),
        "reissued": _after(r"\*? ?Re-?issued for technical reasons on ", told).rstrip("."),
        "original": _after("Original: ?", told) or _after(f"(?={_LANGUAGE}$)", told),
    }


def _after(form: str, rows: Sequence[str]) -> str:
    found = (re.match(form, row) for row in rows)
    return next((match.string[match.end() :] for match in found if match), "")


def _left(rows: Sequence[Row]) -> Said:
    """Return session, committee, agenda items and their titles: what is set on the outer margin."""
    block = list(takewhile(lambda row: row.left < _MARGIN and not _hangs(row), rows))
    committee = [row.text for row in block[1:] if row.height > _LARGE]
    others = [row.text for row in block[1:] if row.height <= _LARGE]
    agenda = list(takewhile(lambda text: _AGENDA.fullmatch(text), others))
    return {
        "session": " ".join(row.text for row in block[:1]),
        "committee": " ".join(committee),
        "agenda": " ".join(agenda),
        "agenda titles": " ".join(others[len(agenda) :]),
    }


def _hangs(row: Row) -> bool:
    """Whether a row is a number that hangs before the title."""
    return bool(re.match(r"[\w-]+/\d+(?: [A-Z])?\.", row.text)) and row.left > 62


def _title(rows: Sequence[Row]) -> Said:
    """Return heading, origin, sponsors, and number and title, by their size and order."""
    below = [row for row in rows if row.left >= _MARGIN or _hangs(row)]
    title = _unbroken([row for row in below if _LARGE < row.height <= _HEADING])
    start = below.index(title[0]) if title else 0
    heading = [row.text for row in below[:start] if row.height > _HEADING]
    above = [row.text for row in below[:start] if row.height <= _LARGE]
    is_adopted = bool(heading)
    return {
        "heading": " ".join(heading),
        "origin": " ".join(above) if is_adopted else "",
        "sponsors": "" if is_adopted else " ".join(above),
        "title": " ".join(row.text for row in title),
    }


def _unbroken(rows: Sequence[Row]) -> list[Row]:
    """Return the first of rows that follow one another without a gap."""
    kept = list(rows[:1])
    for row in rows[1:]:
        if row.bottom - kept[-1].bottom > 1.3 * row.height:
            break
        kept.append(row)
    return kept


def _closing(sheets: Sequence[Sheet]) -> Said:
    """Return the last lines that stand at the right: meeting and day of adoption."""
    found = ""
    for sheet in sheets:
        rows = [row for row in sheet.rows if row.left > 300]
        for one, other in pairwise(rows):
            if _MEETING.fullmatch(one.text):
                found = found or f"{one.text} {other.text}"
    return {"adoption": found}


def document_masthead(document: Document) -> Said:
    """Return what a document has in each field, as a page would print it."""
    masthead = document.masthead
    adopted = document.adopted or _part_adoption(document)
    language = PACKAGED.of(masthead.language)
    return {
        "symbol": str(masthead.symbol or ""),
        "organ": masthead.organ,
        "distribution": masthead.distribution,
        "issued": written_date(masthead.issued) if masthead.issued else "",
        "reissued": written_date(masthead.reissued) if masthead.reissued else "",
        "original": masthead.original,
        "session": masthead.session.name if masthead.session else "",
        "committee": masthead.committee,
        "agenda": agenda_line(masthead.agenda_items, language),
        "agenda titles": " ".join(masthead.agenda_titles),
        "heading": " ".join(heading_lines(document, language)),
        "origin": f"[{masthead.origin}]" if masthead.origin else "",
        "sponsors": sponsor_line(masthead, language),
        "title": f"{title_number(document, language)} {plain(document.title)}",
        "adoption": " ".join(adoption_lines(adopted, language)),
    }


def _part_adoption(document: Document) -> Adoption | None:
    return next((part.adopted for part in document.parts if part.adopted), None)


def doubts(page: Said, document: Said) -> Iterator[str]:
    """Yield the fields that differ from what stands in their place."""
    for field, printed in page.items():
        if _letters(printed) != _letters(document[field]):
            yield f"{field}: the page has {printed!r}, the document {document[field]!r}"


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", even(text)).rstrip("*")
