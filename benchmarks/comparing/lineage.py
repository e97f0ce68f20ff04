"""What really changed between two versions, known because each unit's origin was kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from penholder.compare.tokens import word_count
from penholder.model.document import Document
from penholder.model.outline import Unit

Joined = tuple[int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Node:
    """A unit of the later version and the places, in the earlier one, of what it came from."""

    unit: Unit
    origins: tuple[int, ...] = ()
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class NoteFate:
    """The key of one footnote in each version, empty where it is not there, and its words."""

    before: str
    after: str
    words: tuple[str, str]

    @property
    def is_changed(self) -> bool:
        """Whether a reader sees another note, apart from its number."""
        return self.words[0] != self.words[1]


@dataclass(frozen=True, slots=True)
class Truth:
    """The fewest words that can be marked, moved units by index, splits, merges, and notes."""

    deleted: int
    inserted: int
    moved: int
    moves: frozenset[tuple[int, int]]
    splits: frozenset[Joined]
    merges: frozenset[Joined]
    notes: frozenset[tuple[str, str]]

    @property
    def marked(self) -> int:
        """All words that must be marked."""
        return self.deleted + self.inserted + self.moved


@dataclass(frozen=True, slots=True)
class Case:
    """Two versions made by edits of a kind, with what really changed."""

    kind: str
    name: str
    before: Document
    after: Document
    truth: Truth


def truth_of(before: Sequence[Unit], nodes: Sequence[Node], notes: Iterable[NoteFate]) -> Truth:
    """Return what changed from ``before`` to ``nodes``."""
    fates = list(notes)
    pairs = [*_unit_words(before, nodes), *(note.words for note in fates)]
    counts = [_changed(then, now) for then, now in pairs]
    heirs: dict[int, list[int]] = defaultdict(list)
    for place, node in enumerate(nodes):
        for origin in node.origins:
            heirs[origin].append(place)
    return Truth(
        deleted=sum(deleted for deleted, _ in counts),
        inserted=sum(inserted for _, inserted in counts),
        moved=sum(word_count(node.unit.text) for node in nodes if node.is_moved),
        moves=frozenset(_moves(before, nodes)),
        splits=frozenset((o, tuple(places)) for o, places in heirs.items() if len(places) > 1),
        merges=frozenset((i, n.origins) for i, n in enumerate(nodes) if len(n.origins) > 1),
        notes=frozenset((note.before, note.after) for note in fates if note.is_changed),
    )


def _moves(before: Sequence[Unit], nodes: Sequence[Node]) -> Iterable[tuple[int, int]]:
    """Yield the moved units, without those that went along with the unit above them."""
    above: list[Node] = []
    for place, node in enumerate(nodes):
        while above and above[-1].unit.depth >= node.unit.depth:
            above.pop()
        if node.is_moved and not (above and above[-1].is_moved):
            yield node.origins[0], place
        above.append(node)


def _unit_words(before: Sequence[Unit], nodes: Sequence[Node]) -> Iterable[tuple[str, str]]:
    """Yield the texts that correspond: of a split or merge those of its parts, joined."""
    gone = set(range(len(before)))
    texts: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for node in nodes:
        gone -= set(node.origins)
        if node.origins:
            texts[node.origins].append(node.unit.text)
        else:
            yield "", node.unit.text
    for origins, after in texts.items():
        yield " ".join(before[origin].text for origin in origins), " ".join(after)
    yield from ((before[place].text, "") for place in gone)


def _changed(before: str, after: str) -> tuple[int, int]:
    """Return the fewest words to delete and to insert that lead from one text to the other."""
    words_before, words_after = bare_words(before), bare_words(after)
    shared = len(words_before) + len(words_after) - Indel.distance(words_before, words_after)
    return len(words_before) - shared // 2, len(words_after) - shared // 2


def bare_words(text: str) -> list[str]:
    """Return the words of a marked text without the signs around them."""
    bare = ("".join(sign for sign in chunk if sign.isalnum()) for chunk in uncalled(text).split())
    return [word for word in bare if word]


def uncalled(text: str) -> str:
    """Return a marked text without its footnote calls and escapes."""
    pieces = text.split("[^")
    return pieces[0] + "".join(piece.partition("]")[2] for piece in pieces[1:])
