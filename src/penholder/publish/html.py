"""A page becomes HTML: for the printer, or as one self-contained file for the screen."""

from __future__ import annotations

from dataclasses import dataclass

from penholder.publish.font_metrics import page_faces
from penholder.publish.fonts import LATIN, FontNeeds
from penholder.publish.languages import language_file
from penholder.publish.line_setting import with_official_lines
from penholder.publish.long_notes import with_continued_notes
from penholder.publish.page import Page
from penholder.publish.templates import Templates

_ENTRIES = {"print": "print.html.j2", "screen": "screen.html.j2"}


@dataclass(frozen=True, slots=True)
class Html:
    """An HTML text, the names of the templates it was made with, and the fonts it is set in."""

    text: str
    templates: frozenset[str]
    needs: FontNeeds = LATIN


def render_html(page: Page, templates: Templates) -> Html:
    """Return the page in its own medium, for the printer with the lines of official pages.

    Raises UnreadableError E-TEMPLATE; EnvironmentFault E-FONT where letters cannot be measured.
    """
    if page.medium == "print":
        page = for_printer(page)
    text, used = templates.render(_ENTRIES[page.medium], page)
    needs = FontNeeds(page.setup.families, page.setup.packages)
    return Html(text, used | {language_file(page.language)}, needs)


def for_printer(page: Page) -> Page:
    """Return a page with its long notes continued and the lines of official pages."""
    page = page if page.has_notes_at_end else with_continued_notes(page)
    is_official = page.setup.line_setting == "official"
    return with_official_lines(page, page_faces()) if is_official else page
