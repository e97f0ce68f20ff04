from pathlib import Path

import pytest
from tests.cli.workspaces import Ask, Git, files_below, write

from penholder.store.read import read_document


def test_an_empty_draft_can_be_checked_and_built_at_once(ask: Ask, workspace: Path) -> None:
    answer = ask("new", "drafts/forest")
    assert answer.code == 0
    assert "wrote content/drafts/forest.yaml\nnext: penholder build drafts/forest" in answer.err
    assert ask("fmt", "--check", "drafts/forest").code == 0
    assert ask("check", "drafts/forest").code == 0
    assert ask("build", "drafts/forest", "--format", "html").code == 0


def test_a_symbol_says_what_the_document_is(ask: Ask, workspace: Path) -> None:
    options = ("--session", "54", "--title", "Forests", "--organ", "General Assembly")
    assert ask("new", "A/RES/54/144", *options).code == 0
    text = (workspace / "content/A/RES/54/144.yaml").read_text()
    assert "$schema=../../../../schema/resolution.schema.json" in text
    document = read_document(text.encode(), "x").document
    assert document
    assert document.masthead.kind == "resolution"
    assert str(document.masthead.symbol) == "A/RES/54/144"
    assert str(document.masthead.session) == "54"
    assert document.title == "Forests"


def test_a_base_gives_its_words_and_its_name(ask: Ask, workspace: Path) -> None:
    base = write(workspace, "A/RES/53/1", (Path(__file__).parent / "issued.yaml").read_text())
    assert ask("new", "drafts/next", "--base", "A/RES/53/1", "--session", "54").code == 0
    text = (workspace / "content/drafts/next.yaml").read_text()
    assert "base: A/RES/53/1\n" in text
    for word in ("issued:", "adopted:", "origin:", "agenda_items:", "distribution:", "symbol:"):
        assert word in base.read_text()
        assert word not in text
    assert "Recalls its resolution 52/1;" in text
    assert "w: A/53/1." in text


def test_a_base_at_a_moving_revision_is_held_by_its_commit(
    ask: Ask, recorded: Path, git: Git
) -> None:
    first = git("rev-parse", "HEAD~1").strip()
    for revision in ("HEAD~1", first[:9], "main~1"):
        name = f"drafts/next-{len(list((recorded / 'content/drafts').iterdir()))}"
        assert ask("new", name, "--base", f"drafts/water@{revision}").code == 0
        text = (recorded / "content" / f"{name}.yaml").read_text()
        assert f"base: drafts/water@{first}\n" in text
        assert "lakes" not in text


def test_a_base_at_a_tag_keeps_the_tag_which_never_moves(ask: Ask, recorded: Path) -> None:
    assert ask("new", "drafts/next", "--base", "content/drafts/water.yaml@Rev.1").code == 0
    assert "base: drafts/water@Rev.1\n" in (recorded / "content/drafts/next.yaml").read_text()
    assert ask("diff", "drafts/next", "--format", "stat", "--exit-code").code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["drafts/water"], 3, "E-EXISTS drafts/water is there already"),
        (["drafts/Water"], 3, "E-SYMBOL"),
        (["../../x"], 4, "E-SYMBOL '../../x' would leave the folder"),
        (["/etc/passwd"], 4, "E-SYMBOL"),
        (["-"], 2, "E-USAGE standard input is no file of the workspace"),
        (["drafts/x@HEAD"], 2, "E-USAGE drafts/x@HEAD, which is history, is no file"),
        (["drafts/x", "--session", "abc"], 2, "'abc' is not a session: write 54, S-10 or ES-11"),
        (["drafts/x", "--title", "a*b"], 3, "E-INLINE an italic passage is opened"),
        (["drafts/x", "--base", "drafts/none"], 3, "E-OPEN there is no drafts/none"),
        (["drafts/x", "--base", "-"], 3, "E-SYMBOL '-' is not a document symbol"),
        (
            ["drafts/x", "--base", "/elsewhere/some.yaml"],
            2,
            "E-PLACE /elsewhere/some.yaml is not the place",
        ),
    ],
)
def test_what_cannot_be_begun_leaves_nothing_behind(
    ask: Ask, workspace: Path, arguments: list[str], code: int, told: str
) -> None:
    before = files_below(workspace)
    answer = ask("new", *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert "  fix: " in answer.err
    assert files_below(workspace) == before


def test_a_folder_that_may_not_be_written_is_told(ask: Ask, workspace: Path) -> None:
    (workspace / "content" / "E").write_text("a file where a folder should be")
    answer = ask("new", "E/RES/2020/1")
    assert answer.code == 6
    assert "E-WRITE" in answer.err
