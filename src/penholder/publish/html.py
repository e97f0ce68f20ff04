"""A page becomes HTML: for the printer, or as one self-contained file for the screen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from penholder.publish.font_metrics import page_faces
from penholder.publish.fonts import LATIN, FontNeeds
from penholder.publish.languages import language_file
from penholder.publish.line_setting import with_official_lines
from penholder.publish.long_notes import with_continued_notes
from penholder.publish.page import Page
from penholder.publish.templates import Templates
from penholder.publish.volume_page import VolumePage

_ENTRIES = {"print": "print.html.j2", "screen": "screen.html.j2"}


@dataclass(frozen=True, slots=True)
class Html:
    """An HTML text, the names of the templates it was made with, and the fonts it is set in.

    That of a volume for the printer is its first pages; ``chapters`` follow, then ``back``.
    """

    text: str
    templates: frozenset[str]
    needs: FontNeeds = LATIN
    chapters: tuple[str, ...] = ()
    back: str = ""


def render_html(page: Page | VolumePage, templates: Templates) -> Html:
    """Return the page in its own medium, for the printer with the lines of official pages.

    Raises UnreadableError E-TEMPLATE; EnvironmentFault E-FONT where letters cannot be measured.
    """
    if isinstance(page, VolumePage):
        return _volume(page, templates)
    if page.medium == "print":
        page = _for_printer(page)
    text, used = templates.render(_ENTRIES[page.medium], page)
    needs = FontNeeds(page.setup.families, page.setup.packages)
    return Html(text, used | {language_file(page.language)}, needs)


def _for_printer(page: Page) -> Page:
    page = page if page.has_notes_at_end else with_continued_notes(page)
    is_official = page.setup.line_setting == "official"
    return with_official_lines(page, page_faces()) if is_official else page


def _volume(volume: VolumePage, templates: Templates) -> Html:
    if volume.medium == "screen":
        return Html(*templates.render("volume_screen.html.j2", volume, volume))
    chapters = (replace(each, page=_for_printer(each.page)) for each in volume.chapters)
    volume = replace(volume, chapters=tuple(chapters))
    front, used = templates.render("volume.html.j2", volume, volume)
    back, more = templates.render("volume_index.html.j2", volume, volume)
    texts = []
    for chapter in volume.chapters:
        text, parts = templates.render("chapter.html.j2", chapter, volume)
        texts.append(text)
        more |= parts
    return Html(front, used | more, volume.needs, tuple(texts), back)
