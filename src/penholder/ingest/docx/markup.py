"""The XML of Word files: the one door to it, without entities and without bottomless nesting."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from penholder.errors import UnsafeError
from penholder.ingest.docx.archive import unreadable

_DEEPEST = 200
_MOST_TAGS = 600_000
_LONGEST_VALUE = 64 * 1024
_BREAK = " "
_OFFICE = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_PREFIXES = {
    f"{_OFFICE}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OFFICE}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OFFICE}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OFFICE}markup-compatibility/2006": "mc",
    f"{_OFFICE}package/2006/relationships": "rel",
    f"{_OFFICE}package/2006/content-types": "types",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:penholder:structure:1": "penholder",
}


def parse(data: bytes, part: str) -> Element:
    """Return the root of a part, its names with the prefixes that Word itself writes: ``w:p``.

    A name of any other namespace keeps it whole. Raises UnreadableError E-DOCX, and UnsafeError
    E-XXE for a DOCTYPE or entity, E-DEPTH, E-NODES or E-LEN for what no Word writes.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise UnsafeError("E-NODES", f"{part} has more than {_MOST_TAGS} tags", _FIX)
    reader = _Reader(part)
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise unreadable(f"its part {part} is not well formed XML ({error})") from error
    return reader.builder.close()


_FIX = "look where the file comes from"


class _Reader:
    """Builds the tree as the parser goes, and stops at what could harm."""

    def __init__(self, part: str) -> None:
        self.builder = TreeBuilder()
        self._part = part
        self._depth = 0
        self._names: dict[str, str] = {}
        self.parser = expat.ParserCreate(namespace_separator=_BREAK)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.EntityDeclHandler = self._refuse_doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            what = f"{self._part} nests more than {_DEEPEST} elements"
            raise UnsafeError("E-DEPTH", what, _FIX)
        named = {}
        for key, value in attributes.items():
            if len(value) > _LONGEST_VALUE:
                what = f"{self._part} has an attribute of {len(value)} letters"
                raise UnsafeError("E-LEN", what, _FIX)
            named[self._name(key)] = value
        self.builder.start(self._name(name), named)

    def _end(self, name: str) -> None:
        self._depth -= 1
        self.builder.end(self._name(name))

    def _name(self, name: str) -> str:
        known = self._names.get(name)
        if known is None:
            space, found, local = name.rpartition(_BREAK)
            prefix = _PREFIXES.get(space)
            known = f"{prefix}:{local}" if prefix else f"{{{space}}}{local}" if found else local
            self._names[name] = known
        return known

    def _refuse_doctype(self, *_: object) -> None:
        what = f"{self._part} declares a document type, which could bring in other files"
        raise UnsafeError("E-XXE", what, _FIX)


def at(element: Element, path: str) -> Element | None:
    """Return the first element at a path of names parted by strokes, ``w:pPr/w:numPr``."""
    found: Element | None = element
    for name in path.split("/"):
        found = None if found is None else next((e for e in found if e.tag == name), None)
    return found


def value(element: Element | None, name: str = "w:val") -> str:
    """Return an attribute of an element, empty where there is neither."""
    return "" if element is None else element.get(name, "")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``<w:i/>`` is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def whole_number(text: str) -> int | None:
    """Return a number as Word writes it, whole or with a fraction; None for anything else."""
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return None


def inside(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of an element that have one of some names."""
    return (child for child in element if child.tag in names)
