"""Orders become bytes: composed, set by templates, and pressed, with the tools kept warm."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from penholder.cli.orders import Order
from penholder.errors import ContentError, MissingGlyphs, PenholderError, Problem, UnreadableError
from penholder.publish.emblem import NAMES, find_emblem
from penholder.publish.pressroom import Pressroom
from penholder.publish.pressroom import Printed as Pressed
from penholder.publish.presswork import PrintJob
from penholder.publish.template_files import template_folders, template_names

if TYPE_CHECKING:
    from penholder.publish.compose import Setting
    from penholder.publish.html import Html
    from penholder.publish.page import Medium
    from penholder.publish.templates import Templates
    from penholder.publish.volume_html import VolumeHtml

MEDIA: dict[str, Medium] = {"pdf": "print", "html": "screen"}


@dataclass(frozen=True, slots=True)
class Printed:
    """The bytes of an output and the templates it was made with."""

    data: bytes
    templates: frozenset[str]


Outcome = Printed | PenholderError


class Printing:
    """Prints orders one after another; templates, fonts and workers are set up once.

    Use it in a ``with`` block. The children load the press while this process reads and sets
    the first page.
    """

    def __init__(self, own_templates: Path | None, workers: int) -> None:
        self._pressroom = Pressroom(workers) if workers else None
        # Here and not above: the children are at work while Jinja is loaded.
        from penholder.publish.templates import Templates

        self._folders = template_folders(own_templates)
        self._templates = Templates(self._folders)

    def __enter__(self) -> Printing:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pressroom:
            self._pressroom.__exit__(None, None, None)

    def outcomes(self, orders: Sequence[Order]) -> Iterator[tuple[Order, Outcome]]:
        """Yield every order with its output, or with what kept it from being made."""
        pages = [order for order in orders if order.format == "pdf"]
        yield from self._sheets([order for order in pages if not order.parts])
        for order in pages:
            if order.parts:
                yield order, self._volume(order)
        for order in orders:
            if order.format == "html":
                html = self._html(order)
                yield order, html if isinstance(html, PenholderError) else _screen(html)
            if order.format == "docx":
                yield order, _written(order)

    def _sheets(self, orders: Sequence[Order]) -> Iterator[tuple[Order, Outcome]]:
        """Yield printed sheets in order, then those that never got to the press."""
        sent: deque[tuple[Order, Html]] = deque()
        failed: list[tuple[Order, PenholderError]] = []
        assets = self._assets()

        def jobs() -> Iterator[PrintJob]:
            for order in orders:
                html = self._html(order)
                if isinstance(html, PenholderError):
                    failed.append((order, html))
                else:
                    sent.append((order, html))
                    yield PrintJob(html.text, assets, html.needs)

        if orders and self._pressroom:
            for pressed in self._pressroom.render(jobs()):
                order, html = sent.popleft()
                yield order, self._explained(_sheet(order, html, pressed), html)
        yield from failed

    def _volume(self, order: Order) -> Outcome:
        from penholder.publish.bindery import bind
        from penholder.publish.binding import Means
        from penholder.publish.volume_html import VolumeHtml
        from penholder.publish.volume_jobs import VolumeJob
        from penholder.publish.volume_page import VolumePage

        assert self._pressroom
        try:
            page = order.compose(self._setting(order))
            assert isinstance(page, VolumePage)
            html = VolumeHtml(page, self._templates)
        except PenholderError as error:
            return error
        means = Means(self._assets(), html.needs)
        job = VolumeJob(html.front, html.chapters(), html.back, means)
        pressed = bind(self._pressroom, job)
        return self._explained(_sheet(order, html, pressed), html)

    def _assets(self) -> dict[str, bytes]:
        emblem = find_emblem(self._folders)
        return {"emblem": emblem.data} if emblem.data else {}

    def _explained(self, outcome: Outcome, html: Html | VolumeHtml) -> Outcome:
        """Lay a fault of a page at the door of the workspace's own templates, where it has any."""
        own = template_names(self._folders[:-1])
        used = sorted(html.templates & own)
        if not (isinstance(outcome, PenholderError) and outcome.code == "E-PAGE" and used):
            return outcome
        fix = f"look at your own {', '.join(used)}: compare with those that come with penholder"
        return UnreadableError("E-TEMPLATE", outcome.what, fix)

    def _html(self, order: Order) -> Html | PenholderError:
        from penholder.publish.html import render_html
        from penholder.publish.page import Page

        try:
            page = order.compose(self._setting(order))
            if order.parts:
                return _volume_on_screen(page, self._templates)
            assert isinstance(page, Page)
            return render_html(page, self._templates)
        except PenholderError as error:
            return error

    def _setting(self, order: Order) -> Setting:
        from penholder.publish.compose import Setting
        from penholder.publish.languages import Languages

        medium = MEDIA[order.format]
        emblem = find_emblem(self._folders)
        address = emblem.print_address if medium == "print" else emblem.screen_address
        languages = Languages(self._folders)
        return Setting(medium, order.paper, address, languages=languages, working=order.working)


def _volume_on_screen(page: object, templates: Templates) -> Html:
    from penholder.publish.volume_html import screen_volume
    from penholder.publish.volume_page import VolumePage

    assert isinstance(page, VolumePage)
    return screen_volume(page, templates)


def _written(order: Order) -> Outcome:
    from penholder.publish.compose import Setting

    try:
        data = order.compose(Setting(paper=order.paper))
    except PenholderError as error:
        return error
    assert isinstance(data, bytes)
    return Printed(data, frozenset())


def _screen(html: Html) -> Printed:
    return Printed(html.text.encode(), html.templates | NAMES.keys())


def _sheet(order: Order, html: Html | VolumeHtml, pressed: Pressed) -> Outcome:
    if isinstance(pressed, MissingGlyphs):
        return ContentError(list(_glyph_problems(order, pressed)))
    if isinstance(pressed, PenholderError):
        return pressed
    return Printed(pressed, html.templates | NAMES.keys())


def _glyph_problems(order: Order, missing: MissingGlyphs) -> Iterator[Problem]:
    """Yield a problem at the first place of every letter that no font of the page has."""
    for letter in missing.characters:
        what = f"U+{ord(letter):04X} is in none of the fonts of the page"
        fix = "write the word without this letter, or set the document in its own language"
        file, place = _first_place(order, letter)
        yield Problem("E-GLYPH", what, fix, file=file, place=place)


def _first_place(order: Order, letter: str) -> tuple[str, tuple[int, int]]:
    from penholder.store.guard import LineIndex

    for file, data in order.files:
        text = data.decode("utf-8", "replace")
        if letter in text:
            return file, LineIndex(text).place(text.index(letter))
    return order.files[0][0], (1, 1)
