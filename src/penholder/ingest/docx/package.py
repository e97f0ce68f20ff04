"""The parts of a Word file that hold words, and the ways out of it that are not followed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from penholder.ingest.docx.archive import Archive, open_archive, unreadable
from penholder.ingest.docx.markup import parse, value
from penholder.ingest.docx.tracking import number_paragraphs
from penholder.ingest.passages import Place, SetAside

_ROOT = "_rels/.rels"
_PROGRAM = "vbaproject.bin"
_FOLLOWED = ("styles", "numbering", "footnotes", "endnotes", "comments")
_OUTSIDE = "outside the file, not followed"
_MEMORY = "penholder:penholder"


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of one part to another, or to something outside the file."""

    kind: str
    target: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts of a Word file, parsed; a part that the file lacks is None.

    ``heads`` and ``feet`` come by the name of their relation; ``memory`` is what a file of our
    own carries about its structure. ``aside`` lists what leads out of the file or is no text.
    """

    document: Element
    parts: dict[str, Element | None]
    heads: dict[str, Element] = field(default_factory=dict)
    feet: dict[str, Element] = field(default_factory=dict)
    memory: Element | None = None
    aside: tuple[SetAside, ...] = ()


def read_parts(data: bytes) -> WordParts:
    """Return the parts of a Word file; raises UnreadableError or UnsafeError."""
    archive = open_archive(data)
    main = _main_part(archive)
    links = _links(archive, main)
    found: dict[str, Element | None] = dict.fromkeys(_FOLLOWED)
    heads: dict[str, Element] = {}
    feet: dict[str, Element] = {}
    memory = None
    for name, link in links.items():
        if link.is_outside or link.target not in archive.names:
            continue
        if link.kind in _FOLLOWED:
            found[link.kind] = _parsed(archive, link.target)
        elif link.kind == "header":
            heads[name] = _parsed(archive, link.target)
        elif link.kind == "footer":
            feet[name] = _parsed(archive, link.target)
        elif link.kind == "customXml":
            root = parse(archive.read(link.target), link.target)
            memory = root if root.tag == _MEMORY else memory
    aside = tuple(_aside(links.values())) + tuple(_settings_aside(archive, links))
    aside += tuple(_macros_aside(archive))
    return WordParts(_parsed(archive, main), found, heads, feet, memory, aside)


def _main_part(archive: Archive) -> str:
    if _ROOT not in archive.names:
        raise unreadable("it is a zip of something else")
    kinds = ("officeDocument",)
    links = _links_in(archive, _ROOT, "").values()
    main = next((link.target for link in links if link.kind in kinds), "")
    if main not in archive.names:
        raise unreadable("it names no text")
    if parse(archive.read(main), main).tag != "w:document":
        raise unreadable("it holds a sheet or slides and no text")
    return main


def _macros_aside(archive: Archive) -> list[SetAside]:
    """Return the programs that a file carries: never opened, since only named texts are read."""
    names = [name for name in archive.names if name.casefold().endswith(_PROGRAM)]
    return [SetAside(name, "macros, not read", Place(0, part="the file")) for name in sorted(names)]


def _parsed(archive: Archive, name: str) -> Element:
    root = parse(archive.read(name), name)
    number_paragraphs(root)
    return root


def _links(archive: Archive, part: str) -> dict[str, Link]:
    folder, _, name = part.rpartition("/")
    return _links_in(archive, posixpath.join(folder, "_rels", f"{name}.rels"), folder)


def _links_in(archive: Archive, name: str, folder: str) -> dict[str, Link]:
    """Return the relations that a part lists, by their names; targets inside the file."""
    if name not in archive.names:
        return {}
    found = {}
    for each in parse(archive.read(name), name).iter("rel:Relationship"):
        is_outside = value(each, "TargetMode") == "External"
        target = value(each, "Target")
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = value(each, "Type").rpartition("/")[2]
        found[value(each, "Id")] = Link(kind, target, is_outside)
    return found


def _aside(links: Iterable[Link]) -> list[SetAside]:
    return [
        SetAside(link.target, _reason(link), Place(0, part="list of links"))
        for link in links
        if link.is_outside or link.kind in ("aFChunk", "oleObject", "package", "control")
    ]


def _reason(link: Link) -> str:
    if link.is_outside:
        return "address of a link" if link.kind == "hyperlink" else f"{link.kind} {_OUTSIDE}"
    return "text in a form of its own, not read" if link.kind == "aFChunk" else "embedded object"


def _settings_aside(archive: Archive, links: dict[str, Link]) -> list[SetAside]:
    """Return the ways out that the settings name: a template of another place."""
    names = [link.target for link in links.values() if link.kind == "settings"]
    held = [_links(archive, name) for name in names if name in archive.names]
    return [each for named in held for each in _aside(named.values())]
