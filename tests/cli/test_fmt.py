import io
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.cli.workspaces import BROKEN, DRAFT, Ask, files_below, write

UNTIDY = DRAFT.replace("title: Water", "title:   'Water'   # what it is about")


def test_documents_become_canonical_and_keep_their_comments(ask: Ask, workspace: Path) -> None:
    file = write(workspace, "drafts/untidy", UNTIDY)
    answer = ask("fmt")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "rewrote content/drafts/untidy.yaml\n1 of 2 documents rewritten\n"
    assert "# what it is about" in file.read_text()
    assert ask("fmt").err == "0 of 2 documents rewritten\n"


def test_check_changes_nothing(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/untidy", UNTIDY)
    before = files_below(workspace)
    answer = ask("fmt", "--check")
    assert answer.code == 1
    assert answer.out == "content/drafts/untidy.yaml is not in canonical form\n"
    assert answer.err == "1 of 2 documents would change\n"
    assert files_below(workspace) == before
    assert ask("fmt", "--check", "drafts/water").code == 0


def test_a_document_that_cannot_be_read_stays_and_the_others_are_rewritten(
    ask: Ask, workspace: Path
) -> None:
    broken = write(workspace, "drafts/broken", BROKEN)
    write(workspace, "drafts/untidy", UNTIDY)
    answer = ask("fmt", "drafts/none", "drafts/broken", "drafts/untidy")
    assert answer.code == 3
    assert "E-OPEN" in answer.err
    assert "E-KEY" in answer.err
    assert "rewrote content/drafts/untidy.yaml" in answer.err
    assert broken.read_text() == BROKEN


def test_standard_input_becomes_standard_output(
    ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(workspace, "drafts/untidy", UNTIDY)
    for arguments, code, told in (([], 0, "title: Water"), (["--check"], 1, "- is not in")):
        with file.open() as text:
            monkeypatch.setattr("sys.stdin", text)
            answer = ask("fmt", "-", *arguments)
        assert answer.code == code
        assert told in answer.out
    assert file.read_text() == UNTIDY


def test_history_is_not_rewritten(ask: Ask, recorded: Path) -> None:
    answer = ask("fmt", "drafts/water@HEAD")
    assert answer.code == 2
    assert "E-USAGE drafts/water@HEAD is history" in answer.err


def test_a_file_outside_of_any_workspace_gets_no_modeline(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "some.yaml").write_text(UNTIDY.partition("\n")[2])
    monkeypatch.chdir(tmp_path)
    assert ask("fmt", "some.yaml").code == 0
    assert (tmp_path / "some.yaml").read_text().startswith("schema: 1\n")


def test_what_another_program_saved_meanwhile_is_not_overwritten(
    ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(workspace, "drafts/untidy", UNTIDY)

    class Saving(io.BytesIO):
        """Standard input that comes while an editor saves the file read before it."""

        def read(self, size: int | None = -1) -> bytes:
            file.write_text(UNTIDY + "# saved by the editor\n")
            return super().read(size)

    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=Saving(DRAFT.encode())))
    answer = ask("fmt", "drafts/untidy", "-")
    assert answer.code == 5
    assert "E-CONFLICT content/drafts/untidy.yaml was changed by another program" in answer.err
    assert "saved by the editor" in file.read_text()
