"""The one door to the objects of a PDF: the tags of a file as a tree, found, walked and made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

Element = Any
"""A tag: a dictionary of pydyf with the ``box`` of WeasyPrint that it came from, if any."""


class TagTree:
    """The structure tree of one file, while it is put in order."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        found: list[Any] = [each for each in pdf.objects if isinstance(each, dict)]
        self._by_reference: dict[object, Any] = {each.reference: each for each in found}
        self.document = self._by_reference[self.object(pdf.catalog["StructTreeRoot"])["K"][0]]

    def object(self, reference: object) -> Any:
        """Return the object of a reference, None where it is none."""
        return self._by_reference.get(reference) if isinstance(reference, bytes) else None

    def parent(self, element: Element) -> Element:
        """Return the tag that a tag stands in."""
        return self._by_reference[element["P"]]

    def kids(self, element: Element) -> Iterator[Element]:
        """Yield the tags directly inside one, without marked content and links."""
        for kid in map(self.object, element.get("K", ())):
            if kid is not None and kid.get("Type") == "/StructElem":
                yield kid

    def walk(self, element: Element) -> Iterator[Element]:
        """Yield a tag and all tags inside it."""
        yield element
        for kid in self.kids(element):
            yield from self.walk(kid)

    def adopt(self, parent: Element, kid: Element) -> None:
        """Put a tag at the end of another."""
        kid["P"] = parent.reference
        parent["K"].append(kid.reference)

    def replace(self, element: Element, other: Element) -> None:
        """Put a tag in the place of another."""
        kids = self.parent(element)["K"]
        kids[kids.index(element.reference)] = other.reference
        other["P"] = element["P"]

    def made(self, name: str, like: Element) -> Element:
        """Return a new tag without a parent, on the page of another."""
        made: Any = pydyf.Dictionary({"Type": "/StructElem", "S": name, "K": pydyf.Array()})
        if "Pg" in like:
            made["Pg"] = like["Pg"]
        self._pdf.add_object(made)
        self._by_reference[made.reference] = made
        return made


def is_note(element: Element | None) -> bool:
    """Whether a tag is that of a footnote."""
    return element is not None and element.get("S") == "/Note"


def string(text: str) -> Any:
    """Return a text as an object of a PDF."""
    return pydyf.String(text)


def attributes(owner: str, **values: str) -> Any:
    """Return the attributes of a tag by their owner: ``/List``, ``/Table``."""
    return pydyf.Dictionary({"O": owner, **values})


def nameless() -> Any:
    """Return the mark of a box that no tag names."""
    return pydyf.Dictionary()
