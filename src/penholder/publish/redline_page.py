"""A redline becomes a page: the later version's own, with every change marked in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from penholder.compare.counts import Counts
from penholder.compare.lines import Line as ComparedLine
from penholder.compare.redline import Redline
from penholder.model.change import FieldChange
from penholder.model.document import Document
from penholder.model.numbering import Label
from penholder.model.segment import text_after, text_before
from penholder.publish.blocks import blocks_of
from penholder.publish.compose import Setting, empty_page
from penholder.publish.derived import listed
from penholder.publish.lines import Line
from penholder.publish.page import FieldLine, Page, Summary
from penholder.publish.runs import Notes, RunSetter, note_openings, plain_runs, reference_numbers


def redline_page(
    before: Document, after: Document, redline: Redline, names: tuple[str, str], setting: Setting
) -> Page:
    """Return the page of a redline; ``names`` are what the two versions are called."""
    texts = {note.key: note.segments for note in redline.notes}
    notes = Notes(after, texts, note_openings(before))
    setter = RunSetter(notes, reference_numbers(after), reference_numbers(before))
    page = empty_page(after, names[1], setting)
    title = setter.runs(redline.title, redline.title_numbers[0], opens=False)
    blocks = blocks_of(after, redline_lines(redline), setter)
    return replace(
        page,
        name=f"{names[0]} to {names[1]}",
        title=title,
        blocks=blocks,
        notes=notes.gathered(),
        summary=summary_of(redline, names),
    )


def redline_lines(redline: Redline) -> Iterator[Line]:
    """Yield the lines of a redline with the remark a reader needs."""
    for line in redline.lines:
        label = line.label_after or line.label_before or Label("", "")
        yield Line(
            line.unit,
            label,
            line.segments,
            line.status,
            remark(line),
            line.numbers_before,
        )


def remark(line: ComparedLine) -> str:
    """Return what is said beside a line: where it came from or went, what else changed."""
    places = listed(line.counterparts)
    told = {
        "moved": f"moved from {places}",
        "moved away": f"moved to {places}",
        "split": f"split from {places}",
        "merged": f"merged from {places}",
    }.get(line.status, "")
    if line.is_carried:
        told = ""
    frame = (field_remark(each) for each in line.frame if each.name != "id")
    return "; ".join(filter(None, (told, *frame)))


def field_remark(change: FieldChange) -> str:
    """Return a changed field as ``name: before → after``."""
    then, now = text_before(change.segments), text_after(change.segments)
    return f"{change.name}: {then or 'none'} → {now or 'none'}"


def summary_of(redline: Redline, names: tuple[str, str]) -> Summary:
    """Return what stands above a redline."""
    return Summary(
        before=names[0],
        after=names[1],
        counts=count_lines(redline.counts),
        fields=tuple(
            FieldLine(each.name, plain_runs(each.segments))
            for each in redline.fields
            if each.name != "title"
        ),
        renumbered=redline.renumbered,
    )


def count_lines(counts: Counts) -> tuple[str, ...]:
    """Return the counts as short phrases, those of nothing left out; one phrase at least."""
    words, paragraphs = counts.words, counts.paragraphs
    told = (
        (words.deleted, "word", "deleted"),
        (words.inserted, "word", "inserted"),
        (words.moved, "word", "moved"),
        (paragraphs.reworded, "paragraph", "reworded"),
        (paragraphs.inserted, "paragraph", "inserted"),
        (paragraphs.deleted, "paragraph", "deleted"),
        (paragraphs.moved, "paragraph", "moved"),
        (paragraphs.split, "paragraph", "split"),
        (paragraphs.merged, "paragraph", "merged from several"),
    )
    phrases = tuple(
        f"{count} {thing}{'s' if count != 1 else ''} {what}" for count, thing, what in told if count
    )
    return phrases or ("no paragraph changed",)
