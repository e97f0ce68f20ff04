"""The laws of comparison, over documents of every shape."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import documents, revisions, texts

from penholder.compare.apply import apply, undo
from penholder.compare.inverse import reversed_comparison
from penholder.compare.redline import accepted, redline, rejected
from penholder.compare.versions import compare
from penholder.compare.words import split_segments, text_segments
from penholder.model.document import Document
from penholder.model.outline import outline, rebuilt
from penholder.model.segment import text_after, text_before

PAIRS = st.one_of(revisions(), st.tuples(documents(), documents()))


def units(document: Document) -> tuple[str, ...]:
    return tuple(unit.text for unit in outline(document))


@given(documents())
def test_outline_gives_the_document_back(document: Document) -> None:
    assert rebuilt(document, outline(document)) == document


@given(documents())
def test_comparison_with_itself_is_empty(document: Document) -> None:
    comparison = compare(document, document)

    assert comparison.is_empty
    assert comparison.fields == ()
    assert {line.status for line in redline(document, document, comparison).lines} <= {"equal"}


@given(PAIRS)
def test_applied_comparison_gives_the_later_version_and_undone_the_earlier(
    pair: tuple[Document, Document],
) -> None:
    before, after = pair
    comparison = compare(before, after)

    assert apply(comparison, before) == after
    assert undo(comparison, after) == before
    assert reversed_comparison(reversed_comparison(comparison)) == comparison
    assert comparison.is_empty == (before == after)


@given(PAIRS)
def test_redline_accepted_is_the_later_version_and_rejected_the_earlier(
    pair: tuple[Document, Document],
) -> None:
    before, after = pair
    shown = redline(before, after, compare(before, after))

    assert accepted(shown) == units(after)
    assert rejected(shown) == units(before)
    assert (text_before(shown.title), text_after(shown.title)) == (before.title, after.title)
    notes = [line for line in shown.notes if line.key_after]
    assert {line.key_after: text_after(line.segments) for line in notes} == {
        note.key: note.text for note in after.footnotes
    }


@given(PAIRS)
def test_same_versions_give_the_same_comparison(pair: tuple[Document, Document]) -> None:
    assert compare(*pair) == compare(*pair)


@given(texts(), texts())
def test_segments_hold_both_texts(before: str, after: str) -> None:
    segments = text_segments(before, after, {})

    assert (text_before(segments), text_after(segments)) == (before, after)


@given(texts(), st.lists(texts(), min_size=2, max_size=4))
def test_segments_of_a_split_hold_the_whole_and_every_part(before: str, after: list[str]) -> None:
    passages = split_segments(before, after, {})

    assert [text_after(passage) for passage in passages] == after
    assert "".join(text_before(passage) for passage in passages) == before
