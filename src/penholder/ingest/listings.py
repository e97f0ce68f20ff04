"""Whether a paragraph counts with those of the text, or in a list that the one above announces."""

from __future__ import annotations

from penholder.ingest.growth import Node
from penholder.ingest.markers import Marker
from penholder.model.openings import opening_kind
from penholder.model.wording import plain


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


def awaits_unmarked_items(above: Node) -> bool:
    """Whether paragraphs without a mark may be items of the numbered one above: below its colon."""
    is_unmarked = not any(item.printed for item in above.items)
    return above.printed.isdigit() and is_unmarked and _announces(above)


def _announces(node: Node) -> bool:
    return plain(node.text).endswith(":")
