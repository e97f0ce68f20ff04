"""The canonical text, seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from penholder.model.blocks import Heading, Paragraph, Quote, Section, Table
from penholder.model.document import Annex, Document, Footnote, Masthead, Part
from penholder.store.comments import comments_of
from penholder.store.read import read_document
from penholder.store.write import write_document

SEED = Path(__file__).parents[2] / "content" / "A" / "RES" / "53" / "123.yaml"
HEAD = "schema: 1\nkind: resolution\norgan: General Assembly\n"


def fmt(text: str) -> str:
    source = read_document(text.encode(), "x.yaml")
    assert source.document, source.problems
    return write_document(source.document, comments_of(source))


def test_the_sample_is_canonical() -> None:
    data = SEED.read_bytes()
    document = read_document(data, "x").document
    assert document
    modeline = "../../../../schema/resolution.schema.json"
    assert write_document(document, modeline=modeline).encode() == data


EVERY_BLOCK = Document(
    Masthead("resolution", "General Assembly"),
    operative=(
        Section("Follow-up"),
        Paragraph("Decides:", id="p", items=(Paragraph("To meet;"),), closing="and so on;"),
        Paragraph("Decides further:", number="3 bis"),
        Quote((Paragraph("Quoted."),)),
        Heading("A heading", 2),
        Table("Costs", (("Item", "Cost"),), (("Paper", "1,10"), ()), ("A note.",)),
    ),
    parts=(Part(), Part("B, and more", number="")),
    annexes=(Annex("One", appendices=(Annex(),)),),
    footnotes=(Footnote("no", "A/53/1."), Footnote("1", "")),
)
EVERY_FORM = """operative:
- section: Follow-up
- text: "Decides:"
  id: p
  items:
  - To meet;
  closing: and so on;
- text: "Decides further:"
  number: 3 bis
- quote:
  - Quoted.
- heading: A heading
  level: 2
- table:
  - [Paper, "1,10"]
  - []
  title: Costs
  head:
  - [Item, Cost]
  notes:
  - A note.
parts:
- {}
- title: B, and more
  number: ""
annexes:
- title: One
  appendices:
  - {}
footnotes:
  "no": A/53/1.
  "1": ""
"""


def test_every_kind_of_block_has_its_form() -> None:
    assert write_document(EVERY_BLOCK) == HEAD + EVERY_FORM


COMMENTS = {
    "above and beside": (
        "# first\ntitle: a  # beside\n# last\n",
        "# first\ntitle: a  # beside\n# last\n",
    ),
    "above the first item stays there": (
        "operative:  # all\n# one\n- a;  # beside one\n# two\n- b.\n",
        "operative:  # all\n# one\n- a;  # beside one\n# two\n- b.\n",
    ),
    "behind a bare hyphen": (
        "operative:\n-  # why\n  text: a.  # beside\n  id: b\n",
        "operative:\n# why\n- text: a.  # beside\n  id: b\n",
    ),
    "between a key and its text": (
        "title:  # one\n  # two\n  a # three\n",
        "# two\n# three\ntitle: a  # one\n",
    ),
    "a mapping that becomes a bare text": (
        "operative:\n- # one\n  # two\n  text: a.  # three\n",
        "operative:\n# two\n# three\n- a.  # one\n",
    ),
    "in a list on one line": (
        "agenda_items: [a, # one\n  b]  # two\n",
        "agenda_items:  # two\n- a  # one\n- b\n",
    ),
    "beside a list on one line": (
        'agenda_items: ["105"]  # one\n', 'agenda_items: ["105"]  # one\n',
    ),
    "beside keys on one line": (
        "adopted: {date: 1999-02-10}  # one\n", "adopted: {date: 1999-02-10}  # one\n",
    ),
    "inside keys on one line": (
        "adopted: {date: 1999-02-10, # one\n  vote: {in_favour: [A, # two\n  B]}}\n",
        "adopted:\n  date: 1999-02-10  # one\n  vote:\n    in_favour:\n    - A  # two\n    - B\n",
    ),
    "a comment keeps a default": (
        "numbering: continuous  # not by section\npreamble: []  # none\n",
        "numbering: continuous  # not by section\npreamble: []  # none\n",
    ),
    "in a table": (
        "operative:\n- table:\n  - - a  # one\n    - b\n  # two\n  - [c]\n",
        "operative:\n- table:\n  -\n    - a  # one\n    - b\n  # two\n  - [c]\n",
    ),
    "a sign in a text is no comment": (
        "title: 'a # b'\norigin: a#b\noperative:\n- >-\n  # c\n",
        'origin: "a#b"\ntitle: "a # b"\noperative:\n- "# c"\n',
    ),
    "right behind a quote or a comma": (
        'agenda_items: ["a",#one\n  "b"]\n', "agenda_items:\n- a  #one\n- b\n",
    ),
    "below a folded text": (
        f"footnotes:\n  a: >-\n    {'word ' * 20}\n  # one\n  b: c\n# two\n",
        f"footnotes:\n  a: >-\n    {('word ' * 17).strip()}\n    {('word ' * 3).strip()}\n"
        "  # one\n  b: c\n# two\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", COMMENTS)
def test_a_comment_stays_at_its_value(case: str) -> None:
    before, after = COMMENTS[case]
    assert fmt(HEAD + before) == HEAD + after
    assert fmt(HEAD + after) == HEAD + after


def test_a_comment_whose_value_is_gone_goes_to_the_end() -> None:
    source = read_document(f"{HEAD}operative:\n- a;\n# one\n- b.  # two\n".encode(), "x")
    document = Document(Masthead("resolution", "General Assembly"), operative=(Paragraph("a;"),))
    assert (
        write_document(document, comments_of(source)) == f"{HEAD}operative:\n- a;\n# one\n# two\n"
    )


def test_the_modeline_is_written_anew() -> None:
    text = f"# yaml-language-server: $schema=elsewhere.json\n{HEAD}"
    assert fmt(text) == HEAD


def test_a_file_that_cannot_be_read_has_no_comments() -> None:
    found = comments_of(read_document(b"# a\n&a b\n", "x"))
    assert not found.above
    assert not found.beside
