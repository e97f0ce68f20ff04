"""The tags of lists: subparagraphs that follow one another, deeper ones inside."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from penholder.publish.tag_tree import Element, TagTree, attributes, is_note

_PLAIN = {"/L": "/Div", "/LI": "/P", "/LBody": "/Span"}


def make_lists(tree: TagTree) -> None:
    """Make lists of subparagraphs, and plain paragraphs of lists that are set otherwise."""
    for element in list(tree.walk(tree.document)):
        _unlist(tree, element)
    for element in list(tree.walk(tree.document)):
        _list_items(tree, element)


def _unlist(tree: TagTree, element: Element) -> None:
    """Tag a list of HTML that is set otherwise than as a list as plain paragraphs."""
    if element["S"] == "/L" and any(kid["S"] != "/LI" for kid in tree.kids(element)):
        for each in tree.walk(element):
            each["S"] = _PLAIN.get(each["S"], each["S"])


def _list_items(tree: TagTree, parent: Element) -> None:
    """Make a list of each run of subparagraphs directly inside a tag."""
    if parent["S"] in ("/LI", "/LBody") or not any(map(_degree, tree.kids(parent))):
        return
    kept: list[object] = []
    for is_listed, references in groupby(parent["K"], key=_listing(tree)):
        if not is_listed:
            kept += references
            continue
        made = _listed(tree, [tree.object(each) for each in references])
        made["P"] = parent.reference
        kept.append(made.reference)
    parent["K"][:] = kept


def _listing(tree: TagTree) -> Callable[[object], bool]:
    """Return what tells whether a kid belongs to a list: a subparagraph, or a note of one."""
    is_inside = False

    def is_listed(reference: object) -> bool:
        nonlocal is_inside
        kid = tree.object(reference)
        is_item = kid is not None and bool(_degree(kid))
        is_inside = is_item or (is_inside and is_note(kid))
        return is_inside

    return is_listed


def _listed(tree: TagTree, items: list[Element]) -> Element:
    """Return a list of subparagraphs and their notes, each degree a list of its own."""
    outer = _list(tree, items[0], "/LowerAlpha")
    levels: list[tuple[int, Element, Element | None]] = [(_degree(items[0]), outer, None)]
    for item in items:
        degree = _degree(item)
        if not degree:  # the note of the item before
            body = levels[-1][2]
            tree.adopt(body if body is not None else outer, item)
            continue
        while len(levels) > 1 and levels[-1][0] > degree:
            levels.pop()
        level, list_, body = levels[-1]
        if degree > level and body is not None:
            list_ = _list(tree, item, "/LowerRoman")
            tree.adopt(body, list_)
            levels.append((degree, list_, None))
        levels[-1] = (levels[-1][0], list_, _item(tree, list_, item))
    return outer


def _list(tree: TagTree, like: Element, numbering: str) -> Element:
    made = tree.made("/L", like)
    made["A"] = attributes("/List", ListNumbering=numbering)
    return made


def _item(tree: TagTree, list_: Element, paragraph: Element) -> Element:
    """Put a paragraph into a list and return the body of its item."""
    item = tree.made("/LI", paragraph)
    tree.adopt(list_, item)
    kids = list(tree.kids(paragraph))
    place = next((at for at, kid in enumerate(kids) if "number" in _classes(kid)), None)
    if place is not None:
        label = tree.made("/Lbl", paragraph)
        tree.adopt(item, label)
        for kid in kids[: place + 1]:
            paragraph["K"].remove(kid.reference)
            tree.adopt(label, kid)
    body = tree.made("/LBody", paragraph)
    tree.adopt(item, body)
    tree.adopt(body, paragraph)
    return body


def _degree(element: Element) -> int:
    """Return how deep a subparagraph stands, from 1; 0 for anything else."""
    if element.get("S") != "/P":
        return 0
    classes = _classes(element)
    degrees = [int(each.removeprefix("degree-")) for each in classes if each.startswith("degree-")]
    return max(degrees, default=1) if "item" in classes else 0


def _classes(element: Element) -> frozenset[str]:
    box = getattr(element, "box", None)
    source = getattr(box, "element", None)
    return frozenset(source.get("class", "").split() if source is not None else ())
