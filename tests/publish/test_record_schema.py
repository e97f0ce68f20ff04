"""The schema of the records in the repository is the one that the program generates."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from penholder.publish.record_schema import encounters_schema, redline_schema

SCHEMAS = Path(__file__).parents[2] / "schema"


def test_the_generated_schemas_are_in_the_repository() -> None:
    assert (SCHEMAS / "redline.schema.json").read_text("utf-8") == redline_schema()
    assert (SCHEMAS / "encounters.schema.json").read_text("utf-8") == encounters_schema()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(redline_schema()))
    Draft202012Validator.check_schema(json.loads(encounters_schema()))


@pytest.mark.parametrize(
    "change", [{"changes": 1}, {"counts": {}}, {"other": []}, {"algorithm": "1"}]
)
def test_it_refuses_what_is_no_redline(change: dict[str, object]) -> None:
    counts = {
        "words": {"deleted": 0, "inserted": 0, "moved": 0},
        "paragraphs": dict.fromkeys(
            ("inserted", "deleted", "reworded", "moved", "split", "merged"), 0
        ),
    }
    names = {"algorithm": 1, "before": "one", "after": "two", "counts": counts}
    empty: dict[str, list[object]] = {"changes": [], "footnotes": [], "masthead": [], "numbers": []}
    validator = Draft202012Validator(json.loads(redline_schema()))
    assert validator.is_valid({**names, **empty})
    assert not validator.is_valid({**names, **empty, **change})
