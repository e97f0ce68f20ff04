"""A draft packed to be handed in, and the package proved."""

import json
import zipfile
from pathlib import Path

import pytest
from tests.cli.workspaces import DRAFT, Ask, write

pytestmark = pytest.mark.slow  # many pages

NAMES = [
    "base.yaml", "changes.docx", "changes.pdf", "checklist.html", "draft.docx", "draft.pdf",
    "draft.yaml", "manifest.json",
]  # fmt: skip


@pytest.fixture
def package(ask: Ask, recorded: Path) -> Path:
    """The package of the recorded draft against its first revision."""
    answer = ask("package", "drafts/water", "--against", "drafts/water@Rev.1", "-o", "out")
    assert answer.code == 1, answer.err
    assert "made out (8 files)\nmade out.zip\n" in answer.err
    return recorded / "out"


def test_a_package_holds_every_file_once_as_folder_and_zip(package: Path) -> None:
    assert sorted(each.name for each in package.iterdir()) == NAMES
    with zipfile.ZipFile(package.with_name("out.zip")) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            each.name: each.read_bytes() for each in package.iterdir()
        }


def test_the_same_versions_give_the_same_bytes(ask: Ask, package: Path) -> None:
    ask("package", "drafts/water", "--against", "drafts/water@Rev.1", "-o", "again")
    first, second = (package.with_name(name).read_bytes() for name in ("out.zip", "again.zip"))
    assert first == second


def test_the_checklist_says_what_is_met_what_is_not_and_what_is_yours(package: Path) -> None:
    page = (package / "checklist.html").read_text()
    order = ["Not met", "no official document", "For you to do", "signed and dated", "rule 78",
             "Met", "Read back" if "Read back" in page else "It was read back"]  # fmt: skip
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "accepting all of them gives the draft and rejecting all of them gives the base" in page


def test_a_package_is_proved_as_folder_and_as_zip(ask: Ask, package: Path) -> None:
    for name in ("out", "out.zip"):
        answer = ask("verify", name)
        assert answer.code == 0, answer.out
        assert "proved  changes.docx: accepting every change gives the draft" in answer.out
        assert "proved  changes.docx: rejecting every change gives the base" in answer.out
        assert "proved  draft.yaml: is drafts/water at commit " in answer.out
        assert "WRONG" not in answer.out
    assert package.is_dir()


@pytest.mark.parametrize("name", NAMES)
def test_a_byte_changed_in_any_file_is_told(ask: Ask, package: Path, name: str) -> None:
    data = bytearray((package / name).read_bytes())
    data[len(data) // 2] ^= 1
    (package / name).write_bytes(bytes(data))
    answer = ask("verify", "out")
    assert answer.code in (1, 3)
    assert name in (answer.out + answer.err)
    assert answer.code == 3 or "WRONG" in answer.out


def test_a_forged_fingerprint_is_found_by_making_the_file_again(ask: Ask, package: Path) -> None:
    from hashlib import sha256

    page = (package / "checklist.html").read_text().replace("Not met", "Met too")
    (package / "checklist.html").write_text(page)
    manifest = json.loads((package / "manifest.json").read_text())
    manifest["files"]["checklist.html"] = sha256(page.encode()).hexdigest()
    (package / "manifest.json").write_text(
        json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    )
    answer = ask("verify", "out", "--json")
    assert answer.code == 1
    wrong = {each["name"] for each in json.loads(answer.out) if each["state"] == "WRONG"}
    assert wrong == {"checklist.html", "manifest.json"}


def test_files_that_are_missing_or_were_added_are_told(ask: Ask, package: Path) -> None:
    (package / "draft.pdf").unlink()
    (package / "extra.pdf").write_text("x")
    answer = ask("verify", "out")
    assert answer.code == 1
    assert "WRONG   draft.pdf: missing: the manifest lists it" in answer.out
    assert "WRONG   extra.pdf: not in the manifest: it was added" in answer.out


def test_edits_that_no_commit_has_are_told(ask: Ask, recorded: Path) -> None:
    write(recorded, "drafts/water", DRAFT.replace("rivers", "lakes"))
    answer = ask("package", "drafts/water", "--against", "drafts/water@Rev.1", "-o", "out")
    assert answer.code == 1
    assert "W-UNRECORDED drafts/water is packed with edits that no commit has" in answer.err
    assert "open    draft.yaml: drafts/water was packed before it was recorded" in ask(
        "verify", "out"
    ).out  # fmt: skip


def test_what_cannot_be_packed_is_told_and_leaves_nothing(ask: Ask, recorded: Path) -> None:
    cases = {
        ("drafts/water",): (2, "E-BASE"),
        ("drafts/water", "--against", "A/RES/1/1"): (3, "E-OPEN"),
        ("drafts/water", "--against", "drafts/water"): (2, "E-SAME"),
        ("drafts/nothing",): (3, "E-OPEN"),
    }
    for arguments, (code, told) in cases.items():
        answer = ask("package", *arguments, "-o", "out")
        assert (answer.code, told in answer.err) == (code, True), answer.err
    assert not (recorded / "out").exists()
    assert not (recorded / "out.zip").exists()


def test_a_package_that_is_there_is_written_over_only_when_asked(ask: Ask, package: Path) -> None:
    again = ("package", "drafts/water", "--against", "drafts/water@Rev.1", "-o", "out")
    answer = ask(*again)
    assert answer.code == 3
    assert "E-EXISTS" in answer.err
    assert ask(*again, "--force").code == 1
    assert package.is_dir()


@pytest.mark.parametrize("name", ["../evil.pdf", "/etc/evil.pdf", "a\\b.pdf", "in/side.pdf"])
def test_a_zip_that_leads_elsewhere_is_refused(ask: Ask, workspace: Path, name: str) -> None:
    with zipfile.ZipFile(workspace / "bad.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    answer = ask("verify", "bad.zip")
    assert answer.code == 4
    assert "E-ZIP" in answer.err


def test_what_is_no_package_is_told(ask: Ask, workspace: Path) -> None:
    (workspace / "empty").mkdir()
    (workspace / "text.zip").write_text("no zip")
    (workspace / "odd").mkdir()
    (workspace / "odd/manifest.json").write_text('{"package": "1"}')
    told = {"empty": "E-MANIFEST", "text.zip": "E-PACKAGE", "odd": "E-MANIFEST", "no": "E-OPEN"}
    for name, code in told.items():
        answer = ask("verify", name)
        assert (answer.code, code in answer.err) == (3, True), answer.err
