"""A volume becomes HTML: one page for the screen, or parts for the printer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from penholder.publish.html import Html, for_printer
from penholder.publish.templates import Templates
from penholder.publish.volume_page import VolumePage


def screen_volume(volume: VolumePage, templates: Templates) -> Html:
    """Return a volume as one self-contained page; raises UnreadableError E-TEMPLATE."""
    return Html(*templates.render("volume_screen.html.j2", volume, volume))


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
            chapter = replace(chapter, page=for_printer(chapter.page))
            text, used = self._templates.render("chapter.html.j2", chapter, self._volume)
            self.templates |= used
            yield text
