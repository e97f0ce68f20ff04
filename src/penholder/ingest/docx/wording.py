"""The runs of a file of our own become a marked text again, letter for letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from penholder.ingest.docx.content import Call, Inline, Letters
from penholder.ingest.lettering import raised_figures
from penholder.model.wording import marked, normalised

Keys = Callable[[Call], str]
Ids = Callable[[str], str]


def marked_wording(inlines: Iterable[Inline], keys: Keys, ids: Ids) -> str:
    """Return the marked text of runs: italics in stars, calls by their keys, references by ids.

    ``ids`` gives the id of the paragraph whose number stands in a bookmark, '' for any other.
    Italics end before a call and begin again behind it, as the import of other sources has them.
    """
    pieces: list[str] = []
    is_italic = False
    for inline in inlines:
        wanted = isinstance(inline, Letters) and inline.leans
        if wanted != is_italic:
            pieces.append("*")
            is_italic = wanted
        pieces.append(_told(inline, keys, ids))
    return normalised("".join(pieces) + ("*" if is_italic else ""))


def _told(inline: Inline, keys: Keys, ids: Ids) -> str:
    if isinstance(inline, Call):
        key = keys(inline)
        return f"[^{key}]" if key else marked(inline.mark)
    id_ = ids(inline.name) if inline.name else ""
    text = raised_figures(inline.text) if inline.raised else inline.text
    return f"[[{id_}]]" if id_ else marked(text.replace("\t", " ").replace("\n", " "))


def without_first(inlines: Sequence[Inline], count: int) -> tuple[Inline, ...]:
    """Return runs without their first ``count`` letters."""
    rest: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Call):
            rest.append(inline)
            continue
        text = inline.text[count:]
        count = max(0, count - len(inline.text))
        if text:
            rest.append(replace(inline, text=text))
    return tuple(rest)
