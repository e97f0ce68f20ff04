"""The source of an HTML page made safe to parse: no comments, and no tag that is never closed."""

from __future__ import annotations

import re

_NO_TAG = re.compile(r"<(?![A-Za-z/!?])")


def without_comments(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a page without its comments, lines kept; and those, each with its line.

    A comment that never ends takes the rest of the page, as in a browser. The parser of the
    standard library takes quadratic time over many of them.
    """
    pieces: list[str] = []
    comments: list[tuple[int, str]] = []
    at, line = 0, 1
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start + 4)
        pieces.append(text[at:start])
        line += text.count("\n", at, start)
        inner = text[start + 4 : end if end >= 0 else len(text)]
        if inner.strip() and not inner.startswith("["):
            comments.append((line, inner))
        pieces.append("\n" * inner.count("\n"))
        line += inner.count("\n")
        at = end + 3 if end >= 0 else len(text)
    return "".join([*pieces, text[at:]]), comments


def closed_tags(text: str) -> str:
    """Return a page in which every ``<`` that opens no tag, or none that ends, is a letter."""
    last = text.rfind(">") + 1
    return _NO_TAG.sub("&lt;", text[:last]) + text[last:].replace("<", "&lt;")
