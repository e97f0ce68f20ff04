"""Instructions in the words of an amendment: what its data ask for, as a sentence.

Source: nine amendments of the eightieth session; a preambular paragraph is named by its ordinal
in words, an operative paragraph by its number (un-conventions 3, amendments).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from penholder.model.amendment import (
    OPERATIVE,
    PREAMBLE,
    TITLE,
    WHOLE,
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
from penholder.model.session import ordinal

_AREAS = {
    TITLE: "the title",
    PREAMBLE: "the preambular paragraphs",
    OPERATIVE: "the operative paragraphs",
    WHOLE: "the text",
}
_LASTS = {"last": "last", "last-1": "penultimate", "last-2": "antepenultimate"}
_COUNTS = "zero a two three four five six seven eight nine ten".split()
_UNIT = re.compile(
    r"(?P<kind>PP|OP|paragraph|unnumbered paragraph|heading|table|footnote) "
    r"(?P<number>last(?:-\d)?|\d+)(?P<rest>.*?)"
    r"(?:, (?P<end>lead-in|closing text|sentence (?P<sentence>\S+)))?"
)


def sentence_of(instruction: Instruction) -> str:
    """Return the sentence of an instruction: its own, or what its data say."""
    if instruction.sentence or not instruction.asks:
        return instruction.sentence
    text = ", and ".join(request_words(each, len(instruction.text)) for each in instruction.asks)
    return f"{text[0].upper()}{text[1:]}{':' if instruction.text else '.'}"


def request_words(request: Request, paragraphs: int = 0) -> str:
    """Return what a request asks for, in small letters and without a full stop.

    ``paragraphs`` is how many paragraphs the instruction quotes.
    """
    match request:
        case InsertAfter(at) | InsertBefore(at):
            side = "after" if isinstance(request, InsertAfter) else "before"
            return f"{side} {address_words((at,))}, insert {_inserted(at, paragraphs)}"
        case DeleteParagraphs(at):
            return f"delete {address_words(at)}{' reading' if paragraphs else ''}"
        case ReplaceParagraphs(at):
            return f"replace {address_words(at)} with the following text"
        case Renumber():
            return "renumber the remaining paragraphs accordingly"
        case ReplaceThroughout(words, by, at):
            return f"replace “{words}” with “{by}” throughout {address_words(at)}"
        case ReplaceWords(words, by, at):
            return f"in {address_words(at)}, replace “{words}” with “{by}”"
        case DeleteWords(words, at):
            return f"in {address_words(at)}, delete “{words}”"
    return _insertion(request)


def _insertion(request: InsertWords) -> str:
    place = address_words(request.at)
    words = f"insert “{request.words}”"
    if request.end:
        return f"at the {request.end} of {place}, {words}"
    if request.after and request.before:
        return f"in {place}, between “{request.after}” and “{request.before}”, {words}"
    side, anchor = ("after", request.after) if request.after else ("before", request.before)
    return f"in {place}, {side} “{anchor}”, {words}"


def _inserted(at: Address, paragraphs: int) -> str:
    found = _UNIT.fullmatch(at.unit)
    kinds = {"PP": "preambular ", "OP": "operative "}
    kind = "sub" if found and found["rest"] else kinds.get(found["kind"] if found else "", "")
    if paragraphs <= 1:
        return f"a new {kind}paragraph reading"
    count = _COUNTS[paragraphs] if paragraphs < len(_COUNTS) else str(paragraphs)
    return f"{count} new {kind}paragraphs reading"


def address_words(addresses: Sequence[Address]) -> str:
    """Return addresses as a sentence names them: ``operative paragraphs 3, 43 and 45``."""
    runs = [list(same) for _, same in groupby(addresses, key=_family)]
    return _listed([_run_words(run) for run in runs])


def _family(address: Address) -> tuple[str, str]:
    """Return what makes addresses one list: operative paragraphs of one scope."""
    found = _UNIT.fullmatch(address.unit)
    if found and found["kind"] == "OP" and not found["end"] and found["number"].isdigit():
        return "OP", address.scope
    return address.text, ""


def _run_words(run: Sequence[Address]) -> str:
    first = run[0]
    scope = f" of {first.scope[:-2]}" if first.scope else ""
    if len(run) > 1:
        numbers = _listed([address.unit.removeprefix("OP ") for address in run])
        return f"operative paragraphs {numbers}{scope}"
    return f"{_spot(first.unit)}{scope}"


def _spot(unit: str) -> str:
    found = _UNIT.fullmatch(unit)
    if found is None:
        return _AREAS.get(unit, unit)
    end = f"the {_end_words(found)} of " if found["end"] else ""
    number, rest = found["number"], found["rest"].strip()
    names = {"PP": "preambular paragraph", "OP": "operative paragraph"}
    name = names.get(found["kind"], found["kind"])
    if not number.isdigit():
        return f"{end}the {_LASTS.get(number, number)} {name}"
    if found["kind"] != "PP":
        return f"{end}{name} {number}{found['rest']}"
    below = f"subparagraph {rest} of " if rest else ""
    return f"{end}{below}the {ordinal(int(number))} {name}"


def _end_words(found: re.Match[str]) -> str:
    """Return which piece of a paragraph is meant: its lead-in, or ``second sentence``."""
    which = found["sentence"]
    if not which:
        return found["end"]
    return f"{ordinal(int(which)) if which.isdigit() else _LASTS.get(which, which)} sentence"


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
