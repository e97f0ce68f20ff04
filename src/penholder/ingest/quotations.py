"""Where a text that a paragraph quotes begins and ends: each of its paragraphs opens with “."""

from __future__ import annotations

import re

_END = re.compile(r"”[;.,:]?$")


def opens_quotation(text: str, above: str) -> bool:
    """Whether a paragraph begins what the one above it announces with a colon.

    A quotation that ends within the paragraph is no more than words of it.
    """
    if not (text.startswith("“") and above.endswith((":", "—"))):
        return False
    return "”" not in text or closes_quotation(text)


def closes_quotation(text: str) -> bool:
    """Whether a quotation ends with a paragraph."""
    return bool(_END.search(text)) and text.count("”") >= text.count("“")
