"""The whole path, from the file to the printed page and the redline, on the real resolution."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.pages import Page, check_links, check_versions

from penholder.cli.app import run

ROOT = Path(__file__).resolve().parents[1]
SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")

# What our pages have and the seed leaves out: the letterhead of the stationery.
LETTERHEAD = ["UNITED", "NATIONS", "A"]


def needed(program: str) -> str:
    """Return a program of poppler or qpdf, or skip where the machine has none."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    return path


def answer(program: str, *arguments: str | Path) -> str:
    """Return what a program says; a failure of it is a failure of the test."""
    command = [needed(program), *map(str, arguments)]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    return said.decode("utf-8", "replace")


def opened(sheet: Path) -> str:
    """Return a PDF with nothing in it compressed."""
    return answer("qpdf", "--qdf", "--object-streams=disable", sheet, "-")


@dataclass(frozen=True)
class Seed:
    """The words of the resolution as received: letterhead, body and notes, calls as digits."""

    letterhead: list[str]
    body: list[str]
    notes: list[str]


@pytest.fixture(scope="session")
def seed() -> Seed:
    file = ROOT / "tests" / "samples" / "A-RES-53-123.txt"
    lines = file.read_text("utf-8").replace("*", "").strip().splitlines()
    is_note = [line[:1] in tuple("¹²³⁴⁵⁶") for line in lines]
    words = [line.translate(SUPERSCRIPTS).split() for line in lines]
    first = lines.index("Fifty-third session")
    running = [(note, word) for note, line in zip(is_note, words, strict=True) for word in line]
    top = [word for line in words[:first] for word in line]
    return Seed(
        letterhead=top,
        body=[word for note, word in running if not note][len(top) :],
        notes=[word for note, word in running if note],
    )


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the content of this project, outside of any repository."""
    root = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "content", root / "content")
    return root


@pytest.fixture(scope="session")
def pages(workspace: Path) -> Path:
    """The folder of A/RES/53/123 and of the sample redline, as HTML."""
    with chdir(workspace):
        assert run(["build", "--format", "html", "-q"]) == 0
        assert run(["diff", "drafts/follow-up-cis-conference", "--format", "html", "-q"]) == 0
    return workspace / "build"


@pytest.fixture(scope="session")
def sheet(workspace: Path) -> Path:
    """A/RES/53/123 as PDF."""
    with chdir(workspace):
        assert run(["build", "A/RES/53/123", "--format", "pdf", "-q"]) == 0
    return workspace / "build" / "A" / "RES" / "53" / "123.pdf"


@pytest.fixture(scope="session")
def screen(pages: Path) -> Page:
    return Page((pages / "A/RES/53/123.html").read_text("utf-8"))


class TestSeedAndScreen:
    def test_every_word_of_the_body_in_order_and_none_more(self, seed: Seed, screen: Page) -> None:
        assert screen.words("letterhead") == LETTERHEAD + seed.letterhead
        body = screen.words("header", "letterhead") + screen.words("main")
        assert body == seed.body

    def test_every_word_of_the_notes_in_order_and_none_more(self, seed: Seed, screen: Page) -> None:
        # The arrows back to the calls are for readers on a screen.
        assert screen.words("footnotes", "back") == seed.notes


class TestScreen:
    def test_ids_are_unique_and_links_resolve(self, screen: Page) -> None:
        check_links(screen)

    def test_calls_and_notes_link_to_each_other(self, screen: Page) -> None:
        links = [each for each in screen.elements if each.tag == "a"]
        calls = [each for each in links if each.attributes.get("role") == "doc-noteref"]
        backs = [each for each in links if each.attributes.get("role") == "doc-backlink"]
        assert len(calls) == 10
        assert [each.attributes["href"] for each in backs] != []
        assert {each.attributes["href"][1:] for each in backs} == {
            each.attributes["id"] for each in calls
        }
        for back in backs:
            note = next(each for each in back.inside() if "footnote" in each.classes)
            call = next(e for e in calls if e.attributes["id"] == back.attributes["href"][1:])
            assert call.attributes["href"] == f"#{note.attributes['id']}"

    def test_every_paragraph_has_an_anchor(self, screen: Page) -> None:
        ids = {each.attributes.get("id") for each in screen.elements}
        wanted = {f"pp-{n}" for n in range(1, 12)} | {f"op-{n}" for n in range(1, 15)}
        assert wanted <= ids

    def test_nothing_comes_from_elsewhere(self, screen: Page) -> None:
        assert "http" not in screen.source
        assert "@import" not in screen.source
        assert all(url.startswith(("data:", "'data:", '"data:')) for url in
                   re.findall(r"url\(([^)]*)", screen.source))  # fmt: skip
        assert not [e for e in screen.elements if e.tag in ("script", "link", "iframe", "object")]


@dataclass(frozen=True)
class Sheets:
    """The words of a PDF, page by page, apart from running heads and page numbers."""

    letterhead: list[str]
    body: list[list[str]]
    notes: list[list[str]]


def joined_words(lines: list[str]) -> list[str]:
    """Return the words of lines; a word broken after its own hyphen is one word again."""
    return re.sub(r"(?<=\w-)\n", "", "\n".join(lines)).split()


def read_sheets(text: str, heading: list[str]) -> Sheets:
    """Read what pdftotext gives: body, letterhead, notes and running head, in this order."""
    texts = text.split("\f")[:-1]
    letterhead: list[str] = []
    bodies, notes = [], []
    for number, page in enumerate(texts, 1):
        lines = page.strip().splitlines()
        if number > 1:
            assert lines.pop() == f"{number}/{len(texts)}"
            head: list[str] = []
            while sorted(joined_words(head)) != sorted(heading):
                head.insert(0, lines.pop())
        note_starts = [i for i, line in enumerate(lines) if re.fullmatch(r"\d+", line)]
        split = note_starts[0] if note_starts else len(lines)
        body = lines[:split]
        if number == 1:
            top = body.index(LETTERHEAD[0])
            letterhead, body = joined_words(body[top:]), body[:top]
        bodies.append(joined_words(body))
        notes.append(joined_words(lines[split:]))
    return Sheets(letterhead, bodies, notes)


@pytest.fixture(scope="session")
def sheets(sheet: Path, seed: Seed) -> Sheets:
    title = seed.body[seed.body.index("53/123.") + 1 : seed.body.index("The", 40)]
    return read_sheets(answer("pdftotext", "-raw", sheet, "-"), ["A/RES/53/123", *title])


@pytest.mark.slow
class TestSeedAndPdf:
    def test_every_word_of_the_body_in_order_and_none_more(
        self, seed: Seed, sheets: Sheets
    ) -> None:
        assert sheets.letterhead == LETTERHEAD + seed.letterhead
        assert [word for page in sheets.body for word in page] == seed.body

    def test_every_word_of_the_notes_in_order_and_none_more(
        self, seed: Seed, sheets: Sheets
    ) -> None:
        assert [word for page in sheets.notes for word in page] == seed.notes

    def test_each_note_stands_on_the_page_of_its_first_call(self, sheets: Sheets) -> None:
        for note in "123456":
            called = next(
                page
                for page, words in enumerate(sheets.body)
                if any(re.search(rf"[^\W\d]\W*{note}\W*$", word) for word in words)
            )
            assert note in sheets.notes[called]


@pytest.mark.slow
class TestPdf:
    def test_it_is_tagged_and_says_what_it_is(self, sheet: Path) -> None:
        told = dict(line.split(":", 1) for line in answer("pdfinfo", sheet).splitlines())
        told = {key: value.strip() for key, value in told.items()}
        assert told["Tagged"] == "yes"
        assert told["Title"].startswith("A/RES/53/123: Follow-up to the Regional Conference")
        assert told["Author"] == "United Nations, General Assembly"
        assert told["JavaScript"] == "no"
        assert told["Pages"] == "3"
        assert told["Page size"] == "612 x 792 pts (letter)"

    def test_it_names_its_language(self, sheet: Path) -> None:
        assert "/Lang (en)" in opened(sheet)

    def test_its_fonts_are_embedded_and_of_one_family(self, sheet: Path) -> None:
        rows = [line.split() for line in answer("pdffonts", sheet).splitlines()[2:]]
        assert {row[0].partition("+")[2] for row in rows} == {
            "Liberation-Serif", "Liberation-Serif-Bold", "Liberation-Serif-Italic",
        }  # fmt: skip
        assert {row[-5] for row in rows} == {"yes"}

    def test_nothing_is_attached(self, sheet: Path) -> None:
        assert "0 embedded files" in answer("pdfdetach", "-list", sheet)

    def test_its_syntax_is_sound(self, sheet: Path) -> None:
        told = answer("qpdf", "--check", sheet)
        assert "No syntax or stream encoding errors found" in told


@pytest.mark.slow
@pytest.mark.parametrize("form", ["pdf", "html"])
def test_two_processes_make_the_same_bytes(workspace: Path, tmp_path: Path, form: str) -> None:
    made = []
    for zone, seed in (("Pacific/Kiritimati", "1"), ("America/Los_Angeles", "77")):
        output = tmp_path / f"{seed}.{form}"
        subprocess.run(
            [sys.executable, "-m", "penholder", "build", "A/RES/53/123", "-o", output, "--force"],
            cwd=workspace,
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        made.append(output.read_bytes())
    assert made[0] == made[1]


HOSTILE = (
    "{{ 7*7 }} {% for x in y %} {# note #} <script>alert(1)</script> "
    "<link rel=attachment href=file:///etc/passwd> &amp; <!-- -->"
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A document whose title, paragraphs and note look like templates and pages."""
    file = tmp_path / "hostile.yaml"
    quoted = "'" + HOSTILE.replace("*", "\\*") + "'"
    file.write_text(
        f"schema: 1\nkind: draft resolution\norgan: General Assembly\ntitle: {quoted}\n"
        f"preamble:\n- {quoted}\noperative:\n- {quoted[:-1]}[^a]'\nfootnotes:\n  a: {quoted}\n",
        "utf-8",
    )
    return file


