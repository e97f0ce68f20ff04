"""The opening phrase of a paragraph in languages whose phrases are known as a list."""

from __future__ import annotations

import re
from functools import lru_cache

from penholder.model.language import Openings


def phrase_length(text: str, openings: Openings) -> int:
    """Return how many letters of a paragraph its opening phrase has, 0 where none is known.

    The longest phrase counts. Its first letter may be capital or small, since Russian sets it
    small and French capital.
    """
    found = _pattern(openings).match(text)
    return found.end() if found else 0


@lru_cache(maxsize=8)
def _pattern(openings: Openings) -> re.Pattern[str]:
    joint = re.escape(openings.joint)
    end = r"(?!\w)" if openings.joint else ""
    before, phrases, after = (
        "|".join(map(_either_case, sorted(words, key=len, reverse=True)))
        for words in (openings.before, openings.phrases, openings.after)
    )
    lead = rf"(?:(?:{before}){joint})?" if before else ""
    tail = rf"(?:{joint}(?:{after}){end})?" if after else ""
    return re.compile(rf"{lead}(?:{phrases}){end}{tail}" if phrases else r"(?!)")


def _either_case(phrase: str) -> str:
    first, rest = phrase[:1], re.escape(phrase[1:])
    return f"[{first.lower()}{first.upper()}]{rest}" if first.lower() != first.upper() else (
        re.escape(first) + rest
    )  # fmt: skip
