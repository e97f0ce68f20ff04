"""The numbers that Word gives to paragraphs by itself, counted as Word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from penholder.ingest.docx.markup import at, is_on, value, whole_number
from penholder.ingest.docx.styles import Form, Styles
from penholder.model.numbering import letter, roman

_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"
_LARGEST_ROMAN = 89


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of a paragraph as printed (``5.``, ``(a)``, a bullet), and its level from 0."""

    printed: str
    level: int


@dataclass(slots=True)
class _Level:
    """One level of a list: how it begins, counts and prints."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restarts_below: int | None = None
    is_plain: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list of a file: the abstract list it counts with, and where it begins anew."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Counter:
    """Counts the paragraphs of one text as they come."""

    _lists: dict[int, _List]
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _begun: set[int] = field(default_factory=set)

    def number(self, form: Form, style: str) -> Counted | None:
        """Return the number of the next paragraph, None where Word gives none."""
        found = self._lists.get(form.list)
        if found is None:
            return None
        level = _level(found, form, style)
        here = found.levels.get(level, _Level())
        self._begin(form.list, found)
        key = (found.abstract, level)
        self._counts[key] = self._counts.get(key, here.start - 1) + 1
        self._restart(found, level)
        return Counted(self._printed(found, here), level)

    def _begin(self, number: int, found: _List) -> None:
        """Begin anew where a list says so, the first time one of its paragraphs comes."""
        if number in self._begun:
            return
        self._begun.add(number)
        for level, start in found.starts.items():
            self._counts[found.abstract, level] = start - 1

    def _restart(self, found: _List, level: int) -> None:
        """Forget the counts of deeper levels, but of those that go on."""
        for deeper, each in found.levels.items():
            limit = deeper if each.restarts_below is None else each.restarts_below
            if deeper > level and level < limit:
                self._counts.pop((found.abstract, deeper), None)

    def _printed(self, found: _List, here: _Level) -> str:
        if here.kind == "bullet":
            return _BULLET

        def count(place: re.Match[str]) -> str:
            level = int(place[1]) - 1
            told = found.levels.get(level, _Level())
            number = self._counts.get((found.abstract, level), told.start)
            return _figure("decimal" if here.is_plain else told.kind, number)

        return _PLACE.sub(count, here.text)


def _level(found: _List, form: Form, style: str) -> int:
    """Return the level of a paragraph: its own, else the one that its style is joined to."""
    if form.level is not None:
        return form.level
    return next((n for n, each in found.levels.items() if each.style == style), 0)


def counter(root: Element | None, styles: Styles) -> Counter:
    """Return the counter of a file, given its numbering part."""
    if root is None:
        return Counter({})
    abstract = {value(each, "w:abstractNumId"): each for each in root.iter("w:abstractNum")}
    lists = {
        whole_number(value(each, "w:numId")) or 0: _list(each, abstract, root, styles)
        for each in root.iter("w:num")
    }
    return Counter(lists)


def _list(element: Element, abstract: dict[str, Element], root: Element, styles: Styles) -> _List:
    name = _linked(value(at(element, "w:abstractNumId")), abstract, root, styles)
    found = abstract.get(name)
    levels = {} if found is None else _levels(found)
    starts = {}
    for override in element.iter("w:lvlOverride"):
        level = whole_number(value(override, "w:ilvl")) or 0
        start = whole_number(value(at(override, "w:startOverride")))
        if start is not None:
            starts[level] = start
        levels |= _levels(override)
    return _List(name, levels, starts)


def _linked(name: str, abstract: dict[str, Element], root: Element, styles: Styles) -> str:
    """Return the abstract list that one stands for which only names a style of lists."""
    found = abstract.get(name)
    link = value(at(found, "w:numStyleLink")) if found is not None else ""
    if not link:
        return name
    wanted = str(styles.list_of(link))
    named = (value(at(each, "w:abstractNumId")) for each in root.iter("w:num")
             if value(each, "w:numId") == wanted)  # fmt: skip
    return next(named, name)


def _levels(element: Element) -> dict[int, _Level]:
    return {
        whole_number(value(each, "w:ilvl")) or 0: _Level(
            start=_or(whole_number(value(at(each, "w:start"))), 1),
            kind=value(at(each, "w:numFmt")) or "decimal",
            text=value(at(each, "w:lvlText")),
            restarts_below=whole_number(value(at(each, "w:lvlRestart"))),
            is_plain=is_on(at(each, "w:isLgl")),
            style=value(at(each, "w:pStyle")),
        )
        for each in element.iter("w:lvl")
    }


def _or(number: int | None, otherwise: int) -> int:
    return otherwise if number is None else number


def _figure(kind: str, number: int) -> str:
    """Return a number as a kind of list prints it; figures for kinds that are not known."""
    is_roman = kind.endswith("Roman") and 0 < number <= _LARGEST_ROMAN
    if kind == "none" or number < 0:
        return ""
    if is_roman:
        return roman(number).lower() if kind == "lowerRoman" else roman(number)
    if kind.endswith("Letter") and number > 0:
        return letter(number) if kind == "lowerLetter" else letter(number).upper()
    if kind == "decimalZero":
        return f"{number:02d}"
    return str(number)
