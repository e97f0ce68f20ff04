"""Instructions become the changes they propose to their target, or the reasons why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from penholder.compare.amended import Amended, amended_by
from penholder.compare.brought_notes import Register
from penholder.compare.requests import carry_out
from penholder.compare.targets import Target
from penholder.compare.word_changes import WordHand
from penholder.compare.workings import Working
from penholder.errors import ChangeDoesNotFit
from penholder.model.amendment import (
    DeleteParagraphs,
    DeleteWords,
    InsertWords,
    Instruction,
    ReplaceWords,
    Request,
)
from penholder.model.document import Document, Footnote
from penholder.model.sentences import sentence_of


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
    working, register = Working(Target(target)), Register(target.footnotes)
    outcomes = tuple([_outcome(each, working, register) for each in instructions])
    return Proposal(amended_by(working, register.notes), outcomes)


def _outcome(given: Submitted, working: Working, register: Register) -> Outcome:
    """Carry out one instruction and return what became of it."""
    instruction = register.entered(given.instruction, given.notes)
    hand = WordHand(working, given.name)
    fits: list[str] = []
    misfits: list[str] = []
    for part in (part for request in instruction.asks for part in _parts(request)):
        try:
            carry_out(part, instruction, working, hand)
            fits += _places(part)
        except ChangeDoesNotFit as reason:
            misfits.append(reason.what)
    if not instruction.is_read:
        misfits.append("the instruction is not understood; write what it asks for")
    sentence = sentence_of(given.instruction)
    return Outcome(given.name, sentence, tuple(fits), tuple(misfits), tuple(hand.remarks))


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
