"""The tables of a TrueType file that tell how wide its letters are, read without a library.

fontTools reads them too, but loading it takes as long as a third of a page (decisions/0030).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from struct import error, unpack_from

_TABLES = ("cmap", "head", "hhea", "hmtx", "kern")
_UNICODE = ((3, 10, 12), (0, 4, 12), (3, 1, 4), (0, 3, 4))  # platform, encoding, format
_OUTSIDE = 0xFFFF


class NotAFontError(ValueError):
    """Bytes are no TrueType font, or one without widths, letters or pairs."""


@dataclass(frozen=True, slots=True)
class FontTables:
    """A font in its own units: ``widths`` by glyph, ``glyphs`` by letter, kerning of pairs."""

    units_per_em: int
    widths: tuple[int, ...]
    glyphs: dict[str, int]
    pairs: tuple[tuple[int, int, int], ...]


def font_tables(data: bytes) -> FontTables:
    """Return the tables of a TrueType file; raises NotAFontError."""
    try:
        places = _places(data)
        metrics = int(unpack_from(">H", data, places["hhea"] + 34)[0])
        widths = _words(data, places["hmtx"], 2 * metrics)[::2]
        return FontTables(
            int(unpack_from(">H", data, places["head"] + 18)[0]),
            tuple(widths),
            dict(_glyphs(data, places["cmap"])),
            tuple(_pairs(data, places["kern"])),
        )
    except (error, IndexError, KeyError, ValueError) as fault:
        raise NotAFontError(f"{type(fault).__name__}: {fault}") from fault


def _places(data: bytes) -> dict[str, int]:
    count = unpack_from(">H", data, 4)[0]
    entries = (unpack_from(">4sIII", data, 12 + 16 * number) for number in range(count))
    return {name.decode("latin-1"): int(start) for name, _, start, _ in entries}


def _words(data: bytes, start: int, count: int, kind: str = "H") -> array[int]:
    words = array(kind, data[start : start + 2 * count])
    if len(words) < count:
        raise ValueError("a table ends early")
    if sys.byteorder == "little":
        words.byteswap()
    return words


def _glyphs(data: bytes, cmap: int) -> Iterator[tuple[str, int]]:
    count = unpack_from(">H", data, cmap + 2)[0]
    tables = {}
    for number in range(count):
        platform, encoding, offset = unpack_from(">HHI", data, cmap + 4 + 8 * number)
        form = unpack_from(">H", data, cmap + offset)[0]
        tables[platform, encoding, form] = cmap + offset
    kind = next(kind for kind in (*_UNICODE, None) if kind is None or kind in tables)
    if kind is None:
        raise ValueError("no table of letters")
    return (_groups if kind[2] == 12 else _segments)(data, tables[kind])


def _groups(data: bytes, start: int) -> Iterator[tuple[str, int]]:
    for number in range(unpack_from(">I", data, start + 12)[0]):
        first, last, glyph = unpack_from(">III", data, start + 16 + 12 * number)
        yield from ((chr(code), glyph + code - first) for code in range(first, last + 1))


def _segments(data: bytes, start: int) -> Iterator[tuple[str, int]]:
    length, _, doubled = unpack_from(">3H", data, start + 2)
    words = _words(data, start, length // 2)
    count = doubled // 2
    ends, firsts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, offsets = words[8 + 2 * count : 8 + 3 * count], words[8 + 3 * count : 8 + 4 * count]
    for place, (first, last) in enumerate(zip(firsts, ends, strict=True)):
        shift = 8 + 3 * count + place + offsets[place] // 2 - first
        for code in range(first, min(last, _OUTSIDE - 1) + 1):
            glyph = words[shift + code] if offsets[place] else code
            if glyph and (glyph + deltas[place]) % 65536:
                yield chr(code), (glyph + deltas[place]) % 65536


def _pairs(data: bytes, kern: int) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs of the first subtable: first glyph, second glyph, how much wider."""
    count = int(unpack_from(">H", data, kern + 10)[0])
    words = _words(data, kern + 18, 3 * count)
    values = array("h", words.tobytes())
    return zip(words[::3], words[1::3], values[2::3], strict=True)
