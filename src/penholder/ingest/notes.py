"""Footnotes are told apart from the body, and joined to the indicators that call them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from penholder.ingest.lettering import wording_letters
from penholder.ingest.passages import Passage, Run, letters
from penholder.model.document import Footnote

_MARK = re.compile(r"(?P<mark>\d{1,3}|\*{1,3}|[a-z]) *")
_SYMBOL = re.compile(r"(?:See |See also )?((?:A|S|E|ST|TD|GC|UNEP|CBD|FCCC)/[\w./()-]+)")
_RESOLUTION = re.compile(r"(?:See r|R)esolutions? (\d+/\d+)")
_STAR = "*"


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A note as the source prints it: its indicator, its lettering, where it came in order."""

    mark: str
    key: str
    passage: Passage
    order: int

    def marked_passage(self) -> Passage:
        """Return the note with its indicator before it, as plain letters."""
        first, *rest = self.passage.lines
        line = replace(first, runs=(Run(f"{self.mark} "), *first.runs))
        return replace(self.passage, lines=(line, *rest), role="body")


def split_notes(passages: Iterable[Passage]) -> tuple[list[tuple[int, Passage]], list[SourceNote]]:
    """Return the passages of the body with their place in the order, and the notes."""
    body: list[tuple[int, Passage]] = []
    notes: list[SourceNote] = []
    taken: set[str] = set()
    for order, passage in enumerate(passages):
        if passage.role != "note":
            body.append((order, passage))
            continue
        mark, text = note_mark(passage)
        if not mark and notes:
            notes[-1] = replace(notes[-1], passage=notes[-1].passage.continued_by(passage))
            continue
        key = _key(mark, letters(text.runs), taken)
        taken.add(key)
        notes.append(SourceNote(mark, key, text, order))
    return body, notes


def note_mark(passage: Passage) -> tuple[str, Passage]:
    """Return the indicator that opens a note, and the note without it; '' where none does."""
    first = passage.lines[0]
    runs = [run for run in first.runs if run.text.strip()]
    found = _MARK.match(runs[0].text.strip() + " ") if runs else None
    opens = found and (runs[0].raised or found["mark"].startswith(_STAR))
    if not found or not opens:
        return "", passage
    rest = cut(first.runs, len(first.text) - len(first.text.lstrip()) + len(found["mark"]))
    lines = (replace(first, runs=rest), *passage.lines[1:])
    return found["mark"], replace(passage, lines=lines)


def cut(runs: Sequence[Run], count: int) -> tuple[Run, ...]:
    """Return runs without their first ``count`` letters and the spaces behind."""
    rest: list[Run] = []
    for run in runs:
        text = run.text[count:] if count else run.text
        count = max(0, count - len(run.text))
        text = text if rest or count else text.lstrip()
        if text:
            rest.append(replace(run, text=text))
    return tuple(rest)


class NoteBook:
    """Finds the note that an indicator calls: of its number, nearest behind the call."""

    def __init__(self, notes: Sequence[SourceNote]) -> None:
        self._notes = notes
        self._called: list[str] = []

    def key(self, mark: str, order: int) -> str:
        """Return the key of the note called by ``mark`` at a place in the order, '' if none."""
        same = [note for note in self._notes if note.mark == mark]
        if not same:
            return ""
        near = min(same, key=lambda note: (note.order < order, abs(note.order - order)))
        self._called.append(near.key)
        return near.key

    @property
    def called(self) -> frozenset[str]:
        """The keys of the notes called so far."""
        return frozenset(self._called)

    def uncalled(self) -> Iterator[SourceNote]:
        """Yield the notes that nothing called."""
        called = self.called
        return (note for note in self._notes if note.key not in called)

    def footnotes(self, texts: dict[str, str]) -> tuple[Footnote, ...]:
        """Return the notes called, in order, given their marked texts by key."""
        called = self.called
        return tuple(Footnote(n.key, texts[n.key]) for n in self._notes if n.key in called)


def _key(mark: str, text: str, taken: set[str]) -> str:
    """Return a key that says what the note cites where that is plain, else its indicator."""
    plain = wording_letters(text).strip()
    name = f"star{len(mark)}" if mark.startswith(_STAR) else f"n{mark}"
    symbol, resolution = _SYMBOL.match(plain), _RESOLUTION.match(plain)
    if resolution:
        name = f"res-{resolution[1]}"
    elif symbol:
        name = symbol[1]
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    candidates = (slug if n == 1 else f"{slug}-{n}" for n in range(1, len(taken) + 2))
    return next(each for each in candidates if each not in taken)
