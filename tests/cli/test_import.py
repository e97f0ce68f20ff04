import hashlib
import json
from pathlib import Path

from tests.cli.workspaces import Ask, files_below

from penholder.store.read import read_document

SEED = Path(__file__).resolve().parents[1] / "samples" / "A-RES-53-123.txt"


def test_a_text_becomes_the_file_of_its_symbol(ask: Ask, workspace: Path) -> None:
    answer = ask("import", SEED)
    assert answer.code == 0
    assert "wrote content/A/RES/53/123.yaml" in answer.err
    written = (workspace / "content/A/RES/53/123.yaml").read_text()
    assert written.startswith("# yaml-language-server: $schema=../../../../schema/")
    assert ask("fmt", "--check", "A/RES/53/123").code == 0
    assert ask("check", "A/RES/53/123").code == 0


def test_a_document_that_is_there_is_never_written_over_unasked(ask: Ask, workspace: Path) -> None:
    ask("import", SEED)
    file = workspace / "content/A/RES/53/123.yaml"
    file.write_text("mine")
    answer = ask("import", SEED)
    assert answer.code == 3
    assert "E-EXISTS" in answer.err
    assert file.read_text() == "mine"
    assert ask("import", SEED, "--force").code == 0
    assert file.read_text() != "mine"


def test_standard_output_takes_the_yaml_and_no_file_is_written(ask: Ask, workspace: Path) -> None:
    before = files_below(workspace)
    answer = ask("import", SEED, "--stdout")
    document = read_document(answer.out.encode(), "x").document
    assert document
    assert str(document.masthead.symbol) == "A/RES/53/123"
    assert files_below(workspace) == before


def test_a_file_that_cannot_be_read_keeps_no_other_from_it(ask: Ask, workspace: Path) -> None:
    strange = workspace / "strange.txt"
    strange.write_bytes(b"\xff\xfe\x00 no text")
    empty = workspace / "empty.txt"
    empty.write_bytes(b"")
    answer = ask("import", strange, empty, SEED)
    assert answer.code == 3
    assert "strange.txt: neither a PDF, a Word file nor text in UTF-8" in answer.err
    assert "empty.txt: the file is empty" in answer.err
    assert (workspace / "content/A/RES/53/123.yaml").exists()


def test_one_symbol_cannot_name_several_files(ask: Ask, workspace: Path) -> None:
    assert ask("import", SEED, SEED, "--symbol", "A/RES/53/124").code == 2


def test_a_text_without_symbol_becomes_a_draft_named_for_its_file(
    ask: Ask, workspace: Path
) -> None:
    file = workspace / "My text.txt"
    file.write_text("*The General Assembly*,\n\n1. *Decides* to go on;\n\n2. *Decides* to end.\n")
    assert ask("import", file).code == 0
    assert (workspace / "content/drafts/my-text.yaml").exists()


def test_the_place_of_every_paragraph_is_kept_beside_the_document(
    ask: Ask, workspace: Path
) -> None:
    ask("import", SEED)
    kept = json.loads((workspace / "content/A/RES/53/123.origin.json").read_text())
    assert kept["source"] == "A-RES-53-123.txt"
    assert kept["sha256"] == hashlib.sha256(SEED.read_bytes()).hexdigest()
    addresses = [unit["address"] for unit in kept["units"]]
    assert addresses[:2] == ["PP 1", "PP 2"]
    assert "OP 14" in addresses
    assert all(place["page"] == 1 for unit in kept["units"] for place in unit["places"])


def test_a_report_sets_source_and_result_side_by_side(ask: Ask, workspace: Path) -> None:
    file = workspace / "text.txt"
    file.write_text("*The General Assembly*,\n\n1. *Decides* <b>;\n\n2. *Ends* it.\n\n⁹ A/99/9.\n")
    answer = ask("import", file, "--report")
    assert "wrote build/drafts/text.import.html" in answer.err
    assert "W-UNPLACED page 1 has no place, and stands at the end: 9 A/99/9." in answer.err
    page = (workspace / "build/drafts/text.import.html").read_text()
    assert "<td>1. Decides &lt;b&gt;;</td><td>OP 1</td><td>1. Decides &lt;b&gt;;</td>" in page
