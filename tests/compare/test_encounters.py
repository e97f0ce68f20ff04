"""What two parties did to one base, place by place."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import documents, revisions

from penholder.compare.encounters import Encounter, encounters
from penholder.compare.versions import compare
from penholder.model.blocks import Block, Paragraph
from penholder.model.document import Document, Footnote, Masthead, Sponsors

FIRST = Paragraph(
    "Calls upon all States to keep their rivers clean and to report on them each year;"
)
SECOND = Paragraph("Requests the Secretary-General to report on the state of lakes;")
THIRD = Paragraph("Welcomes the contribution of young people to the work of the Conference;")
LAST = Paragraph("Decides to remain seized of the matter.")
BASE = (FIRST, SECOND, THIRD, LAST)


def made_of(*operative: Block) -> Document:
    masthead = Masthead("draft resolution", "General Assembly")
    return Document(masthead, title="Water", operative=operative)


def reworded(paragraph: Paragraph, then: str, now: str) -> Paragraph:
    assert then in paragraph.text
    return replace(paragraph, text=paragraph.text.replace(then, now))


def standings(
    mine: Document, theirs: Document, base: Document | None = None
) -> list[tuple[str, str]]:
    found = encounters(base or made_of(*BASE), mine, theirs)
    return [(each.place, each.standing) for each in found.all]


def test_what_one_party_did_alone_meets_nobody() -> None:
    changed = made_of(reworded(FIRST, "rivers", "seas"), *BASE[1:])
    assert standings(changed, made_of(*BASE)) == [("OP 1", "mine")]
    assert standings(made_of(*BASE), changed) == [("OP 1", "theirs")]
    assert standings(changed, changed) == [("OP 1", "agree")]


def test_words_of_one_paragraph_meet_or_stand_beside_one_another() -> None:
    seas = made_of(reworded(FIRST, "rivers", "seas"), *BASE[1:])
    lakes = made_of(reworded(FIRST, "rivers", "lakes"), *BASE[1:])
    years = made_of(reworded(FIRST, "each year", "every second year"), *BASE[1:])
    assert standings(seas, lakes) == [("OP 1", "meet")]
    assert standings(seas, years) == [("OP 1", "beside")]


def test_a_paragraph_deleted_meets_the_same_reworded() -> None:
    gone = made_of(*BASE[1:])
    seas = made_of(reworded(FIRST, "rivers", "seas"), *BASE[1:])
    assert standings(gone, seas) == [("OP 1", "meet")]
    assert standings(gone, gone) == [("OP 1", "agree")]


def test_a_paragraph_moved_stands_beside_its_rewording_and_meets_another_move() -> None:
    to_end = made_of(SECOND, THIRD, LAST, FIRST)
    behind_third = made_of(SECOND, THIRD, FIRST, LAST)
    seas = made_of(reworded(FIRST, "rivers", "seas"), *BASE[1:])
    assert standings(to_end, seas) == [("OP 1", "beside")]
    assert standings(to_end, behind_third)[0] == ("OP 1", "meet")
    assert standings(to_end, to_end) == [("OP 1", "agree")]


def test_what_both_insert_at_one_place_meets_unless_it_is_the_same() -> None:
    one, other = Paragraph("Notes the weather;"), Paragraph("Takes note of the climate report;")
    mine, theirs = made_of(FIRST, one, *BASE[1:]), made_of(FIRST, other, *BASE[1:])
    both = made_of(FIRST, one, other, *BASE[1:])
    start = made_of(one, *BASE)
    assert standings(mine, theirs) == [("after OP 1", "meet")]
    assert standings(mine, mine) == [("after OP 1", "agree")]
    assert standings(mine, both) == [("after OP 1", "agree"), ("after OP 1", "theirs")]
    assert standings(start, mine) == [("at the start", "mine"), ("after OP 1", "theirs")]


def test_what_one_party_inserts_twice_agrees_once_with_the_other() -> None:
    one = Paragraph("Notes the weather;")
    once, twice = made_of(FIRST, one, *BASE[1:]), made_of(FIRST, one, one, *BASE[1:])
    assert standings(twice, once) == [("after OP 1", "agree"), ("after OP 1", "mine")]
    assert standings(once, twice) == [("after OP 1", "agree"), ("after OP 1", "theirs")]


def test_a_split_or_merge_meets_whatever_else_was_done() -> None:
    parts = (
        Paragraph("Calls upon all States to keep their rivers clean;"),
        Paragraph("Calls upon all States to report on them each year;"),
    )
    split = made_of(*parts, *BASE[1:])
    seas = made_of(reworded(FIRST, "rivers", "seas"), *BASE[1:])
    assert standings(split, seas) == [("OP 1", "meet")]
    assert standings(split, split) == [("OP 1", "agree")]
    base, merged = split, made_of(*BASE)
    late = made_of(parts[0], reworded(parts[1], "each year", "often"), *BASE[1:])
    assert standings(merged, late, base) == [("OP 1, OP 2", "meet")]


def test_footnotes_meet_by_identity_and_fields_by_name() -> None:
    noted = replace(LAST, text="Decides to remain seized of the matter.[^sg]")
    base = replace(made_of(noted), footnotes=(Footnote("sg", "A/53/413 and Add.1."),))
    mine = replace(base, footnotes=(Footnote("sg", "A/53/414 and Add.1."),), title="Fresh water")
    theirs = replace(base, footnotes=(Footnote("sg", "A/53/415 and Add.1."),), title="Salt water")
    later = replace(base, footnotes=(Footnote("sg", "A/53/413 and Add.2."),))
    gone = replace(base, operative=(LAST,), footnotes=())
    assert standings(mine, theirs, base) == [("title", "meet"), ("footnote sg", "meet")]
    assert ("footnote sg", "beside") in standings(mine, later, base)
    assert ("footnote sg", "meet") in standings(mine, gone, base)


def test_new_notes_of_one_key_meet_and_sponsors_never_do() -> None:
    def with_note(text: str, *states: str) -> Document:
        document = made_of(replace(LAST, text="Decides to remain seized of the matter.[^n]"))
        masthead = replace(document.masthead, sponsors=Sponsors(states=states))
        return replace(document, masthead=masthead, footnotes=(Footnote("n", text),))

    base = made_of(LAST)
    one, other = with_note("One.", "Chad"), with_note("Other.", "Fiji")
    found = standings(one, other, base)
    assert ("new footnote n", "meet") in found
    assert ("sponsors joined", "beside") in found
    assert ("sponsors joined", "agree") in standings(one, one, base)


def mirrored(encounter: Encounter) -> tuple[str, str]:
    names = {"mine": "theirs", "theirs": "mine"}
    return encounter.place, names.get(encounter.standing, encounter.standing)


@given(revisions(), documents())
def test_laws_of_encounters(pair: tuple[Document, Document], other: Document) -> None:
    base, mine = pair
    assert encounters(base, base, base).all == ()
    assert {each.standing for each in encounters(base, mine, base).all} <= {"mine"}
    assert {each.standing for each in encounters(base, mine, mine).all} <= {"agree"}
    found = encounters(base, mine, other)
    swapped = encounters(base, other, mine)
    assert sorted(map(mirrored, found.all)) == sorted(
        (each.place, each.standing) for each in swapped.all
    )


@given(st.tuples(documents(), documents()))
def test_every_change_of_a_party_is_told_once(pair: tuple[Document, Document]) -> None:
    base, mine = pair
    told = [deed for each in encounters(base, mine, base).text for deed in each.mine]
    silent = [
        change for change in compare(base, mine).changes if not getattr(change, "is_carried", False)
    ]
    assert [each for each in silent if each not in told] == []
    assert len(told) == len({id(each) for each in told})
