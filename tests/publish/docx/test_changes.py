"""Every kind of change by a small case: what stands in the file, and what both readings give."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element

import pytest
from tests.word import W, parts_of, told, words

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Block, Paragraph, Section, Table
from penholder.model.document import Adoption, Document, Footnote, Masthead, Sponsors
from penholder.model.session import Session
from penholder.publish.docx.word_file import WordSetting, clean_file, tracked_file

HALVES = (
    "Takes note of the report of the Secretary-General on water and sanitation in all countries;",
    "Welcomes the conclusions and recommendations that experts made on lakes and rivers;",
)
WATER = (
    "Takes note of the report of the Secretary-General on water and sanitation in all countries,"
    " and the conclusions and recommendations that experts made on lakes and rivers;"
)
FIRST, SECOND = (
    "Encourages States to publish what they measure of the quality of water in rivers;",
    "Encourages States to publish what they measure of the quality of water in lakes;",
)


def draft(*operative: Block, notes: Iterable[tuple[str, str]] = ()) -> Document:
    masthead = Masthead("draft resolution", "General Assembly", session=Session("", 80))
    footnotes = tuple(Footnote(key, text) for key, text in notes)
    return Document(masthead, title="Water", operative=operative, footnotes=footnotes)


def tracked(before: Document, after: Document) -> dict[str, Element]:
    """Return the parts of the tracked file, once both readings of it are the clean files."""
    shown = redline(before, after, compare(before, after))
    for setting in (WordSetting(numbers="literal"), WordSetting()):
        data = tracked_file(before, after, shown, setting)
        assert told(data, "accept") == told(clean_file(after, setting), "accept")
        assert told(data, "reject") == told(clean_file(before, setting), "reject")
    return parts_of(data)


def changes(root: Element) -> list[tuple[str, str]]:
    """Return the words inside each change of a part, with its kind."""
    kinds = {f"{W}{kind}": kind for kind in ("ins", "del", "moveTo", "moveFrom")}
    found = [
        (kinds[each.tag], "".join(each.itertext())) for each in root.iter() if each.tag in kinds
    ]
    return [(kind, text) for kind, text in found if text]


def ends(root: Element) -> list[str]:
    """Return the kind of change of each paragraph's end, of those that have one."""
    marks = root.findall(f".//{W}pPr/{W}rPr/*")
    return [each.tag.removeprefix(W) for each in marks]


def test_words_of_a_note_change_inside_the_note() -> None:
    text = "Takes note of the report.[^a]"
    parts = tracked(
        draft(Paragraph(text), notes=[("a", "See document A/79/10, annex I, on water.")]),
        draft(Paragraph(text), notes=[("a", "See document A/79/10, annex II, on water.")]),
    )
    assert changes(parts["word/footnotes.xml"]) == [("del", "I"), ("ins", "II")]
    assert changes(parts["word/document.xml"]) == []


def test_a_note_comes_with_its_call() -> None:
    parts = tracked(
        draft(Paragraph("Takes note of the report.")),
        draft(Paragraph("Takes note of the report.[^a]"), notes=[("a", "A/80/12.")]),
    )
    assert changes(parts["word/footnotes.xml"]) == [("ins", "A/80/12.")]
    assert len(parts["word/document.xml"].findall(f".//{W}ins//{W}footnoteReference")) == 1


def test_a_note_goes_with_its_call() -> None:
    parts = tracked(
        draft(Paragraph("Takes note of the report.[^a]"), notes=[("a", "A/80/12.")]),
        draft(Paragraph("Takes note of the report.")),
    )
    assert changes(parts["word/footnotes.xml"]) == [("del", "A/80/12.")]
    assert len(parts["word/document.xml"].findall(f".//{W}del//{W}footnoteReference")) == 1


def test_rows_of_a_table_come_and_go_as_rows() -> None:
    rows = (("Water", "1"), ("Air", "2"), ("Soil", "3"))
    before = Table("Costs", head=(("Item", "Cost"),), rows=rows[:2])
    after = Table("Costs", head=(("Item", "Cost"),), rows=rows[1:])
    root = tracked(draft(before), draft(after))["word/document.xml"]
    states = [
        [each.tag.removeprefix(W) for each in row.findall(f"{W}trPr/*")]
        for row in root.iter(f"{W}tr")
    ]
    assert states == [["tblHeader"], ["del"], [], ["ins"]]


