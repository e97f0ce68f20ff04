"""A volume: many documents in one book, in parts, as the compilations of an organ's resolutions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VolumePart:
    """A part of a volume; ``documents`` are names or patterns, ``A/RES/53/*``, in order."""

    title: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Volume:
    """What a volume says of itself, and what is in it.

    ``series`` is the line above the title: ``Official Records of the General Assembly``.
    Either ``documents`` or ``parts`` is empty.
    """

    title: str
    series: str = ""
    documents: tuple[str, ...] = ()
    parts: tuple[VolumePart, ...] = ()

    @property
    def all_parts(self) -> tuple[VolumePart, ...]:
        """The parts; documents outside of any are one without a title."""
        return self.parts or (VolumePart("", self.documents),)
