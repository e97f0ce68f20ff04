"""A text while instructions are put to it: its signs now, and those that instructions brought."""

from __future__ import annotations

from dataclasses import dataclass, field

from penholder.compare.phrases import Sign, Span, replaced, signs, spans
from penholder.compare.sentence_spans import sentence_spans


@dataclass
class Text:
    """One text: its signs now, which of them came by instructions, and the names of those.

    ``claims`` are the instructions that speak of this very text, not of an area it is in.
    ``sentences`` are those of the target, wherever they stand by now.
    """

    signs: list[Sign]
    inserted: list[Span] = field(default_factory=list)
    touched: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    sentences: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = sentence_spans(self.signs)

    def spans(self, words: str) -> list[Span]:
        """Return where words stand; those that an instruction brought only where no others do."""
        found = spans(self.signs, words)
        of_target = [span for span in found if not any(is_inside(span, s) for s in self.inserted)]
        return of_target or found

    def put(self, span: Span, words: str, by: str) -> None:
        """Put words in place of a span, in the name of an instruction."""
        before = len(self.signs)
        self.signs, place = replaced(self.signs, span, signs(words))
        shift = len(self.signs) - before
        moved = (_moved(each, span, shift) for each in self.inserted)
        self.inserted = [each for each in moved if each.end > each.start]
        self.sentences = [_stretched(each, span, shift) for each in self.sentences]
        if place.end > place.start:
            self.inserted.append(place)
        if by not in self.touched:
            self.touched.append(by)


def is_inside(span: Span, other: Span) -> bool:
    """Whether a span lies within another."""
    return other.start <= span.start and span.end <= other.end


def _moved(span: Span, changed: Span, shift: int) -> Span:
    if span.start >= changed.end:
        return Span(span.start + shift, span.end + shift)
    return span if span.end <= changed.start else Span(span.start, span.start)


def _stretched(span: Span, changed: Span, shift: int) -> Span:
    """Return where a sentence stands after a change before it, inside it or behind it."""
    if span.start >= changed.end > changed.start:
        return Span(span.start + shift, span.end + shift)
    is_behind = span.end < changed.start or span.end == changed.start < changed.end
    return span if is_behind else Span(span.start, max(span.start, span.end + shift))
