"""The jobs that the printing of a volume is divided into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from penholder.publish.binding import Means

if TYPE_CHECKING:
    from penholder.publish.volume_press import VolumePress


@dataclass(frozen=True, slots=True)
class VolumeJob:
    """A whole volume: its first pages, a text for each chapter, its last pages.

    ``chapters`` may make each text as it is asked for, and raise PenholderError.
    """

    front: str
    chapters: Iterable[str]
    back: str
    means: Means


@dataclass(frozen=True, slots=True)
class LayoutJob:
    """A chapter is laid out and kept; the answer is its number of pages."""

    place: int
    html: str
    means: Means

    @property
    def letters(self) -> int:
        """How much there is to do, in letters of HTML."""
        return len(self.html)

    def done_by(self, press: VolumePress) -> int:
        """Do it."""
        return press.lay_out(self.place, self.html, self.means)


@dataclass(frozen=True, slots=True)
class PaintJob:
    """A chapter that the same worker keeps gets its numbers and is painted."""

    place: int
    first: int
    letters: int
    means: Means

    def done_by(self, press: VolumePress) -> bytes:
        """Do it."""
        return press.paint(self.place, self.first, self.means)


@dataclass(frozen=True, slots=True)
class BindJob:
    """All that is painted becomes one file, with first and last pages."""

    front: str
    back: str
    chapters: Sequence[bytes]
    means: Means

    @property
    def letters(self) -> int:
        """How much there is to do, in letters of HTML: a fragment is about as long."""
        return sum(map(len, (self.front, self.back, *self.chapters)))

    def done_by(self, press: VolumePress) -> bytes:
        """Do it."""
        return press.bind(self.front, self.back, self.chapters, self.means)
