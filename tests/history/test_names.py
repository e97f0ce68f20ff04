from __future__ import annotations

import pytest

from penholder.errors import UNSAFE, UnsafeError
from penholder.history.names import check_path, check_tag, check_version, scope_of


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "a/../b", "..", "", "a//b", ".git/config", "a/.GIT/x", "a\nb", "a\\b"]
)
def test_a_path_that_leaves_the_repository_is_refused(path: str) -> None:
    with pytest.raises(UnsafeError) as refusal:
        check_path(path)
    assert (refusal.value.code, refusal.value.exit_code) == ("E-PATH", UNSAFE)


@pytest.mark.parametrize(
    "name",
    ["--output=F", "-D", "a..b", "@{u}", "HEAD@{1}", ":/x", "HEAD:x", "^HEAD", "a b", "a\nb", "",
     "HEAD^{/x}", "a\x00", "*", "x" * 300],
)  # fmt: skip
def test_a_name_that_is_more_than_one_version_is_refused(name: str) -> None:
    with pytest.raises(UnsafeError) as refusal:
        check_version(name)
    assert (refusal.value.code, refusal.value.exit_code) == ("E-REF", UNSAFE)


@pytest.mark.parametrize(
    "name", ["HEAD", "@", "HEAD~1", "main^2", "A/C.3/53/L.50@Rev.1", "réunion"]
)
def test_a_revision_of_git_is_accepted(name: str) -> None:
    assert check_version(name) == name


def test_a_tag_has_no_ancestry_marks() -> None:
    assert check_tag("A/RES/53/123@adopted") == "A/RES/53/123@adopted"
    with pytest.raises(UnsafeError):
        check_tag("HEAD~1")


@pytest.mark.parametrize(
    ("path", "scope"),
    [("content/A/C.3/53/L.50.yaml", "A/C.3/53/L.50"), ("drafts/L.50", "drafts/L.50")],
)
def test_the_scope_of_a_document_is_its_symbol(path: str, scope: str) -> None:
    assert scope_of(path) == scope
