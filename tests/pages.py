"""Pages of HTML read strictly, and the versions that a redline holds."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input", "col"}
BREAKS = {"p", "h1", "h2", "h3", "br", "li", "dt", "dd", "td", "th", "tr", "div", "caption"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    above: "Element | None" = None

    def inside(self) -> Iterator["Element"]:
        """Yield the element and all around it."""
        yield self
        if self.above:
            yield from self.above.inside()

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def names(self) -> set[str]:
        return {self.tag, self.attributes.get("id", ""), *self.classes}


@dataclass
class Page(HTMLParser):
    """A page read strictly: every element closed in its turn, its text with what is around it."""

    source: str
    elements: list[Element] = field(default_factory=list)
    texts: list[tuple[Element, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.at = Element("", {})
        self.feed(self.source)
        self.close()
        assert not self.at.tag, f"<{self.at.tag}> is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"<{tag}> says something twice"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.elements.append(element)
        if tag in BREAKS:
            self.texts.append((element, " "))
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.at.tag, f"</{tag}> closes <{self.at.tag}>"
        if tag in BREAKS:
            self.texts.append((self.at, " "))
        assert self.at.above
        self.at = self.at.above

    def handle_data(self, data: str) -> None:
        self.texts.append((self.at, data))

    @property
    def notes(self) -> list[str]:
        """The ids of the footnotes."""
        notes = (each.attributes["id"] for each in self.elements if "footnote" in each.classes)
        return [name for name in notes if name.startswith(("note", "struck"))]

    def words(self, wanted: str, *dropped: str) -> list[str]:
        """Return the words inside the elements ``wanted``, without those in ``dropped``.

        Both name a tag, a class or an id.
        """
        found = ""
        for element, text in self.texts:
            names = {name for each in element.inside() for name in each.names}
            if wanted in names and not names & set(dropped):
                found += text
        return found.split()


def check_links(page: Page) -> None:
    """Fail where two elements have one id, or a link leads nowhere or out of the page."""
    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    links = [each.attributes["href"] for each in page.elements if "href" in each.attributes]
    assert len(set(ids)) == len(ids)
    assert all(link.startswith("#") for link in links)
    assert {link.removeprefix("#") for link in links} <= set(ids)


DERIVED = (
    "number",
    "title-number",
    "call",
    "remark",
    "told",
    "adoption-first",
    "adoption",
    "back",
    "sup",
)
"""What a redline and a plain page need not share.

It follows from place (numbers, also of footnotes) or is said about the changes; and the adoption
lines are told among the fields of the masthead.
"""


def read_body(page: Page, *dropped: str) -> list[str]:
    """Return the words of one version in a redline; of a plain page, all its words."""
    inside = "text" if any("text" in each.classes for each in page.elements) else "main"
    return page.words(inside, *DERIVED, "masthead", "footnotes", *dropped)


def read_notes(page: Page, *dropped: str) -> list[str]:
    """Return the notes of one version in a redline; of a plain page, all its notes."""
    found = (page.words(each, *DERIVED, *dropped) for each in page.notes)
    return [" ".join(words) for words in found if words]


def check_versions(shown: Page, before: Page, after: Page) -> None:
    """Fail where a redline does not hold every word of both versions, in order.

    The notes stand in the order of the later version's calls, also those of the earlier.
    """
    assert read_body(shown, "ins") == read_body(before)
    assert read_body(shown, "del") == read_body(after)
    assert sorted(read_notes(shown, "ins")) == sorted(read_notes(before))
    assert read_notes(shown, "del") == read_notes(after)
