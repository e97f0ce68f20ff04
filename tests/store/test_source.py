"""Places in the file of what the model holds."""

from __future__ import annotations

import pytest

from penholder.check.finding import Finding, InNote, InTitle, InUnit, Spot
from penholder.store.findings import problems_of
from penholder.store.read import read_document

TEXT = """schema: 1
kind: resolution
organ: General Assembly
title: >-  # a comment
  One clause,
  another
operative:
- text: "Caf\\u00e9 \\
    and more"
  items:
  - 'it''s so'
  closing: and on
- table:
  - [a, bb]
  - [c]
  title: T
  head:
  - [h]
  notes:
  - n
- quote:
  - q
parts:
- preamble:
  - p
annexes:
- body:
  - heading: H
  appendices:
  - title: X
footnotes:
  a: A/53/1.
"""
SOURCE = read_document(TEXT.encode(), "x.yaml")


@pytest.mark.parametrize(
    ("spot", "place"),
    [
        (InTitle(12), (6, 3)),
        (InTitle(14), (6, 5)),
        (InUnit(0, 3), (8, 13)),
        (InUnit(0, 5), (9, 5)),
        (InUnit(1, 5), (11, 12)),
        (InUnit(2), (12, 12)),
        (InUnit(3), (16, 10)),
        (InUnit(4), (18, 6)),
        (InUnit(5, 3), (14, 10)),
        (InUnit(6), (15, 6)),
        (InUnit(7), (20, 5)),
        (InUnit(8), (22, 3)),
        (InUnit(9), (22, 5)),
        (InUnit(10), (24, 3)),
        (InUnit(11), (25, 5)),
        (InUnit(12), (27, 3)),
        (InUnit(13), (28, 14)),
        (InUnit(14), (30, 12)),
        (InNote("a", 2), (32, 8)),
        (InUnit(0, key="number"), (8, 3)),
        (InUnit(5, 99), (14, 6)),
        (InTitle(99), (6, 9)),
    ],
)
def test_a_spot_has_its_line_and_column(spot: Spot, place: tuple[int, int]) -> None:
    (problem,) = problems_of(SOURCE, [Finding("W-X", "what", "fix", spot)])
    assert (problem.line, problem.column) == place
    assert (problem.file, problem.code, problem.what, problem.fix) == (
        "x.yaml", "W-X", "what", "fix",
    )  # fmt: skip


def test_a_source_without_document_has_no_findings() -> None:
    assert problems_of(read_document(b"", "x"), [Finding("W-X", "", "", InTitle())]) == ()


def test_a_place_that_is_not_there_is_that_of_what_encloses_it() -> None:
    assert SOURCE.place(("operative", 9)) == (8, 1)
    assert SOURCE.place(("committee",)) == (1, 1)
    assert read_document(b"", "x").place(("title",)) == (1, 1)
