"""Long notes are cut into pieces that pages hold, called further and further down the text."""

from __future__ import annotations

from itertools import pairwise

import pytest

from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Footnote, Masthead
from penholder.publish.compose import Setting, document_page
from penholder.publish.long_notes import with_continued_notes
from penholder.publish.page import Block, NoteMark, Page, Words

SENTENCE = "words that every delegation knows by heart, "


def page_with(note: str, *paragraphs: str) -> Page:
    document = Document(
        Masthead("draft resolution", "General Assembly"),
        preamble=tuple(map(Paragraph, paragraphs)),
        footnotes=(Footnote("n", note),),
    )
    return document_page(document, "drafts/x", Setting())


def marks(blocks: tuple[Block, ...]) -> list[NoteMark]:
    return [run for block in blocks for run in block.runs if isinstance(run, NoteMark)]


def letters(block: Block) -> str:
    return "".join(run.text for run in block.runs if isinstance(run, Words))


def note_letters(mark: NoteMark) -> str:
    assert mark.note is not None
    return "".join(run.text for run in mark.note.runs if isinstance(run, Words))


def test_a_note_that_a_page_holds_stays_whole() -> None:
    page = page_with(SENTENCE * 70, "Noting,[^n] the list,", "Recalling,")

    assert with_continued_notes(page) == page


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Noting the list,[^n]",),
        (f"Noting the list,[^n] {SENTENCE * 20}",),
        ("Noting the list,[^n]", *[f"Recalling {SENTENCE}"] * 8),
        (f"Noting {SENTENCE * 4}[^n] and so on,", "Recalling,", f"Recalling also {SENTENCE * 9}"),
    ],
)
def test_pieces_say_the_note_once_and_the_text_stays_as_it_was(paragraphs: tuple[str, ...]) -> None:
    note = "".join(f"{number} {SENTENCE}" for number in range(300)).strip()
    page = page_with(note, *paragraphs)

    continued = with_continued_notes(page)

    found = marks(continued.blocks)
    assert "".join(map(note_letters, found)) == note
    assert [mark.number for mark in found] == ["1"] + [""] * (len(found) - 1)
    assert len({mark.note.anchor for mark in found if mark.note}) == len(found) > 3
    assert max(len(note_letters(mark)) for mark in found) <= 40 * 85
    assert len(note_letters(found[0])) <= 15 * 85
    texts = [letters(block) for block in page.blocks]
    assert [letters(block) for block in continued.blocks][: len(texts)] == texts


def test_calls_of_pieces_stand_a_line_apart() -> None:
    page = page_with(f"{SENTENCE * 300}end.", f"Noting the list,[^n] {SENTENCE * 20}")
    text = next(b for b in with_continued_notes(page).blocks if b.kind == "preambular")
    at, places = 0, []
    for run in text.runs:
        if isinstance(run, NoteMark):
            places.append(at)
        else:
            at += len(run.text)

    assert [later - earlier >= 100 for earlier, later in pairwise(places)] == [True] * 4
