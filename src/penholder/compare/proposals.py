"""Instructions become the changes they propose to their target, or the reasons why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from penholder.compare.amended import Amended, amended_by
from penholder.compare.phrases import Span, signs, spans
from penholder.compare.targets import Target
from penholder.compare.workings import Working, misfit
from penholder.errors import ChangeDoesNotFit
from penholder.model.amendment import (
    TITLE,
    Address,
    DeleteParagraphs,
    DeleteWords,
    InsertAfter,
    InsertBefore,
    InsertWords,
    Instruction,
    Renumber,
    ReplaceParagraphs,
    ReplaceThroughout,
    ReplaceWords,
    Request,
)
from penholder.model.blocks import Block, Paragraph
from penholder.model.document import ORGANS, Document, Footnote, Masthead
from penholder.model.outline import outline, rebuilt
from penholder.model.sentences import sentence_of
from penholder.model.wording import plain

_NOWHERE = Masthead("amendment", ORGANS[0])
_OPENING_OF = re.compile(r"(?:takes?|taking) note$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Submitted:
    """One instruction with its name in speech (``instruction 2 of A/80/L.28``) and its notes."""

    name: str
    instruction: Instruction
    notes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one instruction: where it fits, and why it does not elsewhere.

    ``remarks`` tell what was done beyond the letter, or that nothing was left to do.
    """

    name: str
    sentence: str
    fits: tuple[str, ...] = ()
    misfits: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The amended document, the changes that lead to it, and what became of each instruction."""

    amended: Amended
    outcomes: tuple[Outcome, ...]

    @property
    def fits(self) -> bool:
        """Whether every instruction was carried out whole."""
        return not any(outcome.misfits for outcome in self.outcomes)


def submitted(amendment: Document, name: str) -> tuple[Submitted, ...]:
    """Return the instructions of an amendment, each with a name to tell it by."""
    count = len(amendment.instructions)
    return tuple(
        Submitted(f"instruction {n} of {name}" if count > 1 else name, each, amendment.footnotes)
        for n, each in enumerate(amendment.instructions, start=1)
    )


def propose(target: Document, instructions: Iterable[Submitted]) -> Proposal:
    """Return what instructions make of their target, one after another.

    Addresses mean the target as issued; words are those that stand there when the instruction's
    turn comes. What does not fit is left undone and told; the rest is done.
    """
    clerk = _Clerk(target)
    outcomes = tuple([clerk.outcome(each) for each in instructions])
    return Proposal(amended_by(clerk.working, clerk.notes), outcomes)


class _Clerk:
    """Carries out one instruction after another."""

    def __init__(self, target: Document) -> None:
        self.working = Working(Target(target))
        self.notes = list(target.footnotes)
        self._remarks: list[str] = []

    def outcome(self, given: Submitted) -> Outcome:
        instruction = self._with_notes(given)
        self._remarks = []
        fits: list[str] = []
        misfits: list[str] = []
        for request in instruction.asks:
            for part in _parts(request):
                try:
                    self._carry_out(part, instruction, given.name)
                    fits += _places(part)
                except ChangeDoesNotFit as reason:
                    misfits.append(reason.what)
        if not instruction.is_read:
            misfits.append("the instruction is not understood; write what it asks for")
        sentence = sentence_of(given.instruction)
        return Outcome(given.name, sentence, tuple(fits), tuple(misfits), tuple(self._remarks))

    def _carry_out(self, request: Request, instruction: Instruction, name: str) -> None:
        match request:
            case ReplaceThroughout():
                self._replace_throughout(request, name)
            case ReplaceWords(words, by, (at,)):
                self._replace(words, by, at, name)
            case DeleteWords(words, (at,)):
                self._replace(words, "", at, name)
            case InsertWords(at=(at,)):
                self._insert_words(request, at, name)
            case _:
                self._carry_paragraphs(request, instruction, name)

    def _carry_paragraphs(self, request: Request, instruction: Instruction, name: str) -> None:
        match request:
            case InsertAfter(at) | InsertBefore(at):
                order = int(isinstance(request, InsertBefore))
                self.working.insert(_told(instruction), at, order)
            case DeleteParagraphs((at,)) if at.unit.startswith("footnote "):
                self._delete_note(at, name)
            case DeleteParagraphs((at,)) if at.sentence:
                self._put_whole(at, "", name)
            case DeleteParagraphs((at,)):
                self._check_reading(at, instruction)
                self.working.delete(at, name)
            case ReplaceParagraphs((at,)) if _is_wording(at):
                self._put_whole(at, _one_text(instruction), name)
            case ReplaceParagraphs(at):
                self._replace_paragraphs(at, instruction, name)
            case Renumber():
                self._remarks.append("numbers follow from the place of paragraphs")

    def _replace_paragraphs(
        self, at: Sequence[Address], instruction: Instruction, name: str
    ) -> None:
        blocks = _told(instruction)
        for address in at:
            self.working.delete(address, name)
        self.working.insert(blocks, at[0], 0)

    def _put_whole(self, at: Address, words: str, name: str) -> None:
        """Put words in the place of a whole title, heading, footnote or sentence."""
        spot, span = self.working.whole(at)
        text = self.working.text(spot)
        text.put(span, words, name)
        text.claims.append(name)

    def _delete_note(self, at: Address, name: str) -> None:
        """Take away the calls of a footnote; the note goes with the last of them."""
        (spot,) = self.working.standing(at)
        key = str(spot).removeprefix("note ")
        for index in self.working.target.calls(key):
            text = self.working.text(index)
            for place in reversed(range(len(text.signs))):
                if text.signs[place].text == f"[^{key}]":
                    text.put(Span(place, place + 1), "", name)

    def _check_reading(self, at: Address, instruction: Instruction) -> None:
        """Raise ChangeDoesNotFit where a paragraph does not read as the instruction says."""
        if not instruction.text:
            return
        said = _letters(instruction.text)
        index = self.working.target.unit(at)
        spots = range(index, self.working.target.end_of(index))
        if said != _plain(" ".join(self.working.target.text(spot) for spot in spots)):
            raise misfit(f"{at} reads otherwise than the instruction says")

    def _replace(self, words: str, by: str, at: Address, name: str) -> None:
        try:
            spot, span = self.working.place(words, at)
        except ChangeDoesNotFit:
            if not self._is_done(words, by, at):
                raise
            self._remarks.append(f"{at} says so already by an earlier instruction")
            return
        text = self.working.text(spot)
        if span.start == 0 and _is_opening_with_of(words, by):
            span = self._with_of(span, spot)
        text.put(span, by, name)
        text.claims.append(name)

    def _with_of(self, span: Span, spot: int | str) -> Span:
        """Return the place of ``takes note`` with the ``of`` that no other verb keeps."""
        following = "".join(sign.text for sign in self.working.text(spot).signs[span.end :][:4])
        if following != " of ":
            return span
        self._remarks.append("“of”, which belongs to “note”, goes with it")
        return Span(span.start, span.end + 3)

    def _is_done(self, words: str, by: str, at: Address) -> bool:
        """Whether an earlier instruction already made of the words what this one asks for."""
        if not by:
            return False
        spots = self.working.standing(at)
        stood = any(spans(signs(self.working.target.text(spot)), words) for spot in spots)
        stands = any(self.working.text(spot).spans(by) for spot in spots)
        return stood and stands

    def _replace_throughout(self, request: ReplaceThroughout, name: str) -> None:
        done = 0
        for spot in (spot for at in request.at for spot in self.working.standing(at)):
            text = self.working.text(spot)
            for span in reversed(text.spans(request.words)):
                text.put(span, request.by, name)
                done += 1
        if not done:
            raise misfit(f"“{plain(request.words)}” stands nowhere there")
        self._remarks.append(f"{done} place{'s' if done != 1 else ''}")

    def _insert_words(self, request: InsertWords, at: Address, name: str) -> None:
        if request.end:
            self._insert_at_end(request, at, name)
            return
        anchor = request.after or request.before
        if request.after and request.before:
            joint = "" if request.before[0] in ",;.:" else " "
            spot, span = self.working.place(f"{request.after}{joint}{request.before}", at)
            span = self.working.text(spot).spans(request.after)[0]
        else:
            spot, span = self.working.place(anchor, at)
        place = span.end if request.after else span.start
        text = self.working.text(spot)
        while request.after and text.signs[place : place + 1] and text.signs[place].is_mark:
            place += 1
        text.put(Span(place, place), request.words, name)
        text.claims.append(name)

    def _insert_at_end(self, request: InsertWords, at: Address, name: str) -> None:
        spots = self.working.standing(at)
        spot = spots[0] if request.end == "beginning" else spots[-1]
        text = self.working.text(spot)
        span = self.working.whole(at)[1] if at.sentence else Span(0, len(text.signs))
        end = span.start + _end_of(text.signs[span.start : span.end])
        place = span.start if request.end == "beginning" else end
        text.put(Span(place, place), request.words, name)
        text.claims.append(name)

    def _with_notes(self, given: Submitted) -> Instruction:
        """Return the instruction calling notes by the keys they get in the target."""
        called = re.findall(r"\[\^([a-z0-9-]+)\]", repr(given.instruction))
        keys = {key: self._key(key, given.notes) for key in dict.fromkeys(called)}
        changed = {before: after for before, after in keys.items() if before != after}
        return _renamed(given.instruction, changed) if changed else given.instruction

    def _key(self, key: str, notes: Sequence[Footnote]) -> str:
        """Return the target's key of a note that an amendment brings, adding the note."""
        text = next((note.text for note in notes if note.key == key), "")
        same = next((note.key for note in self.notes if note.text == text), None)
        if same is not None:
            return same
        taken = {note.key for note in self.notes}
        names = (key if n == 1 else f"{key}-{n}" for n in range(1, len(taken) + 2))
        free = next(name for name in names if name not in taken)
        self.notes.append(Footnote(free, text))
        return free


