"""The sentences of a text, as an instruction counts them: the second sentence of paragraph 4."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.compare.phrases import Sign, Span

_MARK = "\x00"
_END = re.compile(rf"[.?!][”’\"){_MARK}]*(?= +[“‘\"(]*[A-Z\d])")
_SHORTENED = re.compile(
    r"(?:^|[\s(])(?:Nos?|paras?|arts?|vols?|pp?|chaps?|sects?|cf|Mr|Ms|Mrs|Dr|St|eds?|[A-Z])\.$"
)


def sentence_spans(text: Sequence[Sign]) -> list[Span]:
    """Return where the sentences of a text stand; a text without a full stop inside is one.

    The stop of ``No. 5``, ``para. 3`` or ``J. Smith`` ends no sentence.
    """
    letters = "".join(_MARK if sign.is_mark else sign.text for sign in text)
    spans: list[Span] = []
    start = 0
    for end in _END.finditer(letters):
        if _SHORTENED.search(letters, max(start, end.start() - 8), end.start() + 1):
            continue
        spans.append(Span(start, end.end()))
        start = end.end() + len(letters[end.end() :]) - len(letters[end.end() :].lstrip(" "))
    return [*spans, Span(start, len(letters))]


def named_sentence(spans: Sequence[Span], name: str) -> Span | None:
    """Return the sentence of a number, ``last`` or ``last-1``; None where there is none."""
    last, _, before = name.partition("-")
    place = len(spans) - 1 - int(before or 0) if last == "last" else int(name) - 1
    return spans[place] if 0 <= place < len(spans) else None
