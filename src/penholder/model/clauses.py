"""The clauses of a text, one on a line, so that a change of one clause changes one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLAUSE_END = re.compile(r"(?<=[,;:]) (?=\S)|(?<=[a-z\d)]{3}\.) (?=[A-Z])")
_SHORTEST_CLAUSE = 24


def clause_lines(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text: one clause each, long clauses broken at a space.

    A clause of fewer than 24 letters keeps the next one beside it. The lines joined by one
    space are the text.
    """
    line = ""
    for clause in _CLAUSE_END.split(text):
        if len(line) >= _SHORTEST_CLAUSE:
            yield line
            line = ""
        for word in clause.split(" "):
            if line and len(line) + 1 + len(word) > width:
                yield line
                line = word
            else:
                line = f"{line} {word}" if line else word
    yield line
