import json
from pathlib import Path

from tests.cli.workspaces import DRAFT, Ask, write

TRIO = ("drafts/water", "drafts/mine", "drafts/theirs")


def write_trio(workspace: Path) -> None:
    write(workspace, "drafts/mine", DRAFT.replace("rivers", "seas"))
    write(workspace, "drafts/theirs", DRAFT.replace("rivers", "lakes").replace("Water", "Lakes"))


def test_three_versions_are_told_in_every_form(ask: Ask, workspace: Path) -> None:
    write_trio(workspace)
    assert "! OP 1: mine and theirs meet" in ask("diff", *TRIO).out
    assert ask("diff", *TRIO, "--format", "stat").out == (
        "1 place where mine and theirs meet\n1 place changed by theirs alone\n"
    )
    told = json.loads(ask("diff", *TRIO, "--format", "json").out)
    assert [told[name] for name in ("base", "mine", "theirs")] == list(TRIO)
    assert told["encounters"][0]["standing"] == "meet"
    assert ask("diff", *TRIO, "--format", "html").err == "made build/drafts/mine.encounters.html\n"
    page = (workspace / "build/drafts/mine.encounters.html").read_text()
    assert "<b>OP 1</b>: mine and theirs meet" in page
    assert "<ins>seas</ins>" in page
    assert "<ins>lakes</ins>" in page


def test_exit_code_and_faults_are_as_with_two_versions(ask: Ask, workspace: Path) -> None:
    write_trio(workspace)
    assert ask("diff", *TRIO, "--exit-code").code == 1
    assert ask("diff", *[TRIO[0]] * 3, "--exit-code").code == 0
    assert ask("diff", TRIO[0], "-", "-").code == 2
    assert ask("diff", *TRIO, "--format", "markdown").code == 2
    assert ask("diff", *TRIO[:2], "drafts/none").code == 3
