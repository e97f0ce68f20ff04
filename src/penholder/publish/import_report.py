"""A source and what was made of it side by side, as one HTML page: each passage with its fate."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from penholder.ingest.fates import Fate, fates
from penholder.ingest.recognise import Recognised

_STYLE = """
body { font: 15px/1.45 "Liberation Serif", serif; margin: 2rem; color: #111; background: #fff }
table { border-collapse: collapse; width: 100%; table-layout: fixed }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem; border-top: 1px solid #ccc;
  overflow-wrap: break-word }
th:first-child, td:first-child { width: 4rem } th:nth-child(3), td:nth-child(3) { width: 12rem }
.unplaced { background: #fde2e2 } .masthead { color: #555 } .aside { color: #777 }
"""


def import_report(found: Recognised, name: str) -> str:
    """Return the page: every passage, its place, what became of it; then what was set aside."""
    title = escape(f"Import of {name}")
    rows = "\n".join(_row(fate) for fate in fates(found))
    aside = "\n".join(_aside(found))
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>
<body>
<h1>{title}</h1>
<p>Source: SHA-256 {escape(found.sha256)}</p>
<table>
<tr><th>Page</th><th>Source</th><th>Became</th><th>Document</th></tr>
{rows}
</table>
<h2>Set aside</h2>
<table>
<tr><th>Page</th><th>Source</th><th>Reason</th></tr>
{aside}
</table>
</body>
</html>
"""


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
