"""Runs of lettering become a marked text: italics, footnote calls, and nothing of typesetting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby

from penholder.ingest.passages import Run
from penholder.model.wording import marked

_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_TYPESETTING = {
    0x00A0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " ", 0x2002: " ", 0x2003: " ", 0x0009: " ",
    0x2010: "-", 0x2011: "-", 0x00AD: None, 0x200B: None, 0x200C: None, 0x200D: None,
    0x2060: None, 0xFEFF: None, 0x2028: " ", 0x2029: " ",
} | _LIGATURES  # fmt: skip
_RAISED_FIGURES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CALL = re.compile(r"\d{1,3}|\*{1,3}|[a-z]")
_LIST = re.compile(r"[\s,]+")

Keys = Callable[[str], str]


def wording_letters(text: str) -> str:
    """Return letters without typesetting: plain spaces and hyphens, ligatures as letters."""
    return text.translate(_TYPESETTING)


def raised_figures(text: str) -> str:
    """Return letters with every figure as one that is raised by itself."""
    return text.translate(_RAISED_FIGURES)


def marked_text(runs: Iterable[Run], keys: Keys) -> str:
    """Return the marked text of runs; ``keys`` gives the note that an indicator calls, or ''.

    Raised figures that call no note stay raised figures.
    """
    pieces: list[str] = []
    for (italic, raised), same in groupby(runs, key=lambda run: (run.italic, run.raised)):
        text = wording_letters("".join(run.text for run in same))
        if raised:
            pieces.append(_calls(text, keys))
        else:
            pieces.append(_italic(text) if italic else marked(text))
    return _tidy("".join(pieces))


def _calls(text: str, keys: Keys) -> str:
    marks = [mark for mark in _LIST.split(text) if mark]
    if marks and all(_CALL.fullmatch(mark) and keys(mark) for mark in marks):
        return "".join(f"[^{keys(mark)}]" for mark in marks) + (" " if text[-1:] == " " else "")
    return marked(raised_figures(text))


def _italic(text: str) -> str:
    inner = text.strip(" ")
    if not re.search(r"\w", inner):
        return marked(text)
    before = text[: len(text) - len(text.lstrip(" "))]
    after = text[len(text.rstrip(" ")) :]
    return f"{before}*{marked(inner)}*{after}"


def _tidy(text: str) -> str:
    """Return a text with single spaces, italics joined over a space, calls behind their word."""
    text = re.sub(r"(?<!\\)\*( *)\*(?=\S)", r"\1", text) if "*" in text else text
    text = re.sub(r" +(?=\[\^[a-z0-9-]+\])", "", text)
    return re.sub(r"\s+", " ", text).strip()
