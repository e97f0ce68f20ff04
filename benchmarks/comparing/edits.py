"""Edits of known kinds put upon a document, so that it is known what a comparison must find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from benchmarks.comparing.lineage import Node, bare_words

from penholder.model.blocks import Paragraph
from penholder.model.document import Footnote
from penholder.model.outline import Row, Unit

CALL = re.compile(r"\[\^([^\]]+)\]")
_OPENINGS = {"preamble": "Noting also", "operative": "Also requests", "annex": "Also requests"}
_STATES = tuple(
    "Algeria Belgium Chile Denmark Egypt France Ghana Haiti India Japan Kenya Lesotho".split()
)
_PLACES_CROSSED = 3
EDITS_OF_A_KIND = 3


@dataclass(slots=True)
class Draft:
    """A version under the generator's pen; no paragraph is edited twice."""

    random: Random
    nodes: list[Node]
    notes: dict[str, str]
    foreign: Sequence[str]
    touched: set[int] = field(default_factory=set)

    @property
    def vocabulary(self) -> list[str]:
        """Words of the document that may stand for others."""
        found = {word for node in self.nodes for word in bare_words(node.unit.text)}
        return sorted(word for word in found if word.isalpha() and word.islower() and len(word) > 3)

    def pick(self, is_fit: Callable[[int], bool]) -> int | None:
        """Return the place of an untouched unit that fits, any of them, and touch it."""
        found = [
            place
            for place, node in enumerate(self.nodes)
            if node.origins and not self.touched & set(self._near(place)) and is_fit(place)
        ]
        return self.random.choice(found) if found else None

    def group(self, place: int) -> range:
        """Return the places of a unit and of what stands under it."""
        end = place + 1
        while end < len(self.nodes) and self.nodes[end].unit.depth > self.nodes[place].unit.depth:
            end += 1
        return range(place, end)

    def touch(self, nodes: Sequence[Node]) -> None:
        """Remember that these nodes were edited."""
        self.touched.update(origin for node in nodes for origin in node.origins)

    def is_top(self, place: int) -> bool:
        """Whether a paragraph stands under no other."""
        unit = self.nodes[place].unit
        return unit.depth == 0 and isinstance(unit.block, Paragraph)

    def is_alone(self, place: int) -> bool:
        """Whether a paragraph has no subparagraphs."""
        is_paragraph = isinstance(self.nodes[place].unit.block, Paragraph)
        return is_paragraph and len(self.group(place)) == 1

    def words(self, place: int) -> int:
        """Return how many words a unit has."""
        return len(bare_words(self.nodes[place].unit.text))

    def _near(self, place: int) -> list[int]:
        return [origin for node in self.nodes[place : place + 1] for origin in node.origins]


def reword(draft: Draft) -> None:
    """Put one to three words for one to three others, or leave out or add as many."""
    place = draft.pick(lambda i: draft.is_alone(i) and draft.words(i) >= 12)
    if place is not None:
        _reword_at(draft, place)


def insert(draft: Draft) -> None:
    """Put in a paragraph of another text."""
    place = draft.pick(draft.is_top)
    if place is not None:
        unit = draft.nodes[place].unit
        text = draft.random.choice(draft.foreign)
        draft.nodes.insert(place, Node(replace(unit, block=Paragraph(text))))


def delete(draft: Draft) -> None:
    """Leave out a paragraph that calls no note, with what stands under it."""
    place = draft.pick(lambda i: draft.is_top(i) and not _calls(draft, i))
    if place is not None:
        group = draft.group(place)
        draft.touch(draft.nodes[group.start : group.stop])
        del draft.nodes[group.start : group.stop]


def move(draft: Draft) -> int | None:
    """Move a paragraph, with what stands under it, past more units than it has."""
    place = draft.pick(lambda i: draft.is_top(i) and bool(_targets(draft, i)))
    if place is None:
        return None
    return _put(draft, place, draft.random.choice(_targets(draft, place)))


def move_and_edit(draft: Draft) -> None:
    """Move a paragraph and change words in it."""
    place = draft.pick(
        lambda i: draft.is_top(i) and draft.words(i) >= 12 and bool(_targets(draft, i))
    )
    if place is not None:
        _reword_at(draft, _put(draft, place, draft.random.choice(_targets(draft, place))))


def promote(draft: Draft) -> None:
    """Make a subparagraph a paragraph of its own, after the one it stood under."""
    place = draft.pick(lambda i: draft.is_alone(i) and len(_later_siblings(draft, i)) > 1)
    if place is None:
        return
    siblings = _later_siblings(draft, place)
    parent = max(
        i for i in range(place) if draft.nodes[i].unit.depth < draft.nodes[place].unit.depth
    )
    draft.touch([draft.nodes[each] for each in draft.group(parent)])
    after = _put(draft, place, siblings[-1] + 1)
    node = draft.nodes[after]
    draft.nodes[after] = replace(node, unit=replace(node.unit, depth=node.unit.depth - 1))


