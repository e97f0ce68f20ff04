"""The footnotes of both versions as lines of a redline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from penholder.compare.note_pairs import NotePair
from penholder.compare.scenes import Scene
from penholder.compare.words import text_segments
from penholder.model.document import Footnote
from penholder.model.segment import Segments, has_marks

_UNCALLED = 1_000_000


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A footnote of the redline: its key in each version, its numbers there, its words.

    ``numbers_before`` and ``numbers_after`` are empty where the version has not the note or does
    not call it; several where the page prints a note at each call.
    """

    status: Literal["equal", "inserted", "deleted", "reworded"]
    key_before: str
    key_after: str
    numbers_before: tuple[int, ...]
    numbers_after: tuple[int, ...]
    segments: Segments

    @property
    def key(self) -> str:
        """The key to call the note by: the later version's, where it has one."""
        return self.key_after or self.key_before


def note_lines(
    notes: tuple[Sequence[Footnote], Sequence[Footnote]],
    pairs: Sequence[NotePair],
    before: Scene,
    after: Scene,
) -> tuple[NoteLine, ...]:
    """Return the notes in the order of their numbers, those gone where they stood."""
    kept = [_line(pair, before, after) for pair in pairs]
    known_before = {then.key for then, _ in pairs}
    known_after = {now.key for _, now in pairs}
    kept += [_line((None, n), before, after) for n in notes[1] if n.key not in known_after]
    kept.sort(key=lambda line: line.numbers_after[:1] or (_UNCALLED,))
    gone = [_line((n, None), before, after) for n in notes[0] if n.key not in known_before]
    for line in sorted(gone, key=lambda each: each.numbers_before[:1] or (_UNCALLED,)):
        kept.insert(_stood(line, kept), line)
    return tuple(kept)


def _stood(gone: NoteLine, kept: Sequence[NoteLine]) -> int:
    """Return the place behind the last note whose number before was smaller."""
    number = gone.numbers_before[:1] or (_UNCALLED,)
    earlier = [i for i, line in enumerate(kept) if () < line.numbers_before[:1] < number]
    return earlier[-1] + 1 if earlier else 0


def _line(
    pair: NotePair | tuple[Footnote | None, Footnote | None], before: Scene, after: Scene
) -> NoteLine:
    then, now = pair
    segments = text_segments(then.text if then else "", now.text if now else "", {})
    status: Literal["equal", "inserted", "deleted", "reworded"] = "equal"
    if then is None:
        status = "inserted"
    elif now is None:
        status = "deleted"
    elif has_marks(segments):
        status = "reworded"
    return NoteLine(
        status=status,
        key_before=then.key if then else "",
        key_after=now.key if now else "",
        numbers_before=before.note_numbers.get(then.key, ()) if then else (),
        numbers_after=after.note_numbers.get(now.key, ()) if now else (),
        segments=segments,
    )
