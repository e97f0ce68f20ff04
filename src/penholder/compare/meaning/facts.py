"""Facts that stand in one version and not in the other, however the text around them moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from penholder.compare.meaning.finding import Finding, Kind
from penholder.compare.meaning.passages import Passage


@dataclass(frozen=True, slots=True)
class Fact:
    """Something a text says: what makes it the same fact, its words, and where they stand."""

    key: str
    words: str
    start: int
    end: int

    def meets(self, place: range) -> bool:
        """Whether the words stand in a range of letters, or next to it but for a space."""
        return self.start <= place.stop + 1 and place.start <= self.end + 1

    def widened(self, text: str, ahead: int, behind: int) -> Fact:
        """Return the fact with that many words of its text before and behind its own."""
        first, last = text[: self.start].split(), text[self.end :].split()
        words = " ".join([*first[len(first) - ahead :], self.words, *last[:behind]])
        return Fact(self.key, words.rstrip(",;.: "), self.start, self.end)


FactReader = Callable[[str], Iterable[Fact]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that became another (both), that only the earlier or only the later version has."""

    passage: Passage
    before: Fact | None
    after: Fact | None

    @property
    def words_before(self) -> str:
        """The words of the earlier version, empty where it has none."""
        return self.before.words if self.before else ""

    @property
    def words_after(self) -> str:
        """The words of the later version, empty where it has none."""
        return self.after.words if self.after else ""

    @property
    def words(self) -> str:
        """The words of the later version, where it has any."""
        return self.words_after or self.words_before

    def told(self, kind: Kind, note: str = "") -> Finding:
        """Return the difference as a finding."""
        passage = self.passage
        return Finding(
            kind,
            passage.before.address(self.before.start if self.before else 0),
            passage.after.address(self.after.start if self.after else 0),
            self.words_before,
            self.words_after,
            note,
        )

    def widened(self, ahead: int, behind: int) -> Difference:
        """Return the difference with some words of the text before and behind each fact."""
        texts = self.passage.before.text, self.passage.after.text
        before, after = (
            fact and fact.widened(text, ahead, behind)
            for fact, text in zip((self.before, self.after), texts, strict=True)
        )
        return Difference(self.passage, before, after)


@dataclass(slots=True)
class _Rest:
    """What of a passage's facts the other version does not repeat in the same passage."""

    passage: Passage
    before: list[Fact]
    after: list[Fact]
    pairs: list[tuple[Fact, Fact]] = field(default_factory=list)


def differences(passages: Sequence[Passage], read: FactReader) -> Iterator[Difference]:
    """Yield what differs between the facts of two versions, in reading order.

    A fact said in both versions of a passage is the same; one that stands where another stood is
    what that became; one that is gone here and new elsewhere has moved. The rest was dropped or
    is new.
    """
    rests = [_rest(passage, read) for passage in passages]
    for rest in rests:
        _pair(rest)
    _drop_moved(rests)
    for rest in rests:
        found = [Difference(rest.passage, before, after) for before, after in rest.pairs]
        found += [Difference(rest.passage, fact, None) for fact in rest.before]
        found += [Difference(rest.passage, None, fact) for fact in rest.after]
        yield from sorted(found, key=_place)


def _place(difference: Difference) -> tuple[int, int]:
    fact = difference.after or difference.before
    assert fact is not None
    return (fact.start, difference.after is None)


def _rest(passage: Passage, read: FactReader) -> _Rest:
    if passage.is_paired and passage.before.text == passage.after.text:
        return _Rest(passage, [], [])
    before, after = list(read(passage.before.text)), list(read(passage.after.text))
    if not passage.is_paired:
        return _Rest(passage, before, after)
    return _Rest(
        passage,
        _surplus(before, after, [spot.before for spot in passage.spots]),
        _surplus(after, before, [spot.after for spot in passage.spots]),
    )


def _surplus(facts: list[Fact], others: list[Fact], spots: list[range]) -> list[Fact]:
    """Return the facts in changed words that the other version says less often."""
    spare = Counter(fact.key for fact in facts) - Counter(fact.key for fact in others)
    changed = [fact for fact in facts if any(fact.meets(spot) for spot in spots)]
    return [fact for fact in changed if _taken(fact, spare)]


def _pair(rest: _Rest) -> None:
    """Pair what stands in one spot, where both versions have as much there."""
    for spot in rest.passage.spots:
        before, after = _within(rest.before, spot.before), _within(rest.after, spot.after)
        if before and len(before) == len(after):
            rest.pairs += zip(before, after, strict=True)
            rest.before = [fact for fact in rest.before if fact not in before]
            rest.after = [fact for fact in rest.after if fact not in after]


def _within(facts: list[Fact], place: range) -> list[Fact]:
    return [fact for fact in facts if fact.meets(place)]


def _drop_moved(rests: Sequence[_Rest]) -> None:
    gone = Counter(fact.key for rest in rests for fact in rest.before)
    come = Counter(fact.key for rest in rests for fact in rest.after)
    moved_away = gone & come
    moved_here = moved_away.copy()
    for rest in rests:
        rest.before = [fact for fact in rest.before if not _taken(fact, moved_away)]
        rest.after = [fact for fact in rest.after if not _taken(fact, moved_here)]


def _taken(fact: Fact, stock: Counter[str]) -> bool:
    if not stock[fact.key]:
        return False
    stock[fact.key] -= 1
    return True
