"""The tags of letters that are read from the right, which say them in the order they are read."""

from __future__ import annotations

from penholder.publish.spoken import is_right
from penholder.publish.tag_tree import Element, TagTree, string


def say_as_written(tree: TagTree) -> None:
    """Let each tag of a file with letters read from the right say them (ISO 32000-1, 14.9.4)."""
    elements = list(tree.walk(tree.document))
    if any(is_right(text) for each in elements for text in _turned(each).values()):
        for element in elements:
            _say(tree, element)


def _say(tree: TagTree, element: Element) -> None:
    turned = _turned(element)
    if marks := [kid for kid in element["K"] if kid in turned]:  # a link has no tags inside
        element["ActualText"] = string("".join(turned[mark] for mark in marks))
    for kid in tree.kids(element):
        if len(kid["K"]) == 1 and kid["K"][0] in turned:
            kid["ActualText"] = string(turned[kid["K"][0]])


def _turned(element: Element) -> dict[int, str]:
    found: dict[int, str] = getattr(element, "turned", {})
    return found
