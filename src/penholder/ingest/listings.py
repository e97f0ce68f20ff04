"""Whether a paragraph counts with those of the text, or in a list that the one above announces."""

from __future__ import annotations

from penholder.ingest.growing_body import GrowingBody
from penholder.ingest.growth import Node
from penholder.ingest.markers import Marker, marker_of
from penholder.ingest.masthead import flat
from penholder.ingest.passages import Passage
from penholder.ingest.shape import is_heading, is_italic
from penholder.model.openings import opening_kind
from penholder.model.wording import plain

_REACH = 20


def is_listed(node: Node, marker: Marker, above: Node | None) -> bool:
    """Whether a number counts in a list below the paragraph above, and not with it.

    Such a list begins with 1 below a colon: ``the following agenda:``. Where both would go on
    with the same number, an operative paragraph is known by its verb.
    """
    if above is None or not above.printed[:1].isdigit():
        return False
    number = marker.number
    listed = [each.reading[1] for each in above.items if each.reading[0] == marker.form]
    begins = number == 1 and not above.items and _announces(above)
    goes_on = bool(listed) and number == listed[-1] + 1
    if number == above.reading[1] + 1 and opening_kind(plain(node.text)) == "verb":
        return False
    return goes_on or begins


def lists_unmarked(body: GrowingBody) -> bool:
    """Whether the paragraph above announces items without a mark, and the next one goes on."""
    above = body.top
    if above is None or body.quoted is not None or not _awaits_unmarked_items(above):
        return False
    return _goes_on_with(body, above.reading[1] + 1)


def may_be_item(passage: Passage) -> bool:
    """Whether a passage that has no end, and so looks like a heading, may be an item of a list.

    Where the source has no places, only its type tells a heading.
    """
    return passage.indent is None and not (passage.is_bold or is_italic(passage))


def _goes_on_with(body: GrowingBody, number: int) -> bool:
    """Whether the next paragraph that has a number has this one, before any heading."""
    for passage in body.ahead(_REACH):
        marker = marker_of(flat(passage.text))
        if marker is not None:
            return marker.number == number
        if passage.role == "table" or (is_heading(passage) and not may_be_item(passage)):
            return False
    return False


def _awaits_unmarked_items(above: Node) -> bool:
    """Whether paragraphs without a mark may be items of the numbered one above: below its colon."""
    is_unmarked = not any(item.printed for item in above.items)
    return above.printed.isdigit() and is_unmarked and _announces(above)


def _announces(node: Node) -> bool:
    return plain(node.text).endswith(":")
