"""No-break spaces around the marks that want one, as French sets them."""

from __future__ import annotations

import re

_AFTER = re.compile("«[ \u00a0\u202f]*(?=\\S)")


def spaced(text: str, marks: str) -> str:
    """Return a text with a no-break space before ``marks`` and behind an opening quotation mark."""
    return _before(marks).sub("\u00a0", _AFTER.sub("«\u00a0", text)) if marks else text


def _before(marks: str) -> re.Pattern[str]:
    """Return the spaces, perhaps none, before a mark that ends a word."""
    ends = rf"(?=»|[{marks}](?:[\s\u00a0»”\])]|$))"
    return re.compile(rf"(?:(?<=[^\s{marks}«])[ \u00a0\u202f]*|^[ \u00a0\u202f]+){ends}")
