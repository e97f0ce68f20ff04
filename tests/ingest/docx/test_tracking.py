"""Tracked changes: two versions of one file, and who changed what when."""

from __future__ import annotations

from tests.ingest.docx.files import paragraph, part, word_file

from penholder.ingest.passages import Place
from penholder.ingest.reading import read_source
from penholder.ingest.tracked import Comment, TrackedChange
from penholder.model.blocks import Paragraph
from penholder.model.document import Document

HEAD = "".join(map(paragraph, ("Water", "The General Assembly,", "Recalling its resolution,")))
ANN = 'w:id="1" w:author="Ann" w:date="2026-03-02T09:00:00Z"'
BEN = 'w:id="2" w:author="Ben" w:date="2026-03-03T09:00:00Z"'


def run(text: str, name: str = "t") -> str:
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def tracked(kind: str, text: str, who: str = ANN) -> str:
    inside = run(text, "delText" if kind == "del" else "t")
    return f"<w:{kind} {who}>{inside}</w:{kind}>"


def line(inside: str, mark: str = "") -> str:
    return f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{inside}</w:p>"


def operative(document: Document | None) -> list[str]:
    blocks = document.operative if document else ()
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def change(kind: str, author: str, day: str, words: str, number: int) -> TrackedChange:
    return TrackedChange(kind, author, day, words, Place(0, number, part="text"))


def test_words_are_read_accepted_and_rejected_and_told_one_by_one() -> None:
    body = line(run("1. Calls upon ") + tracked("del", "all ") + tracked("ins", "Member ", BEN)
                + run("States;")) + paragraph("2. Decides so.")  # fmt: skip
    read = read_source(word_file(HEAD + body))
    assert operative(read.document) == ["Calls upon Member States;", "Decides so."]
    assert operative(read.base) == ["Calls upon all States;", "Decides so."]
    assert read.changes == (
        change("deleted", "Ann", "2026-03-02", "all", 4),
        change("inserted", "Ben", "2026-03-03", "Member", 4),
    )


def test_paragraphs_come_go_part_and_join_with_their_marks() -> None:
    new = line(tracked("ins", "1. Invites all;"), f"<w:ins {ANN}/>")
    gone = line(tracked("del", "2. Regrets this;"), f"<w:del {BEN}/>")
    joined = line(run("3. Calls upon "), f"<w:del {ANN}/>") + line(run("States;"))
    read = read_source(word_file(HEAD + new + gone + joined))
    assert operative(read.document) == ["Invites all;", "Calls upon States;"]
    assert [change.kind for change in read.changes] == [
        "paragraph inserted", "paragraph deleted", "paragraph deleted",
    ]  # fmt: skip
    assert [change.words for change in read.changes] == ["1. Invites all;", "2. Regrets this;", ""]


def test_a_moved_paragraph_stands_once_in_either_version() -> None:
    there = line(tracked("moveFrom", "1. Invites all;"), f"<w:moveFrom {ANN}/>")
    here = line(tracked("moveTo", "1. Invites all;"), f"<w:moveTo {ANN}/>")
    read = read_source(word_file(HEAD + there + paragraph("2. Decides so;") + here))
    assert operative(read.base) == ["Invites all;", "Decides so;"]
    assert sorted(operative(read.document)) == ["Decides so;", "Invites all;"]
    assert [each.kind for each in read.changes] == ["paragraph moved away", "paragraph moved here"]


def test_form_and_rows_are_changes_too() -> None:
    italic = f"<w:rPr><w:i/><w:rPrChange {BEN}><w:rPr/></w:rPrChange></w:rPr>"
    form = line(f"<w:r>{italic}<w:t>1. Decides so.</w:t></w:r>")
    cell = f"<w:tc>{paragraph('new')}</w:tc>"
    table = f"<w:tbl><w:tr><w:trPr><w:ins {ANN}/></w:trPr>{cell}{cell}</w:tr></w:tbl>"
    read = read_source(word_file(HEAD + form + table))
    assert read.changes[0] == change(
        "letters set otherwise", "Ben", "2026-03-03", "1. Decides so.", 4
    )
    assert len(read.document.operative) == 2
    assert operative(read.base) == ["Decides so."]


def test_comments_stand_in_a_list_of_their_own() -> None:
    marked = (
        f'<w:p>{run("1. Calls upon ")}<w:commentRangeStart w:id="0"/>{run("States")}'
        f'<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>{run(";")}</w:p>'
    )
    who = 'w:author="Cy" w:date="2026-03-04T00:00:00Z"'
    said = f'<w:comment w:id="0" {who}>{paragraph("All?")}</w:comment>'
    read = read_source(word_file(HEAD + marked, comments=part("comments", said)))
    assert operative(read.document) == ["Calls upon States;"]
    assert read.base is None
    place = Place(0, 4, part="text")
    assert read.comments == (Comment("Cy", "2026-03-04", "All?", "States", place),)
