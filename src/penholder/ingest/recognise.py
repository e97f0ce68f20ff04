"""Passages become a document: the one recogniser behind every reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from penholder.ingest.amendments import read_instructions, target_of
from penholder.ingest.body import read_body
from penholder.ingest.continuations import whole_passages
from penholder.ingest.growth import Chapter, finished
from penholder.ingest.lettering import Keys, marked_text, wording_letters
from penholder.ingest.markers import marker_of
from penholder.ingest.masthead import Fields, flat, read_masthead
from penholder.ingest.notes import NoteBook, SourceNote, cut, split_notes
from penholder.ingest.numbers import released
from penholder.ingest.passages import Lettering, Passage, Run, SetAside
from penholder.ingest.shape import is_closed, is_organ_line
from penholder.ingest.sponsors import is_submission
from penholder.model.document import Document, Masthead, Sponsors
from penholder.model.openings import without_opening

_DEEPEST_MASTHEAD = 60


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document read from a source, and the lettering that is no part of its wording."""

    document: Document
    set_aside: tuple[SetAside, ...] = ()


def recognise(lettering: Lettering) -> Recognised:
    """Return the document that lettering says; what its reader set aside is kept in the list."""
    body, notes = split_notes(whole_passages(lettering.passages))
    head = _head_length([passage for _, passage in body])
    fields = read_masthead(passage for _, passage in body[:head])
    return _Recogniser(fields, notes).document(body[:head], body[head:], lettering.set_aside)


def _head_length(passages: Sequence[Passage]) -> int:
    """Return how many passages stand above the body: up to the organ line or first clause."""
    for index, passage in enumerate(passages[:_DEEPEST_MASTHEAD]):
        if is_organ_line(passage):
            return index
    is_titled = False
    for index, passage in enumerate(passages[:_DEEPEST_MASTHEAD]):
        text = flat(passage.text)
        if is_titled and (is_closed(text) or marker_of(text)):
            return index
        is_titled = is_titled or is_submission(text) or text.lower().startswith("resolution")
    return 0 if not is_titled else min(len(passages), _DEEPEST_MASTHEAD)


class _Recogniser:
    """Joins fields, body and notes into a document."""

    def __init__(self, fields: Fields, notes: Sequence[SourceNote]) -> None:
        self._fields = fields
        self._notes = notes
        self._book = NoteBook(notes)

    def document(
        self,
        head: Sequence[tuple[int, Passage]],
        body: Sequence[tuple[int, Passage]],
        set_aside: Sequence[SetAside],
    ) -> Recognised:
        sponsor_note = self._star_note() if self._has_star else None
        orders = {id(passage): order for order, passage in head}
        title = " ".join(self._title(each, orders[id(each)]) for each in self._fields.title)
        is_amendment = self._fields.kind == "amendment"
        told = [self._marked(passage.runs, order) for order, passage in body if is_amendment]
        chapters = read_body(
            [] if is_amendment else body,
            lambda runs, order: without_opening(self._marked(runs, order)),
        )
        texts = {note.key: self._marked(note.passage.runs, note.order) for note in self._notes}
        masthead = self._masthead(texts.get(sponsor_note.key, "") if sponsor_note else "")
        document = _assembled(masthead, title, chapters)
        instructions = read_instructions([text for text in told if text])
        notes = self._book.footnotes(texts)
        document = replace(document, footnotes=notes, instructions=instructions)
        return Recognised(
            released(document), tuple(set_aside) + tuple(self._uncalled(sponsor_note))
        )

    @property
    def _has_star(self) -> bool:
        return self._fields.submission is not None and self._fields.submission.has_star

    def _star_note(self) -> SourceNote | None:
        return next((note for note in self._notes if note.mark == "*"), None)

    def _keys(self, order: int) -> Keys:
        return lambda sign: self._book.key(sign, order)

    def _marked(self, runs: Sequence[Run], order: int) -> str:
        return marked_text(runs, self._keys(order))

    def _title(self, passage: Passage, order: int) -> str:
        runs = passage.runs
        number = self._fields.number
        if number and flat(passage.text).startswith(f"{number}."):
            runs = cut(runs, len(number) + 1)
        return self._marked([replace(run, bold=False) for run in runs], order)

    def _masthead(self, sponsor_note: str) -> Masthead:
        fields = self._fields
        sponsors = fields.submission.sponsors if fields.submission else Sponsors()
        return Masthead(
            kind=fields.kind,
            organ=fields.organ or _organ_of(fields),
            symbol=fields.symbol,
            target=target_of(sponsors.submitted_as or sponsors.line),
            session=fields.session,
            committee=fields.committee,
            agenda_items=fields.agenda_items,
            agenda_titles=tuple(_letters(each) for each in fields.agenda_titles),
            distribution=fields.distribution,
            issued=fields.issued,
            reissued=fields.reissued,
            original=fields.original,
            origin=wording_letters(fields.origin),
            sponsors=replace(sponsors, note=sponsor_note),
        )

    def _uncalled(self, sponsor_note: SourceNote | None) -> list[SetAside]:
        return [
            SetAside(f"{note.mark} {flat(note.passage.text)}", "a note that nothing calls",
                     note.passage.place)
            for note in self._book.uncalled()
            if note is not sponsor_note
        ]  # fmt: skip


def _letters(passage: Passage) -> str:
    return flat(wording_letters(passage.text))


def _organ_of(fields: Fields) -> str:
    organs = {"S": "Security Council", "E": "Economic and Social Council"}
    return organs.get(fields.symbol.organ if fields.symbol else "", "General Assembly")


def _assembled(masthead: Masthead, title: str, chapters: Sequence[Chapter]) -> Document:
    whole, *rest = chapters
    return Document(
        masthead,
        title,
        organ_line=_organ_line(whole, masthead),
        adopted=whole.adopted,
        preamble=finished(whole.preamble),
        operative=finished(whole.operative),
        parts=tuple(each.part() for each in rest if each.kind == "part"),
        annexes=tuple(each.annex() for each in rest if each.kind != "part"),
    )


def _organ_line(chapter: Chapter, masthead: Masthead) -> str:
    """Return the opening line in italics where it departs from the rule, else nothing."""
    printed = chapter.organ_line
    derived = f"The {masthead.organ}" + ("," if chapter.preamble else "")
    if not printed or printed == derived:
        return ""
    name, comma, _ = printed.partition(",")
    return f"*{name}*{comma}"
