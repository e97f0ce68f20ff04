"""The pieces of what a page break cut made one tag again."""

from __future__ import annotations

from typing import Any

from penholder.publish.tag_tree import Element, TagTree

_MERGED = frozenset(
    "/P /H1 /H2 /H3 /H4 /H5 /H6 /Part /Sect /Art /Div /Span /NonStruct /L /LI /LBody /Note /Table"
    " /THead /TBody /TR /TH /TD".split()
)


def merge_pieces(tree: TagTree, parent: Element) -> None:
    """Make one tag again of the pieces of each element that stand next to one another.

    Those of the cells of a row stand by turns.
    """
    begun: list[Element] = []
    kept = []
    for reference in parent["K"]:
        kid = tree.object(reference)
        first = next((each for each in begun if _is_continued(each, kid)), None)
        if first is not None:
            join(tree, first, kid)
            continue
        kept.append(reference)
        begun = ([*begun, kid] if parent["S"] == "/TR" else [kid]) if kid is not None else []
    parent["K"][:] = kept
    for kid in tree.kids(parent):
        merge_pieces(tree, kid)


def join(tree: TagTree, first: Element, second: Element) -> None:
    """Put what a tag holds behind what another holds."""
    if first["S"] == "/Table":
        _name_heads(tree, first, second)
    for kid in tree.kids(second):
        kid["P"] = first.reference
    first["K"].extend(second["K"])


def _name_heads(tree: TagTree, first: Element, second: Element) -> None:
    """Let the cells of a table's second piece name the heads of the first."""
    for cell in tree.walk(second):
        for name in cell.get("A", {}).get("Headers", ()):
            number, dash, place = name.string.partition("-")
            if number == str(second.number):  # another is that of a table inside a cell
                name.string = f"{first.number}{dash}{place}"


def _is_continued(first: Element, second: Element) -> bool:
    if first.get("S") not in _MERGED or first.get("S") != second.get("S"):
        return False
    boxes: list[Any] = [getattr(each, "box", None) for each in (first, second)]
    if None in boxes or any(isinstance(k, int) for k in (*first["K"], *second["K"])):
        return False
    sources = [(box.element, box.element_tag, type(box)) for box in boxes]
    return boxes[0].element is not None and sources[0] == sources[1]
