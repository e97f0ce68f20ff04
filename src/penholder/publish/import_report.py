"""A source and what was made of it side by side, as one HTML page: each passage with its fate."""

from __future__ import annotations

import struct
from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape

from penholder.ingest.fates import Fate, fates
from penholder.ingest.passages import Passage, SetAside
from penholder.ingest.provenance import places_of
from penholder.ingest.recognise import Recognised

_STYLE = """
:root { color-scheme: light dark; --ink: #111; --paper: #fff; --quiet: #555; --rule: #bbb;
  --placed: #1f5a99; --alarm: #900; --alarm-paper: #fde2e2; --marked: #fff6d5 }
body { font: 15px/1.45 "Liberation Serif", serif; margin: 2rem; color: var(--ink);
  background: var(--paper); overflow-wrap: anywhere }
.page { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem;
  border-top: 1px solid var(--rule); padding: 1rem 0 }
.page > svg { position: sticky; top: 1rem; width: 100%; border: 1px solid var(--rule) }
.page > ol { list-style: none; margin: 0; padding: 0 }
h2 { font-size: 1rem; grid-column: 1 / -1; margin: 0 }
li { padding: .4rem .6rem; border-left: 4px solid var(--placed); margin-bottom: .4rem }
li b { display: block; font-size: .8rem; color: var(--placed) }
li.masthead, li.aside { border-color: var(--rule) }
li.masthead b, li.aside, li.aside b { color: var(--quiet) }
li.unplaced { border-color: var(--alarm); background: var(--alarm-paper) }
li.unplaced b { color: var(--alarm) }
li:target { background: var(--marked) }
rect { fill: #2b6cb0; fill-opacity: .06; stroke: #2b6cb0; stroke-width: .4 }
rect.masthead { fill: #999; stroke: #999 } rect.aside { fill: #ccc; stroke: #bbb }
rect.unplaced { fill: #c00; fill-opacity: .2; stroke: #c00 }
a:hover rect, a:focus rect { fill-opacity: .25 }
@media (max-width: 40rem) {
body { margin: 1rem }
.page { grid-template-columns: minmax(0, 1fr); gap: 1rem }
.page > svg { position: static }
}
@media (prefers-color-scheme: dark) {
:root { --ink: #e8e8e8; --paper: #16181b; --quiet: #adadad; --rule: #555; --placed: #8ab8e8;
  --alarm: #ffb3b3; --alarm-paper: #4d1f1f; --marked: #4a4220 }
}
"""


def import_report(found: Recognised, name: str, pictures: Sequence[bytes] = ()) -> str:
    """Return the page: every page of the source as a picture, and beside it what became of it.

    A click on a place of a picture leads to the words there. ``pictures`` are PNGs, one for each
    page of the source; a source without pages has none, and its words stand alone.
    """
    title = escape(f"Import of {name}")
    whole = list(enumerate(fates(found), start=1))
    pages = {each.passage.place.page for _, each in whole} | set(range(1, len(pictures) + 1))
    pages |= {each.place.page for each in found.set_aside}
    sheets = "\n".join(_page(number, whole, found.set_aside, pictures) for number in sorted(pages))
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>{_STYLE}</style></head>
<body>
<main>
<h1>{title}</h1>
<p>Source: SHA-256 {escape(found.sha256)}</p>
<p>{_summary(whole, found.set_aside)}</p>
{sheets}
</main>
</body>
</html>
"""


def _summary(whole: Sequence[tuple[int, Fate]], aside: Sequence[SetAside]) -> str:
    unplaced = sum(not each.is_placed for _, each in whole)
    return f"{len(whole)} passages, {unplaced} without a place; {len(aside)} pieces set aside."


def _page(
    number: int,
    whole: Sequence[tuple[int, Fate]],
    aside: Sequence[SetAside],
    pictures: Sequence[bytes],
) -> str:
    here = [(index, each) for index, each in whole if each.passage.place.page == number]
    pieces = [each for each in aside if each.place.page == number]
    items = [_item(index, each) for index, each in here]
    items += [
        f'<li class="aside"><b>set aside: {escape(each.reason)}</b>{escape(each.text)}</li>'
        for each in pieces
    ]
    picture = ""
    if number <= len(pictures):
        areas = [area for index, each in whole for area in _areas(index, each, number)]
        areas += list(_edges(pieces))
        picture = _picture(pictures[number - 1], areas, number)
    listed = "\n".join(items)
    return (
        f'<section class="page"><h2>Page {number}</h2>\n{picture}\n<ol>\n{listed}\n</ol></section>'
    )


def _item(index: int, fate: Fate) -> str:
    words = fate.text or fate.passage.text
    return (
        f'<li id="passage-{index}" class="{_look(fate)}"><b>{escape(fate.address)}</b>'
        f"{escape(words)}</li>"
    )


def _look(fate: Fate) -> str:
    if not fate.is_placed:
        return "unplaced"
    return "masthead" if fate.address.startswith("masthead") else "placed"


def _areas(index: int, fate: Fate, number: int) -> Iterator[str]:
    """Yield where a passage stands on a page, as a link to what became of it."""
    for page, box in _boxes(fate.passage):
        if page == number:
            label = escape(fate.address, quote=True)
            yield f'<a href="#passage-{index}" aria-label="{label}">{_rect(box, _look(fate))}</a>'


def _boxes(passage: Passage) -> Iterator[tuple[int, Sequence[float]]]:
    for page, box in places_of(passage):
        if box:
            yield page, box


def _edges(pieces: Sequence[SetAside]) -> Iterator[str]:
    return (_rect(each.place.box, "aside") for each in pieces if each.place.box)


def _rect(box: Sequence[float], look: str) -> str:
    left, top, right, bottom = box
    place = f'x="{left - 1:.1f}" y="{top - 1:.1f}"'
    size = f'width="{right - left + 2:.1f}" height="{bottom - top + 3:.1f}"'
    return f'<rect class="{look}" {place} {size}/>'


def _picture(png: bytes, areas: Sequence[str], number: int) -> str:
    width, height = struct.unpack(">II", png[16:24])
    data = b64encode(png).decode()
    return (
        f'<svg viewBox="0 0 {width} {height}" role="group" aria-label="page {number}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/>'
        f"{''.join(areas)}</svg>"
    )
