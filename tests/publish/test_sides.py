"""Both versions side by side hold every word of each, level, with their own numbers and notes."""

import re
from dataclasses import replace

import pytest
from tests.pages import Page as Html
from tests.pages import check_links, read_body, read_notes
from tests.publish.rich_pair import AFTER, BEFORE

from penholder.compare.redline import Redline, redline
from penholder.compare.versions import compare
from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Masthead
from penholder.model.session import Session
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.page import Block, Note, Page, Pair, Sides, View, Words
from penholder.publish.redline_page import redline_page
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

DIRECTIONS = pytest.mark.parametrize(("before", "after"), [(BEFORE, AFTER), (AFTER, BEFORE)])


def found(before: Document, after: Document) -> Redline:
    return redline(before, after, compare(before, after))


def page_of(before: Document, after: Document, setting: Setting) -> Page:
    return redline_page(before, after, found(before, after), ("first", "second"), setting)


def sides_of(before: Document, after: Document) -> Sides:
    sides = page_of(before, after, Setting("screen")).sides
    assert sides
    return sides


def letters(runs: tuple[object, ...]) -> str:
    return "".join(run.text for run in runs if isinstance(run, Words))


def body(blocks: tuple[Block, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what a reader sees of blocks: number, letters, cells."""
    return [
        (block.number, letters(block.runs), tuple(letters(c) for r in block.rows for c in r.cells))
        for block in blocks
    ]


@DIRECTIONS
def test_each_side_reads_as_its_own_document(before: Document, after: Document) -> None:
    sides = sides_of(before, after)
    for side, document in ((sides.before, before), (sides.after, after)):
        plain = document_page(document, "", Setting("screen"))
        assert body(side.blocks) == body(plain.blocks)
        assert letters(side.title) == letters(plain.title)
        assert [(n.number, letters(n.runs)) for n in side.notes] == [
            (n.number, letters(n.runs)) for n in plain.notes
        ]
        assert side.masthead == plain.masthead


@DIRECTIONS
def test_the_pairs_hold_every_block_and_note_once_in_order(
    before: Document, after: Document
) -> None:
    sides = sides_of(before, after)
    assert [b for pair in sides.pairs for b in pair.before] == list(sides.before.blocks)
    assert [b for pair in sides.pairs for b in pair.after] == list(sides.after.blocks)
    assert sorted(n.anchor for p in sides.notes for n in p.before if isinstance(n, Note)) == sorted(
        note.anchor for note in sides.before.notes
    )
    assert [n for pair in sides.notes for n in pair.after] == list(sides.after.notes)
    anchors = [pair.anchor for pair in (*sides.pairs, *sides.notes)]
    assert len(set(anchors)) == len(anchors)


@DIRECTIONS
def test_only_a_change_stands_without_an_opposite(before: Document, after: Document) -> None:
    for pair in sides_of(before, after).pairs:
        blocks = [each for each in (*pair.before, *pair.after) if isinstance(each, Block)]
        if not (pair.before and pair.after):
            gone = {"deleted", "moved-away", "inserted", "moved", ""}
            assert {block.status for block in blocks} <= gone
            assert all(block.part == "adoption" for block in blocks if not block.status)


def addresses(pairs: tuple[Pair, ...]) -> list[tuple[list[str], list[str]]]:
    def of(side: tuple[Block | Note, ...]) -> list[str]:
        return [each.address for each in side if isinstance(each, Block)]

    return [(of(pair.before), of(pair.after)) for pair in pairs]


def test_paragraphs_stand_level_with_what_they_became() -> None:
    pairs = addresses(sides_of(BEFORE, AFTER).pairs)
    assert (["OP 5"], ["OP 4", "OP 5"]) in pairs
    assert (["OP 3 (a)"], ["OP 2 (a)"]) in pairs
    assert ([], ["OP 2 (b)"]) in pairs
    assert (["OP 1"], []) in pairs
    assert ([], ["OP 7"]) in pairs
    assert ([""], [""]) in pairs


def test_both_places_of_a_moved_paragraph_lead_to_each_other() -> None:
    sides = sides_of(BEFORE, AFTER)
    (away,) = (each for each in sides.before.blocks if each.address == "OP 1")
    (here,) = (each for each in sides.after.blocks if each.address == "OP 7")
    assert away.remark[-1].target == here.anchor == "after-op-7"
    assert here.remark[-1].target == away.anchor == "before-op-1"
    assert away.entry == here.entry > 0


def test_the_words_changed_inside_a_moved_paragraph_are_marked_on_both_sides() -> None:
    sides = sides_of(BEFORE, AFTER)
    (away,) = (each for each in sides.before.blocks if each.address == "OP 1")
    (here,) = (each for each in sides.after.blocks if each.address == "OP 7")
    assert [w.text for w in away.runs if w.change == "deleted" and isinstance(w, Words)] == [
        "without delay"
    ]
    assert [w.text for w in here.runs if w.change == "inserted" and isinstance(w, Words)] == [
        "every day"
    ]


def test_italics_that_changed_are_told_on_both_sides_and_inline() -> None:
    page = page_of(BEFORE, AFTER, Setting("screen"))
    assert page.sides
    told = [
        [
            run
            for block in each.blocks
            for run in block.runs
            if isinstance(run, Words) and run.restyled
        ]
        for each in (page.sides.before, page.sides.after, page)
    ]
    assert [[(run.text, run.restyled) for run in runs] for runs in told] == [
        [("Charter", "was italic")],
        [("Charter", "now roman")],
        [("Charter", "now roman")],
    ]


def test_accepting_every_change_in_the_html_gives_the_later_version() -> None:
    templates = Templates(template_folders(None))
    setting = Setting("screen")
    shown = Html(render_html(page_of(BEFORE, AFTER, setting), templates).text)
    check_links(shown)
    plain = Html(render_html(document_page(AFTER, "", setting), templates).text)
    assert read_body(shown, "del") == read_body(plain)
    assert read_notes(shown, "del") == read_notes(plain)


@pytest.mark.parametrize("view", ["inline", "side-by-side", "before", "after"])
def test_html_opens_with_the_view_asked_for_and_asks_for_nothing_outside(view: View) -> None:
    setting = replace(Setting("screen"), view=view)
    text = render_html(page_of(BEFORE, AFTER, setting), Templates(template_folders(None))).text
    html = Html(text)
    (opened,) = (each for each in html.elements if "checked" in each.attributes)
    assert opened.attributes["value"] == view
    assert not [e for e in html.elements if e.tag in ("link", "iframe", "object", "img")]
    assert not [e for e in html.elements if "src" in e.attributes]
    assert not re.findall(r"https?:|@import|url\(", text)
    assert "default-src 'none'" in text


def test_every_change_of_the_list_leads_to_its_place_in_every_view() -> None:
    page = page_of(BEFORE, AFTER, Setting("screen"))
    assert page.summary
    html = Html(render_html(page, Templates(template_folders(None))).text)
    ids = {each.attributes.get("id") for each in html.elements}
    entries = page.summary.entries
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert {each for entry in entries for each in (entry.target, entry.pair)} <= ids


@pytest.mark.parametrize(("view", "document"), [("before", BEFORE), ("after", AFTER)])
def test_one_version_in_print_is_its_own_page_without_remarks(
    view: View, document: Document
) -> None:
    page = page_of(BEFORE, AFTER, replace(Setting("print"), view=view))
    plain = document_page(document, "", Setting("print"))
    assert body(page.blocks) == body(plain.blocks)
    assert {block.remark for block in page.blocks} == {()}
    assert page.sides is None
    assert page.summary


def test_a_version_without_a_word_has_only_empty_places_beside_it() -> None:
    empty = Document(Masthead("draft resolution", "General Assembly"))
    full = replace(empty, operative=(Paragraph("Acts;"), Paragraph("Ends.")))
    pairs = addresses(sides_of(empty, full).pairs)
    assert pairs == [([], [""]), ([], ["OP 1"]), ([], ["OP 2"])]
    assert addresses(sides_of(full, empty).pairs) == [(b, a) for a, b in pairs]


@pytest.mark.parametrize(("language", "session"), [("ar", 80), ("en", 48), ("zh", 80)])
def test_notes_are_paired_however_their_numbers_are_printed(language: str, session: int) -> None:
    before, after = (
        replace(
            each, masthead=replace(each.masthead, language=language, session=Session("", session))
        )
        for each in (BEFORE, AFTER)
    )
    pairs = sides_of(before, after).notes
    plain = sides_of(BEFORE, AFTER).notes
    notes = [note for pair in pairs for note in (*pair.before, *pair.after)]
    digits = [re.sub(r"\D", "", note.number) for note in notes if isinstance(note, Note)]
    assert len(pairs) == len(plain) > 3
    assert digits == [str(int(digit)) for digit in digits]


def test_what_the_program_says_on_a_page_in_another_language_is_marked_as_english() -> None:
    before, after = (
        replace(each, masthead=replace(each.masthead, language="ar")) for each in (BEFORE, AFTER)
    )
    for medium in ("screen", "print"):
        page = page_of(before, after, Setting(medium, view="inline"))
        told = render_html(page, Templates(template_folders(None))).text
        opened = re.findall(
            r'<(?:section|span|header|nav) class="(?:summary|remark|controls|changes)"[^>]*>', told
        )
        assert len(opened) > 5
        assert all('lang="en" dir="ltr"' in tag for tag in opened)
    english = render_html(
        page_of(BEFORE, AFTER, Setting("screen")), Templates(template_folders(None))
    ).text
    assert 'lang="en" dir="ltr"' not in english.partition("<body")[2]
