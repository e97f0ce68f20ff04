"""Whether an amendment names its target, and its instructions are read and whole."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.check.finding import Finding, InTitle, InUnit
from penholder.check.reading import Reading
from penholder.model.amendment import (
    DeleteParagraphs,
    InsertAfter,
    InsertBefore,
    InsertWords,
    Instruction,
    ReplaceParagraphs,
)

_INSERTING = InsertAfter | InsertBefore | ReplaceParagraphs


def instructions(reading: Reading) -> Iterator[Finding]:
    """Find an amendment without target or instructions, and instructions nobody can carry out.

    An instruction that is not read is advice: its words are kept, and people can follow them.
    """
    masthead = reading.document.masthead
    told = reading.document.instructions
    if masthead.kind == "amendment" and not masthead.target:
        what = "the amendment names no target"
        yield Finding("W-TARGET", what, "add target: the draft it amends", InTitle())
    if told and masthead.kind != "amendment":
        what = f"instructions in a {masthead.kind}"
        yield Finding("W-KIND", what, "write kind: amendment", InTitle())
    indexes = (i for i, unit in enumerate(reading.units) if isinstance(unit.block, Instruction))
    for index, instruction in zip(indexes, told, strict=True):
        yield from _judged(instruction, InUnit(index))
        if masthead.language != "en" and not instruction.sentence:
            what = "an instruction without a sentence, which would be printed in English"
            fix = "write sentence: in the language of the document"
            yield Finding("W-SENTENCE", what, fix, InUnit(index))


def _judged(instruction: Instruction, spot: InUnit) -> Iterator[Finding]:
    if not instruction.asks:
        what = "an instruction that is not read: it says what, and no asks: says it as data"
        yield Finding("W-UNREAD", what, "add asks:, as penholder schema describes it", spot)
    inserts = any(isinstance(each, _INSERTING) for each in instruction.asks)
    quotes = inserts or any(isinstance(each, DeleteParagraphs) for each in instruction.asks)
    if inserts and not instruction.text:
        what = "an instruction to insert paragraphs, without their text"
        yield Finding("E-TEXT", what, "add text: with the paragraphs", spot)
    if instruction.text and instruction.asks and not quotes:
        what = "paragraphs below an instruction that inserts none"
        yield Finding("W-TEXT", what, "add insert_after: to its asks, or remove text:", spot)
    for each in instruction.asks:
        if isinstance(each, InsertWords) and not (each.after or each.before or each.end):
            what = "words to be inserted, and nothing says where"
            yield Finding("E-TEXT", what, "add after:, before: or end: to the request", spot)