def _parts(request: Request) -> Iterator[Request]:
    """Yield a request once for each address, where one address does not depend on another."""
    match request:
        case DeleteParagraphs() | ReplaceWords() | DeleteWords() | InsertWords():
            yield from (replace(request, at=(at,)) for at in request.at)
        case _:
            yield request


def _places(request: Request) -> Iterator[str]:
    at = getattr(request, "at", ())
    yield from map(str, at if isinstance(at, tuple) else (at,))


def _told(instruction: Instruction) -> tuple[Block, ...]:
    if not instruction.text:
        raise misfit("the instruction brings no text to insert")
    return instruction.text


def _is_wording(address: Address) -> bool:
    """Whether an address names words and no paragraph: a title, a footnote, a sentence."""
    is_named = address.unit == TITLE or address.unit.startswith("footnote ")
    return is_named or bool(address.sentence)


def _one_text(instruction: Instruction) -> str:
    """Return the only text that an instruction brings; raises ChangeDoesNotFit."""
    told = _told(instruction)
    if len(told) != 1 or not isinstance(told[0], Paragraph) or told[0].items:
        raise misfit("the instruction brings more than one paragraph for one text")
    return told[0].text


def _letters(blocks: tuple[Block, ...]) -> str:
    held = outline(Document(_NOWHERE, operative=blocks))
    return _plain(" ".join(unit.text for unit in held))


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", plain(text)).strip().casefold()


def _is_opening_with_of(words: str, by: str) -> bool:
    return bool(_OPENING_OF.search(plain(words)) and not _OPENING_OF.search(plain(by)))


def _end_of(text: Sequence[object]) -> int:
    letters = "".join(getattr(sign, "text", " ")[0] for sign in text)
    found = re.search(r"(?:[,;.:]|[,;]? and|[,;] or)?[\[\s]*$", letters)
    return found.start() if found else len(text)


def _renamed(instruction: Instruction, keys: dict[str, str]) -> Instruction:
    def call(found: re.Match[str]) -> str:
        return f"[^{keys.get(found[1], found[1])}]"

    def named(text: str) -> str:
        return re.sub(r"\[\^([a-z0-9-]+)\]", call, text)

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
