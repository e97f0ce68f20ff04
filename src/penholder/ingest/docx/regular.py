"""The units of an edited outline, each inside something that can hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from penholder.model.amendment import Instruction
from penholder.model.blocks import Paragraph, Quote, Table, Unplaced
from penholder.model.document import Annex, Document, Part
from penholder.model.numbering import labels
from penholder.model.outline import Bare, Closing, Row, Unit, outline, rebuilt

_MOST_NUMBERS = 100


def regular(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the units with depths that an outline can have; a regular outline stays as it is.

    What lost its table or paragraph becomes a paragraph.
    """
    path: list[Unit] = []
    for unit in units:
        while path and not (path[-1].depth < unit.depth and _holds(path[-1].block, unit.block)):
            path.pop()
        depth = path[-1].depth + 1 if path else 0
        block = unit.block
        if isinstance(block, Row | Closing) and not path:
            block = Paragraph(unit.text.replace("\t", " ").strip())
        path.append(replace(unit, depth=depth, block=block))
        yield path[-1]


def with_all(document: Document, units: Iterable[Unit], strays: Iterable[str]) -> Document:
    """Return a document that says every unit: what found no holder stands at its end, unplaced.

    ``strays`` are further texts without a place, such as notes that nothing calls.
    """
    held = Counter(unit.text for unit in outline(document))
    lost = Counter(unit.text for unit in units if unit.text) - held
    texts = (*lost.elements(), *strays)
    blocks = tuple(Unplaced(text.replace("\t", " ").strip()) for text in texts)
    if not blocks:
        return document
    if document.annexes:
        last = replace(document.annexes[-1], body=document.annexes[-1].body + blocks)
        return replace(document, annexes=(*document.annexes[:-1], last))
    return replace(document, operative=document.operative + blocks)


def _holds(holder: Bare, inner: Bare) -> bool:
    match holder:
        case Paragraph():
            return isinstance(inner, Paragraph | Closing)
        case Table():
            return isinstance(inner, Row)
        case Annex() if isinstance(inner, Annex):
            return True
        case Part() | Annex() | Instruction() | Quote():
            return not isinstance(inner, Row | Closing | Part | Annex | Instruction)
    return False


def numbered(document: Document, shown: dict[int, str]) -> Document:
    """Return a document whose units print the numbers shown, told where they do not follow.

    ``shown`` gives numbers by the order of the outline.
    """
    units = list(outline(document))
    for _ in range(_MOST_NUMBERS):
        printed = [label.printed for label in labels(document)]
        wrong = (order for order in sorted(shown) if _differs(units, printed, order, shown[order]))
        order = next(wrong, None)
        if order is None:
            break
        block = units[order].block
        assert isinstance(block, Paragraph)
        number = shown.pop(order)
        told = number.rstrip(".") if number[:1].isdigit() else number
        units[order] = replace(units[order], block=replace(block, number=told))
        document = rebuilt(document, units)
    return document


def _differs(units: list[Unit], printed: list[str], order: int, shown: str) -> bool:
    is_paragraph = order < len(units) and isinstance(units[order].block, Paragraph)
    return is_paragraph and printed[order].rstrip(".") != shown.rstrip(".")
