"""The parts of a volume become one file: pages in order, one tree of tags, one set of names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any

import pydyf

from penholder.publish.fragment import FontUse, Fragment, shared_by_parts

_NUMBER = re.compile(rb"\xff(-?[0-9]+)\xff")
_PARENT = re.compile(rb"\xfe([0-9]+)\xfe")


class _Written:
    """What is part of a PDF and has its bytes already."""

    def __init__(self, written: bytes) -> None:
        super().__init__()
        self._written = written

    @property
    def data(self) -> bytes:
        return self._written


class _Object(_Written, pydyf.Object):  # type: ignore[misc]
    """An object whose bytes are known."""


class _Stream(_Written, pydyf.Stream):  # type: ignore[misc]
    """A stream whose bytes are known."""


def uses_joined(fragments: Iterable[Fragment]) -> list[FontUse]:
    """Return every font of some parts once, as the first one uses it, with the glyphs of all."""
    uses: dict[int, FontUse] = {}
    for use in (use for fragment in fragments for use in fragment.fonts):
        first = uses.setdefault(use.key, use)
        if first is not use:
            widths, letters = {**use.widths, **first.widths}, {**use.letters, **first.letters}
            uses[use.key] = first._replace(widths=widths, letters=letters)
    return list(uses.values())


def join(pdf: Any, fragments: Sequence[Fragment]) -> None:
    """Put the pages of parts behind those of a pydyf file, with their tags and names.

    A name is where the first of the parts has it, and else where the file does.
    """
    joining = _Joining(pdf)
    for fragment in fragments:
        joining.add(fragment)
    joining.name_all()


class _Joining:
    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        root = _object(pdf, pdf.catalog["StructTreeRoot"])
        self._tags = _object(pdf, root["K"][0])
        self._parents = _object(pdf, root["ParentTree"])["Nums"]
        self._shared = {b"%d" % (-1 - at): each for at, each in enumerate(shared_by_parts(pdf))}
        names = iter(pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", ()))
        self._own_names = {key.string: to for key, to in zip(names, names, strict=True)}
        self._names: dict[str, bytes] = {}

    def add(self, fragment: Fragment) -> None:
        """Add one part behind those before it."""
        first, parent = len(self._pdf.objects), len(self._parents) // 2

        def reference(found: re.Match[bytes]) -> bytes:
            shared = self._shared.get(found[1])
            return b"%d 0 R" % (first + int(found[1])) if shared is None else shared

        def placed(data: bytes) -> bytes:
            data = _NUMBER.sub(reference, data)
            return _PARENT.sub(lambda found: b"%d" % (parent + int(found[1])), data)

        for data, content in fragment.objects:
            data = placed(data)
            if content is None:
                self._pdf.add_object(_Object(data))
            else:
                stream = b"\n".join((data, b"stream", content, b"endstream"))
                self._pdf.add_object(_Stream(stream))
        for number in fragment.pages:
            self._pdf.pages["Kids"].extend([first + number, 0, "R"])
            self._pdf.pages["Count"] += 1
        self._tags["K"].extend(b"%d 0 R" % (first + number) for number in fragment.tags)
        for key, data in fragment.parents:
            self._parents.extend([parent + key, placed(data)])
        for name, data in fragment.names:
            self._names.setdefault(name, placed(data))

    def name_all(self) -> None:
        """Write the names of all parts, in order."""
        array = pydyf.Array()
        for name, place in sorted({**self._own_names, **self._names}.items()):
            array.extend([pydyf.String(name), place])
        self._pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": array})})


def bookmarked(fragment: Fragment) -> list[Any]:
    """Return stand-ins for the pages of a part, with all that a list of bookmarks asks of pages."""
    return [
        SimpleNamespace(bookmarks=each.bookmarks, height=each.height) for each in fragment.marks
    ]


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
