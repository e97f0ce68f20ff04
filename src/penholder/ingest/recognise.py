"""Passages become a document: the one recogniser behind every reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from penholder.ingest.accounting import with_unplaced
from penholder.ingest.amendments import read_instructions, target_of
from penholder.ingest.body import read_body
from penholder.ingest.continuations import whole_passages
from penholder.ingest.growth import Chapter, finished
from penholder.ingest.lettering import Keys, marked_text, wording_letters
from penholder.ingest.markers import marker_of
from penholder.ingest.masthead import Fields, flat, is_symbol_line, read_masthead
from penholder.ingest.notes import NoteBook, SourceNote, cut, split_notes
from penholder.ingest.numbers import released
from penholder.ingest.passages import Lettering, Passage, Run, SetAside
from penholder.ingest.shape import is_closed, is_organ_line
from penholder.ingest.sponsors import is_submission
from penholder.ingest.tracked import Comment, TrackedChange
from penholder.ingest.votes import Verdict
from penholder.model.calendar import written_date
from penholder.model.document import ORGANS, Adoption, Document, Masthead, Sponsors
from penholder.model.hand_setting import NOTHING_BY_HAND, HandSetting
from penholder.model.openings import without_opening
from penholder.model.symbol import Symbol, SymbolError

_DEEPEST_MASTHEAD = 60
# The declarations of the forties open with clauses before the organ speaks.
_WHEREAS = re.compile(r"Whereas .{40,}[,;]$")
_SERIES = {
    "Security Council": "S", "Economic and Social Council": "E", "Human Rights Council": "A/HRC",
}  # fmt: skip
_ORGANS = {"S": "Security Council", "E": "Economic and Social Council"}


@dataclass(frozen=True, slots=True)
class Recognised:
    """A document read from a source, and the lettering that is no part of its wording.

    ``passages`` are those of the source in reading order, paragraphs made whole; ``sha256`` is
    the fingerprint of its bytes. Where changes are tracked in it, the document has them all,
    ``base`` none of them, and ``changes`` tells them one by one. ``hand`` is what an editor set by
    hand on its pages, where that was asked for.
    """

    document: Document
    set_aside: tuple[SetAside, ...] = ()
    passages: tuple[Passage, ...] = ()
    sha256: str = ""
    base: Document | None = None
    changes: tuple[TrackedChange, ...] = ()
    comments: tuple[Comment, ...] = ()
    hand: HandSetting = NOTHING_BY_HAND


def recognise(lettering: Lettering) -> Recognised:
    """Return the document that lettering says; what its reader set aside is kept in the list."""
    whole = whole_passages(lettering.passages)
    body, notes = split_notes(whole)
    head = _head_length([passage for _, passage in body])
    fields = read_masthead(passage for _, passage in body[:head])
    document = _Recogniser(fields, notes).document(body[:head], body[head:])
    return Recognised(document, (*fields.set_aside, *lettering.set_aside), tuple(whole))


def _head_length(passages: Sequence[Passage]) -> int:
    """Return how many passages stand above the body: up to the organ line or first clause."""
    for index, passage in enumerate(passages[:_DEEPEST_MASTHEAD]):
        if is_organ_line(passage):
            return _above_part(passages, index)
        if _WHEREAS.match(flat(passage.text)):
            is_headed = index > 0 and flat(passages[index - 1].text) == "Preamble"
            return index - 1 if is_headed else index
    return _titled_head(passages, _is_title_line) or _titled_head(passages, is_symbol_line)


def _titled_head(passages: Sequence[Passage], opens_title: Callable[[str], bool]) -> int:
    """Return where the first clause below a line stands that has a title below it, else 0."""
    is_titled = False
    for index, passage in enumerate(passages[:_DEEPEST_MASTHEAD]):
        text = flat(passage.text)
        if is_titled and (is_closed(text) or marker_of(text)):
            return index
        is_titled = is_titled or opens_title(text)
    return min(len(passages), _DEEPEST_MASTHEAD) if is_titled else 0


def _is_title_line(text: str) -> bool:
    return is_submission(text) or text.lower().startswith("resolution")


def _above_part(passages: Sequence[Passage], organ_line: int) -> int:
    """Return where the first part begins, where the organ line is that of a part lettered A."""
    for index in range(max(0, organ_line - 3), organ_line):
        if flat(passages[index].text) == "A":
            return index
    return organ_line


class _Recogniser:
    """Joins fields, body and notes into a document."""

    def __init__(self, fields: Fields, notes: Sequence[SourceNote]) -> None:
        self._fields = fields
        self._notes = notes
        self._book = NoteBook(notes)

    def document(
        self, head: Sequence[tuple[int, Passage]], body: Sequence[tuple[int, Passage]]
    ) -> Document:
        """Return the document; words that found no place stand in it as unplaced."""
        orders = {id(passage): order for order, passage in head}
        title = " ".join(self._title(each, orders.get(id(each), 0)) for each in self._fields.title)
        is_amendment = self._fields.kind == "amendment"
        told = [self._marked(passage.runs, order) for order, passage in body if is_amendment]
        chapters = read_body(
            [] if is_amendment else body,
            lambda runs, order: without_opening(self._marked(runs, order)),
        )
        self._complete(chapters)
        star = self._sponsor_note()
        texts = {note.key: self._marked(note.passage.runs, note.order) for note in self._notes}
        document = _assembled(self._masthead(texts[star.key] if star else ""), title, chapters)
        instructions = read_instructions([text for text in told if text])
        notes = self._book.footnotes(texts)
        document = replace(document, footnotes=notes, instructions=instructions)
        verdict = self._fields.verdict or chapters[0].verdict
        document = released(_with_adoption(document, self._fields, verdict))
        votes = _verdict_passages(document, chapters)
        wording = [p for _, p in body if not is_organ_line(p) and id(p) not in votes]
        return with_unplaced(document, wording, self._strays(star))

    def _complete(self, chapters: Sequence[Chapter]) -> None:
        """Take the organ from its opening line and the symbol from the number, where unsaid."""
        fields = self._fields
        opened = [each.organ_line for each in chapters if each.organ_line]
        if not fields.organ and not fields.symbol and opened:
            fields.organ = opened[0].removeprefix("The ").rstrip(",")
        fields.symbol = fields.symbol or _symbol_of(fields)

    def _strays(self, star: SourceNote | None) -> list[Passage]:
        """Return what the masthead has no field for, and the notes that nothing calls."""
        notes = [note for note in self._book.uncalled() if note is not star]
        return [*self._fields.unplaced, *(note.marked_passage() for note in notes)]

    def _sponsor_note(self) -> SourceNote | None:
        submission = self._fields.submission
        if submission is None or not submission.has_star:
            return None
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
        return self._marked(runs, order)

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
            session_dates=fields.session_dates,
            agenda_titles=_agenda_titles(fields),
            distribution=fields.distribution,
            issued=fields.issued,
            reissued=fields.reissued,
            original=fields.original,
            heading=_heading(fields),
            origin=_letters(fields.origin),
            sponsors=replace(sponsors, note=sponsor_note),
        )


def _agenda_titles(fields: Fields) -> tuple[str, ...]:
    """Return the titles of agenda items: one where there is one item, whatever its lines."""
    titles = tuple(_letters(each.text) for each in fields.agenda_titles)
    return (" ".join(titles),) if titles and len(fields.agenda_items) == 1 else titles


def _letters(text: str) -> str:
    return flat(wording_letters(text))


def _symbol_of(fields: Fields) -> Symbol | None:
    """Return the symbol of an adopted text that prints its number alone."""
    council = re.match(r"Resolution (\d+ \(\d{4}\))", fields.heading)
    organ = fields.organ or _spoken_organ(fields.heading)
    series = _SERIES.get(organ, "A")
    number = council[1] if council else fields.number
    if not number:
        return None
    try:
        return Symbol.parse(f"{series}/RES/{number}")
    except SymbolError:
        return None


def _spoken_organ(heading: str) -> str:
    """Return the organ that a heading names, as ``adopted by the Human Rights Council``."""
    return next((organ for organ in ORGANS if organ in heading), "")


def _organ_of(fields: Fields) -> str:
    return _ORGANS.get(fields.symbol.organ if fields.symbol else "", "General Assembly")


def _heading(fields: Fields) -> str:
    """Return the heading where it departs from the one that the masthead derives."""
    printed = flat(fields.heading)
    organ = fields.organ or _organ_of(fields)
    dated = f" on {written_date(fields.adopted_on)}" if fields.adopted_on else ""
    regular = rf"Resolutions? adopted by the {organ}(?:{dated})?"
    number = fields.symbol.number if fields.symbol else ""
    council = rf"Resolution {re.escape(number)}(?: Adopted by the {organ}.*)?"
    is_regular = any(re.fullmatch(form, printed, re.IGNORECASE) for form in (regular, council))
    return "" if is_regular else printed


def _with_adoption(document: Document, fields: Fields, verdict: Verdict | None) -> Document:
    """Return a document whose day of adoption is told by its heading where no line closes it."""
    if document.adopted or fields.adopted_on is None:
        return document
    if any(part.adopted for part in document.parts):
        return document
    adopted = Adoption(fields.adopted_on, fields.meeting)
    return replace(document, adopted=verdict.told_by(adopted) if verdict else adopted)


def _verdict_passages(document: Document, chapters: Sequence[Chapter]) -> set[int]:
    """Return the passages whose words an adoption of the document holds as its vote."""
    told = [document.adopted, *(part.adopted for part in document.parts)]
    is_held = any(each and (each.vote or each.manner) for each in told)
    return {id(p) for chapter in chapters for p in chapter.verdict_passages if is_held}


def _assembled(masthead: Masthead, title: str, chapters: Sequence[Chapter]) -> Document:
    whole, *rest = chapters
    parts = [each for each in rest if each.kind == "part"]
    if parts and not any(part.adopted for part in parts[:-1]):
        # One adoption at the end of a composite resolution is that of all its parts.
        whole.adopted, parts[-1].adopted = whole.adopted or parts[-1].adopted, None
    return Document(
        masthead,
        title,
        organ_line=_organ_line(whole, masthead),
        adopted=whole.adoption,
        preamble=finished(whole.preamble),
        operative=finished(whole.operative),
        parts=tuple(replace(each.part(), organ_line=_organ_line(each, masthead)) for each in parts),
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
