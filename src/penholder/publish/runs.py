"""Marked text with its changes becomes runs of letters and footnote calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from unicodedata import bidirectional

from penholder.model.document import Document
from penholder.model.footnotes import NoteCall, note_calls
from penholder.model.language import Language
from penholder.model.numbering import labels
from penholder.model.openings import opening_length
from penholder.model.outline import outline
from penholder.model.phrasebook import phrase_length
from penholder.model.segment import Segment, Segments, text_after, text_before, whole
from penholder.model.wording import Call, Text, Turn, scan
from penholder.publish.marks import printed_reference
from penholder.publish.page import Change, Note, NoteMark, Restyled, Run, Runs, Words

CHANGES: Mapping[str, Change] = {"equal": "", "insert": "inserted", "delete": "deleted"}


def reference_numbers(document: Document, language: Language) -> dict[str, str]:
    """Return what a reference to each paragraph with an id prints: its number as it is now."""
    units = zip(outline(document), labels(document), strict=True)
    found = ((getattr(unit.block, "id", ""), label) for unit, label in units)
    return {id_: printed_reference(label, language) for id_, label in found if id_}


def note_openings(document: Document) -> Counter[str]:
    """Return how often a page of the document prints each note, by key."""
    return Counter(call.key for call in note_calls(document) if call.opens_note)


@dataclass(slots=True)
class Notes:
    """Gives out footnote calls in reading order and gathers the notes they open.

    ``texts`` are the notes of all versions as segments, by key; ``before`` is how often the
    earlier version prints each. ``names`` gives the key that stands here for each of the earlier
    version's, where it is another. Calls that stand in the later version come from it in order;
    calls that only the earlier one had keep their number there. A note printed more often than
    before is marked as inserted, one that is printed no more as deleted. Numbers are printed as
    the language and the era of the later version have them: ``1``, ``(1)``, ``1/``.
    """

    after: Document
    texts: Mapping[str, Segments]
    before: Mapping[str, int]
    names: Mapping[str, str] = field(default_factory=dict)
    language: Language = field(kw_only=True)
    notes: list[Note] = field(default_factory=list)
    _calls: Iterator[NoteCall] = field(init=False)
    _places: dict[str, str] = field(default_factory=dict)
    _gone: Counter[str] = field(init=False)
    _opened: Counter[str] = field(default_factory=Counter)
    _seen: Counter[str] = field(default_factory=Counter)
    _called: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        calls = note_calls(self.after)
        self._calls = iter(calls)
        for call in calls:
            self._places.setdefault(call.key, _target(call.number))
        self._gone = Counter(self.before) - note_openings(self.after)

    def standing(self, key: str, change: Change) -> NoteMark:
        """Return the mark of a call that the later version has."""
        call = next(self._calls)
        mark = self._mark(call.number, _target(call.number), change)
        if not call.opens_note:
            return mark
        self._opened[key] += 1
        segments = self.texts.get(key, ())
        if self._opened[key] > self.before.get(key, 0):
            segments = whole("insert", text_after(segments))
        return self._with_note(mark, segments)

    def struck(self, key: str, number: int) -> NoteMark:
        """Return the mark of a call that only the earlier version had."""
        key = self.names.get(key, key)
        target = f"struck-{_target(number)}"
        is_printed = target in self._called
        if not (is_printed or self._gone[key]):
            return self._mark(number, self._places[key], "deleted")
        mark = self._mark(number, target, "deleted")
        if is_printed:
            return mark
        self._gone[key] -= 1
        return self._with_note(mark, whole("delete", text_before(self.texts.get(key, ()))))

    def gathered(self) -> tuple[Note, ...]:
        """Return the notes, each knowing every place it is called from."""
        return tuple(replace(note, calls=tuple(self._called[note.anchor])) for note in self.notes)

    def _with_note(self, mark: NoteMark, segments: Segments) -> NoteMark:
        runs = spaced_runs(plain_runs(segments), self.language)
        direction = note_direction(runs, self.language)
        note = Note(mark.number, mark.target, runs, (mark.anchor,), direction)
        self.notes.append(note)
        return replace(mark, note=note)

    def _mark(self, number: int, target: str, change: Change) -> NoteMark:
        name = target.replace("note", "call")
        if change == "deleted" and not name.startswith("struck"):
            name = f"struck-{name}"
        self._seen[name] += 1
        anchor = name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"
        self._called.setdefault(target, []).append(anchor)
        form = self.after.masthead.era.note_call or self.language.marks.note_call
        return NoteMark(form.format(number=number), anchor, target, change)


def _target(number: int) -> str:
    return f"note-{number}"


@dataclass(frozen=True, slots=True)
class RunSetter:
    """Turns segments into runs, given the notes and what references print in each version."""

    notes: Notes
    numbers: Mapping[str, str]
    numbers_before: Mapping[str, str]

    def runs(self, segments: Segments, struck: tuple[int, ...] = (), *, opens: bool) -> Runs:
        """Return the runs of one text; ``opens`` where its opening phrase is set in italics.

        ``struck`` are the numbers of the footnote calls of the text before, in order.
        """
        language = self.notes.language
        faces = {
            "delete": Face(italic_opening(text_before(segments), language) if opens else 0),
            "insert": Face(italic_opening(text_after(segments), language) if opens else 0),
        }
        found: list[Run] = []
        earlier = iter(struck)
        for segment in segments:
            found += self._segment(segment, faces, earlier)
        return spaced_runs(_joined(found), language)

    def _segment(
        self, segment: Segment, faces: dict[str, Face], struck: Iterator[int]
    ) -> Iterator[Run]:
        change = CHANGES[segment.op]
        face = faces["delete" if segment.op == "delete" else "insert"]
        walked = [face] if segment.op != "equal" else list(faces.values())
        for _, part in scan(segment.became or segment.text):
            match part:
                case Turn():
                    for each in walked:
                        each.turn()
                case Text() if segment.op == "equal":
                    yield from _standing(part.text, faces["delete"], faces["insert"])
                case Text():
                    yield from (
                        Words(text, italic, change, segment.is_form)
                        for text, italic in face.set(part.text)
                    )
                case Call():
                    number = next(struck, 0) if segment.op != "insert" else 0
                    yield self._mark(part.key, number, change)
                case _:
                    numbers = self.numbers_before if segment.op == "delete" else self.numbers
                    yield Words(numbers.get(part.id, part.id), face.is_italic, change)

    def _mark(self, key: str, number: int, change: Change) -> NoteMark:
        if change == "deleted":
            return self.notes.struck(key, number)
        return self.notes.standing(key, change)


def _standing(text: str, before: Face, after: Face) -> Iterator[Words]:
    """Yield letters of both versions, in pieces of one face; italics by rule are never restyled."""
    start = 0
    for end in sorted({min(before.opening, len(text)), min(after.opening, len(text)), len(text)}):
        if piece := text[start:end]:
            is_marked = before.is_italic != after.is_italic
            restyled = _restyled(before.shows_italic, after.shows_italic) if is_marked else ""
            yield Words(piece, after.shows_italic, restyled=restyled)
            before.pass_over(piece)
            after.pass_over(piece)
        start = end


def _restyled(before: bool, after: bool) -> Restyled:
    if before == after:
        return ""
    return "now italic" if after else "now roman"


def italic_opening(text: str, language: Language) -> int:
    """Return how many letters at the start of a marked text are italic by its opening phrase.

    English has a grammar of openings, another language the phrases in its file.
    """
    if text.startswith("*"):
        return 0
    if language.code == "en":
        return opening_length(text)
    return phrase_length(text, language.openings)


def note_direction(runs: Runs, language: Language) -> Literal["", "ltr"]:
    """Return the direction of a note that has no letter of its right-to-left language."""
    if language.direction == "ltr":
        return ""
    letters = "".join(run.text for run in runs if isinstance(run, Words))
    return "" if any(bidirectional(letter) in ("R", "AL") for letter in letters) else "ltr"


def spaced_runs(runs: Runs, language: Language) -> Runs:
    """Return runs with the no-break spaces that the language asks for."""
    ends = [("", ""), *map(_ends, runs), ("", "")]
    around = zip(ends, runs, ends[2:], strict=False)
    return tuple(
        replace(run, text=_spaced(run.text, before[1], after[0], language))
        if isinstance(run, Words)
        else run
        for before, run, after in around
    )


def _ends(run: Run) -> tuple[str, str]:
    """Return the first and last sign of a run; a call is like a letter, a space like nothing."""
    text = run.text if isinstance(run, Words) else run.number
    return text[:1].strip(), text[-1:].strip()


def _spaced(text: str, before: str, after: str, language: Language) -> str:
    """Return a text spaced as it is between two signs, without them."""
    before = before.replace("«", "")
    after = after if text.rstrip().endswith("«") else ""
    spaced = language.spaced(f"{before}{text}{after}")
    return spaced[len(before) : len(spaced) - len(after)]


@dataclass(slots=True)
class Face:
    """Upright or italic, as one version of a text goes along."""

    opening: int
    is_italic: bool = False

    @property
    def shows_italic(self) -> bool:
        return bool(self.opening) or self.is_italic

    def turn(self) -> None:
        """Pass a star."""
        self.is_italic = not self.is_italic

    def pass_over(self, text: str) -> None:
        """Go on behind a text without setting it."""
        self.opening = max(self.opening - len(text), 0)

    def set(self, text: str) -> Iterator[tuple[str, bool]]:
        """Yield the text in pieces, the rest of the opening phrase in italics."""
        if self.opening:
            yield text[: self.opening], True
        if text[self.opening :]:
            yield text[self.opening :], self.is_italic
        self.pass_over(text)


def _joined(runs: list[Run]) -> Runs:
    """Return runs with neighbours of one face and state joined."""
    found: list[Run] = []
    for run in runs:
        match (found[-1:], run):
            case ([Words() as last], Words()) if _state(last) == _state(run):
                found[-1] = replace(last, text=last.text + run.text)
            case _:
                found.append(run)
    return tuple(found)


def _state(words: Words) -> tuple[bool, str, bool, str]:
    return words.italic, words.change, words.is_form, words.restyled


def plain_runs(segments: Segments) -> Runs:
    """Return the runs of a text that calls no notes and has no opening phrase."""
    found: list[Run] = []
    italic = {"before": False, "after": False}
    for segment in segments:
        version = "before" if segment.op == "delete" else "after"
        for _, part in scan(segment.became or segment.text):
            if isinstance(part, Turn):
                for each in ("before", "after") if segment.op == "equal" else (version,):
                    italic[each] = not italic[each]
            elif isinstance(part, Text):
                restyled = _restyled(**italic) if segment.op == "equal" else ""
                change = CHANGES[segment.op]
                found.append(Words(part.text, italic[version], change, segment.is_form, restyled))
    return _joined(found)
