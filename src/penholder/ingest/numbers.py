"""Printed numbers are dropped where they follow from the place, and kept where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from penholder.model.blocks import Numbering, Paragraph, Section
from penholder.model.document import Annex, Document, Part
from penholder.model.numbering import labels
from penholder.model.outline import Unit, outline, rebuilt

_ROUNDS = 12


def released(document: Document) -> Document:
    """Return a document without the numbers that the model derives just as they were printed.

    Every paragraph comes with the number the page prints, empty where it prints none; so does
    every part, section and annex. What is derived otherwise keeps its number.
    """
    styled = _with_numbering(document)
    printed = [_printed(unit) for unit in outline(styled)]
    units = [_without_number(unit) for unit in outline(styled)]
    for _ in range(_ROUNDS):
        derived = [label.printed for label in labels(rebuilt(styled, units))]
        wrong = _uncounted(units, printed, derived) or list(_wrong(units, printed, derived))
        if not wrong:
            break
        for index in wrong:
            units[index] = _with_number(units[index], printed[index])
    return rebuilt(styled, units)


def _printed(unit: Unit) -> str | None:
    match unit.block:
        case Paragraph() if unit.region == "preamble" or unit.block.preambular:
            return unit.block.number or None if unit.depth else None
        case Paragraph() | Section() | Part() | Annex():
            return unit.block.number
    return None


def _uncounted(
    units: Sequence[Unit], printed: Sequence[str | None], derived: Sequence[str]
) -> list[int]:
    """Return the paragraphs that print no figure, but a letter or nothing, where one is derived."""
    lists = _lists(units)
    return [
        index
        for index, (wanted, got) in enumerate(zip(printed, derived, strict=True))
        if wanted is not None
        and lists[index] is None
        and isinstance(units[index].block, Paragraph)
        and not wanted[:1].isdigit()
        and wanted != got
    ]


def _without_number(unit: Unit) -> Unit:
    match unit.block:
        case Paragraph() | Section() | Part() | Annex():
            return _with_number(unit, None)
    return unit


def _with_number(unit: Unit, number: str | None) -> Unit:
    block = unit.block
    assert isinstance(block, Paragraph | Section | Part | Annex)
    return replace(unit, block=replace(block, number=number))


def _wrong(
    units: Sequence[Unit], printed: Sequence[str | None], derived: Sequence[str]
) -> Iterator[int]:
    """Yield the units whose number must be told: the first of every run that is off by as much.

    Of a list of subparagraphs that is the first that is wrong, for the others follow it; what
    stands below a number yet to be told waits for it.
    """
    drift = 0
    told: set[int] = set()
    for index, (unit, above) in enumerate(zip(units, _lists(units), strict=True)):
        wanted, got = printed[index], derived[index]
        if wanted is None:
            continue
        off = 0 if _same(wanted, got, unit) else _distance(wanted, got)
        if above is None:
            if off is None or off not in (0, drift):
                told.add(index)
                yield index
            drift = off or 0
        elif above in told:
            told.add(index)
        elif off != 0:
            told |= {above, index}
            yield index


def _lists(units: Sequence[Unit]) -> list[int | None]:
    """Return for each unit the paragraph whose subparagraph it is, by its place; else None."""
    path: list[int] = []
    found: list[int | None] = []
    for index, unit in enumerate(units):
        while path and units[path[-1]].depth >= unit.depth:
            path.pop()
        is_item = path and isinstance(units[path[-1]].block, Paragraph)
        found.append(path[-1] if is_item else None)
        path.append(index)
    return found


def _same(wanted: str, got: str, unit: Unit) -> bool:
    if isinstance(unit.block, Annex):
        return wanted == got.partition(" ")[2]
    return wanted in (got, got.rstrip("."))


def _distance(wanted: str, got: str) -> int | None:
    one, other = wanted.rstrip("."), got.rstrip(".")
    return int(one) - int(other) if one.isdigit() and other.isdigit() else None


def _with_numbering(document: Document) -> Document:
    """Return a document whose chapters say how their paragraphs are counted."""
    return replace(
        document,
        numbering=_numbering(document.operative),
        parts=tuple(replace(p, numbering=_numbering(p.operative)) for p in document.parts),
        annexes=tuple(_annexed(annex) for annex in document.annexes),
    )


def _annexed(annex: Annex) -> Annex:
    is_counted = any(isinstance(b, Paragraph) and (b.number or "").isdigit() for b in annex.body)
    numbering = _numbering(annex.body) if is_counted else "none"
    appendices = tuple(_annexed(each) for each in annex.appendices)
    return replace(annex, numbering=numbering, appendices=appendices)


def _numbering(blocks: tuple[object, ...]) -> Numbering:
    """Return ``by section`` where a section after the first numbered paragraph begins at 1."""
    has_numbers = is_new = False
    for block in blocks:
        if isinstance(block, Section):
            is_new = True
        elif isinstance(block, Paragraph) and block.number:
            if has_numbers and is_new and block.number == "1":
                return "by section"
            has_numbers, is_new = True, False
    return "continuous"
