"""Versions in another language beside the one that all follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from penholder.check.finding import Finding, InNote, InTitle, InUnit
from penholder.check.language_versions import language_versions
from penholder.check.rules import check
from penholder.model.amendment import Address, DeleteParagraphs, Instruction
from penholder.model.blocks import Heading, Paragraph
from penholder.model.document import Adoption, Document, Footnote, Masthead
from penholder.model.session import Session

LEADER = Document(
    Masthead("resolution", "General Assembly", session=Session("", 53), agenda_items=("3",)),
    adopted=Adoption(date(1998, 12, 9), "85th plenary meeting"),
    preamble=(Paragraph("Recalling its resolution 52/102 of 12 December 1997,[^a]"),),
    operative=(
        Paragraph("Takes note of document A/53/413;"),
        Paragraph("Requests a report:", items=(Paragraph("In 2001;"), Paragraph("In 2003."))),
    ),
    footnotes=(Footnote("a", "A/53/1."),),
)
FRENCH = replace(
    LEADER,
    masthead=replace(LEADER.masthead, language="fr"),
    adopted=Adoption(date(1998, 12, 9), "85e séance plénière"),
    preamble=(Paragraph("Rappelant sa résolution 52/102 du 12 décembre 1997[^a],"),),
    operative=(
        Paragraph("Prend note du document A/53/413 ;"),
        Paragraph("Demande un rapport :", items=(Paragraph("En 2001 ;"), Paragraph("En 2003."))),
    ),
)


def found(version: Document) -> list[Finding]:
    return list(language_versions(LEADER, version, "A/RES/53/9"))


def told(version: Document) -> list[str]:
    return [f"{each.code} {each.what}" for each in found(version)]


def test_a_version_alike_in_shape_and_figures_is_clean() -> None:
    assert found(LEADER) == []
    assert found(FRENCH) == []


def test_a_paragraph_that_is_not_translated_yet_is_told_before_its_place() -> None:
    behind = replace(FRENCH, operative=FRENCH.operative[1:])
    assert told(behind) == ["E-SHAPE OP 1 of A/RES/53/9 has no counterpart here"]
    assert found(behind)[0].spot == InUnit(0)


def test_a_paragraph_too_many_is_told_at_its_place() -> None:
    ahead = replace(FRENCH, operative=(*FRENCH.operative, Paragraph("Décide en 2010.")))
    assert told(ahead) == ["E-SHAPE OP 3 has no counterpart in A/RES/53/9"]
    assert found(ahead)[0].spot == InUnit(5)


def test_other_years_or_symbols_tell_of_a_lag() -> None:
    old = Paragraph("Rappelant sa résolution 51/70 du 12 décembre 1996[^a],")
    assert told(replace(FRENCH, preamble=(old,))) == [
        "W-LAG PP 1 may lag behind: 1997, 52/102 only in A/RES/53/9; 1996, 51/70 only here"
    ]
    assert found(replace(FRENCH, preamble=(old,)))[0].fix == "compare it with PP 1 of A/RES/53/9"


def test_a_heading_in_the_place_of_a_paragraph_is_of_another_shape() -> None:
    odd = replace(FRENCH, operative=(Heading("Document A/53/413"), FRENCH.operative[1]))
    assert "E-SHAPE heading 1 stands where A/RES/53/9 has OP 1" in told(odd)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"session": Session("", 54)}, "E-SHAPE session: 54 here, 53 in A/RES/53/9"),
        ({"agenda_items": ()}, "E-SHAPE agenda items: nothing here, 1 in A/RES/53/9"),
        ({"organ": "Security Council"},
         "E-SHAPE organ: Security Council here, General Assembly in A/RES/53/9"),
    ],
)  # fmt: skip
def test_the_facts_of_the_masthead_are_one(change: dict[str, object], what: str) -> None:
    masthead = replace(FRENCH.masthead, **change)  # type: ignore[arg-type]
    version = replace(FRENCH, masthead=masthead)
    assert told(version) == [what]
    assert found(version)[0].spot == InTitle()


def test_the_meeting_is_one_by_its_number() -> None:
    other = replace(FRENCH, adopted=Adoption(date(1998, 12, 9), "86e séance plénière"))
    assert told(other) == ["E-SHAPE meeting: 86 here, 85 in A/RES/53/9"]


def test_footnotes_are_known_by_their_keys() -> None:
    renamed = replace(FRENCH, footnotes=(Footnote("b", "A/53/1."),))
    assert told(renamed) == [
        "E-SHAPE the footnote b is not in A/RES/53/9",
        "E-SHAPE the footnote a of A/RES/53/9 is not here",
    ]
    assert [each.spot for each in found(renamed)] == [InNote("b"), InTitle()]


def test_an_instruction_in_another_language_needs_its_sentence() -> None:
    told = Instruction(asks=(DeleteParagraphs((Address.parse("OP 1"),)),))
    masthead = Masthead("amendment", "General Assembly", language="fr", target="A/C.3/80/L.2")
    french = Document(masthead, instructions=(told,))
    assert [each.code for each in check(french)] == ["W-SENTENCE"]
    spoken = replace(told, sentence="Supprimer le paragraphe 1.")
    assert check(replace(french, instructions=(spoken,))) == ()
    english = replace(french, masthead=replace(masthead, language="en"))
    assert check(english) == ()
