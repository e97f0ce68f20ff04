"""What two parties did to one base, place by place, and where they meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, TypeVar

from penholder.compare.party import Party, party_of
from penholder.compare.spans import Span, spans, stood
from penholder.compare.versions import compare
from penholder.model.change import Change, FieldChange, Insert, Move, NoteChange, Reword
from penholder.model.document import Document
from penholder.model.numbering import labels
from penholder.model.segment import text_after

Standing = Literal["mine", "theirs", "agree", "beside", "meet"]
STANDINGS: tuple[Standing, ...] = ("meet", "beside", "agree", "mine", "theirs")
Deed: TypeAlias = Change | NoteChange | FieldChange
_D = TypeVar("_D", FieldChange, NoteChange)
_SETS = ("sponsors joined", "sponsors withdrawn")


@dataclass(frozen=True, slots=True)
class Encounter:
    """What two parties did at one place of the base.

    ``place`` is the address in the base (``OP 3``, ``OP 1, OP 2`` where units were merged,
    ``after OP 3`` for what is new, ``footnote sg``, a field's name). ``standing``: ``mine`` or
    ``theirs`` where one party alone did something, ``agree`` where both did the same, ``beside``
    where both did something that goes together, ``meet`` where they must choose. ``spans`` weaves
    the words where both changed those of one unit, note or title. ``row`` is the index in the
    outline of the base of the unit touched, or of the one before what is new; -1 for none.
    """

    place: str
    standing: Standing
    mine: tuple[Deed, ...]
    theirs: tuple[Deed, ...]
    spans: tuple[Span, ...] = ()
    row: int = -1


@dataclass(frozen=True, slots=True)
class Encounters:
    """All places of a base that one or both of two parties changed, in the order of the page."""

    algorithm: int
    fields: tuple[Encounter, ...]
    text: tuple[Encounter, ...]
    notes: tuple[Encounter, ...]

    @property
    def all(self) -> tuple[Encounter, ...]:
        """Every encounter: fields, text, footnotes."""
        return (*self.fields, *self.text, *self.notes)

    @property
    def counts(self) -> dict[Standing, int]:
        """How many places have each standing, the gravest first."""
        found = [each.standing for each in self.all]
        return {standing: found.count(standing) for standing in STANDINGS}


def encounters(base: Document, mine: Document, theirs: Document) -> Encounters:
    """Return what each party changed against the base, and where they meet.

    Swapped parties give the mirrored result; a party that changed nothing meets nobody.
    """
    ours, others = compare(base, mine), compare(base, theirs)
    addresses = tuple(label.address for label in labels(base))
    return Encounters(
        algorithm=ours.algorithm,
        fields=tuple(_fields(ours.fields, others.fields)),
        text=tuple(_text(addresses, party_of(ours), party_of(others))),
        notes=tuple(_notes(ours.notes, others.notes)),
    )


def _text(addresses: Sequence[str], mine: Party, theirs: Party) -> Iterator[Encounter]:
    """Yield what happened to the units of the base, and what was put between them."""
    yield from _new(-1, addresses, mine, theirs)
    for rows in _groups(len(addresses), mine, theirs):
        found = _at_rows(rows, addresses, mine, theirs)
        if found:
            yield replace(found, row=rows[-1])
        for row in rows:
            new = _new(row, addresses, mine, theirs)
            yield from (replace(each, row=row) for each in new)


def _groups(length: int, mine: Party, theirs: Party) -> Iterator[range]:
    """Yield the rows of the base, those that a party merged together as one group."""
    start = 0
    while start < length:
        end = start + 1
        row = start
        while row < end:
            end = max(end, mine.merged_to(row) + 1, theirs.merged_to(row) + 1)
            row += 1
        yield range(start, end)
        start = end


def _at_rows(rows: range, addresses: Sequence[str], mine: Party, theirs: Party) -> Encounter | None:
    ours, others = mine.done_to(rows), theirs.done_to(rows)
    place = ", ".join(addresses[row] for row in rows)
    if not (ours and others):
        return _of_one(place, ours, others)
    first, second = ours[0], others[0]
    if isinstance(first, Reword | Move) and isinstance(second, Reword | Move):
        woven = spans(first.segments, second.segments)
        stands = {span.standing for span in woven}
        unit = first.unit_before
        stands.add(stood(unit.frame, first.unit_after.frame, second.unit_after.frame))
        stands.add(stood(None, mine.landing(first), theirs.landing(second)))
        return _of_both(place, stands, (ours, others), woven)
    stands = {stood(None, mine.results(ours), theirs.results(others))}
    return _of_both(place, stands, (ours, others), ())


def _of_one(place: str, mine: tuple[Deed, ...], theirs: tuple[Deed, ...]) -> Encounter | None:
    if not (mine or theirs):
        return None
    return Encounter(place, "mine" if mine else "theirs", mine, theirs)


def _of_both(
    place: str,
    stands: Iterable[str],
    deeds: tuple[tuple[Deed, ...], tuple[Deed, ...]],
    woven: tuple[Span, ...],
) -> Encounter:
    found = set(stands) - {"kept"}
    standing: Standing = "beside"
    if "meet" in found:
        standing = "meet"
    elif found <= {"agree"}:
        standing = "agree"
    return Encounter(place, standing, *deeds, woven)


def _new(row: int, addresses: Sequence[str], mine: Party, theirs: Party) -> Iterator[Encounter]:
    """Yield what was inserted behind one unit of the base; -1 is before the first."""
    place = f"after {addresses[row]}" if row >= 0 else "at the start"
    for region in ("preamble", "operative", "annex"):
        ours, others = mine.new_at(row, region), theirs.new_at(row, region)
        twins, rest, others_rest = _paired_inserts(ours, others)
        yield from (Encounter(place, "agree", (each,), (twin,)) for each, twin in twins)
        if rest and others_rest:
            yield Encounter(place, "meet", rest, others_rest)
        elif rest or others_rest:
            yield Encounter(place, "mine" if rest else "theirs", rest, others_rest)


def _paired_inserts(
    mine: Sequence[Insert], theirs: Sequence[Insert]
) -> tuple[list[tuple[Insert, Insert]], tuple[Insert, ...], tuple[Insert, ...]]:
    """Return the inserts of one unit as pairs, each insert once, and what either has beyond."""
    pairs: list[tuple[Insert, Insert]] = []
    rest: list[Insert] = []
    left = list(theirs)
    for each in mine:
        twin = next((other for other in left if other.unit == each.unit), None)
        if twin is None:
            rest.append(each)
        else:
            left.remove(twin)
            pairs.append((each, twin))
    return pairs, tuple(rest), tuple(left)


def _fields(mine: Sequence[FieldChange], theirs: Sequence[FieldChange]) -> Iterator[Encounter]:
    return _paired(mine, theirs, lambda change: change.name, _field_stands)


def _field_stands(mine: FieldChange, theirs: FieldChange) -> tuple[set[str], tuple[Span, ...]]:
    if mine.name == "title":
        return _word_stands(mine, theirs)
    if text_after(mine.segments) == text_after(theirs.segments) and mine == theirs:
        return {"agree"}, ()
    return {"mine", "theirs"} if mine.name in _SETS else {"meet"}, ()


def _notes(mine: Sequence[NoteChange], theirs: Sequence[NoteChange]) -> Iterator[Encounter]:
    return _paired(mine, theirs, _note_place, _note_stands)


def _note_place(change: NoteChange) -> str:
    note = change.before or change.after
    assert note is not None
    return f"footnote {note.key}" if change.before else f"new footnote {note.key}"


def _note_stands(mine: NoteChange, theirs: NoteChange) -> tuple[set[str], tuple[Span, ...]]:
    if mine.before and mine.after and theirs.after:
        return _word_stands(mine, theirs)
    return {stood(None, mine.after or "gone", theirs.after or "gone")}, ()


def _word_stands(
    mine: FieldChange | NoteChange, theirs: FieldChange | NoteChange
) -> tuple[set[str], tuple[Span, ...]]:
    woven = spans(mine.segments, theirs.segments)
    return {span.standing for span in woven}, woven


def _paired(
    mine: Sequence[_D],
    theirs: Sequence[_D],
    place_of: Callable[[_D], str],
    stands_of: Callable[[_D, _D], tuple[set[str], tuple[Span, ...]]],
) -> Iterator[Encounter]:
    ours = {place_of(each): each for each in mine}
    others = {place_of(each): each for each in theirs}
    for place in {**ours, **others}:
        first, second = ours.get(place), others.get(place)
        if first and second:
            stands, woven = stands_of(first, second)
            yield _of_both(place, stands, ((first,), (second,)), woven)
        elif first:
            yield Encounter(place, "mine", (first,), ())
        elif second:
            yield Encounter(place, "theirs", (), (second,))
