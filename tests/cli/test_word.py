from pathlib import Path

from tests.cli.workspaces import DRAFT, Ask, write
from tests.word import W, parts_of, words


def changes(data: bytes) -> set[tuple[str | None, str | None]]:
    root = parts_of(data)["word/document.xml"]
    found = [each for tag in ("ins", "del") for each in root.iter(f"{W}{tag}")]
    return {(each.get(f"{W}author"), each.get(f"{W}date")) for each in found}


def test_build_writes_a_clean_word_file_once(ask: Ask, workspace: Path) -> None:
    assert ask("build", "--format", "docx").err == "made build/drafts/water.docx\n"
    assert "nothing changed" in ask("build", "--format", "docx").err
    data = (workspace / "build/drafts/water.docx").read_bytes()
    assert "Water" in words(data, "accept")
    assert not changes(data)


def test_numbers_can_be_written_out(ask: Ask, workspace: Path) -> None:
    ask("build", "--format", "docx", "--numbers", "literal")
    assert "1.\t" in words((workspace / "build/drafts/water.docx").read_bytes(), "accept")


def test_changes_are_told_under_the_name_and_day_of_their_commit(ask: Ask, recorded: Path) -> None:
    write(recorded, "drafts/water", DRAFT.replace("Requests", "Urges"))
    ask("record", "drafts/water", "-m", "Urge")
    answer = ask("diff", "drafts/water@HEAD~1", "drafts/water", "--format", "docx")
    assert (answer.code, answer.out) == (0, "")
    ((name, day),) = changes((recorded / "build/drafts/water.redline.docx").read_bytes())
    assert name
    assert name != "Penholder"
    assert day
    assert day.endswith("Z")


def test_a_change_that_no_commit_has_is_nobodys(ask: Ask, recorded: Path) -> None:
    write(recorded, "drafts/water", DRAFT.replace("Requests", "Urges"))
    ask("diff", "drafts/water@HEAD", "drafts/water", "-o", "x.docx")
    assert changes((recorded / "x.docx").read_bytes()) == {("Penholder", None)}


def test_what_cannot_be_read_is_told_and_no_file_is_made(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/broken", "schema: 1\nkind: resolution\ntitel: x\n")
    answer = ask("build", "drafts/broken", "--format", "docx")
    assert answer.code == 3
    assert "E-KEY" in answer.err
    assert not (workspace / "build/drafts/broken.docx").exists()


def test_a_word_file_has_the_paper_of_the_organ_as_the_page_has(ask: Ask, workspace: Path) -> None:
    rights = DRAFT.replace("organ: General Assembly", "organ: Human Rights Council")
    assert rights != DRAFT
    write(workspace, "drafts/rights", rights)
    widths = []
    for options in (("drafts/rights",), ("drafts/rights", "--paper", "letter"), ("drafts/water",)):
        ask("build", *options, "--format", "docx", "-o", "x.docx")
        root = parts_of((workspace / "x.docx").read_bytes())["word/document.xml"]
        widths += [size.get(f"{W}w") for size in root.iter(f"{W}pgSz")]
        (workspace / "x.docx").unlink()
    assert widths == ["11906", "12240", "12240"]
