"""What stands around the text, compared field by field and told as words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from penholder.compare.token_runs import Keys
from penholder.compare.words import text_segments
from penholder.model.amendment import Instruction
from penholder.model.blocks import Heading, Paragraph, Section
from penholder.model.change import FieldChange, Surface
from penholder.model.document import Adoption, Annex, Part, Sponsors, Vote
from penholder.model.outline import Bare, Row, Unit
from penholder.model.segment import Segment
from penholder.model.sentences import request_words


def field_changes(before: Surface, after: Surface, keys: Keys) -> tuple[FieldChange, ...]:
    """Return the fields that changed, in the order of the page: masthead, title, adoption.

    Sponsors are a set: who joined and who withdrew are two changes, their order is none.
    """
    values_before, values_after = field_values(before), field_values(after)
    found = [
        FieldChange(name, text_segments(values_before[name], value, keys))
        for name, value in values_after.items()
        if values_before[name] != value
    ]
    return (*found, *_sponsor_changes(before.masthead.sponsors, after.masthead.sponsors))


def frame_changes(before: Unit, after: Unit) -> tuple[FieldChange, ...]:
    """Return what changed about a unit apart from its words and place."""
    values_before, values_after = _frame(before.block), _frame(after.block)
    names = {**values_before, **values_after}
    told = ((name, values_before.get(name, ""), values_after.get(name, "")) for name in names)
    return tuple(
        FieldChange(name, text_segments(then, now, {})) for name, then, now in told if then != now
    )


def field_values(surface: Surface) -> Mapping[str, str]:
    """Return every field but the sponsors by name, as words, in the order of the page."""
    masthead = surface.masthead
    return {
        "kind": masthead.kind,
        "organ": masthead.organ,
        "symbol": _written(masthead.symbol),
        "base": masthead.base,
        "language": masthead.language,
        "target": masthead.target,
        "committee": masthead.committee,
        "session": _written(masthead.session),
        "session dates": masthead.session_dates,
        "agenda items": ", ".join(masthead.agenda_items),
        "agenda titles": "; ".join(masthead.agenda_titles),
        "distribution": masthead.distribution,
        "issued": _written(masthead.issued),
        "reissued": _written(masthead.reissued),
        "original": masthead.original,
        "heading": masthead.heading,
        "origin": masthead.origin,
        "sponsor line": masthead.sponsors.line,
        "submitted as": masthead.sponsors.submitted_as,
        "sponsor note": masthead.sponsors.note,
        "style": masthead.style,
        "title": surface.title,
        "organ line": surface.organ_line,
        "numbering": surface.numbering,
        **_adoption(surface.adopted),
    }


def _written(value: object | None) -> str:
    return "" if value is None else str(value)


def _adoption(adopted: Adoption | None) -> Mapping[str, str]:
    return {
        "adopted": _written(adopted and adopted.date),
        "meeting": adopted.meeting if adopted else "",
        "manner": adopted.manner if adopted else "",
        "vote": _vote(adopted.vote) if adopted and adopted.vote else "",
    }


def _vote(vote: Vote) -> str:
    return (
        f"in favour: {_side(vote.in_favour)}; against: {_side(vote.against)}; "
        f"abstaining: {_side(vote.abstaining)}"
    )


def _side(side: int | tuple[str, ...]) -> str:
    return str(side) if isinstance(side, int) else ", ".join(side) or "none"


def _sponsor_changes(before: Sponsors, after: Sponsors) -> Iterator[FieldChange]:
    joined = [state for state in after.states if state not in before.states]
    withdrawn = [state for state in before.states if state not in after.states]
    if joined:
        yield FieldChange("sponsors joined", (Segment("insert", ", ".join(joined)),))
    if withdrawn:
        yield FieldChange("sponsors withdrawn", (Segment("delete", ", ".join(withdrawn)),))


def _frame(block: Bare) -> dict[str, str]:
    """Return what a reader may want to know of a block, as words by name."""
    values = {"block": type(block).__name__.lower()}
    match block:
        case Paragraph():
            values |= {"id": block.id, "preambular": "yes" if block.preambular else ""}
        case Heading():
            values["level"] = str(block.level)
        case Instruction():
            values["asks"] = "; ".join(map(request_words, block.asks))
        case Row():
            values |= {"kind": block.kind, "cells": str(len(block.cells))}
        case Part():
            values |= {"kind": block.kind, "organ line": block.organ_line}
            values |= _adoption(block.adopted)
    if isinstance(block, Part | Annex):
        values["numbering"] = block.numbering
    if isinstance(block, Paragraph | Section | Part | Annex):
        values["number"] = "by place" if block.number is None else block.number or "none"
    return values
