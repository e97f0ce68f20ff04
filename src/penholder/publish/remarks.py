"""What is said beside a changed paragraph: where it came from or went, what else changed."""

from __future__ import annotations

from collections.abc import Iterator

from penholder.compare.lines import Line
from penholder.model.change import FieldChange
from penholder.model.numbering import Label
from penholder.model.segment import has_wording_marks, text_after, text_before
from penholder.publish.blocks import anchor_of
from penholder.publish.page import Piece

_LEADS = {
    "moved": "moved from",
    "moved away": "moved to",
    "split": "split from",
    "merged": "merged from",
}


def remark(line: Line) -> str:
    """Return what is said beside a line of a redline, as plain words."""
    return "".join(piece.text for piece in remark_pieces(line))


def remark_pieces(line: Line) -> tuple[Piece, ...]:
    """Return what is said beside a line; the two places of a moved unit lead to each other."""
    told = tuple(_told(line))
    frame = "; ".join(_frame(line)) or _form(line)
    if told and frame:
        return (*told, Piece(f"; {frame}"))
    return (*told, Piece(frame)) if frame else told


def _told(line: Line) -> Iterator[Piece]:
    lead = _LEADS.get(line.status)
    if lead is None or line.is_carried:
        return
    places = listed(line.counterparts)
    if line.status in ("split", "merged"):
        yield Piece(f"{lead} {places}")
        return
    yield Piece(f"{lead} ")
    elsewhere = "moved away" if line.status == "moved" else "moved"
    yield Piece(places, anchor_of(Label("", line.counterparts[0]), elsewhere))


def _form(line: Line) -> str:
    is_form = line.status == "reworded" and not has_wording_marks(line.segments)
    return "only the form of signs or spaces changed" if is_form else ""


def field_remark(change: FieldChange) -> str:
    """Return a changed field as ``name: before → after``."""
    before, after = text_before(change.segments), text_after(change.segments)
    return f"{change.name}: {before or 'none'} → {after or 'none'}"


def _frame(line: Line) -> Iterator[str]:
    return (field_remark(each) for each in line.frame if each.name != "id")


def listed(words: tuple[str, ...]) -> str:
    """Return words joined as in a sentence: ``OP 4, OP 5 and OP 7`` (no serial comma)."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
