"""Where each letter of a scalar was written in its file, escapes and folds seen through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import islice

from penholder.store.letters import Sign, hidden_signs
from penholder.store.yaml_nodes import Scalar

_WHITE = frozenset(" \t\n")
_DOUBLE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|.", re.DOTALL)
_SINGLE = re.compile(r"''|.", re.DOTALL)
_ONE = re.compile(r".", re.DOTALL)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def letter_offsets(text: str, scalar: Scalar) -> Iterator[tuple[int, str]]:
    """Yield each letter of a scalar's value that is no white space, with its offset in ``text``.

    YAML's folding changes white space only, so these letters are those of the value, in order.
    """
    start, end, form = scalar.start, scalar.end, _ONE
    if scalar.style in ("|", ">"):
        start = text.find("\n", start) + 1
    elif scalar.style:
        start, end = start + 1, end - 1
        form = _DOUBLE if scalar.style == '"' else _SINGLE
    for found in form.finditer(text, start, end):
        letter = _letter(found.group())
        if letter not in _WHITE:
            yield found.start(), letter


def _letter(written: str) -> str:
    """Return the letter that a letter or an escape stands for."""
    if len(written) == 1:
        return written
    if len(written) > 2:
        return chr(int(written[2:], 16))
    return _NAMED.get(written[1], written[1]) if written[0] == "\\" else "'"


def offset_in(text: str, scalar: Scalar, offset: int) -> int:
    """Return the offset in the file of the letter at ``offset`` of a value of single spaces.

    Beyond the last letter that of the last one, and for an empty value that of the scalar.
    """
    value = " ".join(re.split(r"[ \t\n]+", scalar.text.strip(" \t\n")))
    before = sum(letter != " " for letter in value[:offset])
    offsets = [at for at, _ in islice(letter_offsets(text, scalar), before + 1)]
    return offsets[-1] if offsets else scalar.start


def has_escapes(text: str, scalar: Scalar) -> bool:
    """Whether a scalar is double-quoted and a backslash stands in it."""
    return scalar.style == '"' and "\\" in text[scalar.start : scalar.end]


def escaped_signs(text: str, scalar: Scalar, allowed: Set[str]) -> Iterator[Sign]:
    """Yield the signs that escapes bring into a scalar and that may not stand there.

    The offsets are those in ``text``.
    """
    written = list(letter_offsets(text, scalar))
    letters = "".join(letter for _, letter in written)
    strange = {letter for letter in letters if not " " <= letter <= "~"}
    for sign in hidden_signs(letters, strange, allowed):
        yield Sign(written[sign.offset][0], sign.code, sign.what, sign.fix)
