from pathlib import Path

import pytest
from tests.cli.workspaces import BROKEN, DRAFT, Ask, write

HTML = ("--format", "html")


def volume(root: Path, *documents: str) -> Path:
    path = root / "volumes" / "rivers.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("volume: Rivers\ndocuments:\n" + "".join(f"- {each}\n" for each in documents))
    return path


def test_a_volume_is_made_once_and_again_when_a_document_changes(ask: Ask, workspace: Path) -> None:
    write(workspace, "drafts/forest", DRAFT.replace("Water", "Forest"))
    path = volume(workspace, "drafts/water", "drafts/*")
    assert ask("build", "--volume", path, *HTML).err == "made build/volumes/rivers.html\n"
    text = (workspace / "build/volumes/rivers.html").read_text()
    assert text.index('<h1 class="title">Water') < text.index('<h1 class="title">Forest')
    assert text.count("<article") == 2
    assert "nothing changed" in ask("build", "--volume", path, *HTML).err
    write(workspace, "drafts/forest", DRAFT.replace("Water", "Forests"))
    assert ask("build", "--volume", path, *HTML).err == "made build/volumes/rivers.html\n"
    volume(workspace, "drafts/forest", "drafts/*")
    assert ask("build", "--volume", path, *HTML).err == "made build/volumes/rivers.html\n"


@pytest.mark.slow
def test_the_pdf_of_a_volume_goes_where_it_is_wanted(ask: Ask, workspace: Path) -> None:
    path = volume(workspace, "drafts/water")
    assert ask("build", "--volume", path, "-o", "book.pdf").err == "made book.pdf\n"
    assert (workspace / "book.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_every_name_that_is_no_document_is_told_with_its_place(ask: Ask, workspace: Path) -> None:
    path = volume(workspace, "drafts/wader", "A/RES/1/*", "drafts/water", "drafts/water", "A//")
    answer = ask("build", "--volume", path, *HTML)
    assert answer.code == 3
    lines = [line for line in answer.err.splitlines() if "volumes/rivers.yaml:" in line]
    assert [line.split(" ")[0:2] for line in lines] == [
        ["volumes/rivers.yaml:3:3:", "E-OPEN"],
        ["volumes/rivers.yaml:4:3:", "E-OPEN"],
        ["volumes/rivers.yaml:6:3:", "E-DUP"],
        ["volumes/rivers.yaml:7:3:", "E-SYMBOL"],
    ]
    assert "did you mean drafts/water?" in answer.err
    assert not (workspace / "build").exists()


def test_a_document_that_cannot_be_read_keeps_the_volume_from_being_made(
    ask: Ask, workspace: Path
) -> None:
    write(workspace, "drafts/broken", BROKEN)
    answer = ask("build", "--volume", volume(workspace, "drafts/*"), *HTML)
    assert answer.code == 3
    assert "content/drafts/broken.yaml:5:1: E-KEY" in answer.err


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["drafts/water"], "--volume takes its documents from its file"),
        (["--working", "booklet"], "a volume is no working copy"),
        (["--format", "docx"], "no format 'docx'"),
        (["-o", "x.docx"], "-o x.docx names no file of a known format"),
    ],
)
def test_what_a_volume_cannot_be_is_refused(
    ask: Ask, workspace: Path, options: list[str], what: str
) -> None:
    path = volume(workspace, "drafts/water")
    answer = ask("build", *options, "--volume", path)
    assert answer.code == 2
    assert what in answer.err
