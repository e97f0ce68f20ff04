"""What stands above the paragraphs of a body: organ lines, annexes, parts, sections, headings."""

from __future__ import annotations

import re

from penholder.ingest.growing_body import GrowingBody
from penholder.ingest.growth import Chapter
from penholder.ingest.listings import lists_unmarked, may_be_item
from penholder.ingest.markers import marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.passages import Passage
from penholder.ingest.shape import (
    ANNEX,
    LETTER,
    ROMAN,
    heading_level,
    is_closed,
    is_heading,
    is_organ_line,
)
from penholder.model.blocks import Heading, Section
from penholder.model.wording import plain

_PART_REACH = 4


def take_organ_line(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take ``The General Assembly,`` where nothing of its chapter stands above it."""
    chapter = body.chapter
    is_first = not chapter.organ_line and not (chapter.preamble or chapter.operative)
    if body.is_annexed or not is_first or not is_organ_line(passage):
        return False
    chapter.organ_line = flat(passage.text)
    return True


def take_annex(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take the line that opens an annex or appendix, with the titles below it."""
    found = ANNEX.fullmatch(flat(passage.text))
    if not found:
        return False
    is_inner = found["kind"].lower() != "annex" and body.chapters[-1].kind == "annex"
    body.open(Chapter("appendix" if is_inner else "annex", found["number"]))
    body.chapter.title += _titles(body)
    return True


def take_part(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take the letter of a part, with the titles between it and its organ line."""
    text = flat(passage.text)
    ahead = body.ahead(_PART_REACH)
    before = next((i for i, each in enumerate(ahead) if is_organ_line(each)), -1)
    if not LETTER.fullmatch(text) or before < 0:
        return False
    body.open(Chapter("part", text))
    titles = body.passages[body.at : body.at + before]
    body.chapter.title += [body.mark(each.runs, order) for order, each in titles]
    body.at += before
    return True


def take_section(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take the roman numeral of a section, with the titles below it."""
    text = flat(passage.text)
    if not ROMAN.fullmatch(text):
        return False
    body.leave_preamble()
    body.blocks.append(Section(" ".join(_titles(body)), text))
    return True


def take_heading(body: GrowingBody, order: int, passage: Passage) -> bool:
    """Take a heading between paragraphs; below a preamble it opens the operative part."""
    is_plain = passage.indent is None and marker_of(flat(passage.text)) is not None
    if is_plain or not is_heading(passage):
        return False
    if body.top and not is_closed(plain(body.top.text)) and passage.indent is None:
        return False
    if may_be_item(passage) and lists_unmarked(body):
        return False
    is_preamble = flat(passage.text) == "Preamble" and not body.chapter.operative
    if not is_preamble and (body.chapter.operative or not body.chapter.preamble):
        body.leave_preamble()
    body.quoted = None
    body.blocks.append(Heading(body.mark(passage.runs, order), heading_level(passage)))
    body.top = None
    return True


def _titles(body: GrowingBody) -> list[str]:
    """Return the headings that follow at once, as the title of what was opened."""
    titles: list[str] = []
    first: Passage | None = None
    while body.at < len(body.passages):
        order, passage = body.passages[body.at]
        is_like = first is None or _look(first) == _look(passage)
        if not (is_like and is_heading(passage) and not _is_numbered(passage)):
            break
        titles.append(body.mark(passage.runs, order))
        first = first or passage
        body.at += 1
        if passage.indent is None:
            break
    return titles


def _look(passage: Passage) -> tuple[bool, float]:
    return passage.is_bold, round(passage.lines[0].size)


def _is_numbered(passage: Passage) -> bool:
    text = flat(passage.text)
    return bool(re.match(r"(?:[IVXL]+|[A-Z]|\d+)\. ", text) or ROMAN.fullmatch(text))
