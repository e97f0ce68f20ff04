"""The title of a plain draft, which nothing marks but its place above the line of the organ."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from penholder.ingest.lettering import marked_text
from penholder.ingest.recognise import Recognised
from penholder.ingest.shape import is_organ_line
from penholder.model.blocks import Unplaced
from penholder.model.outline import outline, rebuilt


def titled(found: Recognised) -> Recognised:
    """Return what was recognised with the words above the organ line as title, where it has none.

    They are taken only where nothing else took them.
    """
    pairs = pairwise(passage for passage in found.passages if passage.role == "body")
    above = next((one for one, other in pairs if is_organ_line(other)), None)
    if found.document.title or above is None:
        return found
    title = marked_text(above.runs, lambda _: "")
    units = outline(found.document)
    left = [unit for unit in units if unit.block != Unplaced(title)]
    if len(left) == len(units):
        return found
    return replace(found, document=replace(rebuilt(found.document, left), title=title))
