"""The lines that close a text: its meeting, its day, and how it was adopted."""

from __future__ import annotations

import re

from penholder.ingest.adoption import read_closing
from penholder.ingest.growing_body import GrowingBody
from penholder.ingest.masthead import flat
from penholder.ingest.passages import Passage
from penholder.ingest.votes import opens_verdict, read_verdict

_WITH_VERDICT = re.compile(
    r"(?P<closing>.{1,60}? meeting,? \d{1,2} \w+ \d{4}) (?P<verdict>\[?Adopted .*)"
)
_VERDICT_REACH = 8


def take_adoption(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take the meeting and the day, which may stand below the annexes of a text."""
    chapter = body.adopting
    said = read_closing(flat(passage.text)) if not (body.is_annexed and chapter.adopted) else None
    if said is None or not (said.meeting or body.closing):
        return False
    chapter.adopted = said.adoption(body.closing) or chapter.adopted
    body.closing = said
    return True


def take_closing_with_verdict(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take meeting, day and vote where all of them stand in one paragraph."""
    found = _WITH_VERDICT.fullmatch(flat(passage.text))
    said = read_closing(found["closing"]) if found else None
    verdict = read_verdict(found["verdict"]) if found else None
    if said is None or verdict is None or not said.adoption(None):
        return False
    chapter = body.adopting
    chapter.adopted, chapter.verdict = said.adoption(None), verdict
    chapter.verdict_passages = (passage,)
    return True


def take_verdict(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take the lines that tell how a text was adopted: the first, and lists of States."""
    chapter = body.adopting
    if not opens_verdict(flat(passage.text)) or chapter.verdict:
        return False
    ahead = body.ahead(_VERDICT_REACH)
    lines = [flat(each.text) for each in (passage, *ahead)]
    for count in range(len(lines), 0, -1):
        verdict = read_verdict(" ".join(lines[:count]))
        if verdict:
            chapter.verdict = verdict
            chapter.verdict_passages = (passage, *ahead[: count - 1])
            body.at += count - 1
            return True
    return False
