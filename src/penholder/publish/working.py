"""Working copies: the forms a page may take for a room, and which of them go together."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, get_args

Form = Literal[
    "clean",
    "paragraph-ids",
    "line-numbers",
    "double-spaced",
    "wide-margin",
    "watermark",
    "large-print",
    "booklet",
]
FORMS: tuple[Form, ...] = get_args(Form)
ON_PAPER_ALONE: frozenset[Form] = frozenset({"line-numbers", "wide-margin", "booklet"})
"""Forms that mean nothing on a screen, which has neither lines nor sheets of its own."""

_MARKS: tuple[Form, ...] = ("paragraph-ids", "line-numbers", "watermark")


def contradiction(forms: Collection[Form]) -> tuple[str, str]:
    """Return why some forms do not go together and what to do, or two empty texts."""
    marks = [form for form in _MARKS if form in forms]
    if "clean" in forms and marks:
        return f"a clean copy has no {listed(marks)}", "leave out clean, or the others"
    if {"large-print", "booklet"} <= set(forms):
        what = "a booklet makes every letter a third smaller, and large print would be none"
        return what, "leave out large-print or booklet"
    return "", ""


def listed(forms: Collection[Form]) -> str:
    """Return forms as in a sentence: ``line-numbers and booklet``."""
    *most, last = forms
    return f"{', '.join(most)} and {last}" if most else last


def ending(forms: Collection[Form]) -> str:
    """Return what the name of an output says of its forms: ``.line-numbers+booklet``."""
    return "." + "+".join(forms) if forms else ""
