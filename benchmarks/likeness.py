"""How like an official PDF ours is: lines, pages, footnotes, and the blocks around the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.departures import Departure, Sheet, first_departure
from benchmarks.hand_set import Baseline, tightened
from benchmarks.placed_blocks import Blocks, PlacedLine, placed_blocks
from benchmarks.placed_words import Edges, Word, body_edges, note_numbers, placed_words, plain
from rapidfuzz.distance import Indel

_NEAR = 1.5  # points
_SAME_TYPE = 0.3  # points
_DESCENT = 2.2  # from a baseline to the lower edge of a word as poppler tells it


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are, and how many of them are alike."""

    alike: int = 0
    all: int = 0

    def __add__(self, other: Share) -> Share:
        """Return both together."""
        return Share(self.alike + other.alike, self.all + other.all)

    @property
    def value(self) -> float:
        """The part that is alike; 1 where there is nothing."""
        return self.alike / self.all if self.all else 1.0


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like one document is.

    ``own_lines`` are the lines that no editor tightened by hand; ``unread`` those of which the
    import lost or split a word, which no other count holds. ``departure`` is where our pages first
    part from theirs. ``fault`` says why there is no page.
    """

    name: str
    lines: Share = Share()
    own_lines: Share = Share()
    placed_lines: Share = Share()
    notes: Share = Share()
    pages: tuple[int, int] = (0, 0)
    unread: int = 0
    blocks: Mapping[str, Share] = field(default_factory=dict)
    types: Mapping[str, Share] = field(default_factory=dict)
    departure: Departure | None = None
    fault: str = ""


def likeness(official: Path, ours: Path) -> Likeness:
    """Return how like two PDFs of one document are; ours may be the other's in another setting."""
    their_pages, our_pages = placed_words(official), placed_words(ours)
    theirs, mine = body_edges(their_pages), body_edges(our_pages)
    found = _matched(theirs, mine)
    lines = list(zip(sorted(theirs.begins), sorted(theirs.ends), strict=True))
    read = [line for line in lines if line[0] in found and line[1] in found]
    alike = [found[a] in mine.begins and found[b] in mine.ends for a, b in read]
    begins = [a for a, _ in read if found[a] in mine.begins]
    tight = tightened(official.read_bytes())
    by_hand = _by_hand(theirs, read, tight)
    notes = note_numbers(their_pages)
    blocks = placed_blocks(official.read_bytes()), placed_blocks(ours.read_bytes())
    return Likeness(
        official.stem,
        Share(sum(alike), len(read)),
        Share(
            sum(same and not hand for same, hand in zip(alike, by_hand, strict=True)),
            len(read) - sum(by_hand),
        ),
        Share(sum(theirs.words[a].page == mine.words[found[a]].page for a, _ in read), len(read)),
        Share(len(notes & note_numbers(our_pages)), len(notes)),
        (len(their_pages), len(our_pages)),
        len(lines) - len(read),
        {
            "body lines, from the left": Share(
                sum(_begin_alike(theirs.words[a], mine.words[found[a]]) for a in begins),
                len(begins),
            ),
            **near_blocks(*blocks),
        },
        like_types(*blocks),
        first_departure(
            Sheet(their_pages, theirs, [page for page, _ in tight]), Sheet(our_pages, mine), found
        ),
    )


def near_blocks(theirs: Blocks, ours: Blocks) -> dict[str, Share]:
    """Return for each block how many of its lines stand within 1.5 points of ours."""
    return {
        name: Share(sum(_is_near(line, ours.get(name, [])) for line in lines), len(lines))
        for name, lines in theirs.items()
    }


def like_types(theirs: Blocks, ours: Blocks) -> dict[str, Share]:
    """Return for each block how many lines of the same letters are in the same type.

    That is the same faces, and sizes within 0.3 points; of rules, how thick they are.
    """
    found: dict[str, Share] = {}
    for name, lines in theirs.items():
        pairs = [(line, other) for line in lines if (other := _same(line, ours.get(name, [])))]
        found[name] = Share(sum(_is_alike(*pair) for pair in pairs), len(pairs))
    return found


def _same(line: PlacedLine, ours: Sequence[PlacedLine]) -> PlacedLine | None:
    same = (other for other in ours if other.letters == line.letters)
    return min(same, key=lambda other: abs(other.baseline - line.baseline), default=None)


def _is_alike(line: PlacedLine, other: PlacedLine) -> bool:
    return len(line.types) == len(other.types) and all(
        abs(size - its) <= _SAME_TYPE for size, its in zip(line.types, other.types, strict=True)
    )


def _begin_alike(word: Word, other: Word) -> bool:
    return abs(word.left - other.left) <= _NEAR


def _is_near(line: PlacedLine, ours: Sequence[PlacedLine]) -> bool:
    return any(
        line.letters == other.letters
        and abs(line.left - other.left) <= _NEAR
        and abs(line.baseline - other.baseline) <= _NEAR
        for other in ours
    )


def _by_hand(
    theirs: Edges, lines: Sequence[tuple[int, int]], tight: Sequence[Baseline]
) -> list[bool]:
    places = {
        (page, round(baseline + _DESCENT + shift))
        for page, baseline in tight
        for shift in (-0.5, 0, 0.5)
    }
    words = [theirs.words[begin] for begin, _ in lines]
    return [(word.page, round(word.bottom)) in places for word in words]


def _matched(theirs: Edges, ours: Edges) -> dict[int, int]:
    """Return which of our words each of theirs is."""
    words = [[plain(word) for word in each.words] for each in (theirs, ours)]
    blocks = Indel.opcodes(*words).as_matching_blocks()
    return {block.a + i: block.b + i for block in blocks for i in range(block.size)}
