"""The tags of a page as PDF/UA-1 names them: notes, lists, and each paragraph in one piece.

WeasyPrint 70 tags boxes: a paragraph broken over two pages is two, a footnote a span at the foot
of its page, ``(a)`` and ``(b)`` paragraphs like any other. Here its tree is put in order once
more, by the elements of HTML that its boxes come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

import pydyf

from penholder.publish.spoken import is_right, turned_letters

_Element = Any
_MERGED = frozenset(
    "/P /H1 /H2 /H3 /H4 /H5 /H6 /Part /Sect /Art /Div /Span /NonStruct /L /LI /LBody /Note /Table"
    " /THead /TBody /TR /TH /TD".split()
)


_PLAIN = {"/L": "/Div", "/LI": "/P", "/LBody": "/Span"}


def prepare(tags: Any, stream: Any) -> None:
    """Have WeasyPrint leave on each tag its box, and paint what is set apart as an artifact.

    ``tags`` is its module of tags, ``stream`` its class of streams.
    """
    tags._build_box_tree = _remembering(tags._build_box_tree)
    stream.marked = _sparing(stream.marked)


def set_heads_apart(pages: Iterable[Any]) -> None:
    """Mark what belongs to the sheet and not to the text: running heads, and heads of tables again.

    A table that goes on over the page has its heads on each.
    """
    seen: set[Any] = set()
    for page in pages:
        for box in page._page_box.children[1:]:
            if type(box).__name__ == "MarginBox":
                _set_apart(box)
        for box in list(page._page_box.descendants()):
            if getattr(box, "is_header", False) and box.element is not None:
                if box.element in seen:
                    _set_apart(box)
                seen.add(box.element)
        page.links[:] = [link for link in page.links if not hasattr(link[3], "is_set_apart")]


def _set_apart(box: Any) -> None:
    box.is_set_apart = True
    for each in box.descendants():
        each.is_set_apart = True
        # Where WeasyPrint writes the name of a head's tag; this one has none.
        each.mark = pydyf.Dictionary()


def _sparing(marked: Callable[..., Any]) -> Callable[..., Any]:
    def spared(stream: Any, box: Any, tag: str) -> Any:
        if getattr(box, "is_set_apart", False):
            return stream.artifact()
        return marked(stream, box, tag)

    return spared


def _remembering(build: Callable[..., Iterator[_Element]]) -> Callable[..., Iterator[_Element]]:
    def remembered(box: Any, *arguments: Any) -> Iterator[_Element]:
        if getattr(box, "is_set_apart", False):
            return
        turned = dict(turned_letters(box, arguments[-1]))
        for element in build(box, *arguments):
            if not hasattr(element, "box"):
                element.box, element.turned = box, turned
            yield element

    return remembered


def put_in_order(pdf: Any) -> None:
    """Put the tags of a pydyf file in order."""
    _Tree(pdf).put_in_order()
    for each in pdf.objects:
        if isinstance(each, dict) and each.get("Subtype") == "/Link" and "Dest" in each:
            each["Contents"] = pydyf.String(each["Dest"].string.replace("-", " "))


class _Tree:
    """The structure tree of one file, while it is put in order."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        dictionaries = filter(_is_dictionary, pdf.objects)
        self._by_reference: dict[object, Any] = {each.reference: each for each in dictionaries}
        root = self._by_reference[pdf.catalog["StructTreeRoot"]]
        self._document = self._by_reference[root["K"][0]]

    def put_in_order(self) -> None:
        elements = list(self._walk(self._document))
        if any(is_right(text) for each in elements for text in _turned(each).values()):
            for element in elements:
                self._say_as_written(element)
        notes = self._take_notes()
        self._merge(self._document)
        self._place(self._document, notes, self._document)
        for element in notes.values():  # called from nowhere: where it stands is as good as any
            self._adopt(self._document, element)
        for element in list(self._walk(self._document)):
            self._name(element)
        for element in list(self._walk(self._document)):
            self._unlist(element)
        for element in list(self._walk(self._document)):
            self._list_items(element)

    def _kids(self, element: _Element) -> Iterator[_Element]:
        """Yield the tags directly inside one, without marked content and links."""
        for reference in element.get("K", ()):
            kid = self._by_reference.get(reference) if isinstance(reference, bytes) else None
            if kid is not None and kid.get("Type") == "/StructElem":
                yield kid

    def _walk(self, element: _Element) -> Iterator[_Element]:
        yield element
        for kid in self._kids(element):
            yield from self._walk(kid)

    def _adopt(self, parent: _Element, kid: _Element) -> None:
        kid["P"] = parent.reference
        parent["K"].append(kid.reference)

    def _made(self, tag: str, like: _Element) -> _Element:
        """Return a new tag without a parent, on the page of another."""
        made: Any = pydyf.Dictionary({"Type": "/StructElem", "S": tag, "K": pydyf.Array()})
        if "Pg" in like:
            made["Pg"] = like["Pg"]
        self._pdf.add_object(made)
        self._by_reference[made.reference] = made
        return made

    def _say_as_written(self, element: _Element) -> None:
        """Let the tags of letters that are read from the right say them (ISO 32000-1, 14.9.4)."""
        turned = _turned(element)
        if marks := [kid for kid in element["K"] if kid in turned]:  # a link has no tags inside
            element["ActualText"] = pydyf.String("".join(turned[mark] for mark in marks))
        for kid in self._kids(element):
            if len(kid["K"]) == 1 and kid["K"][0] in turned:
                kid["ActualText"] = pydyf.String(turned[kid["K"][0]])

    def _take_notes(self) -> dict[Any, _Element]:
        """Take every footnote out of the tree and return them by their element of HTML.

        What continues a note on the next page is joined to its beginning.
        """
        notes: dict[Any, _Element] = {}
        for area in list(self._kids(self._document)):
            if type(area.box).__name__ != "FootnoteAreaBox":
                continue
            for note in self._kids(area):
                begun = notes.setdefault(note.box.element, note)
                note["S"] = "/Note"
                if begun is not note:
                    self._join(begun, note)
            self._document["K"].remove(area.reference)
        for count, note in enumerate(notes.values(), 1):
            note["ID"] = pydyf.String(note.box.element.get("id") or f"note-at-{count}")
        return notes

    def _join(self, first: _Element, second: _Element) -> None:
        if first["S"] == "/Table":
            self._name_heads_of(first, second)
        for kid in self._kids(second):
            kid["P"] = first.reference
        first["K"].extend(second["K"])

    def _name_heads_of(self, first: _Element, second: _Element) -> None:
        """Let the cells of a table's second piece name the heads of the first."""
        for cell in self._walk(second):
            for name in cell.get("A", {}).get("Headers", ()):
                number, dash, place = name.string.partition("-")
                if number == str(second.number):  # another is that of a table inside a cell
                    name.string = f"{first.number}{dash}{place}"

    def _merge(self, parent: _Element) -> None:
        """Make one tag again of the pieces of each element that stand next to one another.

        Those of the cells of a row stand by turns.
        """
        begun: list[_Element] = []
        kept = []
        for reference in parent["K"]:
            kid = self._by_reference.get(reference) if isinstance(reference, bytes) else None
            first = next((each for each in begun if self._is_continued(each, kid)), None)
            if first is not None:
                self._join(first, kid)
                continue
            kept.append(reference)
            begun = ([*begun, kid] if parent["S"] == "/TR" else [kid]) if kid is not None else []
        parent["K"][:] = kept
        for kid in self._kids(parent):
            self._merge(kid)

    def _is_continued(self, first: _Element, second: _Element) -> bool:
        if first.get("S") not in _MERGED or first.get("S") != second.get("S"):
            return False
        boxes: list[Any] = [getattr(each, "box", None) for each in (first, second)]
        if None in boxes or any(isinstance(k, int) for k in (*first["K"], *second["K"])):
            return False
        sources = [(box.element, box.element_tag, type(box)) for box in boxes]
        return boxes[0].element is not None and sources[0] == sources[1]

    def _place(self, element: _Element, notes: dict[Any, _Element], block: _Element) -> None:
        """Let each note follow the block that calls it."""
        for kid in list(self._kids(element)):
            is_block = kid["S"] in ("/P", "/H1", "/H2", "/Table", "/Caption", "/L")
            self._place(kid, notes, kid if is_block and block is self._document else block)
        source = getattr(element, "box", None)
        if source is None or not str(source.element_tag).endswith("::footnote-call"):
            return
        note = notes.pop(source.element, None)
        if note is None:
            return
        parent = self._by_reference[block["P"]] if block is not self._document else block
        kids = parent["K"]
        place = kids.index(block.reference) + 1 if block is not self._document else len(kids)
        while place < len(kids) and self._is_note(kids[place]):
            place += 1
        note["P"] = parent.reference
        kids.insert(place, note.reference)

    def _is_note(self, reference: object) -> bool:
        kid = self._by_reference.get(reference) if isinstance(reference, bytes) else None
        return kid is not None and kid.get("S") == "/Note"

    def _name(self, element: _Element) -> None:
        """Give one tag the name and the properties that follow from its element of HTML."""
        box = getattr(element, "box", None)
        if box is None or box.element is None:
            return
        if element["S"] == "/TH":
            is_row = box.element.get("scope") == "row"
            element.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
            element["A"]["Scope"] = "/Row" if is_row else "/Column"
        language = box.element.get("lang")
        if language and box.element_tag != "html":
            element["Lang"] = pydyf.String(language)
        for ending, name in (("::footnote-call", "/Reference"), ("::footnote-marker", "/Lbl")):
            if str(box.element_tag).endswith(ending):
                self._wrap_link(element, name)

    def _wrap_link(self, element: _Element, name: str) -> None:
        """Call a tag by a name; where it is a link, it becomes the link inside."""
        objects = (self._by_reference.get(k) for k in element["K"] if isinstance(k, bytes))
        if not any(each is not None and each.get("Type") == "/OBJR" for each in objects):
            element["S"] = name
            return
        outer = self._made(name, element)
        parent = self._by_reference[element["P"]]
        parent["K"][parent["K"].index(element.reference)] = outer.reference
        outer["P"] = parent.reference
        element["S"] = "/Link"
        self._adopt(outer, element)

    def _unlist(self, element: _Element) -> None:
        """Tag a list of HTML that is set otherwise than as a list as plain paragraphs."""
        if element["S"] == "/L" and any(kid["S"] != "/LI" for kid in self._kids(element)):
            for each in self._walk(element):
                each["S"] = _PLAIN.get(each["S"], each["S"])

    def _list_items(self, parent: _Element) -> None:
        """Make lists of subparagraphs that follow one another, deeper ones inside."""
        if parent["S"] in ("/LI", "/LBody") or not any(map(_degree, self._kids(parent))):
            return
        kept: list[object] = []
        runs = groupby(parent["K"], key=self._is_listed())
        for is_listed, references in runs:
            if not is_listed:
                kept += references
                continue
            items = [self._by_reference[each] for each in references]
            made = self._listed(items)
            made["P"] = parent.reference
            kept.append(made.reference)
        parent["K"][:] = kept

    def _is_listed(self) -> Callable[[object], bool]:
        """Return what tells whether a kid belongs to a list: a subparagraph, or a note of one."""
        is_inside = False

        def is_listed(reference: object) -> bool:
            nonlocal is_inside
            kid = self._by_reference.get(reference) if isinstance(reference, bytes) else None
            is_item = kid is not None and bool(_degree(kid))
            is_inside = is_item or (is_inside and self._is_note(reference))
            return is_inside

        return is_listed

    def _listed(self, items: list[_Element]) -> _Element:
        outer = self._made("/L", items[0])
        outer["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": "/LowerAlpha"})
        levels: list[tuple[int, _Element, _Element | None]] = [(_degree(items[0]), outer, None)]
        for item in items:
            degree = _degree(item)
            if not degree:  # the note of the item before
                body = levels[-1][2]
                self._adopt(body if body is not None else outer, item)
                continue
            while len(levels) > 1 and levels[-1][0] > degree:
                levels.pop()
            level, list_, body = levels[-1]
            if degree > level and body is not None:
                list_ = self._made("/L", item)
                list_["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": "/LowerRoman"})
                self._adopt(body, list_)
                levels.append((degree, list_, None))
            levels[-1] = (levels[-1][0], list_, self._item(list_, item))
        return outer

    def _item(self, list_: _Element, paragraph: _Element) -> _Element:
        """Put a paragraph into a list and return the body of its item."""
        item = self._made("/LI", paragraph)
        self._adopt(list_, item)
        kids = list(self._kids(paragraph))
        place = next((at for at, kid in enumerate(kids) if "number" in _classes(kid)), None)
        if place is not None:
            label = self._made("/Lbl", paragraph)
            self._adopt(item, label)
            for kid in kids[: place + 1]:
                paragraph["K"].remove(kid.reference)
                self._adopt(label, kid)
        body = self._made("/LBody", paragraph)
        self._adopt(item, body)
        self._adopt(body, paragraph)
        return body


def _turned(element: _Element) -> dict[int, str]:
    found: dict[int, str] = getattr(element, "turned", {})
    return found


def _is_dictionary(each: Any) -> bool:
    return isinstance(each, dict)


def _degree(element: _Element) -> int:
    """Return how deep a subparagraph stands, from 1; 0 for anything else."""
    if element.get("S") != "/P":
        return 0
    classes = _classes(element)
    degrees = [int(each.removeprefix("degree-")) for each in classes if each.startswith("degree-")]
    return max(degrees, default=1) if "item" in classes else 0


def _classes(element: _Element) -> frozenset[str]:
    box = getattr(element, "box", None)
    source = getattr(box, "element", None)
    return frozenset(source.get("class", "").split() if source is not None else ())
