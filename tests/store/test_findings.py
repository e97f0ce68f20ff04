"""What is found is told with its place in the file."""

from __future__ import annotations

from penholder.model.symbol import Symbol
from penholder.model.version import DraftName
from penholder.store.findings import misplaced
from penholder.store.read import read_document

HEAD = b"schema: 1\nkind: draft resolution\norgan: General Assembly\n"


def test_a_symbol_that_is_not_that_of_its_path_is_told_at_its_place() -> None:
    source = read_document(HEAD + b"symbol: A/RES/53/124\n", "content/A/RES/53/123.yaml")
    problem = misplaced(source, Symbol("A/RES/53/123"))
    assert problem
    assert (problem.code, problem.line, problem.column) == ("E-PLACE", 4, 9)
    assert "content/A/RES/53/124.yaml" in problem.fix
    assert misplaced(source, Symbol("A/RES/53/124")) is None


def test_a_draft_without_symbol_may_stand_anywhere() -> None:
    assert misplaced(read_document(HEAD, "x.yaml"), DraftName("drafts/x")) is None
