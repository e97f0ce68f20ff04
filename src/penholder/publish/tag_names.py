"""What tags are called, and their properties, by the elements of HTML that they come from."""

from __future__ import annotations

from penholder.publish.tag_tree import Element, TagTree, attributes, string

_PARTS = (("::footnote-call", "/Reference"), ("::footnote-marker", "/Lbl"))


def name_tags(tree: TagTree) -> None:
    """Give every tag the name and the properties that follow from its element of HTML."""
    for element in list(tree.walk(tree.document)):
        _name(tree, element)


def _name(tree: TagTree, element: Element) -> None:
    box = getattr(element, "box", None)
    if box is None or box.element is None:
        return
    if element["S"] == "/TH":
        element.setdefault("A", attributes("/Table"))
        element["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"
    language = box.element.get("lang")
    if language and box.element_tag != "html":
        element["Lang"] = string(language)
    for ending, name in _PARTS:
        if str(box.element_tag).endswith(ending):
            _wrap_link(tree, element, name)


def _wrap_link(tree: TagTree, element: Element, name: str) -> None:
    """Call a tag by a name; where it is a link, it becomes the link inside."""
    objects = map(tree.object, element["K"])
    if not any(each is not None and each.get("Type") == "/OBJR" for each in objects):
        element["S"] = name
        return
    outer = tree.made(name, element)
    tree.replace(element, outer)
    element["S"] = "/Link"
    tree.adopt(outer, element)
