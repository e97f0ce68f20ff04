"""What an editor set by hand, kept beside a document: every verb sees it, none takes it for one."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask, Git, files_below, write
from tests.ingest.pages import pdf

SETTING = """\
# yaml-language-server: $schema=../../schema/setting.schema.json
schema: 1
title:
- Wa-
- ter
tight:
- at: OP 1
  by: 0.1
"""
WATER = DRAFT.replace("title: Water", "title: Wa-ter")


@pytest.fixture
def by_hand(workspace: Path) -> Path:
    write(workspace, "drafts/water", WATER)
    return write(workspace, "drafts/water.setting", SETTING)


def test_no_verb_takes_it_for_a_document(ask: Ask, by_hand: Path) -> None:
    assert ask("check").err.endswith("1 document: 0 problems\n")
    assert ask("build", "--format", "html").err == "made build/drafts/water.html\n"
    answer = ask("build", "content/drafts/water.setting.yaml", "--format", "html")
    assert answer.code == 2
    assert "E-PLACE content/drafts/water.setting.yaml says how a document is set" in answer.err
    assert "name the document: content/drafts/water.yaml" in answer.err


def test_a_page_is_printed_by_it_and_again_when_it_changes(ask: Ask, by_hand: Path) -> None:
    output = by_hand.parents[2] / "build/drafts/water.pdf"
    assert ask("build", "--format", "pdf").code == 0
    first = output.read_bytes()
    assert "nothing changed" in ask("build", "--format", "pdf").err
    by_hand.write_text(SETTING.replace("0.1", "0.2"))
    assert ask("build", "--format", "pdf").err == "made build/drafts/water.pdf\n"
    second = output.read_bytes()
    by_hand.unlink()
    assert ask("build", "--format", "pdf").err == "made build/drafts/water.pdf\n"
    assert len({first, second, output.read_bytes()}) == 3


def test_what_no_longer_fits_is_advice_with_its_place(ask: Ask, by_hand: Path) -> None:
    by_hand.write_text(SETTING.replace("OP 1", "OP 9").replace("- ter", "- fall"))
    answer = ask("check")
    assert answer.code == 0
    told = answer.out + answer.err
    file = "content/drafts/water.setting.yaml"
    assert f"{file}:4:1: W-SETTING these lines of the title have other words" in told
    assert f"{file}:7:7: W-SETTING no paragraph is called OP 9" in told
    assert ask("build", "--format", "html").code == 0


def test_what_cannot_be_read_is_told_by_check_and_build(ask: Ask, by_hand: Path) -> None:
    by_hand.write_text(SETTING.replace("title", "titel"))
    for verb in (("check",), ("build", "--format", "html")):
        answer = ask(*verb)
        assert answer.code == 3
        assert "content/drafts/water.setting.yaml:3:1: E-KEY" in answer.out + answer.err
    assert not (by_hand.parents[2] / "build/drafts/water.html").exists()


def test_a_link_in_its_place_is_refused(ask: Ask, by_hand: Path) -> None:
    by_hand.rename(by_hand.with_name("elsewhere"))
    by_hand.symlink_to("elsewhere")
    answer = ask("build", "--format", "html")
    assert answer.code != 0
    assert "water.setting.yaml" in answer.err


def test_fmt_writes_its_one_form(ask: Ask, by_hand: Path) -> None:
    ask("fmt")
    by_hand.write_text(
        SETTING.replace("- at: OP 1\n  by: 0.1", '- {by: "0.10", at: OP 1}  # tight')
    )
    assert "content/drafts/water.setting.yaml is not in" in ask("fmt", "--check").out
    assert "1 of 2 documents rewritten" in ask("fmt", "drafts/water").err
    assert by_hand.read_text() == SETTING.replace("- at: OP 1", "# tight\n- at: OP 1")


def test_it_is_recorded_with_its_document_and_printed_as_of_then(
    ask: Ask, by_hand: Path, git: Git
) -> None:
    assert ask("record", "drafts/water", "-m", "Set it", "--tag", "Rev.1").code == 0
    assert git("status", "--short", "content") == ""
    by_hand.unlink()
    assert ask("build", "drafts/water@Rev.1", "drafts/water", "--format", "pdf").code == 0
    build = by_hand.parents[2] / "build/drafts"
    assert [title_lines(build / name) for name in ("water@Rev.1.pdf", "water.pdf")] == [
        ["Wa-", "ter"],
        ["Wa-ter"],
    ]


def title_lines(pdf: Path) -> list[str]:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line.strip() for line in told.splitlines() if line.strip() in ("Wa-ter", "Wa-", "ter")]


def test_import_writes_it_when_asked(ask: Ask, by_hand: Path) -> None:
    ask("build", "drafts/water", "--format", "pdf")
    output = by_hand.parents[2] / "build/drafts/water.pdf"
    source = output.rename(output.with_name("source.pdf"))
    assert ask("import", source).code == 0
    file = by_hand.with_name("source.setting.yaml")
    assert not file.exists()
    answer = ask("import", source, "--setting", "--force")
    assert "wrote content/drafts/source.setting.yaml" in answer.err
    assert "title:\n- Wa-\n- ter\n" in file.read_text()
    assert ask("check", "drafts/source").code == 0


def test_import_of_what_nobody_set_writes_no_file(ask: Ask, workspace: Path) -> None:
    source = workspace / "plain.pdf"
    source.write_bytes(pdf("BT /F1 10 Tf 72 692 Td (The General Assembly,) Tj ET\n"))
    before = set(files_below(workspace / "content"))
    assert "nothing on its pages was set by hand" in ask("import", source, "--setting").err
    assert set(files_below(workspace / "content")) - before == {
        "drafts/plain.yaml",
        "drafts/plain.origin.json",
    }
    assert ask("import", source, "--setting", "--stdout").code == 2
