"""The footnotes of a file of our own: their keys as remembered, new ones for new notes."""

from __future__ import annotations

from collections.abc import Iterable

from penholder.ingest.docx.content import Call, NoteName, NoteText
from penholder.ingest.docx.memory import Memory
from penholder.ingest.docx.wording import marked_wording
from penholder.model.document import Footnote
from penholder.model.wording import marked


class OwnNotes:
    """Gives the key of the note that a call calls, and the notes called so far."""

    def __init__(self, memory: Memory, notes: Iterable[NoteText]) -> None:
        self._memory = memory
        self._notes = {note.name: note for note in notes}
        self._keys: dict[NoteName, str] = {}
        self._texts: dict[str, str] = {}
        self.signed: list[str] = []

    def key(self, call: Call) -> str:
        """Return the key of the note of a call; nothing for one whose sign is no number."""
        if call.note not in self._keys:
            self._keys[call.note] = self._entered(call)
        return self._keys[call.note]

    def footnotes(self) -> tuple[Footnote, ...]:
        """Return the notes called, those remembered first and in their order."""
        order = [note.key for note in self._memory.bare.footnotes]
        keys = [key for key in order if key in self._texts]
        keys += [key for key in self._texts if key not in order]
        return tuple(Footnote(key, self._texts[key]) for key in keys)

    def uncalled(self) -> list[str]:
        """Return the texts of notes that nothing calls, but of those that are a sign alone."""
        left = (note for name, note in self._notes.items() if name not in self._keys)
        return [text for note in left if any(map(str.isalnum, text := self._text(note)))]

    def _entered(self, call: Call) -> str:
        note = self._notes.get(call.note)
        text = self._text(note) if note else ""
        if call.mark:
            self.signed.append(text.removeprefix(marked(call.mark)).strip())
            return ""
        names = tuple(name for line in note.lines for name in line.names) if note else ()
        wanted = self._memory.note_of(names) or f"{call.note[0][:1]}{len(self._texts) + 1}"
        key = next(
            key
            for key in (wanted, *(f"{wanted}-{n}" for n in range(2, len(self._texts) + 3)))
            if self._texts.get(key, text) == text
        )
        self._texts[key] = text
        return key

    def _text(self, note: NoteText) -> str:
        wordings = (
            marked_wording(line.inlines, lambda _: "", self._memory.id_of) for line in note.lines
        )
        return " ".join(filter(None, wordings))