def test_content_that_looks_like_a_page_is_shown_as_letters(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["build", "hostile.yaml", "-o", "hostile.html"]) == 0
    page = Page((tmp_path / "hostile.html").read_text("utf-8"))
    assert not [each for each in page.elements if each.tag in ("script", "link")]
    shown = " ".join(page.words("main", "number", "call", "organ-line"))
    assert shown.count(HOSTILE) == 3
    assert HOSTILE in " ".join(page.words("footnotes"))


@pytest.mark.slow
def test_content_that_looks_like_a_page_is_printed_as_letters(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["build", "hostile.yaml", "-o", "hostile.pdf"]) == 0
    sheet = tmp_path / "hostile.pdf"
    text = "".join(answer("pdftotext", "-raw", sheet, "-").split())
    assert text.count("".join(HOSTILE.split())) == 4
    assert "0 embedded files" in answer("pdfdetach", "-list", sheet)
    assert "FileAttachment" not in opened(sheet)


def test_rejecting_the_sample_redline_gives_the_base_and_accepting_it_the_draft(
    pages: Path, screen: Page
) -> None:
    shown = Page((pages / "drafts/follow-up-cis-conference.redline.html").read_text("utf-8"))
    draft = Page((pages / "drafts/follow-up-cis-conference.html").read_text("utf-8"))
    check_links(shown)
    check_versions(shown, screen, draft)


