import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.workspaces import BROKEN, DRAFT, Ask, write

LAKES = DRAFT.replace("rivers", "rivers and lakes")


def test_two_revisions_are_compared_to_the_word(ask: Ask, recorded: Path) -> None:
    answer = ask("diff", "drafts/water@HEAD~1", "drafts/water")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[:3] == [
        "--- drafts/water@HEAD~1", "+++ drafts/water", "2 words inserted, 1 paragraph reworded",
    ]  # fmt: skip
    assert "~ OP 1        Calls upon all States to keep rivers{+ and lakes+} clean;" in lines
    assert "  unchanged: OP 2" in lines


def test_one_version_is_compared_with_its_base(ask: Ask, recorded: Path) -> None:
    ask("new", "drafts/next", "--base", "drafts/water@Rev.1")
    answer = ask("diff", "drafts/next", "--format", "stat")
    assert answer.out == "no paragraph changed\n"
    file = recorded / "content/drafts/next.yaml"
    file.write_text(file.read_text().replace("base: drafts/water@Rev.1", "base: A/RES/52/1"))
    missing = ask("diff", "drafts/next")
    assert missing.code == 3
    assert "E-OPEN the base of drafts/next is not found: there is no A/RES/52/1" in missing.err


def test_exit_code_tells_differences_when_asked(ask: Ask, recorded: Path) -> None:
    pair = ("drafts/water@Rev.1", "drafts/water")
    assert ask("diff", *pair).code == 0
    assert ask("diff", *pair, "--exit-code").code == 1
    assert ask("diff", *pair, "--exit-code", "--format", "html").code == 1
    assert ask("diff", pair[0], pair[0], "--exit-code").code == 0


@pytest.mark.parametrize("form", ["terminal", "stat"])
def test_the_same_is_told_to_be_the_same(ask: Ask, recorded: Path, form: str) -> None:
    answer = ask("diff", "drafts/water", "drafts/water@HEAD", "--format", form)
    assert answer.out == "drafts/water and drafts/water@HEAD say the same\n"


def test_the_same_can_be_printed_too(ask: Ask, recorded: Path) -> None:
    answer = ask("diff", "drafts/water", "drafts/water", "--format", "html")
    assert answer.err == "made build/drafts/water.redline.html\n"
    page = (recorded / "build/drafts/water.redline.html").read_text()
    assert "no paragraph changed" in page
    assert "<ins>" not in page


def test_stat_is_one_count_a_line(ask: Ask, recorded: Path) -> None:
    answer = ask("diff", "drafts/water@Rev.1", "drafts/water", "--format", "stat")
    assert answer.out == "2 words inserted\n1 paragraph reworded\n"


def test_json_is_for_other_programs_and_the_same_each_time(ask: Ask, recorded: Path) -> None:
    pair = ("drafts/water@Rev.1", "drafts/water")
    out = ask("diff", *pair, "--format", "json").out
    told = json.loads(out)
    assert (told["before"], told["after"]) == pair
    assert [(each["kind"], each["after"]) for each in told["changes"]] == [("reword", ["OP 1"])]
    assert ask("diff", *pair, "--format", "json").out == out
    same = json.loads(ask("diff", pair[1], pair[1], "--format", "json").out)
    assert same["changes"] == same["masthead"] == []


def test_markdown_marks_changes_in_the_whole_text(ask: Ask, recorded: Path) -> None:
    out = ask("diff", "drafts/water@Rev.1", "drafts/water", "--format", "markdown").out
    lines = out.splitlines()
    assert lines[0] == "# Water"
    assert "1\\. *Calls upon* all States to keep rivers{++ and lakes++} clean;" in lines
    assert "2\\. *Decides* to remain seized of the matter." in lines


def test_a_page_is_made_once_for_each_pair(ask: Ask, recorded: Path) -> None:
    pair = ("drafts/water@Rev.1", "drafts/water")
    first = ask("diff", *pair, "--format", "html,stat")
    assert first.out == "2 words inserted\n1 paragraph reworded\n"
    assert first.err == "made build/drafts/water.redline.html\n"
    assert "<ins> and lakes</ins>" in (recorded / "build/drafts/water.redline.html").read_text()
    assert "nothing changed" in ask("diff", *pair, "--format", "html").err
    other = ("drafts/water@HEAD~1", "drafts/water")
    assert ask("diff", *other, "--format", "html").err.startswith("made ")


