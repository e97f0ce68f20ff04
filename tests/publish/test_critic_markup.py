"""CriticMarkup accepted says what the later version says; rejected, what the earlier one says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import documents, revisions

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Block, Heading, Paragraph, Quote, Table
from penholder.model.document import Document, Footnote, Masthead, Part
from penholder.model.outline import Unit, outline, rebuilt
from penholder.model.wording import marked, plain
from penholder.publish.critic_markup import redline_markdown

PAIRS = st.one_of(revisions(), st.tuples(documents(), documents()))
FIRST = Paragraph(
    "Calls upon all States to keep their rivers clean and to report on them each year;"
)
SECOND = Paragraph("Requests the Secretary-General to report on the state of lakes;")
LAST = Paragraph("Decides to remain seized of the matter.")

_MARK = re.compile(
    r"\{\+\+(?P<come>.*?)\+\+\}|\{--(?P<gone>.*?)--\}|\{>>.*?<<\}"
    r"|\{~~(?P<then>.*?)~>(?P<now>.*?)~~\}",
    re.DOTALL,
)
_CALL = re.compile(r"\[\^[\w-]+\]")

# Words of the document in letters of their own, so that derived words are told from them.
_OWN = "".join(map(chr, range(0x10D0, 0x10D0 + 26)))
_OWN_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", _OWN + _OWN, "-–0123456789"
)
_SIGNS = "[]{}*\\~<>+|`_#&"
_INLINE_MARK = re.compile(r"(\[\^[^\]]+\]|\[\[[^\]]+\]\])")
_HOSTILE = ("{++a++}", "--}", "{--", "~>", "{~~", "<<}", "{>>", "| b |", "`c`", "#", "{==", "&amp;")


def accepted(markdown: str) -> str:
    return _MARK.sub(lambda found: found["come"] or found["now"] or "", markdown)


def rejected(markdown: str) -> str:
    return _MARK.sub(lambda found: found["gone"] or found["then"] or "", markdown)


def read(line: str) -> str:
    """Return the letters of a line of Markdown that a document brought, marks resolved."""
    letters, rest = [], iter(_CALL.sub("", line.lstrip("#> ")))
    for sign in rest:
        if sign == "\\":
            letters.append(next(rest))
        elif sign not in "*|":
            letters.append(sign)
    return owned("".join(letters))


def owned(letters: str) -> str:
    return "".join(sign for sign in letters if sign in _OWN or sign in _SIGNS)


def body(markdown: str) -> list[str]:
    lines = (line for line in markdown.split("\n") if not line.startswith(("[^", "- ")))
    return [letters for letters in map(read, lines) if letters]


def notes(markdown: str) -> list[str]:
    lines = (line for line in markdown.split("\n") if line.startswith("[^"))
    return [
        letters
        for _, _, text in (line.partition(": ") for line in lines)
        if (letters := read(text))
    ]


def told(text: str) -> str:
    return owned(plain(text))


def units_of(document: Document) -> list[str]:
    texts = (document.title, *(unit.text for unit in outline(document)))
    return [letters for letters in map(told, texts) if letters]


def own(text: str, hostile: str) -> str:
    pieces = _INLINE_MARK.split(text.replace("Action.", marked(hostile)))
    return "".join(
        piece if piece.startswith("[^") else piece.translate(_OWN_LETTERS)
        for piece in pieces
        if not piece.startswith("[[")
    )


def owned_document(document: Document, hostile: str) -> Document:
    units = [_owned_unit(unit, hostile) for unit in outline(document)]
    return replace(
        rebuilt(document, units),
        adopted=None,
        title=own(document.title, hostile),
        footnotes=tuple(replace(n, text=own(n.text, hostile)) for n in document.footnotes),
    )


def _owned_unit(unit: Unit, hostile: str) -> Unit:
    if isinstance(unit.block, Part):
        unit = replace(unit, block=replace(unit.block, adopted=None))
    return unit.with_text(own(unit.text, hostile))


def markdown_of(before: Document, after: Document) -> str:
    return redline_markdown(
        before, after, redline(before, after, compare(before, after)), ("one", "two")
    )


def made_of(*operative: Block) -> Document:
    masthead = Masthead("draft resolution", "General Assembly")
    return Document(masthead, title="Water", operative=operative)


@example(
    pair=(
        made_of(Table("", (("", "", "Recalling States"),), (("", "States", ""),))),
        made_of(Table("", (("",),), (("",),), ("Recalling",))),
    ),
    hostile="",
)
@given(pair=PAIRS, hostile=st.sampled_from(_HOSTILE))
def test_every_change_accepted_or_rejected_gives_the_text_of_a_version(
    pair: tuple[Document, Document], hostile: str
) -> None:
    before, after = (owned_document(each, hostile) for each in pair)
    markdown = markdown_of(before, after)

    assert body(accepted(markdown)) == units_of(after)
    assert body(rejected(markdown)) == units_of(before)


@given(PAIRS, st.sampled_from(_HOSTILE))
def test_the_notes_accepted_are_those_of_the_later_version(
    pair: tuple[Document, Document], hostile: str
) -> None:
    before, after = (owned_document(each, hostile) for each in pair)

    assert notes(accepted(markdown_of(before, after))) == notes(markdown_of(after, after))


@given(documents(), st.sampled_from(_HOSTILE))
def test_a_version_beside_itself_has_no_mark(document: Document, hostile: str) -> None:
    whole = owned_document(document, hostile)
    markdown = markdown_of(whole, whole)

    remarks = [found.group() for found in _MARK.finditer(markdown)]
    assert [each for each in remarks if not each.startswith("{>>")] == []
    assert body(accepted(markdown)) == units_of(whole)


def test_what_moved_is_struck_and_inserted_with_remarks_both_ways() -> None:
    reworded = replace(FIRST, text=FIRST.text.replace("each year", "twice a year"))
    lines = markdown_of(made_of(FIRST, SECOND, LAST), made_of(SECOND, LAST, reworded)).split("\n")

    assert (
        "{++3\\. *Calls upon* all States to keep their rivers clean and to report on them "
        "twice a year;++}{>>moved from OP 1; “each” became “twice a”<<}"
    ) in lines
    assert any(
        line.startswith("{--1\\. *Calls upon*") and line.endswith("--}{>>moved to OP 3<<}")
        for line in lines
    )
    assert lines[-1] == "{>>renumbered: OP 2-3 → OP 1-2<<}"


def test_a_split_is_an_inserted_break_and_a_merge_a_struck_one() -> None:
    parts = (
        Paragraph("Calls upon all States to keep their rivers clean;"),
        Paragraph("Calls upon all States to report on them each year;"),
    )
    split = markdown_of(made_of(FIRST, LAST), made_of(*parts, LAST))
    merged = markdown_of(made_of(*parts, LAST), made_of(FIRST, LAST))

    assert len(rejected(split).split("\n\n")) == len(accepted(split).split("\n\n")) - 1
    assert "\n\n2\\. " in split
    assert "{>>split from OP 1<<}" in split
    assert len(rejected(merged).split("\n\n")) == len(accepted(merged).split("\n\n")) + 1
    assert "{>>merged from OP 1 and OP 2<<}" in merged


def test_a_table_keeps_its_columns_and_marks_stand_in_its_cells() -> None:
    table = Table(
        "Scale", (("State", "Share"),), (("Chad", "1"), ("Fiji", "2")), ("In | per cent.",)
    )
    after = replace(table, rows=(("Fiji", "3"), ("Mali", "4")))
    markdown = markdown_of(made_of(FIRST, table, LAST), made_of(FIRST, after, LAST))

    rows = [line for line in markdown.split("\n") if line.startswith("|")]
    assert rows == [
        "| State | Share |",
        "| --- | --- |",
        "| {--Chad--} | {--1--} |",
        "| Fiji | {~~2~>3~~} |",
        "| {++Mali++} | {++4++} |",
    ]
    assert "In \\| per cent." in markdown


def test_a_table_without_head_and_a_moved_row_are_told() -> None:
    rows = tuple((f"The share of the {name} group of States", "1") for name in ("A", "B", "C"))
    before = made_of(FIRST, Table("", (), rows), LAST)
    after = made_of(FIRST, Table("", (), (*rows[1:], rows[0])), LAST)
    lines = [line for line in markdown_of(before, after).split("\n") if line.startswith("|")]

    assert lines[:2] == ["|  |  |", "| --- | --- |"]
    assert lines[2].endswith("{--1--}{>>moved away<<} |")
    assert lines[-1].endswith("{++1++}{>>moved here<<} |")


def test_a_row_that_became_a_note_is_struck_where_it_stood() -> None:
    row, other = "The share of the river States", "The share of the lake States"
    before = made_of(FIRST, Table("", (), ((row, "1"), (other, "2"))), LAST)
    after = made_of(FIRST, Table("", (), (("Others",),), (f"{row} 1",)), LAST)
    markdown = markdown_of(*(owned_document(each, "") for each in (before, after)))

    assert body(rejected(markdown)) == units_of(owned_document(before, ""))
    assert body(accepted(markdown)) == units_of(owned_document(after, ""))


def test_headings_quotations_and_notes_have_their_form() -> None:
    quote = Quote((Paragraph("Rule 1 stands."), Paragraph("Rule 2 is new.")))
    noted = Paragraph("Takes note of the report;[^a]")
    before = replace(
        made_of(Heading("Follow-up to the Conference on Water", 2), noted, quote),
        footnotes=(Footnote("a", "A/53/1."),),
    )
    after = replace(
        made_of(Heading("Follow-up to the Meeting on Water", 2), noted, quote),
        footnotes=(Footnote("a", "A/53/2."),),
    )
    lines = markdown_of(before, after).split("\n")

    assert "#### Follow-up to the {~~Conference~>Meeting~~} on Water" in lines
    assert "> Rule 1 stands." in lines
    assert "[^1]: {~~A/53/1~>A/53/2~~}." in lines
    assert any(line.endswith("the report;[^1]") for line in lines)


@pytest.mark.parametrize("start", ["1. One", "12) Twelve", "+ plus", "- minus", "= equal"])
def test_a_text_that_looks_like_a_list_is_none(start: str) -> None:
    before, after = (
        made_of(Quote((Paragraph(start),))),
        made_of(Quote((Paragraph(f"{start} more"),))),
    )
    (line,) = (each for each in markdown_of(before, after).split("\n") if each.startswith("> "))

    first = line.removeprefix("> ")
    assert re.match(r"\d*\\", first)
    assert accepted(first).replace("\\", "") == f"{start} more"
