"""One request of an instruction carried out on a working target."""

from __future__ import annotations

import re
from collections.abc import Sequence

from penholder.compare.word_changes import WordHand
from penholder.compare.workings import Working, misfit
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
from penholder.model.document import ORGANS, Document, Masthead
from penholder.model.outline import outline
from penholder.model.wording import plain

_NOWHERE = Masthead("amendment", ORGANS[0])


def carry_out(request: Request, instruction: Instruction, working: Working, hand: WordHand) -> None:
    """Do what a request asks, whole or not at all; raises ChangeDoesNotFit."""
    match request:
        case ReplaceThroughout():
            hand.replace_throughout(request)
        case ReplaceWords(words, by, (at,)):
            hand.replace(words, by, at)
        case DeleteWords(words, (at,)):
            hand.replace(words, "", at)
        case InsertWords(at=(at,)):
            hand.insert(request, at)
        case Renumber():
            hand.remarks.append("numbers follow from the place of paragraphs")
        case _:
            _carry_paragraphs(request, instruction, working, hand)


def _carry_paragraphs(
    request: Request, instruction: Instruction, working: Working, hand: WordHand
) -> None:
    match request:
        case InsertAfter(at) | InsertBefore(at):
            working.insert(_told(instruction), at, int(isinstance(request, InsertBefore)))
        case DeleteParagraphs((at,)) if at.unit.startswith("footnote "):
            hand.delete_note(at)
        case DeleteParagraphs((at,)) if at.sentence:
            hand.put_whole(at, "")
        case DeleteParagraphs((at,)):
            _check_reading(at, instruction, working)
            working.delete((at,), hand.name)
        case ReplaceParagraphs((at,)) if _is_wording(at):
            hand.put_whole(at, _one_text(instruction))
        case ReplaceParagraphs(at):
            _replace_paragraphs(at, instruction, working, hand.name)


def _replace_paragraphs(
    at: Sequence[Address], instruction: Instruction, working: Working, name: str
) -> None:
    blocks = _told(instruction)
    working.delete(at, name)
    working.insert(blocks, at[0], 0)


def _check_reading(at: Address, instruction: Instruction, working: Working) -> None:
    """Raise ChangeDoesNotFit where a paragraph does not read as the instruction says."""
    if not instruction.text:
        return
    target = working.target
    index = target.unit(at)
    stands = " ".join(target.text(spot) for spot in range(index, target.end_of(index)))
    if _letters(instruction.text) != _plain(stands):
        raise misfit(f"{at} reads otherwise than the instruction says")


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
