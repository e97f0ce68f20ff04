"""The vocabulary of change: what a comparison finds, an amendment proposes and a redline shows.

A place is an index into the outline of a version together with its address, so that a change
can be applied exactly, undone exactly and told to a reader. Segments run over marked texts: the
equal and deleted ones joined are the text before, the equal and inserted ones the text after.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from penholder.model.blocks import Numbering
from penholder.model.document import Adoption, Document, Footnote, Masthead
from penholder.model.outline import Unit
from penholder.model.segment import Segments


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of one version: its index in the outline and its address (``OP 5 (b)``)."""

    index: int
    address: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A unit that only the later version has."""

    after: Place
    unit: Unit


@dataclass(frozen=True, slots=True)
class Delete:
    """A unit that only the earlier version has."""

    before: Place
    unit: Unit


@dataclass(frozen=True, slots=True)
class Reword:
    """A unit that stands at the same place in other words, or as another kind of block."""

    before: Place
    after: Place
    unit_before: Unit
    unit_after: Unit
    segments: Segments


@dataclass(frozen=True, slots=True)
class Move:
    """A unit that stands elsewhere, perhaps in other words too.

    ``is_carried`` tells that it only went along with the unit it stands under.
    """

    before: Place
    after: Place
    unit_before: Unit
    unit_after: Unit
    segments: Segments
    is_carried: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """One unit that became several, one after another.

    Each one's segments lead to its own text after; joined they run over the whole text before.
    """

    before: Place
    after: tuple[Place, ...]
    unit_before: Unit
    units_after: tuple[Unit, ...]
    segments: tuple[Segments, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Several units, one after another, that became one.

    Each one's segments run over its own text before; joined they lead to the whole text after.
    """

    before: tuple[Place, ...]
    after: Place
    units_before: tuple[Unit, ...]
    unit_after: Unit
    segments: tuple[Segments, ...]


Change: TypeAlias = Insert | Delete | Reword | Move | Split | Merge


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A footnote added (no ``before``), removed (no ``after``), reworded or given another key."""

    before: Footnote | None
    after: Footnote | None
    segments: Segments


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the masthead, the title, the adoption line; both values as words."""

    name: str
    segments: Segments


@dataclass(frozen=True, slots=True)
class Surface:
    """What a document is apart from its blocks and notes: kept whole, to be put back exactly."""

    masthead: Masthead
    title: str
    numbering: Numbering
    organ_line: str
    adopted: Adoption | None


def surface_of(document: Document) -> Surface:
    """Return what a document is apart from its blocks and footnotes."""
    return Surface(
        masthead=document.masthead,
        title=document.title,
        numbering=document.numbering,
        organ_line=document.organ_line,
        adopted=document.adopted,
    )


@dataclass(frozen=True, slots=True)
class SurfaceChange:
    """The surface of both versions, where anything of it changed."""

    before: Surface
    after: Surface


@dataclass(frozen=True, slots=True)
class NoteOrder:
    """The keys of all footnotes of both versions in the order of the file."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that leads from one version to another, and back.

    ``changes`` stand in the reading order of the later version, a deletion where it stood. A unit
    that no change names stands in both versions, in the same order. ``fields`` tells ``surface``
    in words. ``lengths`` counts the units of the outlines before and after. ``note_order`` is
    None where no note came, went, was renamed or changed its place in the file. ``algorithm`` is
    the version of the comparison that found all this.
    """

    algorithm: int
    lengths: tuple[int, int]
    changes: tuple[Change, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    surface: SurfaceChange | None = None
    notes: tuple[NoteChange, ...] = ()
    note_order: NoteOrder | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the two versions are the same."""
        return not (self.changes or self.surface or self.notes or self.note_order)
