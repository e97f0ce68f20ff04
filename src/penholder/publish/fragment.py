"""A part of a volume as its pages are painted: objects of a PDF that can stand in any file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pydyf

from penholder.publish.tags import put_in_order

_REFERENCE = re.compile(rb"([0-9]+) 0 R")
_KEYS_OF_PARENTS = ("StructParents", "StructParent")


class FontUse(NamedTuple):
    """A font as a part uses it: how it is found, its glyphs, their widths and their letters."""

    key: int
    family: str
    style: int
    weight: int
    size: float
    widths: dict[int, int]
    letters: dict[int, str]


class PageMarks(NamedTuple):
    """What a page says of itself beside what is painted: anchors, bookmarks, and its height."""

    anchors: tuple[str, ...]
    bookmarks: list[Any]
    height: float


class Fragment(NamedTuple):
    """A part of a volume. Bytes hold numbers of objects between 0xFF, of parents between 0xFE.

    Neither byte stands in what pydyf writes of dictionaries. Numbers count from 0, and those
    below 0 are what all parts share.
    """

    objects: list[tuple[bytes, bytes | None]]
    """Each as its dictionary, and of a stream its content."""
    pages: list[int]
    tags: list[int]
    parents: list[tuple[int, bytes]]
    names: list[tuple[str, bytes]]
    marks: list[PageMarks]
    fonts: list[FontUse]
    absent: frozenset[str] = frozenset()


def taken(pdf: Any, document: Any, prefix: str) -> Fragment:
    """Return what a pydyf file holds as a fragment; ``prefix`` keeps its names apart."""
    put_in_order(pdf)
    compress_once(pdf)
    _name_apart(pdf, prefix)
    return _Taking(pdf).fragment(document)


def compress_once(pdf: Any) -> None:
    """Compress every stream of a pydyf file, which would do so whenever it is asked for it."""
    for each in pdf.objects:
        if isinstance(each, pydyf.Stream) and each.compress:
            each.stream = [_content(each)]
            each.extra["Filter"] = "/FlateDecode"
            each.compress = False


def _name_apart(pdf: Any, prefix: str) -> None:
    """Let the names by which cells know their heads begin with a prefix."""
    seen: set[int] = set()
    for each in pdf.objects:
        if not isinstance(each, dict) or each.get("S") not in ("/TH", "/TD"):
            continue
        attributes = each.get("A") or {}
        for name in (*attributes.get("Headers", ()), each.get("ID")):
            if name is not None and id(name) not in seen:
                seen.add(id(name))
                name.string = prefix + name.string


def shared_by_parts(pdf: Any) -> tuple[bytes, bytes, bytes, bytes]:
    """Return what all parts of a volume have in common: pages, tags, fonts and colours."""
    root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    page = pdf.objects[_number(pdf.page_references[0])]
    resources = pdf.objects[_number(page["Resources"])]
    return pdf.pages.reference, root["K"][0], resources["Font"], resources["ColorSpace"]


class _Taking:
    """Takes of a file what is reached from its pages and its tags."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        root = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
        self._tags = pdf.objects[_number(root["K"][0])]
        self._parents = pdf.objects[_number(root["ParentTree"])]
        pages = [_number(each) for each in pdf.page_references]
        self._places = {_number(each): -1 - at for at, each in enumerate(shared_by_parts(pdf))}
        self._taken: list[Any] = []
        self._pages = [self._place(each) for each in pages]

    def fragment(self, document: Any) -> Fragment:
        tags = [self._place(_number(each)) for each in self._tags["K"]]
        numbers = self._parents["Nums"]
        parents = [
            (key, self._data(value)) for key, value in zip(*[iter(numbers)] * 2, strict=True)
        ]
        names = list(self._names())
        objects: list[tuple[bytes, bytes | None]] = []
        while len(objects) < len(self._taken):  # writing one finds others
            objects.append(self._written(self._taken[len(objects)]))
        marks = [
            PageMarks(tuple(page.anchors), page.bookmarks, page.height) for page in document.pages
        ]
        fonts = [_use(key, font) for key, font in document.fonts.items()]
        return Fragment(objects, self._pages, tags, parents, names, marks, fonts)

    def _names(self) -> Iterator[tuple[str, bytes]]:
        names = iter(self._pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", ()))
        for name, place in zip(names, names, strict=True):
            yield name.string, self._data(place)

    def _place(self, number: int) -> int:
        if number not in self._places:
            self._places[number] = len(self._taken)
            self._taken.append(self._pdf.objects[number])
        return self._places[number]

    def _written(self, each: Any) -> tuple[bytes, bytes | None]:
        if not isinstance(each, pydyf.Stream):
            return self._data(each), None
        content = _content(each)
        return self._data({**each.extra, "Length": len(content)}), content

    def _data(self, value: Any, key: object = None) -> bytes:
        if isinstance(value, bytes):
            found = _REFERENCE.fullmatch(value)
            return b"\xff%d\xff" % self._place(int(found[1])) if found else value
        if isinstance(value, dict):
            inside = (b"/%s %s" % (_plain(k), self._data(v, k)) for k, v in value.items())
            return b"<<" + b"".join(inside) + b">>"
        if isinstance(value, list | tuple):
            return b"[" + b" ".join(map(self._data, value)) + b"]"
        return b"\xfe%d\xfe" % value if key in _KEYS_OF_PARENTS else _plain(value)


def _plain(value: object) -> bytes:
    return bytes(value.data if isinstance(value, pydyf.Object) else pydyf.Array([value]).data[1:-1])


def _content(stream: Any) -> bytes:
    """Return what a stream holds, as it is written."""
    return bytes(stream.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream"))


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _use(key: int, font: Any) -> FontUse:
    size = font.font_size
    return FontUse(key, font.family, font.style, font.weight, size, font.widths, font.to_unicode)
