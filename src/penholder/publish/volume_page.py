"""Documents become a volume: a chapter each, with contents, and indexes by symbol and by item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from penholder.model.document import Document
from penholder.model.language import Direction, VolumeWords
from penholder.model.volume import Volume
from penholder.publish.compose import Setting, document_page
from penholder.publish.fonts import FontNeeds
from penholder.publish.mirror import prefixed
from penholder.publish.page import Medium, Page, Paper, Words

_FIGURES = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document in a volume; ``anchor`` is where it begins, ``opens`` the part it begins."""

    page: Page
    anchor: str
    opens: str = ""

    @property
    def number(self) -> str:
        """What the document is called in contents: ``53/123``, or its whole symbol or name."""
        return bare_number(self.page)

    @property
    def title_text(self) -> str:
        """The letters of the title, without calls of notes."""
        return "".join(run.text for run in self.page.title if isinstance(run, Words))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an index: what is looked for, and the chapters that have it."""

    name: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class VolumePage:
    """A whole volume, ready to be set by the templates."""

    language: str
    direction: Direction
    words: VolumeWords
    title: str
    series: str
    author: str
    medium: Medium
    paper: Paper
    chapters: tuple[Chapter, ...]
    by_symbol: tuple[Entry, ...]
    by_item: tuple[Entry, ...]

    @property
    def parts(self) -> tuple[str, ...]:
        """The templates that its chapters use, each once, for their style sheets."""
        return tuple(dict.fromkeys(part for each in self.chapters for part in each.page.parts))

    @property
    def needs(self) -> FontNeeds:
        """The fonts that its chapters are drawn with."""
        setups = [each.page.setup for each in self.chapters]
        return FontNeeds(
            tuple(dict.fromkeys(family for each in setups for family in each.families)),
            tuple(dict.fromkeys(package for each in setups for package in each.packages)),
        )


def volume_page(
    volume: Volume, documents: Sequence[Sequence[tuple[str, Document]]], setting: Setting
) -> VolumePage:
    """Return the page of a volume; ``documents`` are those of each part, with their names."""
    titles = [part.title for part in volume.all_parts]
    chapters = tuple(_chapters(volume, list(zip(titles, documents, strict=True)), setting))
    all_documents = [document for part in documents for _, document in part]
    first = all_documents[0].masthead
    language = setting.language_of(all_documents[0])
    return VolumePage(
        language=first.language,
        direction=language.direction,
        words=language.volume,
        title=volume.title,
        series=volume.series or language.united_nations,
        author=f"{language.united_nations}, {language.organs[first.organ].name}",
        medium=setting.medium,
        paper=chapters[0].page.paper,
        chapters=chapters,
        by_symbol=_index((each.page.name, each) for each in chapters),
        by_item=_index(
            (item, chapter)
            for chapter, document in zip(chapters, all_documents, strict=True)
            for item in document.masthead.agenda_items
        ),
    )


def _chapters(
    volume: Volume, parts: list[tuple[str, Sequence[tuple[str, Document]]]], setting: Setting
) -> Iterator[Chapter]:
    count = 0
    for title, documents in parts:
        for place, (name, document) in enumerate(documents):
            count += 1
            page = document_page(document, name, setting)
            page = replace(
                prefixed(page, f"d{count}-"),
                running_symbol=bare_number(page),
                running_title=volume.title,
            )
            yield Chapter(page, f"d{count}", "" if place else title)


def bare_number(page: Page) -> str:
    """Return the number of a resolution without what parts it from its title (``80/1 -``)."""
    return page.number.rstrip(" .-") or page.running_symbol


def _index(found: Iterable[tuple[str, Chapter]]) -> tuple[Entry, ...]:
    """Return entries in the order of numbers: item 9 before item 10, 53/9 before 53/10."""
    entries: dict[str, list[Chapter]] = {}
    for name, chapter in found:
        entries.setdefault(name, []).append(chapter)
    return tuple(Entry(name, tuple(entries[name])) for name in sorted(entries, key=_by_figures))


def _by_figures(name: str) -> list[tuple[int, str]]:
    pieces = _FIGURES.split(name)
    return [(int(each), "") if each.isdecimal() else (-1, each) for each in pieces]
