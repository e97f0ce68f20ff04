"""How wide the letters of the page's faces are, and how far pairs of them draw together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from penholder.errors import EnvironmentFault
from penholder.publish.font_tables import NotAFontError, font_tables
from penholder.publish.fonts import FAMILIES, face_file

_STYLES = ("Regular", "Italic", "Bold")


@dataclass(frozen=True, slots=True)
class Face:
    """One face: the width of each letter and the kerning of each pair, in ems."""

    widths: Mapping[str, float]
    kerns: Mapping[str, float]

    def width(self, letter: str) -> float:
        """Return the width of a letter; one that the face lacks is as wide as a figure."""
        return self.widths.get(letter, self.widths["0"])

    def kern(self, pair: str) -> float:
        """Return how much wider the first of two letters is before the second, mostly 0."""
        return self.kerns.get(pair, 0.0)

    def with_spaces_apart(self) -> Face:
        """Return the face as Pango sets it where spaces are widened: they draw nothing near."""
        kerns = {pair: kern for pair, kern in self.kerns.items() if " " not in pair}
        return Face(self.widths, kerns)


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces that paragraphs are set in, and that of titles."""

    upright: Face
    italic: Face
    bold: Face

    def with_spaces_apart(self) -> Faces:
        """Return the faces as Pango sets them where spaces are widened."""
        faces = (self.upright, self.italic, self.bold)
        return Faces(*(face.with_spaces_apart() for face in faces))


@cache
def page_faces() -> Faces:
    """Return the faces of paragraphs; raises EnvironmentFault E-FONT where one cannot be read."""
    return Faces(*(read_face(face_file(FAMILIES[0], style)) for style in _STYLES))


def read_face(path: Path) -> Face:
    """Return the widths and kerning in a font file; raises EnvironmentFault E-FONT."""
    try:
        tables = font_tables(path.read_bytes())
    except (NotAFontError, OSError) as fault:
        raise EnvironmentFault(
            "E-FONT", f"{path} cannot be read as a font: {fault}", "install fonts-liberation again"
        ) from fault
    em, last = tables.units_per_em, len(tables.widths) - 1
    widths = {
        letter: tables.widths[min(glyph, last)] / em for letter, glyph in tables.glyphs.items()
    }
    letters = {glyph: letter for letter, glyph in reversed(tables.glyphs.items())}
    kerns = {
        letters[first] + letters[second]: kern / em
        for first, second, kern in tables.pairs
        if first in letters and second in letters
    }
    return Face(widths, kerns)
