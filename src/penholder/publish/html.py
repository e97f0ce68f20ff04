"""A page becomes HTML: for the printer, or as one self-contained file for the screen."""

from __future__ import annotations

from collections.abc import Iterator
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
    """An HTML text, the names of the templates it was made with, and the fonts it is set in."""

    text: str
    templates: frozenset[str]
    needs: FontNeeds = LATIN


class VolumeHtml:
    """The HTML of a volume for the printer: first pages, chapters, and indexes at the back.

    A chapter is set when it is asked for, so that others can be printed meanwhile; each raises
    as ``render_html``. ``templates`` are those used up to then.
    """

    def __init__(self, volume: VolumePage, templates: Templates) -> None:
        self.needs = volume.needs
        self._volume = volume
        self._templates = templates
        self.front, front = templates.render("volume.html.j2", volume, volume)
        self.back, back = templates.render("volume_index.html.j2", volume, volume)
        self.templates = front | back

    def chapters(self) -> Iterator[str]:
        """Yield a text for each chapter."""
        for chapter in self._volume.chapters:
            chapter = replace(chapter, page=_for_printer(chapter.page))
            text, used = self._templates.render("chapter.html.j2", chapter, self._volume)
            self.templates |= used
            yield text


def render_html(page: Page | VolumePage, templates: Templates) -> Html:
    """Return the page in its own medium, for the printer with the lines of official pages.

    A volume is a page for the screen alone. Raises UnreadableError E-TEMPLATE; EnvironmentFault
    E-FONT where letters cannot be measured.
    """
    if isinstance(page, VolumePage):
        return Html(*templates.render("volume_screen.html.j2", page, page))
    if page.medium == "print":
        page = _for_printer(page)
    text, used = templates.render(_ENTRIES[page.medium], page)
    needs = FontNeeds(page.setup.families, page.setup.packages)
    return Html(text, used | {language_file(page.language)}, needs)


def _for_printer(page: Page) -> Page:
    page = page if page.has_notes_at_end else with_continued_notes(page)
    is_official = page.setup.line_setting == "official"
    return with_official_lines(page, page_faces()) if is_official else page
