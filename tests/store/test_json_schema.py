"""The JSON Schema is what the format says, and holds for the sample and not for mistakes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from penholder.store.json_schema import json_schema
from penholder.store.read import read_document

ROOT = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json.loads(json_schema()))
HEAD = "schema: 1\nkind: resolution\norgan: General Assembly\n"


def loaded(text: str) -> Any:
    """Load as an editor's YAML server does: dates are texts."""
    value = yaml.safe_load(text)
    return json.loads(json.dumps(value, default=date.isoformat))


def test_the_schema_in_the_repository_is_fresh() -> None:
    path = ROOT / "schema" / "resolution.schema.json"
    assert path.read_text(encoding="utf-8") == json_schema(), "write it anew with make schema"


def test_the_schema_is_one_itself() -> None:
    Draft202012Validator.check_schema(json.loads(json_schema()))


def test_the_sample_fits_and_reads_without_a_word() -> None:
    path = ROOT / "content" / "A" / "RES" / "53" / "123.yaml"
    VALIDATOR.validate(loaded(path.read_text(encoding="utf-8")))
    assert read_document(path.read_bytes(), str(path)).problems == []


@pytest.mark.parametrize(
    "line",
    ["titel: a", "organ: Assembly", "issued: tomorrow", "symbol: [a]", "operative: a",
     "operative: [{txt: a}]", "operative: [{heading: a, level: 5}]", "footnotes: {A B: c}",
     "operative: [{text: a, id: A b}]", "adopted: {meeting: a}", "operative: ['']"],
)  # fmt: skip
def test_a_mistake_fits_neither_the_schema_nor_the_reader(line: str) -> None:
    text = HEAD.replace("organ: General Assembly\n", "") if line.startswith("organ") else HEAD
    assert list(VALIDATOR.iter_errors(loaded(f"{text}{line}\n")))
    assert read_document(f"{text}{line}\n".encode(), "x").document is None
