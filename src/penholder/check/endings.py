"""How paragraphs end: comma, semicolon, full stop, colon (un-conventions 2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from penholder.check.finding import Finding, InUnit
from penholder.check.reading import Reading
from penholder.model.blocks import Paragraph, Quote, Table
from penholder.model.document import Part
from penholder.model.outline import Closing

_LANGUAGES = ("en", "fr", "es", "ru")
# A call, the star of an italic, or a bracket of alternatives may follow the sign.
_AFTER_SIGN = re.compile(r"(?:\[\^[a-z0-9-]+\]|[*\]\s])*$")
_AND = re.compile(r"[,;]? and$")
_NAMES = {",": "a comma", ";": "a semicolon", ".": "a full stop", ":": "a colon"}


def endings(reading: Reading) -> Iterator[Finding]:
    """Find paragraphs of preamble and operative part that end in another sign than is usual.

    A preambular paragraph ends with a comma, an operative one with a semicolon, the last with a
    full stop, one with subparagraphs or a quotation below it with a colon.
    """
    masthead = reading.document.masthead
    if masthead.language not in _LANGUAGES or masthead.kind == "amendment":
        return
    last = _last_paragraphs(reading)
    for index, unit in enumerate(reading.units):
        if unit.region == "annex" or reading.paragraph(index) is None:
            continue
        if reading.is_preambular(index):
            yield from _ends(reading, index, ",", ",;")
        else:
            final = last.get(index, ";")
            yield from _ends(reading, index, final, ";")


def _last_paragraphs(reading: Reading) -> dict[int, str]:
    """Return the last operative paragraph of each text, with the signs it may end with.

    A numbered section that is not the last of its resolution may go on to the next.
    """
    last: dict[int, str] = {}
    current, may_end = -1, "."
    for index, unit in enumerate(reading.units):
        if unit.region == "annex":
            break
        if isinstance(unit.block, Part):
            last[current] = may_end + (";" if unit.block.kind == "section" else "")
            current = -1
        elif reading.paragraph(index) and not reading.is_preambular(index):
            current = index
    last[current] = may_end
    return last


def _ends(reading: Reading, index: int, signs: str, inner: str) -> Iterator[Finding]:
    """Judge a paragraph and what it holds; ``signs`` may end it, ``inner`` its subparagraphs."""
    inside = reading.inside(index)
    items = [at for at in inside if isinstance(reading.units[at].block, Paragraph)]
    closing = [at for at in inside if isinstance(reading.units[at].block, Closing)]
    if not items:
        expected = ":" if _introduces(reading, index) else signs
        yield from _judged(reading, closing[0] if closing else index, expected)
        return
    yield from _judged(reading, index, ":")
    for item in items[:-1]:
        yield from _ends(reading, item, inner, inner)
    if len(items) > 1:
        yield from _without_and(reading, items[-2])
    yield from _ends(reading, items[-1], ",;" if closing else signs, inner)
    for at in closing:
        yield from _judged(reading, at, signs)


def _introduces(reading: Reading, index: int) -> bool:
    """Whether a quotation or table follows a paragraph as what it announces."""
    after = index + 1
    if after >= len(reading.units):
        return False
    return isinstance(reading.units[after].block, Quote | Table)


def _judged(reading: Reading, index: int, signs: str) -> Iterator[Finding]:
    text = reading.units[index].text
    end = _AFTER_SIGN.search(text)
    words = text[: end.start()] if end else text
    if words[-1:] in tuple(signs) or _AND.search(words):
        return
    wanted = " or ".join(_NAMES[sign] for sign in signs)
    what = f"{reading.labels[index].address} does not end with {wanted}"
    yield Finding("W-END", what, f"end it with {wanted}", InUnit(index, max(len(words) - 1, 0)))


def _without_and(reading: Reading, index: int) -> Iterator[Finding]:
    """Find an "and" before the last subparagraph: 18 cases against 2,194 without."""
    text = reading.units[index].text
    found = _AND.search(text)
    if found:
        what = f"{reading.labels[index].address} ends with “and”"
        fix = "delete it: no “and” stands before the last subparagraph"
        yield Finding("W-END", what, fix, InUnit(index, found.start()))
