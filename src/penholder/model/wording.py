"""The words of a paragraph: plain text, italics, footnote calls and references to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KEY = r"[a-z0-9][a-z0-9-]*"
KEY_FORM = re.compile(KEY)
# Each alternative begins with a letter, not with a group, so that re skips to the next candidate.
_MARK = re.compile(
    rf"\\(?P<escaped>.)|\\(?P<slash>)|\*(?P<star>)"
    rf"|\[\^(?P<call>{KEY})\]|\[\^(?P<open_call>)|\[\[(?P<reference>{KEY})\]\]"
    r"|\](?P<link>\(\s*(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//))",
    re.DOTALL,
)
CALL = re.compile(rf"\[\^{KEY}\]")
_ESCAPABLE = frozenset("*\\[]")
_SPACES = re.compile(r"[ \t\n]+")


class WordingError(ValueError):
    """An inline mark is not well formed; ``offset`` is its place in the text, from 0."""

    def __init__(self, code: str, what: str, fix: str, offset: int) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.fix = fix
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Text:
    """Letters that stand on the page as they are."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """The place in a sentence where a footnote is called."""

    key: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph named by its id; the page prints the number it has now."""

    id: str


Inline = Text | Call | Reference


def normalised(text: str) -> str:
    """Return ``text`` with runs of space, tab and line feed as one space, none at the ends."""
    if "\n" in text or "\t" in text or "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


@dataclass(frozen=True, slots=True)
class Turn:
    """The place of a star: italics begin or end here."""


def scan(text: str) -> Iterator[tuple[int, Inline | Turn]]:
    """Yield the parts of a marked text, or of a piece of one, with their offsets.

    Letters between two marks come as one Text; whether they are italic follows from the turns.
    Raises WordingError.
    """
    letters: list[str] = []
    start = end = 0
    for found in _MARK.finditer(text):
        letters.append(text[end : found.start()])
        end = found.end()
        mark = _inline(found)
        if isinstance(mark, str):
            letters.append(mark)
            continue
        if whole := "".join(letters):
            yield start, Text(whole)
        letters.clear()
        start = end
        yield found.start(), mark
    letters.append(text[end:])
    if whole := "".join(letters):
        yield start, Text(whole)


def parse_wording(text: str) -> tuple[Inline, ...]:
    """Return the inline parts of a marked text, in order; raises WordingError.

    Marks: ``*italic*``, ``[^key]`` a footnote call, ``[[id]]`` a paragraph's number, and a
    backslash before ``* [ ] \\`` to print them. Every other bracket is text: diplomats bracket
    what is not agreed.
    """
    if not has_marks(text):
        return (Text(text),) if text else ()
    parts: list[Inline] = []
    opened = -1
    for offset, part in scan(text):
        if isinstance(part, Turn):
            opened = offset if opened < 0 else -1
        elif isinstance(part, Text):
            parts.append(Text(part.text, opened >= 0))
        else:
            parts.append(part)
    if opened >= 0:
        raise WordingError(
            "E-INLINE", "an italic passage is opened by * and never closed",
            "close it with a second *, or write \\* for an asterisk", opened,
        )  # fmt: skip
    return tuple(parts)


def check_wording(text: str) -> None:
    """Raise WordingError where :func:`parse_wording` would, without making the parts."""
    has_bracket = "[" in text or "]" in text
    if "\\" in text or text.count("*") % 2 or (has_bracket and _has_odd_bracket(text)):
        parse_wording(text)


def _has_odd_bracket(text: str) -> bool:
    return "](" in text or text.count("[^") != len(CALL.findall(text))


def has_marks(text: str) -> bool:
    """Whether a text holds a sign that could be, or belong to, an inline mark."""
    return "*" in text or "[" in text or "\\" in text or "](" in text


def _inline(found: re.Match[str]) -> Call | Reference | Turn | str:
    """Return the part that one match stands for; letters for an escaped sign."""
    match found.lastgroup:
        case "escaped":
            return _escaped(found)
        case "call":
            return Call(found["call"])
        case "reference":
            return Reference(found["reference"])
        case "star":
            return Turn()
    raise _malformed(found)


def _escaped(found: re.Match[str]) -> str:
    if found["escaped"] in _ESCAPABLE:
        return found["escaped"]
    raise WordingError(
        "E-INLINE", f"a backslash before {found['escaped']!r}, which needs none",
        "write a backslash only before * [ ] or another backslash", found.start(),
    )  # fmt: skip


def _malformed(found: re.Match[str]) -> WordingError:
    if found.lastgroup == "link":
        return WordingError(
            "E-LINK", "a hyperlink; a resolution cites by symbol and date",
            "write the words of the citation, and put an address into a footnote as text",
            found.start(),
        )  # fmt: skip
    what = "a footnote call that is not closed" if found.lastgroup == "open_call" else (
        "a backslash at the end, which escapes nothing"
    )  # fmt: skip
    fix = "write [^key] with a key of small letters, figures and hyphens, or \\[^ for the signs"
    return WordingError("E-INLINE", what, fix, found.start())


def marks(text: str) -> Iterator[tuple[int, Call | Reference]]:
    """Yield the footnote calls and references of a valid marked text with their offsets."""
    if "[" not in text:
        return
    for found in _MARK.finditer(text):
        if found.lastgroup in ("call", "reference"):
            mark = _inline(found)
            assert isinstance(mark, Call | Reference)
            yield found.start(), mark


def calls(text: str) -> Iterator[str]:
    """Yield the keys of the footnotes that a valid marked text calls, in order."""
    return (mark.key for _, mark in marks(text) if isinstance(mark, Call))


def references(text: str) -> Iterator[str]:
    """Yield the ids of the paragraphs that a valid marked text refers to, in order."""
    return (mark.id for _, mark in marks(text) if isinstance(mark, Reference))


def plain(text: str) -> str:
    """Return the letters of a valid marked text, without calls and references."""
    return "".join(part.text for part in parse_wording(text) if isinstance(part, Text))


def marked(letters: str) -> str:
    """Return a marked text that prints exactly ``letters``."""
    return re.sub(r"[*\\]|\[(?=\^|\[)|\](?=\()", r"\\\g<0>", letters)
