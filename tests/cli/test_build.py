import os
from pathlib import Path

import pytest
from tests.cli.workspaces import BROKEN, DRAFT, Ask, files_below, write

HTML = ("--format", "html")


class TestWhatIsMade:
    def test_everything_once_and_then_only_what_changed(self, ask: Ask, workspace: Path) -> None:
        write(workspace, "drafts/forest", DRAFT.replace("Water", "Forest"))
        first = ask("build", *HTML)
        assert (first.code, first.out) == (0, "")
        assert first.err == "made build/drafts/forest.html\nmade build/drafts/water.html\n"
        assert ask("build", *HTML).err == "nothing changed: 2 outputs as before\n"
        write(workspace, "drafts/water", DRAFT.replace("rivers", "seas"))
        assert ask("build", *HTML).err == "made build/drafts/water.html\n"
        (workspace / "build/drafts/forest.html").unlink()
        assert ask("build", *HTML).err == "made build/drafts/forest.html\n"
        (workspace / "build/drafts/forest.html").write_text("by somebody else")
        assert ask("build", *HTML).err == "made build/drafts/forest.html\n"

    def test_a_touched_file_with_the_same_words_is_not_made_again(
        self, ask: Ask, workspace: Path
    ) -> None:
        ask("build", *HTML)
        os.utime(workspace / "content/drafts/water.yaml", (0, 0))
        assert "nothing changed" in ask("build", *HTML).err

    def test_a_template_of_the_workspace_makes_everything_anew(
        self, ask: Ask, workspace: Path
    ) -> None:
        ask("build", *HTML)
        own = workspace / "templates" / "operative.css"
        own.write_text(".operative { color: green }\n")
        assert ask("build", *HTML).err == "made build/drafts/water.html\n"
        assert "color: green" in (workspace / "build/drafts/water.html").read_text()
        own.unlink()
        assert ask("build", *HTML).err == "made build/drafts/water.html\n"

    def test_a_damaged_record_of_what_was_made_is_begun_anew(
        self, ask: Ask, workspace: Path
    ) -> None:
        for damage in ("", "[]", '{"form": 0}', '{"form": 1, "tools": ""}', "\xff"):
            ask("build", *HTML)
            (workspace / "build" / ".penholder.json").write_text(damage, "latin-1")
            assert ask("build", *HTML).err == "made build/drafts/water.html\n"

    def test_a_revision_is_printed_as_the_text_stood(self, ask: Ask, recorded: Path) -> None:
        answer = ask("build", "drafts/water@Rev.1", "drafts/water", *HTML)
        assert answer.code == 0
        assert "lakes" not in (recorded / "build/drafts/water@Rev.1.html").read_text()
        assert "lakes" in (recorded / "build/drafts/water.html").read_text()

    def test_many_outputs_are_told_by_their_number(self, ask: Ask, workspace: Path) -> None:
        for number in range(4):
            write(workspace, f"drafts/text-{number}", DRAFT)
        assert ask("build", *HTML).err == "5 outputs made, 0 unchanged\n"

    def test_a_version_named_twice_is_made_once(self, ask: Ask, workspace: Path) -> None:
        path = "content/drafts/water.yaml"
        answer = ask("build", "drafts/water", path, workspace / path, *HTML)
        assert answer.err == "made build/drafts/water.html\n"

    def test_standard_input_is_a_version(
        self, ask: Ask, workspace: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with (workspace / "content/drafts/water.yaml").open() as text:
            monkeypatch.setattr("sys.stdin", text)
            answer = ask("build", "-", *HTML)
        assert answer.err == "made build/standard-input.html\n"

    @pytest.mark.slow
    def test_paper_and_form_follow_the_options(self, ask: Ask, workspace: Path) -> None:
        assert ask("build", "--paper", "a4", "--workers", "2").code == 0
        sheet = workspace / "build/drafts/water.pdf"
        assert (workspace / "build/drafts/water.html").is_file()
        a4 = sheet.read_bytes()
        assert a4.startswith(b"%PDF-")
        assert ask("build", "--format", "pdf").err == "made build/drafts/water.pdf\n"
        assert sheet.read_bytes() != a4

    @pytest.mark.slow
    def test_a_letter_that_no_font_has_is_told_with_its_place(
        self, ask: Ask, workspace: Path
    ) -> None:
        write(workspace, "drafts/water", DRAFT.replace("rivers", "rivers \u2c00"))
        answer = ask("build", "--format", "pdf")
        assert answer.code == 3
        place = "content/drafts/water.yaml:9:40: E-GLYPH U+2C00"
        assert place in answer.err


class TestWithO:
    def test_the_one_output_goes_where_it_is_wanted(self, ask: Ask, workspace: Path) -> None:
        assert ask("build", "drafts/water", "-o", "out/handout.html").code == 0
        assert (workspace / "out/handout.html").is_file()
        assert not (workspace / "build/drafts").exists()
        again = ask("build", "drafts/water", "-o", "out/handout.html")
        assert "nothing changed: 1 output as before" in again.err

    def test_a_file_outside_of_any_workspace_is_printed(
        self, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "some.yaml").write_text(DRAFT)
        monkeypatch.chdir(tmp_path)
        assert ask("build", "some.yaml", "-o", "some.html").err == "made some.html\n"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["some.html", "some.yaml"]
        answer = ask("build", "some.yaml")
        assert answer.code == 3
        assert "E-WORKSPACE" in answer.err
        assert "or say where with -o" in answer.err

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["-o", "x.html"], "-o takes exactly one version"),
            (["drafts/water", "drafts/water@HEAD", "-o", "x.html"], "-o takes exactly one version"),
            (["drafts/water", "-o", "x.txt"], "-o x.txt names no file of a known format"),
            (["drafts/water", "-o", "x"], "-o x names no file of a known format"),
            (["drafts/water", "-o", "x.html", "--format", "pdf"], "say different things"),
            (["--format", "odt"], "no format 'odt'"),
            (["--format", ""], "no format ''"),
        ],
    )
    def test_what_does_not_fit_together_is_told(
        self, ask: Ask, workspace: Path, arguments: list[str], told: str
    ) -> None:
        answer = ask("build", *arguments)
        assert (answer.code, answer.out) == (2, "")
        assert told in answer.err
        assert not (workspace / "x.html").exists()


