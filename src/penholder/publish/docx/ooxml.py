"""WordprocessingML elements: the one door to the XML of Word files that are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def element(
    name: str, *children: Element | None, attributes: Mapping[str, str] | None = None
) -> Element:
    """Return an element by its prefixed name, ``w:p``; children that are None are left out."""
    made = Element(tag(name))
    for key, value in (attributes or {}).items():
        made.set(tag(key), value)
    made.extend(child for child in children if child is not None)
    return made


def valued(name: str, value: str | int) -> Element:
    """Return ``<name w:val="value"/>``."""
    return element(name, attributes={"w:val": str(value)})


def lettered(name: str, letters: str) -> Element:
    """Return an element that holds letters, with every space of them."""
    made = element(name)
    made.text = letters
    if letters != letters.strip() or "  " in letters:
        made.set(tag("xml:space"), "preserve")
    return made


def field(code: Element, result: Element) -> Iterator[Element]:
    """Yield the runs of a field: its code, and what it printed last."""

    def edge(kind: str) -> Element:
        return element("w:r", element("w:fldChar", attributes={"w:fldCharType": kind}))

    yield from (edge("begin"), element("w:r", code), edge("separate"), result, edge("end"))


def serialised(root: Element) -> bytes:
    """Return a part of a Word file as bytes: UTF-8, with the prefixes that Word writes."""
    for prefix, space in SPACES.items():
        ElementTree.register_namespace(prefix, space)
    body: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=False)
    return _DECLARATION + body


def tag(name: str) -> str:
    """Return a prefixed name as a parsed tree has it."""
    prefix, colon, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}" if colon else name
