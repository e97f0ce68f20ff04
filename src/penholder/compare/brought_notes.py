"""The notes that an amendment brings, called by keys that are free in the target."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from penholder.model.amendment import (
    DeleteWords,
    InsertWords,
    Instruction,
    ReplaceThroughout,
    ReplaceWords,
    Request,
)
from penholder.model.document import ORGANS, Document, Footnote, Masthead
from penholder.model.outline import outline, rebuilt

_NOWHERE = Masthead("amendment", ORGANS[0])
_CALL = re.compile(r"\[\^([a-z0-9-]+)\]")


class Register:
    """The footnotes of a target, and those that instructions add to them."""

    def __init__(self, notes: Sequence[Footnote]) -> None:
        self.notes = list(notes)

    def entered(self, instruction: Instruction, brought: Sequence[Footnote]) -> Instruction:
        """Return the instruction calling notes by the keys they get in the target."""
        called = _CALL.findall(repr(instruction))
        keys = {key: self._key(key, brought) for key in dict.fromkeys(called)}
        changed = {before: after for before, after in keys.items() if before != after}
        return _renamed(instruction, changed) if changed else instruction

    def _key(self, key: str, brought: Sequence[Footnote]) -> str:
        """Return the target's key of a note that an amendment brings, adding the note."""
        text = next((note.text for note in brought if note.key == key), "")
        same = next((note.key for note in self.notes if note.text == text), None)
        if same is not None:
            return same
        taken = {note.key for note in self.notes}
        names = (key if n == 1 else f"{key}-{n}" for n in range(1, len(taken) + 2))
        free = next(name for name in names if name not in taken)
        self.notes.append(Footnote(free, text))
        return free


def _renamed(instruction: Instruction, keys: Mapping[str, str]) -> Instruction:
    def named(text: str) -> str:
        return _CALL.sub(lambda found: f"[^{keys.get(found[1], found[1])}]", text)

    whole = Document(_NOWHERE, operative=instruction.text)
    units = [unit.with_text(named(unit.text)) for unit in outline(whole)]
    asks = tuple(_reworded(each, named) for each in instruction.asks)
    return replace(instruction, asks=asks, text=rebuilt(whole, units).operative)


def _reworded(request: Request, named: Callable[[str], str]) -> Request:
    match request:
        case ReplaceWords() | ReplaceThroughout():
            return replace(request, words=named(request.words), by=named(request.by))
        case DeleteWords():
            return replace(request, words=named(request.words))
        case InsertWords():
            after, before = named(request.after), named(request.before)
            return replace(request, words=named(request.words), after=after, before=before)
    return request
