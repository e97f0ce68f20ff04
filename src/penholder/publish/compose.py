"""A document becomes the page that templates print."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from penholder.model.document import Document
from penholder.model.hand_setting import NOTHING_BY_HAND, HandSetting
from penholder.model.language import Language
from penholder.model.segment import Segment, whole
from penholder.publish import derived
from penholder.publish.blocks import blocks_of
from penholder.publish.distribution import (
    block_language,
    distribution_lines,
    is_official,
    reissue_note,
)
from penholder.publish.fonts import TYPESCRIPT
from penholder.publish.hand_lines import set_by_hand
from penholder.publish.languages import PACKAGED, Languages
from penholder.publish.lines import document_lines
from penholder.publish.marks import session_name
from penholder.publish.measures import measures_of
from penholder.publish.origins import origin_line
from penholder.publish.page import Masthead, Medium, Page, Paper, Setup, View
from penholder.publish.runs import Notes, RunSetter, note_openings, reference_numbers
from penholder.publish.working import Form

_SYMBOL = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]*(?:/[A-Za-z0-9.\-]*[A-Za-z0-9])+")
"""Document symbols in a text, ``A/CONF.2/108/Rev.1``; one in Latin letters may be broken."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How to set a page, apart from what it says.

    ``view`` is that of a redline, ``working`` the forms of a working copy. ``paper`` is empty for
    the paper of the organ's seat: A4 in Geneva, letter in New York. ``hand`` is what an editor set
    by hand in the one document that is printed.
    """

    medium: Medium = "print"
    paper: Paper | Literal[""] = ""
    emblem: str = ""
    view: View = "inline"
    languages: Languages = PACKAGED
    working: tuple[Form, ...] = ()
    hand: HandSetting = NOTHING_BY_HAND

    def language_of(self, document: Document) -> Language:
        """Return the language a document is printed in; raises UnreadableError E-WORDS."""
        return self.languages.of(document.masthead.language)


def document_page(document: Document, name: str, setting: Setting) -> Page:
    """Return the page of a document; ``name`` is what it is called where it has no symbol."""
    texts = {note.key: (Segment("equal", note.text),) for note in document.footnotes}
    language = setting.language_of(document)
    notes = Notes(document, texts, note_openings(document), language=language)
    numbers = reference_numbers(document, language)
    setter = RunSetter(notes, numbers, numbers)
    page = empty_page(document, name, setting)
    title = setter.runs(whole("equal", document.title), opens=False)
    blocks = blocks_of(document, document_lines(document), setter)
    page = replace(page, title=title, blocks=blocks, notes=notes.gathered())
    return set_by_hand(page, setting.hand)


def empty_page(document: Document, name: str, setting: Setting) -> Page:
    """Return the page of a document without its title, body and notes."""
    masthead = document.masthead
    language = setting.language_of(document)
    is_resolution = masthead.kind == "resolution"
    return Page(
        language=masthead.language,
        setup=_setup(document, language),
        name=str(masthead.symbol or name),
        running_symbol=str(masthead.symbol or name),
        running_title=language.spaced(derived.unmarked(document.title)) if is_resolution else "",
        measures=measures_of(document),
        medium=setting.medium,
        paper=setting.paper or paper_of(document),
        working=setting.working,
        masthead=masthead_of(document, setting),
        number=derived.title_number(document, language),
        title=(),
        blocks=(),
        notes=(),
    )


def _setup(document: Document, language: Language) -> Setup:
    is_typescript = document.masthead.era.masthead == "typescript"
    return Setup(
        direction=language.direction,
        families=(*language.fonts.families, *(TYPESCRIPT if is_typescript else ())),
        packages=language.fonts.packages,
        line_setting="plain" if is_typescript else language.fonts.line_setting,
        wide_marks=language.fonts.wide_marks,
        unbroken=_SYMBOL if language.fonts.line_setting == "plain" else None,
        footnotes=language.screen.footnotes,
        back=language.screen.back,
        watermark=language.watermark,
    )


def paper_of(document: Document) -> Paper:
    """Return the paper of the seat of an organ: A4 in Geneva (un-conventions 1.4)."""
    return "a4" if document.masthead.organ == "Human Rights Council" else "letter"


def masthead_of(document: Document, setting: Setting) -> Masthead:
    """Return what is printed above the title."""
    masthead = document.masthead
    language = setting.language_of(document)
    letter, slash, rest = str(masthead.symbol or "").partition("/")
    organ, body = derived.letterhead_organ(masthead, language)
    return Masthead(
        form=masthead.era.masthead,
        united_nations=derived.united_nations_lines(masthead, language),
        author=f"{language.united_nations}, {organ}",
        organ=organ,
        body=body,
        symbol_letter=letter,
        symbol_rest=slash + rest,
        reissue_note=reissue_note(masthead, language),
        distribution=distribution_lines(masthead, language),
        block_language=block_language(language),
        session=session_name(masthead.session, language) if masthead.session else "",
        session_dates=masthead.session_dates,
        committee=derived.committee_name(masthead, language),
        agenda=derived.agenda_line(masthead.agenda_items, language),
        agenda_titles=masthead.agenda_titles,
        heading=derived.heading_lines(document, language),
        adopted=derived.council_line(document, language),
        origin=language.spaced(origin_line(masthead, language)),
        sponsors=language.spaced(derived.sponsor_line(masthead, language)),
        sponsor_note=masthead.sponsors.note,
        is_official=is_official(masthead),
        emblem=setting.emblem,
        emblem_name=language.screen.emblem,
    )