def test_title_and_sponsors_change_word_by_word() -> None:
    before = draft(Paragraph("Requests."))
    before = replace(before, masthead=replace(before.masthead, sponsors=Sponsors(("Chad", "Peru"))))
    after = replace(
        before,
        title="Water and sanitation",
        masthead=replace(before.masthead, sponsors=Sponsors(("Chad", "France", "Peru"))),
    )
    found = changes(tracked(before, after)["word/document.xml"])
    assert ("ins", " and sanitation") in found
    assert [kind for kind, text in found if "France" in text] == ["ins"]
    assert [text for kind, text in found if "Chad" in text or "Peru" in text] == []


def test_the_star_of_sponsors_calls_their_note_where_it_stands() -> None:
    before = draft(Paragraph("Requests."))
    sponsors = Sponsors(("Chad",), note="On behalf of the Group.")
    before = replace(before, masthead=replace(before.masthead, sponsors=sponsors))
    later = replace(sponsors, states=("Peru",), note="On behalf of all.")
    after = replace(before, masthead=replace(before.masthead, sponsors=later))
    data = clean_file(before, WordSetting())
    called = "Chad:{FootnoteText| *\tOn behalf of the Group.}* draft resolution"
    assert called in words(data, "accept").splitlines()
    notes = tracked(before, after)["word/footnotes.xml"]
    assert ("del", "the Group") in changes(notes)


def test_a_renumbered_paragraph_shows_no_change() -> None:
    root = tracked(
        draft(Paragraph(FIRST), Paragraph("Urges all States;"), Paragraph("Decides so.")),
        draft(Paragraph("Urges all States;"), Paragraph("Decides so.")),
    )["word/document.xml"]
    assert root.findall(f".//{W}pPrChange") == []
    assert changes(root) == [("del", FIRST)]


def test_a_paragraph_that_becomes_two_gets_an_end() -> None:
    root = tracked(
        draft(Paragraph(WATER), Paragraph("Decides so.")),
        draft(*map(Paragraph, HALVES), Paragraph("Decides so.")),
    )["word/document.xml"]
    assert ends(root)[-1:] == ["ins"]
    assert "recommendations" not in " ".join(text for _, text in changes(root))


@pytest.mark.parametrize("place", ["in the second", "first of the file"])
def test_a_paragraph_that_becomes_two_is_written_anew_where_readers_lose_notes(place: str) -> None:
    """pandoc 3.9 and LibreOffice 7.4 misread an end that is tracked beside a note (decision 27)."""
    word = "report" if place == "first of the file" else "experts"
    before, *halves = (text.replace(word, f"{word}[^a]") for text in (WATER, *HALVES))
    notes = [("a", "A/80/12.")]
    root = tracked(
        draft(Paragraph(before), Paragraph("Decides so."), notes=notes),
        draft(*map(Paragraph, halves), Paragraph("Decides so."), notes=notes),
    )["word/document.xml"]
    new = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr/{W}ins") is not None]
    assert len(new) == 1
    assert new[0].findall(f"{W}r") == []


def test_two_paragraphs_become_one_by_an_end_that_goes() -> None:
    root = tracked(
        draft(*map(Paragraph, HALVES), Paragraph("Decides so.")),
        draft(Paragraph(WATER), Paragraph("Decides so.")),
    )["word/document.xml"]
    assert ends(root)[-1:] == ["del"]
    assert "recommendations" not in " ".join(text for _, text in changes(root))


def test_paragraphs_that_become_one_before_a_heading_keep_their_words() -> None:
    root = tracked(
        draft(*map(Paragraph, HALVES), Section("Lakes"), Paragraph("Decides so.")),
        draft(Paragraph(WATER), Section("Lakes"), Paragraph("Decides so.")),
    )["word/document.xml"]
    assert ends(root)[-1:] == ["del"]


