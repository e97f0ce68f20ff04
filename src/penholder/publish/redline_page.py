"""A redline becomes a page: the later version's own, with every change marked in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from penholder.compare.counts import Counts
from penholder.compare.redline import Redline
from penholder.model.document import Document
from penholder.model.language import Language
from penholder.model.numbering import Label
from penholder.publish.blocks import blocks_of
from penholder.publish.change_list import ChangeList
from penholder.publish.compose import Setting, empty_page
from penholder.publish.lines import Line
from penholder.publish.mirror import kept_apart
from penholder.publish.number_ranges import renumbered_ranges
from penholder.publish.page import FieldLine, Page, Sides, Summary
from penholder.publish.pairs import block_pairs, note_pairs
from penholder.publish.remarks import remark_pieces
from penholder.publish.runs import Notes, RunSetter, note_openings, plain_runs, reference_numbers
from penholder.publish.sides import page_after, page_before

_Versions = tuple[Document, Document]


def redline_page(
    before: Document, after: Document, redline: Redline, names: tuple[str, str], setting: Setting
) -> Page:
    """Return the page of a redline; ``names`` are what the two versions are called.

    On the screen it holds every view and opens with that of ``setting``; in print it is that one.
    """
    changes = ChangeList.of(redline)
    versions = before, after
    if setting.medium == "screen" or setting.view == "side-by-side":
        page = _marked_page(versions, redline, changes, setting)
        page = replace(page, sides=_sides(versions, redline, changes, names, setting))
    elif setting.view == "inline":
        page = _marked_page(versions, redline, changes, setting)
    else:
        page = _one_side(versions, redline, changes, names, setting)
    return replace(
        page,
        name=f"{names[0]} to {names[1]}",
        running_symbol=page.running_symbol or names[1],
        summary=summary_of(redline, changes, names),
        view=setting.view,
    )


def _marked_page(
    versions: _Versions, redline: Redline, changes: ChangeList, setting: Setting
) -> Page:
    before, after = versions
    language = setting.language_of(after)
    notes = _notes(before, after, redline, language)
    numbers = reference_numbers(after, language), reference_numbers(before, language)
    setter = RunSetter(notes, *numbers)
    title = setter.runs(redline.title, redline.title_numbers[0], opens=False)
    blocks = blocks_of(after, redline_lines(redline, changes), setter)
    return replace(
        empty_page(after, "", setting),
        title=title,
        blocks=blocks,
        notes=notes.gathered(),
    )


def _notes(before: Document, after: Document, redline: Redline, language: Language) -> Notes:
    """Return the notes of both versions; one that is gone may have a key that another bears now."""
    own = [note.key_after or f"struck {note.key_before}" for note in redline.notes]
    texts = {key: note.segments for key, note in zip(own, redline.notes, strict=True)}
    names = {note.key_before: key for key, note in zip(own, redline.notes, strict=True)}
    printed = {names.get(key, key): count for key, count in note_openings(before).items()}
    return Notes(after, texts, printed, names, language=language)


def _one_side(
    versions: _Versions,
    redline: Redline,
    changes: ChangeList,
    names: tuple[str, str],
    setting: Setting,
) -> Page:
    """Return one version without marks or remarks; its blocks know whether they changed."""
    if setting.view == "before":
        page = page_before(versions[0], redline, changes, names[0], setting)
    else:
        page = page_after(versions[1], redline, changes, names[1], setting)
    return replace(page, blocks=tuple(replace(block, remark=()) for block in page.blocks))


def _sides(
    versions: _Versions,
    redline: Redline,
    changes: ChangeList,
    names: tuple[str, str],
    setting: Setting,
) -> Sides:
    before = page_before(versions[0], redline, changes, names[0], setting)
    after = page_after(versions[1], redline, changes, names[1], setting)
    before = replace(kept_apart(before, "before-", "after-"), name=names[0])
    after = replace(kept_apart(after, "after-", "before-"), name=names[1])
    return Sides(
        before,
        after,
        tuple(block_pairs(before.blocks, after.blocks)),
        tuple(note_pairs(redline.notes, changes.of_notes, (before.notes, after.notes))),
    )


def redline_lines(redline: Redline, changes: ChangeList) -> Iterator[Line]:
    """Yield the lines of a redline with the remark a reader needs."""
    for row, (line, entry) in enumerate(zip(redline.lines, changes.of_lines, strict=True)):
        label = line.label_after or line.label_before or Label("", "")
        yield Line(
            line.unit,
            label,
            line.segments,
            line.status,
            remark_pieces(line),
            line.numbers_before,
            row,
            entry,
        )


def summary_of(redline: Redline, changes: ChangeList, names: tuple[str, str]) -> Summary:
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
        renumbered=renumbered_ranges(redline),
        entries=tuple(changes.entries),
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
        (counts.forms, "change", "of form"),
    )
    phrases = tuple(
        f"{count} {thing}{'s' if count != 1 else ''} {what}" for count, thing, what in told if count
    )
    return phrases or ("no paragraph changed",)
