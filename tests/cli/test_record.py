from pathlib import Path

import pytest
from tests.cli.workspaces import BROKEN, DRAFT, Ask, Git, files_below, write

COUNT = ("rev-list", "--count", "--all")


def test_one_document_becomes_one_commit(ask: Ask, workspace: Path, git: Git) -> None:
    (workspace / "other").write_text("staged beside it")
    git("add", "other")
    answer = ask(
        "record", "drafts/water", "-m", "Begin\n\nWith rivers.", "--proposed-by", "France",
        "--trailer", "Agreed-by: all",
    )  # fmt: skip
    assert answer.code == 0
    assert answer.err.startswith("drafts/water: recorded, ")
    message = git("log", "-1", "--format=%an <%ae>%n%B").strip()
    assert message == (
        "Expert <expert@example.org>\nBegin\n\nWith rivers.\n\nProposed-by: France\nAgreed-by: all"
    )
    assert git("show", "--stat", "--format=", "HEAD").count("|") == 1
    assert git("status", "--short", "content", "other") == "A  other\n"


def test_recording_again_makes_no_second_commit(ask: Ask, recorded: Path, git: Git) -> None:
    answer = ask("record", "drafts/water", "-m", "Again")
    assert answer.code == 0
    assert "drafts/water: is recorded already, " in answer.err
    assert git(*COUNT) == "2\n"


def test_a_tag_is_a_version_for_every_verb(ask: Ask, recorded: Path, git: Git) -> None:
    assert git("tag", "--list") == "drafts/water@Rev.1\n"
    assert ask("show", "drafts/water@Rev.1").out == DRAFT
    assert "drafts/water@Rev.2 names it" in ask(
        "record", "drafts/water", "-m", "Table it", "--tag", "Rev.2"
    ).err  # fmt: skip


def test_a_symbol_with_spaces_can_be_tagged(ask: Ask, workspace: Path) -> None:
    write(workspace, "S/RES/1325_(2000)", DRAFT)
    name = "S/RES/1325 (2000)"
    assert ask("record", name, "-m", "Begin", "--tag", "issued").code == 0
    assert ask("show", f"{name}@issued").out == DRAFT


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (
            ["drafts/water", "-m", "x", "--tag", "Rev.1"],
            5,
            "E-TAGGED the tag drafts/water@Rev.1",
        ),
        (["drafts/water", "-m", "x", "--tag", "Rev.lock"], 4, "E-REF git does not accept"),
        (["drafts/water", "-m", "x", "--tag", "a b"], 4, "E-REF"),
        (["drafts/water", "-m", "x", "--trailer", "abc"], 2, "E-USAGE 'abc' is no trailer"),
        (["drafts/water", "-m", " "], 2, "E-MESSAGE"),
        (["drafts/water@HEAD", "-m", "x"], 2, "E-USAGE drafts/water@HEAD, which is history"),
        (["-", "-m", "x"], 2, "E-USAGE standard input is no file of the workspace"),
        (["/etc/hosts.yaml", "-m", "x"], 2, "E-PLACE /etc/hosts.yaml is not the place"),
        (["drafts/none", "-m", "x"], 3, "E-OPEN there is no drafts/none"),
    ],
)
def test_what_is_refused_changes_nothing(
    ask: Ask, recorded: Path, arguments: list[str], code: int, told: str
) -> None:
    write(recorded, "drafts/water", DRAFT.replace("rivers", "seas"))
    before = files_below(recorded)
    answer = ask("record", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert "  fix: " in answer.err
    after = files_below(recorded)
    # The lock stays: the kernel frees it, and an empty file harms nobody.
    assert {**after, ".git/penholder.lock": b""} == {**before, ".git/penholder.lock": b""}


def test_a_document_that_cannot_be_read_is_refused(ask: Ask, workspace: Path, git: Git) -> None:
    write(workspace, "drafts/water", BROKEN)
    answer = ask("record", "drafts/water", "-m", "x")
    assert answer.code == 3
    assert "content/drafts/water.yaml:5:1: E-KEY" in answer.err
    assert git(*COUNT) == "0\n"


def test_findings_do_not_keep_a_draft_from_being_recorded(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/water", DRAFT.replace("clean;", "clean;[^none]"))
    assert ask("check", "drafts/water").code == 1
    assert ask("record", "drafts/water", "-m", "Begin").code == 0


def test_a_detached_head_is_told_with_the_way_out(ask: Ask, recorded: Path, git: Git) -> None:
    git("checkout", "-q", "--detach")
    write(recorded, "drafts/water", DRAFT)
    answer = ask("record", "drafts/water", "-m", "x")
    assert answer.code == 5
    assert "E-STATE no branch is checked out" in answer.err
    assert "git switch main" in answer.err


def test_nobody_is_nobody(ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(workspace))
    answer = ask("record", "drafts/water", "-m", "x")
    assert answer.code == 6
    assert "E-IDENTITY git does not know who you are" in answer.err
    assert "git config --global user.name" in answer.err


def test_who_records_follows_the_rules_of_git(
    ask: Ask, workspace: Path, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = tmp_path / "settings"
    settings.write_text("[user]\nname = Elsewhere\nemail = e@example.org\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    ask("record", "drafts/water", "-m", "First")
    git("config", "user.name", "Local")
    write(workspace, "drafts/water", DRAFT.replace("rivers", "seas"))
    ask("record", "drafts/water", "-m", "Second")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Delegate")
    write(workspace, "drafts/water", DRAFT.replace("rivers", "wells"))
    ask("record", "drafts/water", "-m", "Third")
    assert git("log", "--format=%an <%ae>").splitlines() == [
        "Delegate <e@example.org>", "Local <e@example.org>", "Elsewhere <e@example.org>",
    ]  # fmt: skip


def test_outside_of_a_repository_that_is_told(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "drafts/water", DRAFT)
    for arguments in (["record", "drafts/water", "-m", "x"], ["log", "drafts/water"],
                      ["show", "drafts/water@HEAD"]):  # fmt: skip
        answer = ask(*arguments)
        assert answer.code == 3
        assert "E-NOREPO" in answer.err
        assert "begin one with penholder init" in answer.err