def test_a_comma_at_the_seam_has_the_words_written_anew() -> None:
    """pandoc sets a space where a tracked end was."""
    seam = WATER.replace(", and the", " (measured), the")
    halves = (HALVES[0].replace(";", " (measured)"), HALVES[1].replace("Welcomes", ","))
    root = tracked(
        draft(*map(Paragraph, halves), Paragraph("Decides so.")),
        draft(Paragraph(seam), Paragraph("Decides so.")),
    )["word/document.xml"]
    gone = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr/{W}del") is not None]
    assert [p.findall(f"{W}r") for p in gone] == [[]]


def test_a_moved_paragraph_goes_in_one_piece_before_lines_set_otherwise() -> None:
    """LibreOffice 7.4 would give its number to the lines of adoption (decision 27)."""
    others = [f"Invites State number {n} to publish its plan for lake {n};" for n in range(5)]
    edited = FIRST.replace("States", "all States")
    adopted = Adoption(date(2025, 12, 1), "60th plenary meeting")
    before = replace(draft(*map(Paragraph, [*others, FIRST])), adopted=adopted)
    after = replace(draft(*map(Paragraph, [edited, *others])), adopted=adopted)
    found = changes(tracked(before, after)["word/document.xml"])
    assert ("moveFrom", FIRST) in found
    assert ("ins", " all") in found


def test_moves_without_a_day_have_one_where_the_schema_asks_for_it() -> None:
    others = [f"Invites State number {n} to publish its plan for lake {n};" for n in range(5)]
    root = tracked(
        draft(*map(Paragraph, [*others, FIRST])), draft(*map(Paragraph, [FIRST, *others]))
    )["word/document.xml"]
    starts = [each for tag in ("moveFromRangeStart", "moveToRangeStart")
              for each in root.iter(f"{W}{tag}")]  # fmt: skip
    assert [each.get(f"{W}date") for each in starts] == ["1980-01-01T00:00:00Z"] * 2
    assert [each.get(f"{W}date") for each in root.iter(f"{W}moveTo")] == [None] * 2


def test_the_only_paragraph_gets_a_number_when_a_second_comes() -> None:
    root = tracked(draft(Paragraph(FIRST)), draft(Paragraph(FIRST), Paragraph("Decides so.")))[
        "word/document.xml"
    ]
    assert len(root.findall(f".//{W}numPr")) == 2
    assert changes(root) == [("ins", "Decides so.")]


def test_the_only_paragraph_left_has_its_number_again_when_all_is_rejected() -> None:
    root = tracked(draft(Paragraph(FIRST), Paragraph("Decides so.")), draft(Paragraph(FIRST)))[
        "word/document.xml"
    ]
    assert len(root.findall(f".//{W}pPrChange/{W}pPr/{W}numPr")) == 1
    assert changes(root) == [("del", "Decides so.")]


def test_every_list_is_a_kind_of_its_own() -> None:
    """LibreOffice 7.4 keeps a start told anew at the first paragraph of a list, gone or not."""
    text = replace(
        draft(Section("First"), *map(Paragraph, HALVES), Section("Second"), Paragraph(FIRST)),
        numbering="by section",
    )
    root = parts_of(clean_file(text, WordSetting()))["word/numbering.xml"]
    kinds = [each.get(f"{W}val") for each in root.findall(f"{W}num/{W}abstractNumId")]
    assert kinds == [each.get(f"{W}abstractNumId") for each in root.findall(f"{W}abstractNum")]
    assert len(set(kinds)) == len(kinds) > 1


def test_both_readings_are_told_apart() -> None:
    before, after = draft(Paragraph(FIRST)), draft(Paragraph(SECOND))
    data = tracked_file(before, after, redline(before, after, compare(before, after)),
                        WordSetting())  # fmt: skip
    assert FIRST.removeprefix("Encourages") in words(data, "reject")
    assert SECOND.removeprefix("Encourages") in words(data, "accept")


def test_a_heading_between_paragraphs_comes_alone() -> None:
    root = tracked(
        draft(Paragraph(FIRST), Paragraph("Decides so.")),
        draft(Paragraph(FIRST), Section("Follow-up"), Paragraph("Decides so.")),
    )["word/document.xml"]
    assert changes(root) == [("ins", "IFollow-up")]
