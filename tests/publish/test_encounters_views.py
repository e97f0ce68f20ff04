"""Three versions in a terminal, as JSON and as a page say the same."""

import json

from hypothesis import given
from jsonschema import Draft202012Validator
from tests.compare.test_encounters import BASE, FIRST, SECOND, made_of, reworded
from tests.strategies import documents, revisions

from penholder.compare.encounters import encounters
from penholder.model.blocks import Paragraph
from penholder.model.document import Document
from penholder.publish.compose import Setting
from penholder.publish.encounters_json import encounters_record
from penholder.publish.encounters_page import encounters_page
from penholder.publish.encounters_text import encounters_text
from penholder.publish.record_schema import encounters_schema
from penholder.publish.terminal import Screen

NAMES = ("base", "one", "two")
VALIDATOR = Draft202012Validator(json.loads(encounters_schema()))
NEW = Paragraph("Notes the weather;")


def test_the_terminal_names_place_party_and_words() -> None:
    base = made_of(*BASE)
    mine = made_of(reworded(FIRST, "rivers", "seas"), *BASE[2:])
    theirs = made_of(reworded(FIRST, "rivers", "lakes"), SECOND, NEW, *BASE[2:])
    lines = encounters_text(encounters(base, mine, theirs), NAMES, Screen(200)).splitlines()
    at = lines.index("! OP 1: mine and theirs meet")
    assert lines[at + 1].startswith(
        "  mine        Calls upon all States to keep their [-rivers-]{+seas+}"
    )
    assert "[-rivers-]{+lakes+}" in lines[at + 2]
    assert "< OP 2: mine alone" in lines
    assert lines[-1] == "  theirs      {+Notes the weather;+} (new, OP 3)"
    assert "1 place where mine and theirs meet" in lines[3]


def test_three_versions_alike_are_told_so() -> None:
    base = made_of(*BASE)
    text = encounters_text(encounters(base, base, base), NAMES, Screen(80))
    assert text.endswith("neither version changes the base")


@given(revisions(), documents())
def test_the_record_is_as_its_schema_says(pair: tuple[Document, Document], other: Document) -> None:
    found = encounters(*pair, other)
    record = encounters_record(found, NAMES)
    assert not list(VALIDATOR.iter_errors(record))
    assert sum(count for count in found.counts.values()) == len(found.all)


@given(revisions(), documents())
def test_the_page_shows_every_place_once(pair: tuple[Document, Document], other: Document) -> None:
    found = encounters(*pair, other)
    page = encounters_page(pair[0], found, NAMES, Setting())
    shown = [block.address for block in page.blocks if block.part == "encounter"]
    assert shown == [each.place for each in found.all]
