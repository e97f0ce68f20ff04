"""The seed as it was received, and short texts of our own, become documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from penholder.ingest.passages import Lettering
from penholder.ingest.plain_text import read_plain_text
from penholder.ingest.reading import read_source
from penholder.ingest.recognise import recognise
from penholder.model.blocks import Block, Heading, Paragraph, Quote, Section, Unplaced
from penholder.model.document import Adoption, Document, Footnote
from penholder.model.wording import plain
from penholder.store.read import read_document

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "tests" / "samples" / "A-RES-53-123.txt"
HEAD = """\
United Nations A/C.3/54/L.9

General Assembly Distr.: Limited

1 October 1999

Original: English

Fifty-fourth session

Third Committee

Agenda item 10 (b)
Water

Austria, Netherlands (Kingdom of the) and Trinidad and Tobago:* draft resolution

Clean rivers

*The General Assembly*,

*Recalling* its resolution 47/193 of 22 December 1992,¹

* Any changes to the list of sponsors will be told.

¹ A/47/1.

"""


def _read(text: str) -> Document:
    return recognise(Lettering(read_plain_text(text))).document


def test_the_seed_becomes_the_document_that_was_written_by_hand() -> None:
    content = ROOT / "content" / "A" / "RES" / "53" / "123.yaml"
    wanted = read_document(content.read_bytes(), "x").document
    assert wanted
    found = _with_keys_of(read_source(SEED.read_bytes()).document, wanted)
    texts = [plain(note.text) for note in found.footnotes]
    assert texts == [plain(note.text) for note in wanted.footnotes]
    assert replace(found, footnotes=wanted.footnotes) == wanted


def test_nothing_of_the_seed_is_set_aside() -> None:
    assert not read_source(SEED.read_bytes()).set_aside


def test_the_masthead_of_a_draft_is_read_field_by_field() -> None:
    masthead = _read(HEAD + "1. *Decides* to continue;\n\n2. *Decides* to end.").masthead
    assert masthead.kind == "draft resolution"
    assert str(masthead.symbol) == "A/C.3/54/L.9"
    assert masthead.committee == "Third Committee"
    assert masthead.agenda_items == ("10 (b)",)
    assert masthead.agenda_titles == ("Water",)
    assert masthead.original == "English"
    assert masthead.sponsors.states == (
        "Austria",
        "Netherlands (Kingdom of the)",
        "Trinidad and Tobago",
    )
    assert masthead.sponsors.note == "Any changes to the list of sponsors will be told."


def test_a_sentence_that_tells_who_submits_is_kept_whole() -> None:
    line = "Draft resolution submitted by the Chair, A. B. (Chad), on draft resolution A/54/L.1"
    names = "Austria, Netherlands (Kingdom of the) and Trinidad and Tobago:* draft resolution"
    masthead = _read(HEAD.replace(names, line) + "1. *Decides*.").masthead
    assert (masthead.sponsors.line, masthead.sponsors.states) == (line, ())


def test_a_council_resolution_without_letterhead_is_told_by_its_heading() -> None:
    lines = (
        "Resolution 2722 (2024)",
        "Adopted by the Security Council at its 9527th meeting, on 10 January 2024",
        "*The Security Council*,", "*Recalling* its duties,", "1. *Acts*;", "2. *Decides*.",
    )  # fmt: skip
    document = _read("\n\n".join(lines))
    assert str(document.masthead.symbol) == "S/RES/2722 (2024)"
    assert (document.masthead.organ, document.masthead.heading) == ("Security Council", "")
    assert document.adopted == Adoption(date(2024, 1, 10), "9527th meeting")
    assert document.organ_line == ""


def test_a_paragraph_that_a_footnote_cuts_is_made_whole() -> None:
    text = HEAD + "1. *Calls upon* all States to keep their\n\n² A/48/2.\n\nrivers² clean."
    document = _read(text)
    assert document.operative == (
        Paragraph("Calls upon all States to keep their rivers[^a-48-2] clean.", number="1"),
    )


def test_numbers_that_follow_from_the_place_are_not_kept() -> None:
    operative = _read(
        HEAD + "1. *Decides* one;\n\n2. *Decides* two;\n\n5. *Decides* five."
    ).operative
    assert [each.number for each in operative if isinstance(each, Paragraph)] == [None, None, "5"]


def test_letters_build_lists_of_several_degrees() -> None:
    lines = (
        "1. *Decides*:", "(a) To act:", "(i) At once;", "(ii) With care;", "(b) To wait;",
        "as it sees fit;", "2. *Requests* a report.",
    )  # fmt: skip
    first = _read(HEAD + "\n\n".join(lines)).operative[0]
    to_act = Paragraph("To act:", items=(Paragraph("At once;"), Paragraph("With care;")))
    assert first == Paragraph(
        "Decides:", items=(to_act, Paragraph("To wait;")), closing="as it sees fit;"
    )


def test_the_ninth_letter_is_no_roman_numeral() -> None:
    items = [f"({letter}) Item {letter};" for letter in "abcdefghijk"]
    first = _read(HEAD + "\n\n".join(["1. *Decides*:", *items, "2. *Ends*."])).operative[0]
    assert isinstance(first, Paragraph)
    assert [item.text for item in first.items] == [f"Item {letter};" for letter in "abcdefghijk"]
    assert all(item.number is None for item in first.items)


def test_sections_that_restart_are_counted_by_section() -> None:
    lines = ("I", "Rivers", "*Recalling* them,", "1. *Decides* one;", "2. *Decides* two;")
    more = ("II", "Lakes", "1. *Decides* three;", "2. *Decides* four.")
    document = _read(HEAD + "\n\n".join((*lines, *more)))
    assert document.numbering == "by section"
    assert document.operative[:2] == (
        Section("Rivers"),
        Paragraph("Recalling them,", preambular=True),
    )
    assert document.operative[4] == Section("Lakes")


def test_an_annex_has_headings_and_numbers_of_its_own() -> None:
    lines = (
        "1. *Adopts* the rules.",
        "Annex",
        "Rules of the river",
        "I. Scope",
        "1. All.",
        "2. None.",
    )
    annex = _read(HEAD + "\n\n".join(lines)).annexes[0]
    assert annex.title == "Rules of the river"
    assert annex.numbering == "continuous"
    assert annex.body == (Heading("I. Scope"), Paragraph("All."), Paragraph("None."))


def _operative(*lines: str) -> tuple[Block, ...]:
    return _read(HEAD + "\n\n".join(lines)).operative


def test_a_list_that_counts_from_1_stands_below_the_paragraph_that_announces_it() -> None:
    lines = (
        "1. *Decides* to act;", "2. *Approves* the following agenda:", "1. Opening.",
        "2. Rivers.", "3. Closing.", "3. *Requests* a report;", "4. *Decides* to end.",
    )  # fmt: skip
    agenda = (Paragraph("Opening.", number="1."), Paragraph("Rivers."), Paragraph("Closing."))
    assert _operative(*lines) == (
        Paragraph("Decides to act;"),
        Paragraph("Approves the following agenda:", items=agenda),
        Paragraph("Requests a report;"),
        Paragraph("Decides to end."),
    )


def test_a_list_of_the_first_paragraph_ends_where_a_verb_begins() -> None:
    lines = ("1. *Approves* the following agenda:", "1. Opening.", "2. *Requests* a report.")
    first, second = _operative(*lines)
    assert first == Paragraph(
        "Approves the following agenda:", items=(Paragraph("Opening.", number="1."),)
    )
    assert second == Paragraph("Requests a report.")


def test_a_list_without_marks_stands_below_its_colon() -> None:
    lines = (
        "1. *Decides* to meet as follows:", "Monday: from 9 a.m.;", "Tuesday: from 10 a.m.;",
        "2. *Decides* to end.",
    )  # fmt: skip
    days = (Paragraph("Monday: from 9 a.m.;", number=""), Paragraph("Tuesday: from 10 a.m.;"))
    assert _operative(*lines)[0] == Paragraph("Decides to meet as follows:", items=days)


def test_letters_without_a_paragraph_above_are_a_list_of_their_own() -> None:
    lines = ("1. *Adopts* the plan.", "Annex", "The plan", "A. Water", "(a) Keep by:", "(i) Care;",
             "(ii) Work;", "(b) Share;")  # fmt: skip
    body = _read(HEAD + "\n\n".join(lines)).annexes[0].body
    care = (Paragraph("Care;"), Paragraph("Work;"))
    assert body[1:] == (
        Paragraph("Keep by:", number="(a)", items=care),
        Paragraph("Share;", number="(b)"),
    )


def test_what_a_paragraph_quotes_is_a_quotation_to_its_closing_sign() -> None:
    lines = (
        "1. *Decides* that the rule shall read as follows:", "“Rule 1", "“Water is free:",
        "“(a) For all;", "“(b) At all times.”;", "2. *Decides* to end.",
    )  # fmt: skip
    before, quote, after = _operative(*lines)
    items = (Paragraph("For all;", number="“(a)"), Paragraph("At all times.”;", number="“(b)"))
    assert (before, after) == (
        Paragraph("Decides that the rule shall read as follows:"),
        Paragraph("Decides to end."),
    )
    assert quote == Quote((Paragraph("“Rule 1"), Paragraph("“Water is free:", items=items)))


def test_a_title_in_quotation_marks_is_no_quotation() -> None:
    lines = ("1. *Welcomes* the panels:", "(a) “Water and work”;", "2. *Decides* to end.")
    assert _operative(*lines)[0] == Paragraph(
        "Welcomes the panels:", items=(Paragraph("“Water and work”;"),)
    )


def test_a_heading_may_begin_with_a_year() -> None:
    lines = ("1. *Adopts* the plan.", "Annex", "2030 plan for water", "We are resolved.")
    assert _read(HEAD + "\n\n".join(lines)).annexes[0].title == "2030 plan for water"


def test_numbers_that_begin_anew_are_told_once() -> None:
    """The drift of numbers is that of the paragraphs, whatever lists stand between them."""
    lines = (
        "1. *Decides*;", "5. *Decides*:", "(a) To act;", "(b) To wait;", "6. *Decides*;",
        "7. *Decides* to end.",
    )  # fmt: skip
    numbers = [block.number for block in _operative(*lines) if isinstance(block, Paragraph)]
    assert numbers == [None, "5", None, None]


def test_a_note_that_nothing_calls_stands_in_the_document_unplaced() -> None:
    document = _read(HEAD + "1. *Decides*.\n\n⁹ A/99/9.")
    assert document.operative[-1] == Unplaced("9 A/99/9.", page=1)


def _with_keys_of(found: Document, wanted: Document) -> Document:
    """Return a document with the note keys that somebody gave the same notes by hand."""
    from penholder.model.outline import outline, rebuilt

    pairs = zip(found.footnotes, wanted.footnotes, strict=True)
    names = {note.key: other.key for note, other in pairs}

    def named(text: str) -> str:
        for key, name in names.items():
            text = text.replace(f"[^{key}]", f"[^{name}]")
        return text

    units = [unit.with_text(named(unit.text)) for unit in outline(found)]
    notes = tuple(Footnote(names[note.key], note.text) for note in found.footnotes)
    return replace(rebuilt(found, units), footnotes=notes)


@pytest.mark.parametrize(
    ("above", "rest"),
    [
        ("*Noting* the importance of all the rivers of every continent and", "of the lakes,"),
        ("*Noting* the year of the rivers that was 2025, the year of lakes,", "2026, and others,"),
        ("1. *Decides* to observe the International Day of the Rivers and", "Lakes every year;"),
        ("1. *Decides* that co-operation on rivers is no substitute for,", "North-South work;"),
    ],
)
def test_a_paragraph_cut_by_a_page_is_made_whole(above: str, rest: str) -> None:
    document = _read(f"{HEAD}{above}\n\n{rest}\n\n2. *Requests* a report;\n\n3. *Decides* to end.")
    texts = [block.text for block in (*document.preamble, *document.operative)
             if isinstance(block, Paragraph)]  # fmt: skip
    whole = f"{above.removeprefix('1. ')} {rest}".replace("*", "")
    assert whole in [plain(text) for text in texts]
    assert all(plain(text) != rest for text in texts)


def test_fields_on_one_line_of_the_letterhead_are_told_apart() -> None:
    text = HEAD.replace("1 October 1999\n\nOriginal: English", "1 October 1999 English Original:")
    assert text != HEAD
    masthead = _read(text + "1. *Decides* to end.").masthead
    assert (masthead.issued, masthead.original) == (date(1999, 10, 1), "English")


def test_a_short_word_with_a_full_stop_is_no_marker() -> None:
    document = _read(f"{HEAD}1. *Decides* to end the report with its\n\nannex. It is long;\n")
    texts = " ".join(getattr(block, "text", "") for block in document.operative)
    assert "annex. It is long;" in texts


def test_a_title_in_italics_that_a_page_break_cuts_at_its_colon_is_made_whole() -> None:
    text = HEAD + (
        "1. *Recalls* the report entitled *The State of Rivers 2024:*\n\n² A/79/1.\n\n"
        "*Rivers at a Crossroads*,² and asks for another:\n\n(a) *Soon*;\n\n2. *Decides* to end."
    )
    recalls = _read(text).operative[0]
    assert isinstance(recalls, Paragraph)
    assert plain(recalls.text) == (
        "Recalls the report entitled The State of Rivers 2024: Rivers at a Crossroads, "
        "and asks for another:"
    )
    assert [plain(item.text) for item in recalls.items] == ["Soon;"]


def test_items_without_a_mark_or_an_end_are_no_headings() -> None:
    text = HEAD + (
        "1. *Decides* that there will be talks on the following themes:\n\n"
        "Talk 1: Rivers\n\nTalk 2: Lakes, and the waters below them\n\n"
        "2. *Decides also* to go on:\n\nOf the sea\n\n3 is no number of a paragraph."
    )
    decides, also, *rest = _read(text).operative
    assert isinstance(decides, Paragraph)
    assert [item.text for item in decides.items] == [
        "Talk 1: Rivers", "Talk 2: Lakes, and the waters below them",
    ]  # fmt: skip
    assert isinstance(also, Paragraph)
    assert [type(each) for each in rest] == [Heading, Paragraph]


def test_the_language_of_the_document_above_that_of_the_original_is_set_aside() -> None:
    text = HEAD.replace("Original: English", "Russian\n\nOriginal: English")
    found = recognise(Lettering(read_plain_text(text + "1. *Decides* to end.")))
    assert found.document.masthead.original == "English"
    assert [(each.text, each.reason) for each in found.set_aside] == [
        ("Russian", "language of the document")
    ]
