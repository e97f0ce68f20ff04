from pathlib import Path

import pytest
from tests.cli.workspaces import Ask


def test_a_working_copy_leaves_the_plain_page_alone(ask: Ask, workspace: Path) -> None:
    ask("build", "--format", "html")
    plain = (workspace / "build/drafts/water.html").read_bytes()
    made = ask("build", "drafts/water", "--working", "paragraph-ids", "--format", "html")
    assert made.err == "made build/drafts/water.paragraph-ids.html\n"
    assert (workspace / "build/drafts/water.html").read_bytes() == plain
    assert b"PP 1" in (workspace / "build/drafts/water.paragraph-ids.html").read_bytes()


def test_each_working_copy_is_remembered_by_its_forms(ask: Ask, workspace: Path) -> None:
    asked = ("build", "drafts/water", "--format", "html", "--working")
    ask(*asked, "paragraph-ids,watermark")
    assert "nothing changed" in ask(*asked, " watermark,paragraph-ids,watermark").err
    assert ask(*asked, "watermark").err == "made build/drafts/water.watermark.html\n"
    assert "nothing changed" in ask(*asked, "paragraph-ids,watermark").err
    handout = ("build", "drafts/water", "-o", "handout.html", "--working")
    ask(*handout, "watermark")
    assert ask(*handout, "large-print").err == "made handout.html\n"


@pytest.mark.slow
def test_forms_of_paper_make_a_pdf_alone(ask: Ask, workspace: Path) -> None:
    made = ask("build", "drafts/water", "--working", "booklet,line-numbers")
    assert made.err == "made build/drafts/water.line-numbers+booklet.pdf\n"
    made = ask("build", "drafts/water", "--working", "double-spaced")
    assert made.err.count("made build/drafts/water.double-spaced.") == 2


@pytest.mark.parametrize(
    ("options", "what", "fix"),
    [
        (["line-number"], "no working copy is 'line-number'", "did you mean line-numbers?"),
        (["purple"], "no working copy is 'purple'", "choose from clean, paragraph-ids"),
        ([","], "--working names no form", "choose from clean"),
        (["clean,watermark"], "a clean copy has no watermark", "leave out clean"),
        (["large-print,booklet"], "a booklet makes every letter", "leave out large-print or"),
        (["booklet", "--format", "html"], "HTML has neither lines nor sheets: booklet", "pdf"),
        (["clean", "--format", "docx"], "a Word file has no working copies: clean", "without"),
        (["line-numbers", "-o", "x.html"], "HTML has neither lines nor sheets", "--format pdf"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_made(
    ask: Ask, workspace: Path, options: list[str], what: str, fix: str
) -> None:
    answer = ask("build", "drafts/water", "--working", *options)
    assert answer.code == 2
    assert what in answer.err
    assert fix in answer.err
    assert not (workspace / "build").exists()