class TestWhatCannotBeMade:
    def test_a_broken_document_is_told_once_and_the_others_are_made(
        self, ask: Ask, workspace: Path
    ) -> None:
        write(workspace, "drafts/broken", BROKEN)
        write(workspace, "drafts/forest", DRAFT)
        answer = ask("build", "--format", "html,html")
        assert answer.code == 3
        assert answer.err.count("content/drafts/broken.yaml:5:1: E-KEY") == 1
        assert answer.err.count("  fix: ") == answer.err.count("E-")
        assert "made build/drafts/forest.html\nmade build/drafts/water.html\n" in answer.err
        assert answer.err.endswith("1 output not made\n")
        assert not (workspace / "build/drafts/broken.html").exists()

    def test_the_output_of_a_document_since_broken_stays(self, ask: Ask, workspace: Path) -> None:
        ask("build", *HTML)
        before = files_below(workspace / "build")
        write(workspace, "drafts/water", BROKEN)
        assert ask("build", *HTML).code == 3
        assert files_below(workspace / "build") == before

    def test_a_document_that_is_not_there_does_not_hold_up_the_others(
        self, ask: Ask, workspace: Path
    ) -> None:
        answer = ask("build", "drafts/none", "drafts/water", *HTML)
        assert answer.code == 3
        assert "E-OPEN there is no drafts/none" in answer.err
        assert "made build/drafts/water.html" in answer.err

    def test_a_link_in_the_place_of_an_output_is_not_written_through(
        self, ask: Ask, workspace: Path, tmp_path: Path
    ) -> None:
        write(workspace, "drafts/forest", DRAFT)
        (workspace / "build/drafts").mkdir(parents=True)
        (workspace / "build/drafts/forest.html").symlink_to(tmp_path / "target")
        answer = ask("build", *HTML)
        assert answer.code == 4
        assert "build/drafts/forest.html was not made:" in answer.err
        assert "E-PATH" in answer.err
        assert "made build/drafts/water.html" in answer.err
        assert not (tmp_path / "target").exists()

    def test_a_link_that_leads_out_of_the_build_folder_is_not_followed(
        self, ask: Ask, workspace: Path, tmp_path: Path
    ) -> None:
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        (workspace / "build").mkdir()
        (workspace / "build/drafts").symlink_to(elsewhere)
        answer = ask("build", *HTML)
        assert answer.code == 4
        assert "E-PATH a link leads" in answer.err
        assert list(elsewhere.iterdir()) == []

    def test_a_build_folder_on_another_disk_is_used(
        self, ask: Ask, workspace: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "disk").mkdir()
        (workspace / "build").symlink_to(tmp_path / "disk")
        assert ask("build", *HTML).code == 0
        assert (tmp_path / "disk/drafts/water.html").is_file()

    def test_a_place_that_may_not_be_written_ends_the_work(self, ask: Ask, workspace: Path) -> None:
        (workspace / "build").write_text("a file where a folder should be")
        answer = ask("build", *HTML)
        assert answer.code == 6
        assert "E-WRITE" in answer.err

    def test_a_faulty_template_is_told_once_and_is_no_bug_of_ours(
        self, ask: Ask, workspace: Path
    ) -> None:
        write(workspace, "drafts/forest", DRAFT)
        (workspace / "templates/operative.html.j2").write_text("{{ block.nothing }}")
        answer = ask("build", *HTML)
        assert answer.code == 3
        assert answer.err.count("E-TEMPLATE") == 1
        assert "compare your template with the one of that name" in answer.err
        assert answer.err.endswith("2 outputs not made\n")

    @pytest.mark.slow
    def test_a_faulty_style_sheet_of_the_workspace_is_told_by_name(
        self, ask: Ask, workspace: Path
    ) -> None:
        (workspace / "templates/operative.css").write_text("p { colr: red }")
        answer = ask("build", "--format", "pdf")
        assert answer.code == 3
        assert "E-TEMPLATE" in answer.err
        assert "colr" in answer.err
        assert "fix: look at your own operative.css" in answer.err

    def test_two_versions_never_become_one_file(self, ask: Ask, workspace: Path) -> None:
        for folder in ("one", "two"):
            (workspace / folder).mkdir()
            (workspace / folder / "text.yaml").write_text(DRAFT)
        answer = ask("build", "one/text.yaml", "two/text.yaml", *HTML)
        assert answer.code == 5
        assert "E-COLLIDE two versions would both become build/text.html" in answer.err
        assert not (workspace / "build").exists()

    def test_another_workspaces_document_does_not_take_the_name_of_ours(
        self, ask: Ask, workspace: Path, tmp_path: Path
    ) -> None:
        other = write(tmp_path / "other", "drafts/water", DRAFT)
        assert ask("build", other, *HTML).err == "made build/water.html\n"

    def test_a_workspace_without_documents_has_nothing_to_print(
        self, ask: Ask, workspace: Path
    ) -> None:
        (workspace / "content/drafts/water.yaml").unlink()
        answer = ask("build")
        assert (answer.code, answer.out, answer.err) == (0, "", "")
