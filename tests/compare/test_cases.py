"""Every folder of ``cases`` is two versions and what a reader is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from penholder.compare.apply import apply, undo
from penholder.compare.lines import Line
from penholder.compare.numbers import renumberings
from penholder.compare.redline import Redline, accepted, redline, rejected
from penholder.compare.versions import compare
from penholder.model.blocks import Block, Heading, Paragraph, Section, Table
from penholder.model.document import Adoption, Annex, Document, Footnote, Masthead, Sponsors
from penholder.model.outline import outline
from penholder.model.segment import Segments

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
_ENTRY = re.compile(r"(?P<name>[A-Z]+)(?: (?P<key>[a-z0-9-]+))?: ?(?P<text>.*)")


def read_plain(text: str) -> Document:
    """Read the plain form of the cases: ``OP: text``, below it ``  (item) text``, and so on."""
    document = Document(Masthead("resolution", "General Assembly"))
    for line in text.splitlines():
        if line.startswith("  "):
            document = _with_inner(document, line)
        elif line:
            found = _ENTRY.fullmatch(line)
            assert found, line
            document = _with_entry(document, found["name"], found["key"] or "", found["text"])
    return document


def _with_entry(document: Document, name: str, key: str, text: str) -> Document:
    masthead = document.masthead
    match name:
        case "PP":
            return replace(document, preamble=(*document.preamble, Paragraph(text, id=key)))
        case "OP" | "SECTION" | "HEADING" | "TABLE":
            made: dict[str, Block] = {"OP": Paragraph(text, id=key), "SECTION": Section(text)}
            made |= {"HEADING": Heading(text), "TABLE": Table(text)}
            return _with_block(document, made[name])
        case "ANNEX":
            return replace(document, annexes=(*document.annexes, Annex(text)))
        case "NOTE":
            return replace(document, footnotes=(*document.footnotes, Footnote(key, text)))
        case "TITLE":
            return replace(document, title=text)
        case "ADOPTED":
            return replace(document, adopted=Adoption(date.fromisoformat(text)))
        case "AGENDA":
            items = tuple(text.split("; "))
            return replace(document, masthead=replace(masthead, agenda_items=items))
    assert name == "SPONSORS", name
    sponsors = Sponsors(tuple(text.split(", ")))
    return replace(document, masthead=replace(masthead, sponsors=sponsors))


def _with_block(document: Document, block: Block) -> Document:
    if not document.annexes:
        return replace(document, operative=(*document.operative, block))
    last = document.annexes[-1]
    grown = replace(last, body=(*last.body, block))
    return replace(document, annexes=(*document.annexes[:-1], grown))


def _with_inner(document: Document, line: str) -> Document:
    block = document.operative[-1]
    inner = line.strip()
    if isinstance(block, Table):
        grown: Block = replace(block, rows=(*block.rows, tuple(inner.split(" | "))))
    else:
        assert isinstance(block, Paragraph)
        degree = (len(line) - len(line.lstrip())) // 2
        grown = _with_item(block, inner.removeprefix("(item) "), degree)
    return replace(document, operative=(*document.operative[:-1], grown))


def _with_item(paragraph: Paragraph, text: str, degree: int) -> Paragraph:
    if degree == 1:
        return replace(paragraph, items=(*paragraph.items, Paragraph(text)))
    last = _with_item(paragraph.items[-1], text, degree - 1)
    return replace(paragraph, items=(*paragraph.items[:-1], last))


def told(shown: Redline) -> str:
    """Return what a reader is told: fields, lines that changed, notes, new numbers, counts."""
    return "\n".join(_told(shown)) + "\n"


def _told(shown: Redline) -> Iterator[str]:
    for field in shown.fields:
        yield f"{field.name}: {_marked(field.segments)}"
    for line in shown.lines:
        if line.status != "equal":
            yield f"{_name(line)}: {' // '.join(map(_marked, line.passages))}".rstrip()
            yield from (f"  {each.name}: {_marked(each.segments)}" for each in line.frame)
    for note in shown.notes:
        if note.status != "equal" or note.key_before != note.key_after:
            yield f"footnote {note.key_before}>{note.key_after} {note.status}: " + _marked(
                note.segments
            )
    for row in renumberings(shown):
        if row.fate == "renumbered":
            yield f"{row.before[0]} is now {row.after[0]}"
    words, paragraphs = shown.counts.words, shown.counts.paragraphs
    yield f"words: {words.deleted} deleted, {words.inserted} inserted, {words.moved} moved"
    yield (
        f"paragraphs: {paragraphs.inserted} inserted, {paragraphs.deleted} deleted, "
        f"{paragraphs.reworded} reworded, {paragraphs.moved} moved, {paragraphs.split} split, "
        f"{paragraphs.merged} merged"
    )


def _name(line: Line) -> str:
    before = line.label_before.address if line.label_before else ""
    after = line.label_after.address if line.label_after else ""
    match line.status:
        case "moved away":
            return f"{before} moved to {line.counterparts[0]}"
        case "moved":
            return f"{after} moved from {line.counterparts[0]}"
        case "split":
            return f"{after} split from {line.counterparts[0]}"
        case "merged":
            return f"{after} merged from {' and '.join(line.counterparts)}"
    return f"{after or before} {line.status}"


def _marked(segments: Segments) -> str:
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    forms = {"delete": "<{}>", "insert": "({})"}
    return "".join(
        (forms if each.is_form else signs)[each.op].format(each.text.replace("\t", " | "))
        for each in segments
    )


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_reader_is_told_what_changed_and_nothing_else(case: Path) -> None:
    before, after = (
        read_plain((case / f"{name}.txt").read_text("utf-8")) for name in ("before", "after")
    )
    comparison = compare(before, after)
    shown = redline(before, after, comparison)

    assert told(shown) == (case / "expected.txt").read_text("utf-8")
    assert apply(comparison, before) == after
    assert undo(comparison, after) == before
    assert accepted(shown) == tuple(unit.text for unit in outline(after))
    assert rejected(shown) == tuple(unit.text for unit in outline(before))
