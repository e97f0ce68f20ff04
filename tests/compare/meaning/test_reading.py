"""Laws of the reading: it invents nothing, and what stayed means what it meant."""

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from tests.compare.meaning.test_cases import meaning_of, told
from tests.compare.test_cases import read_plain
from tests.strategies import documents, revisions

from penholder.compare.meaning.figures import citations, deadlines, figures_changed
from penholder.compare.meaning.finding import KINDS
from penholder.compare.meaning.passages import note_passages, passages
from penholder.compare.meaning.phrases import hedges, resources
from penholder.compare.meaning.reading import meaning
from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.document import Adoption, Document, Vote


@given(documents())
def test_a_document_means_what_it_means(document: Document) -> None:
    assert meaning_of(document, document).findings == ()


@given(revisions())
def test_words_told_stand_at_the_place_told(pair: tuple[Document, Document]) -> None:
    before, after = pair
    shown = redline(before, after, compare(before, after))
    units, notes = passages(shown), note_passages(shown)
    texts_before, texts_after = (
        {
            address: text
            for passage in (*units, *notes)
            for side in [getattr(passage, name)]
            for text, address in zip(side.texts, side.addresses, strict=True)
        }
        for name in ("before", "after")
    )
    found = [*citations(units, notes), *figures_changed(units), *deadlines(units)]
    for finding in [*found, *resources(units), *hedges(units)]:
        assert finding.words_before in texts_before.get(finding.before or "", "")
        assert finding.words_after in texts_after.get(finding.after or "", "")


@given(revisions())
def test_findings_stand_by_kind(pair: tuple[Document, Document]) -> None:
    kinds = [KINDS.index(finding.kind) for finding in meaning_of(*pair).findings]
    assert kinds == sorted(kinds)


def test_other_languages_are_not_read() -> None:
    before, after = (
        read_plain(f"OP: {verb} Member States to meet;\nOP: Decides to remain seized.")
        for verb in ("Invites", "Urges")
    )
    french = [
        replace(each, masthead=replace(each.masthead, language="fr")) for each in (before, after)
    ]
    found = meaning_of(french[0], french[1])
    assert (found.is_read, found.findings) == (False, ())
    assert meaning_of(before, after).is_read


def _in_french(document: Document) -> Document:
    return replace(document, masthead=replace(document.masthead, language="fr"))


def test_a_vote_is_told() -> None:
    before = read_plain("ADOPTED: 1998-12-09\nOP: Decides to remain seized of the matter.")
    assert before.adopted
    vote = Vote(in_favour=120, against=2, abstaining=30)
    after = replace(before, adopted=replace(before.adopted, vote=vote))
    assert isinstance(after.adopted, Adoption)
    assert told(meaning_of(before, after).findings) == (
        "vote | - | - | - | in favour: 120; against: 2; abstaining: 30 | vote\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["(a)", "(A)", "A/1", "1, ", "paragraph 1 and 2 to 3, "])
def test_repeated_signs_cost_no_more_than_in_proportion(piece: str) -> None:
    few, many = (_seconds(piece * count) for count in (1_000, 8_000))
    assert many < 8 * 4 * max(few, 0.001)


def _seconds(text: str) -> float:
    versions = read_plain(f"OP: Urges {text} x;"), read_plain(f"OP: Urges {text} y;")
    shown = redline(*versions, compare(*versions))
    begun = process_time()
    meaning(shown)
    return process_time() - begun
