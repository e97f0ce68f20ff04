"""What a person may have meant by a word that is none."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like this one; empty where none is like it."""
    # Here and not above: only a mistake needs it.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), 1, 0.6)), "")
