"""Which elements of an HTML page are open, what they hide, and the signs of its lists."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from penholder.model.numerals import letter, roman

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)  # fmt: skip
_SILENT = {
    "script": "script", "style": "style", "title": "page title", "nav": "navigation",
    "template": "template", "noscript": "for pages without scripts", "select": "form",
    "button": "form", "textarea": "form",
}  # fmt: skip
_BACK = "back"
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ENDED_BY = {
    "li": {"li"}, "p": {"p"}, "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"tr", "td", "th"},
    "dd": {"dd", "dt"}, "dt": {"dd", "dt"},
}  # fmt: skip
_NO_PARAGRAPH = frozenset("p div ul ol table h1 h2 h3 h4 h5 h6 section article blockquote".split())
_LARGEST_COUNT = 10_000


@dataclass(slots=True)
class _Element:
    tag: str
    hidden: str = ""
    link: str = ""
    form: str = ""
    count: int = 0


class HtmlStack:
    """The open elements, innermost last; ends that a page leaves out are supplied."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._counts: Counter[str] = Counter()

    def open(self, tag: str, attributes: dict[str, str]) -> None:
        """Open an element; ``br`` and its like hold nothing and stay closed."""
        if tag in _VOID:
            return
        self._supply_ends(tag)
        element = _Element(tag, _hiding(tag, attributes), attributes.get("href", ""))
        if tag in ("ol", "ul"):
            element.form = attributes.get("type", "") or self._default_form(tag)
            element.count = _whole(attributes.get("start", "1")) - 1
        elif tag == "li" and self._list is not None:
            self._list.count = _whole(attributes.get("value", ""), self._list.count + 1)
        self._open.append(element)
        self._counts[tag] += 1

    def close(self, tag: str) -> None:
        """Close the innermost element of that name with all it holds, if one is open."""
        if not self._counts[tag]:
            return
        while True:
            element = self._open.pop()
            self._counts[element.tag] -= 1
            if element.tag == tag:
                return

    def is_open(self, *tags: str) -> bool:
        """Whether an element of one of these names is open."""
        return any(self._counts[tag] for tag in tags)

    @property
    def cell(self) -> str:
        """The name of the innermost cell or table: ``td``, ``th``, ``table``, or nothing."""
        if not self.is_open("td", "th", "table"):
            return ""
        return next(e.tag for e in reversed(self._open) if e.tag in ("td", "th", "table"))

    @property
    def is_in_cell(self) -> bool:
        """Whether a cell is open, and no table inside it."""
        return self.cell in ("td", "th")

    @property
    def hidden(self) -> str:
        """Why nobody sees what stands here; nothing where it is seen."""
        return next((each.hidden for each in self._open if each.hidden), "")

    @property
    def is_inner_link(self) -> bool:
        """Whether a link to another place of the same page is open."""
        return self.is_open("a") and any("#" in each.link for each in self._open if each.link)

    @property
    def sign(self) -> str:
        """The sign that a browser sets before the item of the list that is open."""
        here = self._list
        return _sign(here.form, here.count) if here else ""

    @property
    def _list(self) -> _Element | None:
        if not self.is_open("ol", "ul"):
            return None
        return next(each for each in reversed(self._open) if each.tag in ("ol", "ul"))

    def _default_form(self, tag: str) -> str:
        if tag == "ul":
            return "•"
        return "(1)" if self._counts["ol"] else "1"

    def _supply_ends(self, tag: str) -> None:
        if tag in _NO_PARAGRAPH and self._open and self._open[-1].tag == "p":
            self.close("p")
        ended = _ENDED_BY.get(tag, set())
        while self._open and self._open[-1].tag in ended:
            self.close(self._open[-1].tag)


def _hiding(tag: str, attributes: dict[str, str]) -> str:
    if tag in _SILENT:
        return _SILENT[tag]
    if "hidden" in attributes or _HIDING.search(attributes.get("style", "")):
        return "hidden text"
    return "link back to a call" if _BACK in attributes.get("class", "").split() else ""


def _whole(text: str, otherwise: int = 1) -> int:
    return int(text) if re.fullmatch(r"\d{1,4}", text) else otherwise


def _sign(form: str, count: int) -> str:
    if form == "•" or form in ("disc", "circle", "square"):
        return "•"
    if not 0 < count < _LARGEST_COUNT:
        return ""
    match form:
        case "a":
            return f"({letter(count)})"
        case "A":
            return f"({letter(count).upper()})"
        case "i" if count < 90:
            return f"({roman(count).lower()})"
        case "I" if count < 90:
            return f"{roman(count)}."
        case "(1)":
            return f"({count})"
    return f"{count}."