def test_a_template_and_an_emblem_of_the_workspace_take_the_place_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    command = ["build", "A/RES/53/123", "--format", "html"]
    page = tmp_path / "build" / "A" / "RES" / "53" / "123.html"
    assert run(command) == 0
    assert "data:image" not in page.read_text("utf-8")
    own = tmp_path / "templates"
    own.mkdir()
    (own / "emblem.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    (own / "adoption.html.j2").write_text("<p>So it was adopted.</p>\n", "utf-8")
    assert run(command) == 0
    changed = page.read_text("utf-8")
    assert 'src="data:image/svg+xml;base64,' in changed
    assert changed.count("So it was adopted.") == 2
    assert "85th plenary meeting" not in changed


@pytest.mark.slow
def test_the_masthead_of_today_keeps_its_name_and_each_symbol_on_one_line(
    workspace: Path, tmp_path: Path
) -> None:
    text = (workspace / "content/drafts/amendment-cis-conference.yaml").read_text("utf-8")
    text = re.sub(r"(?m)^session: .*$", 'session: "80"', text)
    text = re.sub(r"(?m)^target: .*$", "target: A/C.3/80/L.20/Rev.1", text)
    (tmp_path / "today.yaml").write_text(text)
    with chdir(tmp_path):
        assert run(["build", "today.yaml", "-o", "today.pdf", "-q"]) == 0
    lines = answer("pdftotext", "-layout", tmp_path / "today.pdf", "-").splitlines()
    assert any(line.split()[:2] == ["United", "Nations"] for line in lines)
    assert any("A/C.3/80/L.20/Rev.1" in line for line in lines)
