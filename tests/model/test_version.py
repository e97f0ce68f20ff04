"""Names of documents and of their versions."""

from __future__ import annotations

import pytest

from penholder.model.symbol import Symbol, SymbolError
from penholder.model.version import DraftName, Version, name_of_path, parse_name


@pytest.mark.parametrize(
    ("text", "name", "revision"),
    [
        ("A/RES/53/123", Symbol("A/RES/53/123"), ""),
        ("A/C.3/53/L.50@HEAD~1", Symbol("A/C.3/53/L.50"), "HEAD~1"),
        ("drafts/follow-up@X@Rev.1", DraftName("drafts/follow-up"), "X@Rev.1"),
    ],
)
def test_a_version_is_a_name_and_perhaps_a_revision(
    text: str, name: Symbol | DraftName, revision: str
) -> None:
    version = Version.parse(text)
    assert version == Version(name, revision)
    assert str(version) == text


@pytest.mark.parametrize("text", ["drafts/", "drafts/A", "drafts/../x", "drafts/a_b", "drafts/-a",
                                  "drafts/" + "a" * 120])  # fmt: skip
def test_what_is_no_draft_name_is_refused(text: str) -> None:
    with pytest.raises(SymbolError):
        parse_name(text)


def test_names_and_paths_lead_to_each_other() -> None:
    for name in (Symbol("S/RES/1325 (2000)"), DraftName("drafts/a-2")):
        assert name_of_path(name.path) == name
        assert parse_name(str(name)) == name
