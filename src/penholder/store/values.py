"""The text of a scalar becomes the value its shape asks for: a date, a symbol, a number, a word."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches

from penholder.model.amendment import Address, AddressError
from penholder.model.calendar import DateError, parse_date
from penholder.model.session import Session, SessionError
from penholder.model.symbol import Symbol, SymbolError
from penholder.model.version import Version
from penholder.model.wording import KEY_FORM
from penholder.store.shapes import (
    AddressText,
    Choice,
    Day,
    Flag,
    Id,
    Points,
    SessionText,
    Shape,
    SymbolText,
    VersionText,
    Whole,
)

_MOST_DIGITS = 9
_LENGTH = re.compile(r"(?:0|[1-9]\d{0,2})(?:\.\d{1,3})?|\.\d{1,3}", re.ASCII)
_SHOWN = 60


class Unfit(Exception):
    """A value does not have its shape; ``place`` is set where it is not the value's own."""

    def __init__(self, code: str, what: str, fix: str) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.fix = fix


def typed(shape: Shape, text: str) -> object:
    """Return the value of a text on one line; raises Unfit with code, cause and remedy.

    Codes: E-ADDRESS, E-DATE, E-SYMBOL, E-PATH (a symbol that would leave its folder), E-TYPE.
    """
    parse = _PARSERS.get(type(shape))
    if parse is not None:
        return parse(text)
    match shape:
        case SymbolText() | VersionText():
            return _symbol(shape, text)
        case Whole():
            return _whole(shape, text)
        case Points():
            return _points(shape, text)
        case Flag():
            return _choice(("true", "false"), text) == "true"
        case Choice():
            return _choice(shape.words, text)
    return text


def checked_id(text: str) -> str:
    """Return a text that can name a paragraph or a footnote; raises Unfit."""
    if KEY_FORM.fullmatch(text):
        return text
    fix = "use small letters, figures and hyphens"
    raise Unfit("E-TYPE", f"{text[:_SHOWN]!r} cannot be a name", fix)


def nearest(text: str, words: tuple[str, ...]) -> str:
    """Return the remedy for a mistyped word: the known word most like it, or all of them."""
    near = get_close_matches(text[:_SHOWN], words, 1)
    return f"did you mean {near[0]!r}?" if near else f"write one of: {', '.join(words)}"


def _day(text: str) -> object:
    try:
        return parse_date(text)
    except DateError as error:
        fix = "write year, month and day as 1999-02-10"
        raise Unfit("E-DATE", str(error), fix) from error


def _symbol(shape: SymbolText | VersionText, text: str) -> object:
    try:
        return Symbol.parse(text) if isinstance(shape, SymbolText) else str(Version.parse(text))
    except SymbolError as error:
        code = "E-PATH" if error.unsafe else "E-SYMBOL"
        fix = "write the symbol as issued, such as A/RES/53/123 or A/C.3/53/L.50/Rev.1"
        raise Unfit(code, str(error), fix) from error


def _address(text: str) -> Address:
    try:
        return Address.parse(text)
    except AddressError as error:
        fix = "write PP 14, OP 5 (b), title, preamble, operative part or whole text"
        raise Unfit("E-ADDRESS", str(error), fix) from error


def _session(text: str) -> Session:
    try:
        return Session.parse(text)
    except SessionError as error:
        fix = "write 53, S-10 for a special or ES-11 for an emergency special session"
        raise Unfit("E-TYPE", str(error), fix) from error


def _whole(shape: Whole, text: str) -> int:
    if text.isdecimal() and text.isascii() and len(text) <= _MOST_DIGITS:
        number = int(text)
        if shape.least <= number <= shape.most:
            return number
    wanted = str(shape.least)
    if shape.most > shape.least:
        wanted = f"a number from {shape.least} to {shape.most}"
    raise Unfit("E-TYPE", f"{text[:_SHOWN]!r} is not {wanted}", f"write {wanted}")


def _points(shape: Points, text: str) -> float:
    if _LENGTH.fullmatch(text) and 0 < float(text) <= shape.most:
        return float(text)
    wanted = f"a length in points, more than 0 and at most {shape.most}"
    raise Unfit("E-TYPE", f"{text[:_SHOWN]!r} is not {wanted}", "write it as 0.1 or 0.05")


def _choice(words: tuple[str, ...], text: str) -> str:
    if text in words:
        return text
    raise Unfit("E-TYPE", f"{text[:_SHOWN]!r} is none of the values", nearest(text, words))


_PARSERS: dict[type, Callable[[str], object]] = {
    Day: _day,
    SessionText: _session,
    AddressText: _address,
    Id: checked_id,
}
