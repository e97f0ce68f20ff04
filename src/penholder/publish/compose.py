"""A document becomes the page that templates print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from penholder.model.document import Document
from penholder.model.language import Language
from penholder.model.segment import Segment, whole
from penholder.publish import derived
from penholder.publish.blocks import blocks_of
from penholder.publish.distribution import distribution_lines, is_official, reissue_note
from penholder.publish.fonts import TYPESCRIPT
from penholder.publish.languages import PACKAGED, Languages
from penholder.publish.lines import document_lines
from penholder.publish.marks import session_name
from penholder.publish.origins import origin_line
from penholder.publish.page import Masthead, Medium, Page, Paper, Setup, View
from penholder.publish.runs import Notes, RunSetter, note_openings, reference_numbers
from penholder.publish.working import Form

_LOWER_TOP_SINCE = date(2025, 1, 1)
# A hair below the notes, as in page.css.
_FIRST_FOOT, _DEEPER_FOOT = 85.8, 57.0
_DEEPER_IN = "Third Committee"


@dataclass(frozen=True, slots=True)
class Setting:
    """How to set a page, apart from what it says.

    ``view`` is that of a redline, ``working`` the forms of a working copy. ``paper`` is empty for
    the paper of the organ's seat: A4 in Geneva, letter in New York.
    """

    medium: Medium = "print"
    paper: Paper | Literal[""] = ""
    emblem: str = ""
    view: View = "inline"
    languages: Languages = PACKAGED
    working: tuple[Form, ...] = ()

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
    return replace(page, title=title, blocks=blocks, notes=notes.gathered())


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
        top=_top_of_text(document),
        first_foot=_foot_of_first_page(document),
        medium=setting.medium,
        paper=setting.paper or _paper_of(document),
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
        footnotes=language.screen.footnotes,
        back=language.screen.back,
    )


def _paper_of(document: Document) -> Paper:
    """Return the paper of the seat of an organ: A4 in Geneva (un-conventions 1.4)."""
    return "a4" if document.masthead.organ == "Human Rights Council" else "letter"


def _top_of_text(document: Document) -> float:
    """Return where the text of later pages begins.

    Measured: drafts 75.2 in 36 of 40, resolutions issued until January 2025 73.0 in 69 of 77,
    later ones 77.1 in 53 of 55.
    """
    masthead = document.masthead
    if masthead.kind != "resolution":
        return 75.2
    day = document.adopted.date if document.adopted else masthead.issued
    return 73.0 if day and day < _LOWER_TOP_SINCE else 77.1


def _foot_of_first_page(document: Document) -> float:
    """Return where the text and the notes of the first page end, from the lower edge.

    Measured: 86.5 in 78 of 94 resolutions with notes on their first page, and in 15 of 25 drafts
    but those of the Third Committee, where 57.7 stands in 5 of 8. Editors set it by hand elsewhere.
    """
    is_deeper = document.masthead.committee == _DEEPER_IN
    return _DEEPER_FOOT if is_deeper else _FIRST_FOOT


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
