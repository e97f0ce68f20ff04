"""A document becomes the page that templates print."""

from __future__ import annotations

from dataclasses import dataclass, replace

from penholder.model.document import Document
from penholder.model.segment import Segment, whole
from penholder.publish import derived
from penholder.publish.blocks import blocks_of
from penholder.publish.lines import document_lines
from penholder.publish.page import Masthead, Medium, Page, Paper, View
from penholder.publish.runs import Notes, RunSetter, note_openings, reference_numbers
from penholder.publish.working import Form


@dataclass(frozen=True, slots=True)
class Setting:
    """How to set a page, apart from what it says; ``view`` is that of a redline,
    ``working`` the forms of a working copy.
    """

    medium: Medium = "print"
    paper: Paper = "letter"
    emblem: str = ""
    view: View = "inline"
    working: tuple[Form, ...] = ()


def document_page(document: Document, name: str, setting: Setting) -> Page:
    """Return the page of a document; ``name`` is what it is called where it has no symbol."""
    texts = {note.key: (Segment("equal", note.text),) for note in document.footnotes}
    notes = Notes(document, texts, note_openings(document))
    numbers = reference_numbers(document)
    setter = RunSetter(notes, numbers, numbers)
    page = empty_page(document, name, setting)
    title = setter.runs(whole("equal", document.title), opens=False)
    blocks = blocks_of(document, document_lines(document), setter)
    return replace(page, title=title, blocks=blocks, notes=notes.gathered())


def empty_page(document: Document, name: str, setting: Setting) -> Page:
    """Return the page of a document without its title, body and notes."""
    masthead = document.masthead
    is_resolution = masthead.kind == "resolution"
    return Page(
        language=masthead.language,
        direction="rtl" if masthead.language == "ar" else "ltr",
        name=str(masthead.symbol or name),
        running_symbol=str(masthead.symbol or name),
        running_title=derived.unmarked(document.title) if is_resolution else "",
        medium=setting.medium,
        paper=setting.paper,
        working=setting.working,
        masthead=masthead_of(document, setting),
        number=derived.title_number(document),
        title=(),
        blocks=(),
        notes=(),
    )


def masthead_of(document: Document, setting: Setting) -> Masthead:
    """Return what is printed above the title."""
    masthead = document.masthead
    letter, slash, rest = str(masthead.symbol or "").partition("/")
    return Masthead(
        form=masthead.era.masthead,
        organ=masthead.organ,
        symbol_letter=letter,
        symbol_rest=slash + rest,
        distribution=derived.distribution_lines(masthead),
        session=masthead.session.name if masthead.session else "",
        committee=masthead.committee,
        agenda=derived.agenda_line(masthead.agenda_items),
        agenda_titles=masthead.agenda_titles,
        heading=derived.heading_lines(document),
        origin=masthead.origin,
        sponsors=derived.sponsor_line(masthead),
        sponsor_note=masthead.sponsors.note,
        is_official=derived.is_official(masthead),
        emblem=setting.emblem,
    )
