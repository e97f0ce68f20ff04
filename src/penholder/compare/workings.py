"""A target while instructions are put to it: its words as they stand now, and who changed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from penholder.compare.grafts import grafted, preceding_address
from penholder.compare.phrases import Span, signs, spans, text_of
from penholder.compare.sentence_spans import named_sentence
from penholder.compare.targets import Spot, Target
from penholder.compare.working_text import Text, is_inside
from penholder.errors import ChangeDoesNotFit
from penholder.model.amendment import Address
from penholder.model.blocks import Block
from penholder.model.outline import Unit

_SHOWN = 60


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """Where new units go, in front of a unit of the target.

    At one index what follows a paragraph (order 0) comes before what precedes one (order 1),
    and what follows a subparagraph before what follows the paragraph it belongs to.
    """

    index: int
    order: int
    outdent: int = 0


class Working:
    """The target with what has been done to it so far."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.deleted: dict[Spot, str] = {}
        self.added: defaultdict[Slot, list[Unit]] = defaultdict(list)
        self._texts: dict[Spot, Text] = {}

    def text(self, spot: Spot) -> Text:
        """Return the text at a spot."""
        return self._texts.setdefault(spot, Text(signs(self.target.text(spot))))

    def changed(self) -> dict[Spot, str]:
        """Return the texts that instructions changed, as marked texts."""
        return {s: text_of(text.signs) for s, text in self._texts.items() if text.touched}

    def standing(self, address: Address) -> list[Spot]:
        """Return the spots of an address that no instruction deleted; raises where none is left."""
        spots = self.target.spots(address)
        left = [spot for spot in spots if spot not in self.deleted]
        if spots and not left:
            first = self.deleted[spots[0]]
            raise misfit(f"{address} is deleted by {first}")
        return left

    def place(self, words: str, address: Address) -> tuple[Spot, Span]:
        """Return the one place where words stand at an address; raises ChangeDoesNotFit."""
        spots = self.standing(address)
        found = [
            (spot, span)
            for spot in spots
            for span in self.text(spot).spans(words)
            if not address.sentence or is_inside(span, self._sentence(spot, address))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            times = "twice" if len(found) == 2 else f"{len(found)} times"
            raise misfit(f"{_shown(words)} stands {times} in {address}")
        raise misfit(self._absent(words, address, spots))

    def whole(self, address: Address) -> tuple[Spot, Span]:
        """Return where the words of a title, a heading, a footnote or a sentence stand."""
        (spot,) = self.standing(address)
        if address.sentence:
            return spot, self._sentence(spot, address)
        return spot, Span(0, len(self.text(spot).signs))

    def _sentence(self, spot: Spot, address: Address) -> Span:
        sentences = self.text(spot).sentences
        found = named_sentence(sentences, address.sentence)
        if found is None:
            count = f"{len(sentences)} sentence{'s' if len(sentences) > 1 else ''}"
            raise misfit(f"{address.paragraph} has {count}, and no {address.sentence}")
        return found

    def _absent(self, words: str, address: Address, spots: Sequence[Spot]) -> str:
        before = [spot for spot in spots if spans(signs(self.target.text(spot)), words)]
        if before:
            names = ", ".join(self.text(before[0]).touched)
            return f"{_shown(words)} in {address} is already amended by {names}"
        return f"{_shown(words)} does not stand in {address}{self._elsewhere(words)}"

    def _elsewhere(self, words: str) -> str:
        """Return which paragraph has the words, where exactly one does."""
        names = self.target.names.items()
        held = [name for name, at in names if spans(signs(self.target.text(at)), words)]
        return f"; it stands in {held[0]}" if len(held) == 1 else ""

    def delete(self, addresses: Iterable[Address], by: str) -> None:
        """Delete paragraphs with what they hold, all or none; raises ChangeDoesNotFit."""
        gone: dict[Spot, str] = {}
        for address in addresses:
            index = self.target.unit(address)
            self._claim(index, address, {**self.deleted, **gone})
            gone.update(dict.fromkeys(range(index, self.target.end_of(index)), by))
        self.deleted.update(gone)

    def _claim(self, index: int, address: Address, deleted: Mapping[Spot, str]) -> None:
        if index in deleted:
            raise misfit(f"{address} is already deleted by {deleted[index]}")
        inside = range(index, self.target.end_of(index))
        claims = [name for each in inside for name in self.text(each).claims]
        if claims:
            raise misfit(f"{address} is already amended by {claims[0]}")

    def insert(self, blocks: Iterable[Block], beside: Address, order: int) -> None:
        """Insert blocks behind a paragraph (order 0) or in front of it (order 1).

        In front of a number that nobody has yet is behind the last that somebody has.
        """
        try:
            index = self.target.unit(beside)
        except ChangeDoesNotFit:
            preceding = preceding_address(beside)
            if not order or preceding is None:
                raise
            index, order = self.target.unit(preceding), 0
        at = index if order else self.target.end_of(index)
        outdent = -self.target.units[index].depth
        self.added[Slot(at, order, outdent)] += grafted(blocks, self.target, index)


def _shown(words: str) -> str:
    plain = "".join(sign.text for sign in signs(words) if not sign.is_mark)
    return f"“{plain if len(plain) <= _SHOWN else f'{plain[: _SHOWN - 1]}…'}”"


def misfit(what: str) -> ChangeDoesNotFit:
    """Return what tells that an instruction does not fit its target."""
    return ChangeDoesNotFit("E-FIT", what, "compare the instruction with the target it names")