@pytest.mark.slow
def test_a_redline_is_printed_as_pdf(ask: Ask, recorded: Path) -> None:
    assert ask("diff", "drafts/water@Rev.1", "drafts/water", "-o", "redline.pdf").code == 0
    assert (recorded / "redline.pdf").read_bytes().startswith(b"%PDF-")


def test_a_page_opens_with_the_view_asked_for(ask: Ask, recorded: Path) -> None:
    pair = ("drafts/water@Rev.1", "drafts/water")
    page = recorded / "build/drafts/water.redline.html"
    for view in ("inline", "side-by-side", "before", "after"):
        told = ask("diff", *pair, "--format", "html", "--view", view).err
        assert told == "made build/drafts/water.redline.html\n"
        assert f'value="{view}" checked' in page.read_text()
    assert ask("diff", *pair, "--view", "sideways").code == 2


@pytest.mark.slow
def test_side_by_side_is_printed_on_a_sheet_turned_sideways(ask: Ask, recorded: Path) -> None:
    pair = ("drafts/water@Rev.1", "drafts/water")
    assert ask("diff", *pair, "--view", "side-by-side", "-o", "pairs.pdf").code == 0
    command = ["pdfinfo", str(recorded / "pairs.pdf")]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert "792 x 612 pts (letter)" in told


def test_files_anywhere_are_compared_under_names_that_differ(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder, text in (("one", DRAFT), ("two", LAKES)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "text.yaml").write_text(text)
    pair = ("one/text.yaml", "two/text.yaml")
    assert ask("diff", *pair).out.startswith("--- one/text.yaml\n+++ two/text.yaml\n")
    assert ask("diff", *pair, "-o", "out.html").err == "made out.html\n"
    answer = ask("diff", *pair, "--format", "html")
    assert answer.code == 3
    assert "or say where with -o" in answer.err


def test_colour_comes_on_demand_and_never_against_it(
    ask: Ask, recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = ("drafts/water@Rev.1", "drafts/water")
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = ask("diff", *pair).out
    assert "\033[32;4mlakes\033[0m" in coloured
    assert "{+" not in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033[" not in ask("diff", *pair).out


@pytest.mark.parametrize("columns", ["30", "80", "500"])
def test_lines_are_no_wider_than_the_terminal(
    ask: Ask, recorded: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = ask("diff", "drafts/water@Rev.1", "drafts/water").out
    width = min(max(int(columns), 40), 110)
    assert max(map(len, out.splitlines())) <= width


def test_the_problems_of_both_versions_are_told_at_once(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/one", BROKEN)
    write(workspace, "drafts/two", BROKEN)
    answer = ask("diff", "drafts/one", "drafts/two")
    assert answer.code == 3
    assert "content/drafts/one.yaml:5:1: E-KEY" in answer.err
    assert "content/drafts/two.yaml:5:1: E-KEY" in answer.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["drafts/water"], 2, "E-BASE drafts/water names no base"),
        (["-", "-"], 2, "standard input can be only one of the two"),
        (["drafts/water", "drafts/water", "--format", "odt"], 2, "no format 'odt'"),
        (["drafts/water", "drafts/none"], 3, "E-OPEN there is no drafts/none"),
        (["drafts/water", "drafts/water", "-o", "x.stat"], 2, "names no file of a known format"),
    ],
)
def test_what_cannot_be_compared_is_told(
    ask: Ask, workspace: Path, arguments: list[str], code: int, told: str
) -> None:
    answer = ask("diff", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert "  fix: " in answer.err


def test_numbers_and_meaning_are_told_after_one_another(ask: Ask, recorded: Path) -> None:
    write(recorded, "drafts/firm", LAKES.replace("Calls upon", "Requests"))
    answer = ask("diff", "drafts/water", "drafts/firm", "--format", "numbers,summary")
    assert (answer.code, answer.err) == (0, "")
    head = "--- drafts/water\n+++ drafts/firm\n\n"
    assert answer.out.startswith(f"{head}every paragraph keeps its number\n{head}")
    assert "verbs that became stronger\n  OP 1  Calls upon -> Requests\n" in answer.out
