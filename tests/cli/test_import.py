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
    assert addresses[0].startswith("masthead, ")
    assert [each for each in addresses if each.startswith("PP")][:2] == ["PP 1", "PP 2"]
    assert "OP 14" in addresses
    assert all(place["page"] == 1 for unit in kept["units"] for place in unit["places"])


def test_a_report_sets_source_and_result_side_by_side(ask: Ask, workspace: Path) -> None:
    file = workspace / "text.txt"
    file.write_text("*The General Assembly*,\n\n1. *Decides* <b>;\n\n2. *Ends* it.\n\n⁹ A/99/9.\n")
    answer = ask("import", file, "--report")
    assert "wrote build/drafts/text.import.html" in answer.err
    assert "W-UNPLACED page 1 has no place, and stands at the end: 9 A/99/9." in answer.err
    page = (workspace / "build/drafts/text.import.html").read_text()
    assert "<b>OP 1</b>1. Decides &lt;b&gt;;</li>" in page


TEXT = (
    "A/C.3/54/L.{}\n\nRivers\n\n*The General Assembly*,\n\n1. *Decides* to go on;\n\n2. *Ends*.\n"
)


def test_two_files_of_one_symbol_never_become_one_document(ask: Ask, workspace: Path) -> None:
    first, second = workspace / "first.txt", workspace / "second.txt"
    first.write_text(TEXT.format(1))
    second.write_text(TEXT.format(1).replace("go on", "stop"))
    answer = ask("import", "--force", first, second)
    assert answer.code == 3
    assert "E-TWICE second.txt: content/A/C.3/54/L.1.yaml was made of first.txt" in answer.err
    assert "go on" in (workspace / "content/A/C.3/54/L.1.yaml").read_text()


def test_many_files_are_told_in_their_order_and_summed_up(ask: Ask, workspace: Path) -> None:
    files = [workspace / f"{n}.txt" for n in range(6)]
    for number, file in enumerate(files):
        file.write_text(TEXT.format(number) + "the first is the longest\n" * 900 * (number == 0))
    answer = ask("import", *files, "--workers", "3")
    told = [line for line in answer.err.splitlines() if line.startswith("wrote ")]
    assert told == [f"wrote content/A/C.3/54/L.{n}.yaml" for n in range(6)]
    assert answer.err.splitlines()[-1].startswith("6 of 6 files imported; ")


def test_what_was_set_aside_is_kept_beside_the_document(ask: Ask, workspace: Path) -> None:
    page = workspace / "page.html"
    inner = "<p>A/C.3/54/L.7</p><h1>Rivers</h1><p hidden>secret</p><p>1. Decides to go on;</p>"
    page.write_text(f"<!DOCTYPE html><html><body>{inner}</body></html>")
    answer = ask("import", page)
    assert "  hidden text, page 1: secret" in answer.err.splitlines()
    kept = json.loads((workspace / "content/A/C.3/54/L.7.origin.json").read_text())
    assert kept["set_aside"] == [{"words": "secret", "reason": "hidden text", "place": "page 1"}]


def test_what_is_no_resolution_is_imported_and_told(ask: Ask, workspace: Path) -> None:
    file = workspace / "invoice.txt"
    file.write_text("Paper for printing, two boxes; twelve dollars.\n")
    answer = ask("import", file)
    assert answer.code == 0
    assert "W-FOREIGN it has no symbol, title or clause of one: is it a resolution?" in answer.err


def test_an_instruction_that_nobody_understood_is_told(ask: Ask, workspace: Path) -> None:
    file = workspace / "amendment.txt"
    file.write_text(
        "A/C.3/54/L.8\n\nFrance: amendment to draft resolution A/C.3/54/L.1\n\nRivers\n\n"
        "1. Delete operative paragraph 2.\n\n2. Make it shorter.\n"
    )
    answer = ask("import", file)
    assert "  W-UNREAD instruction 2 is kept as its sentence alone: Make it shorter." in answer.err


def test_a_folder_is_refused_in_the_words_of_the_verb(ask: Ask, workspace: Path) -> None:
    answer = ask("import", workspace / "content")
    assert answer.code == 3
    assert "fix: name a PDF, a Word file, a text or an HTML page" in answer.err
