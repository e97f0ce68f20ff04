"""Word files that come in: our own, and those that colleagues have changed."""

import json
from pathlib import Path

from tests.cli.workspaces import DRAFT, Ask, write
from tests.ingest.docx.files import paragraph
from tests.ingest.docx.traps import with_macros

from penholder.store.read import read_document


def content(root: Path, name: str) -> str:
    """Return a document without its first line, which says where the schema is."""
    return (root / "content" / f"{name}.yaml").read_text().partition("\n")[2]


def test_a_file_of_ours_comes_back_letter_for_letter(ask: Ask, workspace: Path) -> None:
    ask("build", "drafts/water", "-o", "back.docx")
    answer = ask("import", "back.docx")
    assert answer.code == 0
    assert "wrote content/drafts/back.yaml" in answer.err
    assert content(workspace, "drafts/back") == content(workspace, "drafts/water")


def test_a_tracked_file_leaves_draft_and_base_ready_to_be_compared(
    ask: Ask, recorded: Path
) -> None:
    ask("diff", "drafts/water@Rev.1", "drafts/water", "-o", "tracked.docx")
    answer = ask("import", "tracked.docx", "--with-base")
    assert answer.code == 0
    assert "wrote content/drafts/tracked-base.yaml" in answer.err
    assert "next: penholder diff drafts/tracked" in answer.err
    assert "Expert, " in answer.err
    assert "paragraph 4 of the text, inserted: and lakes" in answer.err
    assert "{+ and lakes+}" in ask("diff", "drafts/tracked").out
    assert content(recorded, "drafts/tracked-base") == DRAFT.partition("\n")[2]


def test_the_text_before_every_change_can_be_had_alone(ask: Ask, recorded: Path) -> None:
    ask("diff", "drafts/water@Rev.1", "drafts/water", "-o", "tracked.docx")
    assert "rivers clean" in ask("import", "tracked.docx", "--rejected", "--stdout").out
    assert "rivers and lakes clean" in ask("import", "tracked.docx", "--stdout").out
    assert not (recorded / "content/drafts/tracked.yaml").exists()


def test_a_file_without_changes_has_no_text_before_them(ask: Ask, workspace: Path) -> None:
    ask("build", "drafts/water", "-o", "back.docx")
    answer = ask("import", "back.docx", "--rejected")
    assert answer.code == 3
    assert "E-TRACKED" in answer.err
    assert not (workspace / "content/drafts/back.yaml").exists()


def test_changes_stand_beside_the_document_and_in_json(ask: Ask, recorded: Path) -> None:
    ask("diff", "drafts/water@Rev.1", "drafts/water", "-o", "tracked.docx")
    told = json.loads(ask("import", "tracked.docx", "--json", "-q").out)
    kept = json.loads((recorded / "content/drafts/tracked.origin.json").read_text())
    assert told["changes"] == kept["changes"]
    (change,) = told["changes"]
    assert (change["what"], change["by"], change["words"]) == ("inserted", "Expert", "and lakes")


def test_a_base_that_is_there_already_is_used_and_not_written_again(
    ask: Ask, recorded: Path
) -> None:
    base = DRAFT.replace("kind: draft resolution", "symbol: A/C.2/80/L.5\nkind: draft resolution")
    write(recorded, "A/C.2/80/L.5", base.replace("../../schema", "../../../../schema"))
    write(recorded, "drafts/revised", DRAFT.replace("rivers", "lakes"))
    ask("diff", "A/C.2/80/L.5", "drafts/revised", "-o", "tracked.docx")
    before = (recorded / "content/A/C.2/80/L.5.yaml").read_bytes()
    answer = ask("import", "tracked.docx", "--with-base")
    assert answer.code == 0
    assert "base: A/C.2/80/L.5" in content(recorded, "drafts/tracked")
    assert (recorded / "content/A/C.2/80/L.5.yaml").read_bytes() == before


def test_what_a_colleague_added_stands_where_it_was_put(ask: Ask, workspace: Path) -> None:
    import io
    import zipfile

    ask("build", "drafts/water", "-o", "back.docx", "--numbers", "literal")
    with zipfile.ZipFile(workspace / "back.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    place = text.index("<w:p>", text.index("all States to keep"))
    added = paragraph("2.\tInvites donors to help;")
    parts["word/document.xml"] = (text[:place] + added + text[place:]).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    (workspace / "edited.docx").write_bytes(target.getvalue())
    ask("import", "edited.docx")
    read = read_document((workspace / "content/drafts/edited.yaml").read_bytes(), "x").document
    kept = read_document((workspace / "content/drafts/water.yaml").read_bytes(), "x").document
    assert read
    assert kept
    assert [getattr(block, "text", "") for block in read.operative] == [
        getattr(kept.operative[0], "text", ""), "Invites donors to help;",
        *(getattr(block, "text", "") for block in kept.operative[1:]),
    ]  # fmt: skip


def test_macros_are_left_behind_and_told(ask: Ask, workspace: Path) -> None:
    (workspace / "sent.docx").write_bytes(with_macros())
    answer = ask("import", "sent.docx", "-v")
    assert answer.code == 0
    assert "macros, not read" in answer.err
    assert "word/vbaProject.bin" in answer.err
    assert "Recalling" in (workspace / "content/drafts/sent.yaml").read_text()
