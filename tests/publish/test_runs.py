from dataclasses import replace

import pytest

from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Footnote, Masthead
from penholder.model.segment import Segment, Segments
from penholder.model.session import Session
from penholder.publish.languages import PACKAGED
from penholder.publish.page import NoteMark, Runs, Words
from penholder.publish.runs import (
    Notes,
    RunSetter,
    note_openings,
    plain_runs,
    reference_numbers,
)

EN = PACKAGED.of("en")


def document(*texts: str, session: str = "53") -> Document:
    return Document(
        Masthead("resolution", "General Assembly", session=Session.parse(session)),
        operative=tuple(map(Paragraph, texts)),
        footnotes=(Footnote("a", "See *A*."), Footnote("b", "See B.")),
    )


def setter(after: Document, before: Document | None = None) -> RunSetter:
    texts: dict[str, Segments] = {
        note.key: (Segment("equal", note.text),) for note in after.footnotes
    }
    earlier = before or after
    notes = Notes(after, texts, note_openings(earlier), language=EN)
    return RunSetter(notes, reference_numbers(after, EN), reference_numbers(earlier, EN))


def equal(text: str) -> Segments:
    return (Segment("equal", text),)


def set_words(text: str) -> Runs:
    return setter(document()).runs(equal(text), opens=True)


class TestItalics:
    def test_an_opening_phrase_is_italic(self) -> None:
        assert set_words("Calls upon all States;") == (
            Words("Calls upon", italic=True), Words(" all States;"),
        )  # fmt: skip

    def test_a_paragraph_that_begins_with_a_star_says_itself_what_is_italic(self) -> None:
        assert set_words("*Calls* upon all States;") == (
            Words("Calls", italic=True), Words(" upon all States;"),
        )  # fmt: skip

    def test_an_unknown_opening_stays_upright_and_marks_count_on(self) -> None:
        assert set_words("Zzz the *Charter*,") == (
            Words("Zzz the "), Words("Charter", italic=True), Words(","),
        )  # fmt: skip

    def test_an_opening_phrase_in_two_versions_is_italic_in_both(self) -> None:
        segments = (
            Segment("delete", "Calls upon"), Segment("insert", "Urges"), Segment("equal", " all;"),
        )  # fmt: skip
        assert setter(document()).runs(segments, opens=True) == (
            Words("Calls upon", True, "deleted"), Words("Urges", True, "inserted"), Words(" all;"),
        )  # fmt: skip

    def test_a_star_that_only_one_version_has_turns_that_version_only(self) -> None:
        segments = (Segment("insert", "*"), Segment("equal", "Water"), Segment("insert", "*"))
        assert plain_runs(segments) == (Words("Water", italic=True, restyled="now italic"),)


class TestCalls:
    def test_by_the_former_rule_a_note_called_again_keeps_its_number(self) -> None:
        setting = setter(document("One[^a] two[^b]", "Three[^a]"))
        runs = setting.runs(equal("One[^a] two[^b]"), opens=False)
        runs += setting.runs(equal("Three[^a]"), opens=False)
        marks = [run for run in runs if isinstance(run, NoteMark)]
        assert [(m.number, m.anchor, m.target, m.note is not None) for m in marks] == [
            ("1", "call-1", "note-1", True),
            ("2", "call-2", "note-2", True),
            ("1", "call-1-2", "note-1", False),
        ]
        first, second = setting.notes.gathered()
        assert first.calls == ("call-1", "call-1-2")
        assert first.runs == (Words("See "), Words("A", italic=True), Words("."))
        assert second.calls == ("call-2",)

    def test_today_each_call_is_a_note_of_its_own(self) -> None:
        setting = setter(document("One[^a]", "Two[^a]", session="79"))
        setting.runs(equal("One[^a]"), opens=False)
        setting.runs(equal("Two[^a]"), opens=False)
        notes = setting.notes.gathered()
        assert [(note.number, note.anchor, note.calls) for note in notes] == [
            ("1", "note-1", ("call-1",)), ("2", "note-2", ("call-2",)),
        ]  # fmt: skip

    def test_a_call_that_is_gone_keeps_its_number_and_brings_its_note(self) -> None:
        before, after = document("One[^b]", "Two[^b]"), document("One", "Two")
        setting = setter(after, before)
        gone = (Segment("equal", "One"), Segment("delete", "[^b]"))
        for _ in range(2):
            (_, mark) = setting.runs(gone, (7,), opens=False)
        assert mark == NoteMark("7", "struck-call-7-2", "struck-note-7", "deleted")
        (note,) = setting.notes.gathered()
        assert note.runs == (Words("See B.", change="deleted"),)
        assert note.calls == ("struck-call-7", "struck-call-7-2")

    def test_a_call_that_is_gone_leads_to_the_note_where_it_stands_now(self) -> None:
        before, after = document("One[^b]", "Two[^b]"), document("One", "Two[^b]")
        setting = setter(after, before)
        (_, mark) = setting.runs(
            (Segment("equal", "One"), Segment("delete", "[^b]")), (1,), opens=False
        )
        setting.runs(equal("Two[^b]"), opens=False)
        assert isinstance(mark, NoteMark)
        assert (mark.target, mark.note) == ("note-1", None)
        (note,) = setting.notes.gathered()
        assert note.calls == ("struck-call-1", "call-1")
        assert note.runs == (Words("See B."),)

    def test_a_note_that_no_page_had_before_is_marked(self) -> None:
        setting = setter(document("One[^b]"), document("One"))
        segments = (Segment("equal", "One"), Segment("insert", "[^b]"))
        setting.runs(segments, opens=False)
        assert setting.notes.gathered()[0].runs == (Words("See B.", change="inserted"),)


def test_a_reference_prints_the_number_that_the_paragraph_has_now() -> None:
    def numbered(*paragraphs: Paragraph) -> Document:
        return Document(Masthead("resolution", "General Assembly"), operative=paragraphs)

    aim = Paragraph("Decides:", id="aim", items=(Paragraph("To meet;", id="meeting"),))
    other, last = Paragraph("Notes the day;"), Paragraph("Recalls [[aim]].")
    before, after = numbered(aim, other, last), numbered(other, aim, last)
    assert reference_numbers(after, EN) == {"aim": "2", "meeting": "2 (a)"}
    setting = setter(after, before)
    segments = (Segment("equal", "See [[aim]]"), Segment("delete", ", [[aim]]"))
    assert setting.runs(segments, opens=False) == (Words("See 2"), Words(", 1", change="deleted"))
    assert setting.runs(equal("[[none]]"), opens=False) == (Words("none"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rapport[^a]; et suite", "Rapport|1|\u00a0; et suite"),
        ("Rapport[^a], et suite", "Rapport|1|, et suite"),
        ("Voir *Recueil*: no 3", "Voir |Recueil|\u00a0: no 3"),
        ("Voir *Recueil* : no 3", "Voir |Recueil|\u00a0: no 3"),
        ("Voir «*Recueil*»;", "Voir «\u00a0|Recueil|\u00a0»\u00a0;"),
    ],
)
def test_a_mark_behind_a_call_or_another_face_has_its_space_too(text: str, told: str) -> None:
    noted = replace(document(text), masthead=replace(document().masthead, language="fr"))
    french = PACKAGED.of("fr")
    notes = Notes(noted, {}, note_openings(noted), language=french)
    runs = RunSetter(notes, {}, {}).runs(equal(text), opens=False)
    shown = (run.text if isinstance(run, Words) else run.number for run in runs)
    assert "|".join(shown) == told
