"""Rules about the tags of a file: names, nesting, headings, lists, tables, notes, links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import pikepdf

_STANDARD = frozenset(
    "/Document /Part /Art /Sect /Div /BlockQuote /Caption /TOC /TOCI /Index /NonStruct /P /H1 /H2"
    " /H3 /H4 /H5 /H6 /L /LI /Lbl /LBody /Table /TR /TH /TD /THead /TBody /TFoot /Span /Quote /Note"
    " /Reference /Link /Annot /Figure /Form".split()
)
_INSIDE = {
    "/L": {"/LI", "/L", "/Caption"},
    "/LI": {"/Lbl", "/LBody"},
    "/Table": {"/TR", "/THead", "/TBody", "/TFoot", "/Caption"},
    "/THead": {"/TR"},
    "/TBody": {"/TR"},
    "/TR": {"/TH", "/TD"},
    "/TOC": {"/TOC", "/TOCI", "/Caption"},
}
_ABOVE = {
    "/LI": {"/L"},
    "/LBody": {"/LI"},
    "/TR": {"/Table", "/THead", "/TBody", "/TFoot"},
    "/TH": {"/TR"},
    "/TD": {"/TR"},
    "/THead": {"/Table"},
    "/TBody": {"/Table"},
}


@dataclass(frozen=True, eq=False)
class Tag:
    """One tag, the tag around it, and what stands in it: tags, marked content, links."""

    object: Any
    above: Tag | None

    @property
    def name(self) -> str:
        """Its name, as /P."""
        return str(self.object.get("/S", ""))

    @cached_property
    def kids(self) -> list[Tag]:
        """The tags directly inside."""
        return [Tag(kid, self) for kid in self.raw if _is_tag(kid)]

    @property
    def raw(self) -> list[Any]:
        """Everything directly inside."""
        kids = self.object.get("/K", [])
        return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

    def walk(self) -> Iterator[Tag]:
        """Yield this tag and all inside it, in the order of reading."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


def _is_tag(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


@lru_cache(maxsize=1)
def tags(pdf: pikepdf.Pdf) -> list[Tag]:
    """Return every tag in the order of reading."""
    root: Any = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary())
    tops: Any = root.get("/K", [])
    tops = list(tops) if isinstance(tops, pikepdf.Array) else [tops]
    return [tag for top in tops for tag in Tag(top, None).walk()]


def uses_standard_names(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.1: every tag has a standard name."""
    for tag in tags(pdf):
        if tag.name not in _STANDARD:
            yield f"a tag {tag.name}"


def nests_rightly(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.5 and 7.6; ISO 32000-1, 14.8.4.3: lists and tables hold what they must."""
    for tag in tags(pdf):
        allowed = _INSIDE.get(tag.name)
        for kid in tag.kids:
            if allowed is not None and kid.name not in allowed:
                yield f"{kid.name} directly inside {tag.name}"
            if kid.name in _ABOVE and tag.name not in _ABOVE[kid.name]:
                yield f"{kid.name} directly inside {tag.name}"


def knows_its_parents(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 32000-1, 14.7.2: every tag names the tag it stands in."""
    for tag in tags(pdf):
        above = tag.object.get("/P")
        if tag.above and (above is None or above.objgen != tag.above.object.objgen):
            yield f"{tag.name} names another parent than it has"


def orders_headings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.4: headings begin with H1 and go down one level at a time."""
    level = 0
    for tag in tags(pdf):
        if tag.name[:2] == "/H" and tag.name[2:].isdigit():
            if int(tag.name[2:]) > level + 1:
                yield f"{tag.name} after level {level}"
            level = int(tag.name[2:])
    if not level:
        yield "no heading"


def labels_lists(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.6: an item has one body, at most one label, and a numbered list says how."""
    for tag in tags(pdf):
        names = Counter(kid.name for kid in tag.kids)
        if tag.name == "/LI" and names["/LBody"] != 1:
            yield f"an LI with {names['/LBody']} LBody"
        if tag.name == "/LI" and names["/Lbl"] > 1:
            yield "an LI with several Lbl"
        if tag.name == "/L" and not names["/LI"]:
            yield "an L without LI"
        is_numbered = tag.name == "/L" and any(k.name == "/Lbl" for li in tag.kids for k in li.kids)
        if is_numbered and "/ListNumbering" not in tag.object.get("/A", {}):
            yield "a numbered L without ListNumbering"


def scopes_tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.5: heads say what they are heads of, and cells name heads that are there."""
    found = tags(pdf)
    ids = Counter(str(tag.object.ID) for tag in found if tag.name == "/TH" and "/ID" in tag.object)
    if any(count > 1 for count in ids.values()):
        yield "two TH with one ID"
    for tag in found:
        attributes = tag.object.get("/A", {})
        if tag.name == "/TH" and "/Scope" not in attributes:
            yield "a TH without Scope"
        for name in attributes.get("/Headers", ()) if tag.name == "/TD" else ():
            if str(name) not in ids:
                yield f"a TD names {name}, which is no TH"


def squares_tables(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.5 as checked by PAC: all rows of a table are as wide."""
    for table in (tag for tag in tags(pdf) if tag.name == "/Table"):
        rows = [tag for tag in table.walk() if tag.name == "/TR"]
        widths = {
            sum(int(cell.object.get("/A", {}).get("/ColSpan", 1)) for cell in row.kids)
            for row in rows
            if all(int(c.object.get("/A", {}).get("/RowSpan", 1)) == 1 for c in row.kids)
        }
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells in one table"


def names_notes(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.9: every Note has an ID of its own; ours have a label that leads back."""
    notes = [tag for tag in tags(pdf) if tag.name == "/Note"]
    ids = Counter(str(tag.object.get("/ID", "")) for tag in notes)
    for name, count in ids.items():
        if not name or count > 1:
            yield f"{count} Note with ID {name!r}"
    for tag in notes:
        if not any(kid.name == "/Lbl" for kid in tag.kids):
            yield f"Note {tag.object.get('/ID')} has no Lbl"


def nests_links(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.18.5: a link's annotation stands in a Link, and a Link holds one."""
    for tag in tags(pdf):
        has_object = any(
            isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR" for kid in tag.raw
        )
        if has_object != (tag.name == "/Link"):
            yield f"{tag.name} {'with' if has_object else 'without'} an annotation"


def describes_pictures(pdf: pikepdf.Pdf) -> Iterator[str]:
    """ISO 14289-1, 7.3: every Figure has words in its stead."""
    for tag in tags(pdf):
        if tag.name == "/Figure" and not str(tag.object.get("/Alt", "")).strip():
            yield "a Figure without Alt"


RULES = (
    uses_standard_names, nests_rightly, knows_its_parents, orders_headings, labels_lists,
    scopes_tables, squares_tables, names_notes, nests_links, describes_pictures,
)  # fmt: skip
