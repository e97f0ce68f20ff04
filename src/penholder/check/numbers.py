"""Whether numbers written by hand go on from the numbers before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from penholder.check.finding import Finding, InUnit
from penholder.check.reading import Reading
from penholder.model.blocks import Heading, Numbering, Section
from penholder.model.document import Annex, Part

_NUMBER = re.compile(r"(?P<figure>\d{1,5})(?P<suffix>.*)")


@dataclass(slots=True)
class _Run:
    """One run of numbers: the last one, and every number written so far.

    A run that the tool does not number itself, as in most annexes, may begin anywhere.
    """

    numbering: Numbering
    last: int | None = 0
    written: set[str] = field(default_factory=set)
    is_headed: bool = False


def explicit_numbers(reading: Reading) -> Iterator[Finding]:
    """Find a ``number:`` that leaves a gap, repeats an earlier one or runs backwards.

    Under a heading numbers may begin at 1 again. ``3 bis`` after 3 is right: alternatives are
    named in sequence (un-conventions 2.9).
    """
    run = _run(reading.document.numbering)
    for index, unit in enumerate(reading.units):
        match unit.block:
            case Part() | Annex():
                run = _run(unit.block.numbering)
            case Section() if run.numbering == "by section":
                run = _run("by section")
            case Heading():
                run.is_headed = True
        paragraph = reading.paragraph(index)
        if paragraph is None or paragraph.number == "" or reading.is_preambular(index):
            continue
        if paragraph.number is not None:
            yield from _judged(run, paragraph.number, index)
        elif run.numbering != "none":
            run.last = (run.last or 0) + 1
            run.written.add(str(run.last))


def _run(numbering: Numbering) -> _Run:
    return _Run(numbering, None if numbering == "none" else 0)


def _judged(run: _Run, number: str, index: int) -> Iterator[Finding]:
    """Yield what is wrong with a number in its run, and take it into the run."""
    if run.is_headed and number == "1":
        run.last = None
        run.written.clear()
    run.is_headed = False
    found = _NUMBER.fullmatch(number)
    if not found:
        return
    figure = int(found["figure"])
    what = "" if run.last is None else _fault(run, number, figure, found["suffix"])
    run.last = figure
    run.written.add(number)
    if what:
        fix = "leave number: out to have it counted, or mend it"
        yield Finding("E-NUMBER", what, fix, InUnit(index, key="number"))


def _fault(run: _Run, number: str, figure: int, suffix: str) -> str:
    last = run.last or 0
    if number in run.written:
        return f"the number {number} stands twice"
    if figure < last:
        return f"the number {number} comes after {last}"
    if figure > last + 1 or (suffix and figure == last + 1 and suffix.startswith(" ")):
        return f"the number {number} comes after {last}, with nothing between them"
    return ""
