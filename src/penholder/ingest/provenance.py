"""Where every unit of an imported document stands in its source, as JSON beside the document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from penholder.ingest.fates import fates
from penholder.ingest.passages import Box, Passage
from penholder.ingest.recognise import Recognised
from penholder.ingest.side_list import changes, remarks, set_aside


def provenance(found: Recognised, file: str) -> str:
    """Return JSON: the name and SHA-256 of the source, and the boxes of each unit on its pages.

    A box is left, top, right and bottom in points from the top left corner of its page; a text
    has its first and last line instead, a Word file the paragraphs of one of its parts.
    ``set_aside`` is what of the source is no wording; tracked changes and comments of a Word file
    stand behind it.
    """
    units = [
        {"address": fate.address, "places": _places(fate.passage)}
        for fate in fates(found)
        if fate.is_known
    ]
    record: dict[str, object] = {"source": file, "sha256": found.sha256, "units": units}
    record["set_aside"] = set_aside(found)
    beside = {"changes": changes(found), "comments": remarks(found)}
    record |= {name: told for name, told in beside.items() if told}
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def places_of(passage: Passage) -> Iterator[tuple[int, Box | None]]:
    """Yield each page that a passage stands on, and the box around its lines there, if it has one.

    Points from the top left corner of the page.
    """
    for page in sorted({line.place.page for line in passage.lines}):
        places = [line.place for line in passage.lines if line.place.page == page]
        boxes = [place.box for place in places if place.box]
        yield page, _around(boxes) if boxes else None


def _places(passage: Passage) -> list[dict[str, object]]:
    """Return one place for each page that a passage stands on."""
    if passage.place.part:
        numbers = [line.place.line for line in passage.lines]
        return [{"part": passage.place.part, "paragraphs": [numbers[0], numbers[-1]]}]
    return [_place(page, box, passage) for page, box in places_of(passage)]


def _place(page: int, box: Box | None, passage: Passage) -> dict[str, object]:
    if box:
        return {"page": page, "box": list(box)}
    lines = [line.place.line for line in passage.lines if line.place.page == page]
    return {"page": page, "lines": [lines[0], lines[-1]]}


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
