"""Where documents live, and how they are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from penholder.errors import ConflictError, UnreadableError, UnsafeError, UsageError
from penholder.model.symbol import Symbol
from penholder.model.version import DraftName
from penholder.store.places import Workspace

HEAD = b"schema: 1\nkind: resolution\norgan: General Assembly\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "content").mkdir()
    return Workspace(tmp_path)


def put(workspace: Workspace, *paths: str) -> None:
    for path in paths:
        file = workspace.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(HEAD)


def test_a_workspace_is_found_from_any_folder_inside(workspace: Workspace) -> None:
    deep = workspace.content / "A" / "RES"
    deep.mkdir(parents=True)
    assert Workspace.around(deep) == workspace
    assert workspace.templates == workspace.root / "templates"
    assert workspace.build == workspace.root / "build"


def test_no_workspace_says_how_to_begin_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        Workspace.around(tmp_path)
    assert (caught.value.code, caught.value.fix) == ("E-WORKSPACE", "run penholder init")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (Symbol("A/RES/53/123"), "A/RES/53/123.yaml"),
        (Symbol("S/RES/1325 (2000)"), "S/RES/1325_(2000).yaml"),
        (Symbol("A/RES/69/250*"), "A/RES/69/250-reissued.yaml"),
        (DraftName("drafts/follow-up"), "drafts/follow-up.yaml"),
    ],
)
def test_a_name_and_its_path_lead_to_each_other(
    workspace: Workspace, name: Symbol | DraftName, path: str
) -> None:
    assert workspace.path_of(name) == workspace.content / path
    assert workspace.name_of(workspace.content / path) == name


def test_a_version_in_another_language_belongs_to_the_same_document(workspace: Workspace) -> None:
    path = workspace.content / "A" / "RES" / "53" / "123.fr.yaml"
    assert workspace.name_of(path) == Symbol("A/RES/53/123")


def test_a_draft_in_a_committee_keeps_its_dots(workspace: Workspace) -> None:
    name = Symbol("A/C.3/53/L.50")
    assert workspace.name_of(workspace.path_of(name)) == name


@pytest.mark.parametrize("path", ["/etc/passwd", "content/notes.txt", "content/a b/c.yaml"])
def test_other_files_are_no_documents(workspace: Workspace, path: str) -> None:
    with pytest.raises(UsageError) as caught:
        workspace.name_of(workspace.root / path)
    assert caught.value.code == "E-PLACE"


def test_documents_stand_in_the_order_of_symbols_drafts_last(workspace: Workspace) -> None:
    put(workspace, "drafts/a.yaml", "A/C.3/53/L.10.yaml", "A/C.3/53/L.9.yaml", "A/RES/53/123.yaml",
        "A/C.3/53/L.9/Rev.1.yaml", "A/RES/53/123.fr.yaml", "S/RES/1325_(2000).yaml")  # fmt: skip
    found = [path.relative_to(workspace.content).as_posix() for path in workspace.documents()]
    assert found == [
        "A/C.3/53/L.9.yaml", "A/C.3/53/L.9/Rev.1.yaml", "A/C.3/53/L.10.yaml",
        "A/RES/53/123.fr.yaml", "A/RES/53/123.yaml", "S/RES/1325_(2000).yaml", "drafts/a.yaml",
    ]  # fmt: skip


def test_links_hidden_files_and_other_files_are_left_alone(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "1.yaml").write_bytes(HEAD)
    put(workspace, "A/RES/53/123.yaml", "A/RES/.53.yaml.tmp", ".git/x.yaml", "A/notes.md",
        "A/lower case.yaml")  # fmt: skip
    (workspace.content / "A" / "RES" / "54").symlink_to(outside)
    (workspace.content / "A" / "RES" / "53" / "124.yaml").symlink_to(outside / "1.yaml")
    assert workspace.documents() == (workspace.path_of(Symbol("A/RES/53/123")),)


def test_a_link_out_of_the_workspace_is_not_written_through(
    workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (workspace.content / "A").symlink_to(tmp_path_factory.mktemp("outside"))
    with pytest.raises(UnsafeError) as caught:
        workspace.path_of(Symbol("A/RES/53/123"))
    assert caught.value.code == "E-PATH"


def test_54_names_that_differ_in_case_only_collide(workspace: Workspace) -> None:
    put(workspace, "A/RES/53/16A.yaml", "A/RES/53/16a.yaml")
    if len(list(workspace.content.glob("A/RES/53/*"))) == 1:
        pytest.skip("this file system does not tell case apart")
    with pytest.raises(ConflictError) as caught:
        workspace.documents()
    assert (caught.value.code, caught.value.exit_code) == ("E-COLLIDE", 5)


def test_the_modeline_leads_from_the_file_to_the_schema(workspace: Workspace) -> None:
    path = workspace.path_of(Symbol("A/RES/53/123"))
    assert workspace.modeline(path) == "../../../../schema/resolution.schema.json"
