"""A source and what was made of it side by side, as one HTML page: each passage with its fate."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from penholder.ingest.fates import Fate, fates
from penholder.ingest.recognise import Recognised

_STYLE = """
:root { color-scheme: light dark; --ink: #111; --paper: #fff; --quiet: #555; --alarm: #fde2e2 }
body { font: 15px/1.45 "Liberation Serif", serif; margin: 2rem; color: var(--ink);
  background: var(--paper); overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-top: 1px solid #999 }
th:first-child, td:first-child { width: 4rem } th:nth-child(3), td:nth-child(3) { width: 12rem }
.unplaced { background: var(--alarm) } .masthead, .aside { color: var(--quiet) }
@media (max-width: 40rem) {
body { margin: 1rem }
table, tbody, tr, td { display: block } tr:has(th) { display: none }
tr { border-top: 1px solid #999; padding: .4rem 0 } td { border: 0; padding: .1rem 0 }
th:first-child, td:first-child, td:nth-child(3) { width: auto } td:first-child { font-weight: bold }
}
@media (prefers-color-scheme: dark) {
:root { --ink: #e8e8e8; --paper: #16181b; --quiet: #adadad; --alarm: #4d1f1f }
}
"""


def import_report(found: Recognised, name: str) -> str:
    """Return the page: every passage, its place, what became of it; then what was set aside."""
    title = escape(f"Import of {name}")
    rows = "\n".join(_row(fate) for fate in fates(found))
    aside = "\n".join(_aside(found))
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>{_STYLE}</style></head>
<body>
<main>
<h1>{title}</h1>
<p>Source: SHA-256 {escape(found.sha256)}</p>
<table>
{_heads("Page", "Source", "Became", "Document")}
{rows}
</table>
<h2>Set aside</h2>
<table>
{_heads("Page", "Source", "Reason")}
{aside}
</table>
</main>
</body>
</html>
"""


def _heads(*names: str) -> str:
    cells = "".join(f'<th scope="col">{name}</th>' for name in names)
    return f"<tr>{cells}</tr>"


def _row(fate: Fate) -> str:
    look = (
        fate.address if fate.address == "masthead" else "placed" if fate.is_placed else "unplaced"
    )
    cells = (str(fate.passage.place.page), fate.passage.text, fate.address, fate.text)
    return f'<tr class="{look}">{_cells(cells)}</tr>'


def _aside(found: Recognised) -> Iterator[str]:
    for each in found.set_aside:
        cells = (str(each.place.page), each.text, each.reason)
        yield f'<tr class="aside">{_cells(cells)}</tr>'


def _cells(texts: tuple[str, ...]) -> str:
    return "".join(f"<td>{escape(text)}</td>" for text in texts)
