import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask, Git


def test_revisions_stand_newest_first_with_who_proposed_them(ask: Ask, recorded: Path) -> None:
    answer = ask("log", "drafts/water")
    assert answer.code == 0
    second, first = answer.out.splitlines()
    assert second.endswith("  Expert: Add lakes (proposed by Chad)")
    assert first.endswith("  Expert: Begin [@Rev.1]")
    assert ask("log", "content/drafts/water.yaml").out == answer.out


def test_a_revision_limits_the_list_to_what_led_to_it(ask: Ask, recorded: Path) -> None:
    (only,) = ask("log", "drafts/water@Rev.1").out.splitlines()
    assert "Begin" in only


def test_a_machine_reads_the_same(ask: Ask, recorded: Path) -> None:
    told = json.loads(ask("log", "drafts/water", "--json").out)
    assert [each["subject"] for each in told] == ["Add lakes", "Begin"]
    assert told[0]["trailers"] == [["Proposed-by", "Chad"]]
    assert told[0]["author"] == {"name": "Expert", "email": "expert@example.org"}
    assert told[1]["tags"] == ["drafts/water@Rev.1"]
    assert not told[0]["removed"]


def test_what_was_never_recorded_is_a_finding(ask: Ask, recorded: Path) -> None:
    answer = ask("log", "drafts/none", "-q")
    assert (answer.code, answer.out) == (1, "")
    assert "E-ABSENT nothing of drafts/none is recorded" in answer.err
    assert "fix: penholder record drafts/none -m 'Begin'" in answer.err


def test_in_an_unborn_repository_the_first_step_is_told(ask: Ask, workspace: Path) -> None:
    answer = ask("log", "drafts/water")
    assert answer.code == 3
    assert "fix: record a first revision" in answer.err


def test_a_removed_document_keeps_its_history(ask: Ask, recorded: Path, git: Git) -> None:
    (recorded / "content/drafts/water.yaml").unlink()
    answer = ask("build", "drafts/water")
    assert answer.code == 3
    assert "E-OPEN there is no drafts/water" in answer.err
    assert "it is in history: penholder log drafts/water" in answer.err
    assert ask("show", "drafts/water@Rev.1").out == DRAFT
    git("commit", "-q", "-a", "-m", "Give it up")
    assert "(removes it)" in ask("log", "drafts/water").out.splitlines()[0]
    assert ask("show", "drafts/water@HEAD~1").code == 0
    absent = ask("show", "drafts/water@HEAD")
    assert absent.code == 3
    assert "E-ABSENT" in absent.err


def test_a_shallow_clone_never_claims_a_first_version(
    ask: Ask, recorded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["git", "clone", "-q", "--depth=1", recorded.as_uri(), str(tmp_path / "clone")]
    subprocess.run(command, check=True, capture_output=True)
    monkeypatch.chdir(tmp_path / "clone")
    answer = ask("log", "drafts/water")
    assert answer.code == 0
    assert len(answer.out.splitlines()) == 1
    assert "W-SHALLOW this clone is shallow" in answer.err
    assert "fix: git fetch --unshallow" in answer.err
    doctor = ask("doctor")
    assert doctor.code == 1
    assert "amiss history    W-SHALLOW" in doctor.out
