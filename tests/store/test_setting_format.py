"""The file of what was set by hand: strict as a document's, and written in one form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from penholder.model.hand_setting import BrokenHeading, HandSetting, Tight
from penholder.store.json_schema import setting_schema
from penholder.store.setting_format import read_setting, rewritten, write_setting

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json.loads(setting_schema()))
WRITTEN = """\
schema: 1
agenda_titles:
- - "Rivers: the keeping of ferries"
  - and of their lights
- - Seas
sponsors:
- "Belgium and the Netherlands (Kingdom of the):"
- draft resolution
title:
- Follow-up to the meeting
- of ferries
headings:
- at: annex
  lines:
  - Rules
  - of ferries
numbers_at: margin
first_foot: 64.2
tight:
- at: OP 5 (b)
  by: 0.1
- at: "annex, OP 2 [2]"
  by: 0.05
  from: the keepers
  to: of lights
"""
VALUE = HandSetting(
    agenda_titles=(("Rivers: the keeping of ferries", "and of their lights"), ("Seas",)),
    sponsors=("Belgium and the Netherlands (Kingdom of the):", "draft resolution"),
    title=("Follow-up to the meeting", "of ferries"),
    headings=(BrokenHeading("annex", ("Rules", "of ferries")),),
    numbers_at="margin",
    first_foot=64.2,
    tight=(
        Tight("OP 5 (b)", 0.1),
        Tight("annex, OP 2 [2]", 0.05, "the keepers", "of lights"),
    ),
)
TEXTS = (
    st.text("abc :-,.'\"#[]{}0123é", min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
LINES = st.lists(TEXTS, max_size=3).map(tuple)
TIGHTS = st.builds(
    Tight, TEXTS, st.sampled_from([0.05, 0.1, 0.15, 0.3]), st.just("") | TEXTS, st.just("") | TEXTS
)


def test_a_setting_has_one_form() -> None:
    assert write_setting(VALUE) == WRITTEN
    assert read_setting(WRITTEN.encode(), "x").hand == VALUE


@given(
    st.builds(
        HandSetting,
        st.lists(LINES, max_size=2).map(tuple),
        LINES,
        LINES,
        LINES,
        st.lists(st.builds(BrokenHeading, TEXTS, LINES), max_size=2).map(tuple),
        st.sampled_from(["", "margin", "tab"]),
        st.sampled_from(["", "margin", "tab"]),
        st.sampled_from([0.0, 57.0, 64.2, 400.0]),
        st.lists(TIGHTS, max_size=3).map(tuple),
    )
)
def test_what_is_written_is_read_again(hand: HandSetting) -> None:
    text = write_setting(hand, "../setting.schema.json")
    file = read_setting(text.encode(), "x")
    assert (file.problems, file.hand) == ([], hand)
    assert rewritten(file, "../setting.schema.json") == text
    VALIDATOR.validate(yaml.safe_load(text))


def test_comments_are_kept() -> None:
    text = WRITTEN.replace("- at: OP", "# to save the last line\n- at: OP") + "# end\n"
    assert rewritten(read_setting(text.encode(), "x")) == text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("tigth: []", "x:2:1: E-KEY unknown key 'tigth' in this setting"),
        ("title: Rivers", "x:2:8: E-TYPE a text where a list belongs"),
        ("numbers_at: left", "x:2:13: E-TYPE 'left' is none of the values"),
        ("tight: [{at: OP 1}]", "x:2:9: E-MISSING the key by is missing in this tight"),
        ("tight: [{by: 0.1}]", "x:2:9: E-MISSING the key at is missing in this tight"),
        (
            "tight: [{at: OP 1, by: 0.31}]",
            "x:2:24: E-TYPE '0.31' is not a length in points, more than 0 and at most 0.3",
        ),
        (
            "tight: [{at: OP 1, by: 0}]",
            "x:2:24: E-TYPE '0' is not a length in points, more than 0 and at most 0.3",
        ),
        (
            "tight: [{at: OP 1, by: -0.1}]",
            "x:2:24: E-TYPE '-0.1' is not a length in points, more than 0 and at most 0.3",
        ),
        ("title: &a [b]", "x:2:8: E-ALIAS "),
    ],
)
def test_a_mistake_is_told_with_its_place(line: str, told: str) -> None:
    file = read_setting(f"schema: 1\n{line}\n".encode(), "x")
    assert file.hand is None
    assert [str(each).startswith(told) for each in file.problems] == [True]


def test_all_mistakes_are_told_at_once() -> None:
    file = read_setting(b"schema: 1\ntitel: [a]\ntight:\n- {at: OP 1, by: 9}\n- {by: 0.1}\n", "x")
    assert [(each.code, each.line) for each in file.problems] == [
        ("E-KEY", 2),
        ("E-TYPE", 4),
        ("E-MISSING", 5),
    ]


@pytest.mark.parametrize("by", ["0", "0.31", "-0.1", "a"])
def test_the_schema_refuses_what_the_reader_refuses(by: str) -> None:
    value = yaml.safe_load(f"schema: 1\ntight: [{{at: OP 1, by: {by}}}]\n")
    assert not VALIDATOR.is_valid(value)


def test_the_schema_in_the_repository_is_fresh() -> None:
    path = ROOT / "schema" / "setting.schema.json"
    assert path.read_text(encoding="utf-8") == setting_schema(), "write it anew with make schema"
