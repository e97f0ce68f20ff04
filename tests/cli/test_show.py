from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask


def test_a_revision_comes_byte_for_byte(ask: Ask, recorded: Path) -> None:
    assert ask("show", "drafts/water@HEAD~1").out == DRAFT
    assert ask("show", "content/drafts/water.yaml@HEAD~1").out == DRAFT
    now = ask("show", "drafts/water").out
    assert now == DRAFT.replace("rivers", "rivers and lakes")


def test_it_can_be_read_as_plain_text(ask: Ask, recorded: Path) -> None:
    text = ask("show", "drafts/water@Rev.1", "--format", "text").out
    assert "1. Calls upon all States to keep rivers clean;" in text
    assert "schema" not in text


@pytest.mark.parametrize(
    ("version", "code", "told"),
    [
        ("drafts/water@Rev.2", 3, "the nearest name is Rev.1"),
        ("drafts/water@deadbeef", 3, "E-REF no version of content/drafts/water.yaml"),
        ("drafts/water@", 3, "write drafts/water, or a revision after the @"),
        ("drafts/water@a..b", 4, "E-REF 'a..b' cannot name a version"),
        ("drafts/water@--output=F", 4, "E-REF '--output=F' cannot name a version"),
        ("drafts/water@-D", 4, "E-REF"),
        ("drafts/water@@{u}", 4, "E-REF"),
        ("drafts/water@:/x", 4, "E-REF"),
        ("drafts/wate", 3, "did you mean drafts/water?"),
        ("E/RES/2020/1", 3, "begin it: penholder new E/RES/2020/1"),
        ("A/RES/../../x", 4, "E-SYMBOL"),
        ("nope", 3, "E-SYMBOL 'nope' is not a document symbol"),
        ("$(id)", 3, "E-SYMBOL"),
        ("A/RES/5\n3", 3, "E-SYMBOL a symbol is plain ASCII; found U+000A"),
        ("none.yaml", 3, "E-OPEN none.yaml does not exist"),
        ("content", 3, "E-SYMBOL"),
        ("/etc/x.yaml@HEAD", 2, "E-PLACE /etc/x.yaml is not the place of a document"),
    ],
)
def test_what_names_no_version_is_told_with_a_remedy(
    ask: Ask, recorded: Path, version: str, code: int, told: str
) -> None:
    answer = ask("show", version)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert "  fix: " in answer.err
    assert not (recorded / "F").exists()


def test_a_link_or_folder_in_the_place_of_a_document_is_refused(ask: Ask, workspace: Path) -> None:
    place = workspace / "content/drafts"
    (place / "link.yaml").symlink_to(place / "water.yaml")
    (place / "folder.yaml").mkdir()
    assert ask("show", "drafts/link").code == 4
    assert "E-MODE" in ask("show", "content/drafts/link.yaml").err
    answer = ask("show", "drafts/folder")
    assert answer.code == 3
    assert "E-NOTFILE" in answer.err


def test_the_command_may_stand_anywhere_in_the_workspace(
    ask: Ask, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(recorded / "content" / "drafts")
    assert ask("show", "drafts/water@Rev.1").out == DRAFT
    assert ask("show", "water.yaml@Rev.1").out == DRAFT
    assert ask("check", "water.yaml").code == 0
    assert ask("build", "water.yaml", "--format", "html").code == 0
    assert (recorded / "build/drafts/water.html").is_file()