def to_operative(draft: Draft) -> None:
    """Move a paragraph of the preamble into the operative part."""
    tops = [i for i in range(len(draft.nodes)) if draft.is_top(i)]
    targets = [i for i in tops if draft.nodes[i].unit.region == "operative"]
    targets = targets[len(targets) // 2 :]
    place = draft.pick(
        lambda i: (
            draft.is_alone(i)
            and draft.nodes[i].unit.region == "preamble"
            and any(target - i > 3 * EDITS_OF_A_KIND for target in targets)
        )
    )
    targets = [target for target in targets if place and target - place > 3 * EDITS_OF_A_KIND]
    if place is None or not targets:
        return
    after = _put(draft, place, draft.random.choice(targets))
    node = draft.nodes[after]
    draft.nodes[after] = replace(node, unit=replace(node.unit, region="operative"))


def split(draft: Draft) -> None:
    """Make two paragraphs of one; the second gets an opening of its own."""
    place = draft.pick(lambda i: draft.is_alone(i) and draft.words(i) >= 24)
    if place is None:
        return
    node = draft.nodes[place]
    chunks = node.unit.text.split(" ")
    cut = _cut(draft.random, chunks)
    rest = chunks[cut + (chunks[cut] == "and") :]
    end = "," if node.unit.region == "preamble" else ";"
    texts = (
        " ".join(chunks[:cut]).rstrip(",") + end,
        " ".join([_OPENINGS[node.unit.region], *rest]),
    )
    draft.touch([node])
    draft.nodes[place : place + 1] = [
        replace(node, unit=node.unit.with_text(text)) for text in texts
    ]


def merge(draft: Draft) -> None:
    """Make one paragraph of two neighbours."""
    place = draft.pick(lambda i: _has_neighbour(draft, i))
    if place is None:
        return
    first, second = draft.nodes[place : place + 2]
    draft.touch([first, second])
    tail = second.unit.text
    text = f"{first.unit.text.rstrip(',;.:')}, and {tail[:1].lower()}{tail[1:]}"
    both = Node(first.unit.with_text(text), (*first.origins, *second.origins))
    draft.nodes[place : place + 2] = [both]


def insert_note(draft: Draft) -> None:
    """Call a new note before the sign that ends a paragraph."""
    place = draft.pick(lambda i: draft.is_top(i) and draft.words(i) >= 8)
    if place is None:
        return
    key = f"nnew{len(draft.notes)}"
    year = draft.random.randrange(60, 90)
    draft.notes[key] = f"A/{year}/{draft.random.randrange(100, 900)}, annex, enclosure {year}."
    text = draft.nodes[place].unit.text
    _say(draft, place, f"{text}[^{key}]")


def delete_note(draft: Draft) -> None:
    """Leave out a note that is called once, with its call."""
    place = draft.pick(lambda i: bool(_sole_calls(draft, i)))
    if place is not None:
        key = _sole_calls(draft, place)[0]
        del draft.notes[key]
        _say(draft, place, draft.nodes[place].unit.text.replace(f"[^{key}]", ""))


def edit_note(draft: Draft) -> None:
    """Change words of a note."""
    keys = [key for key, text in draft.notes.items() if len(text.split()) >= 8]
    if keys:
        key = draft.random.choice(keys)
        draft.notes[key] = _reworded(draft, draft.notes[key])


def edit_cell(draft: Draft) -> None:
    """Put another figure into one cell of a table."""
    place = draft.pick(lambda i: isinstance(draft.nodes[i].unit.block, Row))
    if place is not None:
        cells = draft.nodes[place].unit.text.split("\t")
        column = draft.random.randrange(1, len(cells))
        cells[column] = str(draft.random.randrange(10_000, 99_999))
        _say(draft, place, "\t".join(cells))


def _say(draft: Draft, place: int, text: str) -> None:
    node = draft.nodes[place]
    draft.touch([node])
    draft.nodes[place] = replace(node, unit=node.unit.with_text(text))


def _reword_at(draft: Draft, place: int) -> None:
    _say(draft, place, _reworded(draft, draft.nodes[place].unit.text))


def _reworded(draft: Draft, text: str) -> str:
    chunks = text.split(" ")
    size = draft.random.randint(1, 3)
    spots = [
        spot
        for spot in range(min(3, len(chunks) - size), len(chunks) - size)
        if all(chunk.isalpha() for chunk in chunks[spot : spot + size])
        and not _is_cited(chunks[spot - 1 : spot + size + 1])
    ]
    if not spots:
        return text
    spot = draft.random.choice(spots)
    fresh = draft.random.sample(draft.vocabulary, draft.random.randint(1, 3))
    match draft.random.randrange(6):
        case 0:
            chunks[spot:spot] = fresh
        case 1:
            del chunks[spot : spot + size]
        case _:
            chunks[spot : spot + size] = fresh
    return " ".join(chunks)


def _is_cited(chunks: Sequence[str]) -> bool:
    """Whether words stand beside figures: a citation with its date is one token, never cut."""
    return any(any(map(str.isdigit, chunk)) for chunk in chunks)


def _put(draft: Draft, place: int, target: int) -> int:
    """Move a unit and what stands under it before the unit at ``target``; return its new place."""
    group = draft.group(place)
    taken = draft.nodes[group.start : group.stop]
    draft.touch(taken)
    moved = [replace(node, is_moved=True) for node in taken]
    at = target - len(taken) if target > place else target
    del draft.nodes[group.start : group.stop]
    draft.nodes[at:at] = moved
    return at


def _targets(draft: Draft, place: int) -> list[int]:
    """Return the places, in the same part of the text, so far off that it is clear what moved."""
    group = draft.group(place)
    least = max(_PLACES_CROSSED, len(group) + 1)
    region = draft.nodes[place].unit.region
    return [
        target
        for target in range(len(draft.nodes))
        if draft.is_top(target)
        and draft.nodes[target].unit.region == region
        and (target <= place - least or target >= group.stop + least)
    ]


def _later_siblings(draft: Draft, place: int) -> list[int]:
    depth = draft.nodes[place].unit.depth
    if not depth or draft.nodes[place].unit.region == "annex":
        return []
    found = []
    for later in range(place + 1, len(draft.nodes)):
        if draft.nodes[later].unit.depth < depth:
            break
        found.append(later)
    return found


def _has_neighbour(draft: Draft, place: int) -> bool:
    if place + 1 >= len(draft.nodes):
        return False
    first, second = draft.nodes[place : place + 2]
    is_like = (first.unit.region, first.unit.depth) == (second.unit.region, second.unit.depth)
    is_free = bool(second.origins) and not draft.touched & set(second.origins)
    both = (place, place + 1)
    return is_like and is_free and all(draft.is_alone(i) and draft.words(i) >= 8 for i in both)


def _cut(random: Random, chunks: Sequence[str]) -> int:
    """Return where to cut a text: after a comma in its middle, where it has one there."""
    middle = range(len(chunks) // 3, 2 * len(chunks) // 3)
    commas = [place + 1 for place in middle if chunks[place].endswith(",")]
    whole = [place for place in middle if not _is_cited(chunks[place - 1 : place + 1])]
    return random.choice(commas or whole or list(middle))


def _calls(draft: Draft, place: int) -> list[str]:
    return [k for i in draft.group(place) for k in CALL.findall(draft.nodes[i].unit.text)]


def _sole_calls(draft: Draft, place: int) -> list[str]:
    everywhere = [key for node in draft.nodes for key in CALL.findall(node.unit.text)]
    own = CALL.findall(draft.nodes[place].unit.text)
    return [key for key in own if everywhere.count(key) == 1 and key in draft.notes]


KINDS: dict[str, Callable[[Draft], object]] = {
    "reword": reword,
    "insert": insert,
    "delete": delete,
    "move": move,
    "move and edit": move_and_edit,
    "promote": promote,
    "to operative part": to_operative,
    "split": split,
    "merge": merge,
    "footnote inserted": insert_note,
    "footnote deleted": delete_note,
    "footnote edited": edit_note,
    "table cell": edit_cell,
}


def table_rows(random: Random) -> Iterator[Unit]:
    """Yield the rows of a table of assessments, in English order of the States."""
    for state in _STATES:
        cells = (state, *(str(random.randrange(10_000, 99_999)) for _ in range(3)))
        yield Unit("annex", 2, Row(cells))


def renumbered(nodes: Sequence[Node], notes: dict[str, str]) -> tuple[list[Node], dict[str, str]]:
    """Return the nodes with their notes named by number, and the number of each by its key."""
    keys = [key for node in nodes for key in CALL.findall(node.unit.text)]
    names = {key: f"n{number}" for number, key in enumerate(dict.fromkeys(keys), 1)}

    def named(text: str) -> str:
        return CALL.sub(lambda found: f"[^{names[found[1]]}]", text)

    fresh = [
        replace(node, unit=node.unit.with_text(named(node.unit.text)))
        if CALL.search(node.unit.text)
        else node
        for node in nodes
    ]
    return fresh, {key: name for key, name in names.items() if key in notes}


def notes_of(texts: dict[str, str], names: dict[str, str]) -> tuple[Footnote, ...]:
    """Return the notes by their numbers, in order."""
    return tuple(Footnote(name, texts[key]) for key, name in names.items())
