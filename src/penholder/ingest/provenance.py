"""Where every unit of an imported document stands in its source, as JSON beside the document."""

from __future__ import annotations

import json
from collections.abc import Sequence

from penholder.ingest.fates import fates
from penholder.ingest.passages import Box, Passage
from penholder.ingest.recognise import Recognised


def provenance(found: Recognised, file: str) -> str:
    """Return JSON: the name and SHA-256 of the source, and the boxes of each unit on its pages.

    A box is left, top, right and bottom in points from the top left corner of its page; a text
    has its first and last line instead. ``set_aside`` is what of the source is no wording.
    """
    units = [
        {"address": fate.address, "places": _places(fate.passage)}
        for fate in fates(found)
        if fate.text
    ]
    aside = [
        {"page": each.place.page, "reason": each.reason, "text": each.text}
        for each in found.set_aside
    ]
    record = {"source": file, "sha256": found.sha256, "units": units, "set_aside": aside}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _places(passage: Passage) -> list[dict[str, object]]:
    """Return one place for each page that a passage stands on."""
    pages = sorted({line.place.page for line in passage.lines})
    return [_place(page, passage) for page in pages]


def _place(page: int, passage: Passage) -> dict[str, object]:
    places = [line.place for line in passage.lines if line.place.page == page]
    boxes = [place.box for place in places if place.box]
    if boxes:
        return {"page": page, "box": list(_around(boxes))}
    return {"page": page, "lines": [places[0].line, places[-1].line]}


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
