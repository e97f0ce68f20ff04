"""The checklist of a submission as one HTML page, to be read by whoever hands it in."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from penholder.publish.checklist import Point, State

_MARKS: dict[State, tuple[str, str]] = {
    "failed": ("✗", "Not met"), "yours": ("☐", "For you to do"), "done": ("✓", "Met"),
}  # fmt: skip
_STYLE = """
body { font: 16px/1.5 "Liberation Serif", "Times New Roman", serif; margin: 2.5rem auto;
  max-width: 46rem; padding: 0 1rem; color: #111; background: #fff }
h1 { font-size: 1.6rem; margin-bottom: .2rem } h2 { font-size: 1.15rem; margin: 2rem 0 .4rem }
p.about { color: #444; margin-top: 0 }
ul { list-style: none; padding: 0; margin: 0 }
li { padding: .55rem 0 .55rem 2.2rem; border-top: 1px solid #ccc; position: relative }
li > b:first-child { position: absolute; left: .3rem; font-size: 1.2rem; line-height: 1.3 }
li span { display: block; color: #444 }
.failed { background: #fdeaea } .failed > b:first-child { color: #a00000 }
.done > b:first-child { color: #0a6b2d }
table { border-collapse: collapse } td { padding: .2rem 1.2rem .2rem 0; vertical-align: top }
@media print { body { margin: 0 } }
"""
FILES = (
    ("draft.docx", "the draft, clean: the Word file to hand in"),
    ("changes.docx", "the draft with every change against the base tracked: hand it in as well"),
    ("draft.pdf", "the draft as it prints"),
    ("changes.pdf", "every change marked, to be read and signed"),
    ("draft.yaml", "the draft as data"),
    ("base.yaml", "the base as data"),
    ("checklist.html", "this page"),
    ("manifest.json", "the fingerprint of every file; penholder verify proves them"),
)


def checklist_page(names: tuple[str, str], title: str, points: Sequence[Point]) -> str:
    """Return the page: first what is not met, then what is to be done by hand, then the rest.

    ``names`` are the draft and its base.
    """
    draft, base = map(escape, names)
    sections = "".join(_section(state, points) for state in _MARKS)
    files = "".join(f"<tr><td>{escape(name)}</td><td>{escape(told)}</td></tr>"
                    for name, told in FILES)  # fmt: skip
    return f"""<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Before you hand in {draft}</title>
<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head>
<body>
<h1>Before you hand in {draft}</h1>
<p class="about">{escape(title)}<br>Changes against {base}. {_count(points)}</p>
{sections}
<h2>What is in this package</h2>
<table>{files}</table>
<p class="about">Source of the points: Guidelines for the submission of draft proposals in the
General Assembly, version of 7 January 2019, and rule 78 of its rules of procedure.</p>
</body>
</html>
"""


def _count(points: Sequence[Point]) -> str:
    counts = {state: sum(point.state == state for point in points) for state in _MARKS}
    told = f"{counts['done']} of {len(points)} points are met"
    if counts["failed"]:
        told += f", {counts['failed']} not"
    return f"{told}; {counts['yours']} only you can do."


def _section(state: State, points: Sequence[Point]) -> str:
    sign, heading = _MARKS[state]
    found = [point for point in points if point.state == state]
    if not found:
        return ""
    items = "".join(
        f'<li class="{state}"><b aria-hidden="true">{sign}</b> <b>{escape(point.asks)}</b>'
        f"<span>{escape(point.why)}</span></li>\n"
        for point in found
    )
    return f"<h2>{heading}</h2>\n<ul>\n{items}</ul>\n"
