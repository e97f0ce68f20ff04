"""The JSON of a redline is whole: with it, either version leads to the texts of the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.strategies import documents, revisions

from penholder.compare.redline import redline
from penholder.compare.versions import compare
from penholder.model.blocks import Paragraph
from penholder.model.document import Document, Footnote, Masthead
from penholder.model.numbering import labels
from penholder.model.outline import outline
from penholder.publish.record_schema import redline_schema
from penholder.publish.records import ChangeRecord, RedlineRecord, SegmentRecord
from penholder.publish.redline_json import redline_record

PAIRS = st.one_of(revisions(), st.tuples(documents(), documents()))
VALIDATOR = Draft202012Validator(json.loads(redline_schema()))
FIRST = Paragraph(
    "Calls upon all States to keep their rivers clean and to report on them each year;"
)
LAST = Paragraph("Decides to remain seized of the matter.")
PARTS = (
    Paragraph("Calls upon all States to keep their rivers clean;"),
    Paragraph("Calls upon all States to report on them each year;"),
)


def made_of(*operative: Paragraph) -> Document:
    masthead = Masthead("draft resolution", "General Assembly")
    return Document(masthead, title="Water", operative=operative)


def record_of(before: Document, after: Document) -> RedlineRecord:
    comparison = compare(before, after)
    return redline_record(comparison, redline(before, after, comparison), ("one", "two"))


def text_before(words: Iterable[SegmentRecord]) -> str:
    return "".join(each["text"] for each in words if each["op"] != "insert")


def text_after(words: Iterable[SegmentRecord]) -> str:
    return "".join(each.get("became", each["text"]) for each in words if each["op"] != "delete")


def texts_of(document: Document) -> dict[str, str]:
    named = zip(labels(document), outline(document), strict=True)
    return {"title": document.title} | {label.address: unit.text for label, unit in named}


Read = Callable[[Iterable[SegmentRecord]], str]


def told_before(change: ChangeRecord) -> Iterator[tuple[str, str]]:
    if change["kind"] == "merge":
        yield from zip(change["before"], map(text_before, change["passages"]), strict=True)
    else:
        yield from ((address, text_before(change["segments"])) for address in change["before"])


def told_after(change: ChangeRecord) -> Iterator[tuple[str, str]]:
    if change["kind"] == "split":
        yield from zip(change["after"], map(text_after, change["passages"]), strict=True)
    else:
        yield from ((address, text_after(change["segments"])) for address in change["after"])


def filled(told: dict[str, str], addresses: Iterable[str], rest: Sequence[str]) -> list[str]:
    """Return the text at every address: as told, or the next of those that nothing is told of."""
    remaining = iter(rest)
    found = [told[each] if each in told else next(remaining) for each in addresses]
    assert not list(remaining)
    return found


@given(PAIRS)
def test_either_version_and_the_record_give_every_text_of_the_other(
    pair: tuple[Document, Document],
) -> None:
    before, after = map(texts_of, pair)
    record = record_of(*pair)
    gone = dict(told for change in record["changes"] for told in told_before(change))
    come = dict(told for change in record["changes"] for told in told_after(change))

    kept_before = [text for address, text in before.items() if address not in gone]
    kept_after = [text for address, text in after.items() if address not in come]
    assert filled(come, after, kept_before) == list(after.values())
    assert filled(gone, before, kept_after) == list(before.values())


@given(PAIRS)
def test_the_footnotes_of_either_version_follow_from_the_other(
    pair: tuple[Document, Document],
) -> None:
    before, after = ({f"footnote {n.key}": n.text for n in each.footnotes} for each in pair)
    found = dict(before)
    record = record_of(*pair)
    for note in record["footnotes"]:
        for address in note["before"]:
            assert found.pop(address) == text_before(note["segments"])
    for note in record["footnotes"]:
        found |= {address: text_after(note["segments"]) for address in note["after"]}
    assert found == after


@given(PAIRS)
def test_the_record_is_as_its_schema_says_and_the_same_each_time(
    pair: tuple[Document, Document],
) -> None:
    record = record_of(*pair)

    assert not list(VALIDATOR.iter_errors(record))
    assert json.dumps(record) == json.dumps(record_of(*pair))


@given(documents())
def test_a_version_beside_itself_changes_nothing(document: Document) -> None:
    record = record_of(document, document)

    assert [record[name] for name in ("changes", "footnotes", "masthead", "numbers")] == [[]] * 4
    assert set(record["counts"]["words"].values()) == {0}


def test_a_split_has_one_passage_for_each_part_and_a_merge_for_each_unit() -> None:
    (split,) = record_of(made_of(FIRST, LAST), made_of(*PARTS, LAST))["changes"]
    (merge,) = record_of(made_of(*PARTS, LAST), made_of(FIRST, LAST))["changes"]

    assert (split["kind"], split["before"], split["after"]) == ("split", ["OP 1"], ["OP 1", "OP 2"])
    assert [text_after(each) for each in split["passages"]] == [part.text for part in PARTS]
    assert (merge["kind"], merge["before"], merge["after"]) == ("merge", ["OP 1", "OP 2"], ["OP 1"])
    assert [text_before(each) for each in merge["passages"]] == [part.text for part in PARTS]
    assert split["segments"] == [each for passage in split["passages"] for each in passage]


def test_a_move_holds_its_inner_edit_and_what_follows_is_renumbered() -> None:
    reworded = replace(FIRST, text=FIRST.text.replace("each year", "twice a year"))
    more = Paragraph("Welcomes the contribution of young people to the work of the Conference;")
    record = record_of(made_of(FIRST, *PARTS[:0], more, LAST), made_of(more, LAST, reworded))
    moves = [each for each in record["changes"] if each["kind"] == "move"]

    assert [(each["before"], each["after"]) for each in moves] == [(["OP 1"], ["OP 3"])]
    assert {"op": "delete", "text": "each"} in moves[0]["segments"]
    assert {"fate": "renumbered", "before": ["OP 2"], "after": ["OP 1"]} in record["numbers"]
    assert {"fate": "moved", "before": ["OP 1"], "after": ["OP 3"]} in record["numbers"]


def test_title_masthead_and_notes_have_their_places() -> None:
    before = replace(made_of(LAST), footnotes=(Footnote("unhcr", "A/53/1."),))
    noted = replace(LAST, text="Decides to remain seized of the matter.[^unhcr]")
    after = replace(
        made_of(noted),
        title="Lakes",
        masthead=replace(before.masthead, committee="Third Committee"),
        footnotes=(Footnote("unhcr", "A/53/2."),),
    )
    record = record_of(before, after)

    assert record["changes"][0]["after"] == ["title"]
    assert [each["name"] for each in record["masthead"]] == ["committee"]
    assert [(each["kind"], each["after"]) for each in record["footnotes"]] == [
        ("reword", ["footnote unhcr"])
    ]


def test_a_note_that_changed_its_key_alone_is_renamed_and_its_calls_say_what_they_became() -> None:
    text = "Takes note of the report[^{}] of the Secretary-General on water;"
    before, after = (
        replace(made_of(Paragraph(text.format(key))), footnotes=(Footnote(key, "A/53/413."),))
        for key in ("n1", "sg")
    )
    record = record_of(before, after)

    assert [each["kind"] for each in record["footnotes"]] == ["rename"]
    segments = record["changes"][0]["segments"]
    assert {"op": "equal", "text": "[^n1]", "became": "[^sg]"} in segments
