"""A volume printed by several workers: the same bytes, one file, and faults told in order."""

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from penholder.errors import EnvironmentFault, MissingGlyphs, PenholderError, UnreadableError
from penholder.publish.bindery import bind
from penholder.publish.binding import Means
from penholder.publish.pressroom import Pressroom, Printed
from penholder.publish.volume_jobs import VolumeJob

pytestmark = pytest.mark.slow  # many processes

HEAD = """<html lang="en"><head><title>Rivers</title><style>
@page { size: 300pt 240pt; margin: 40pt; @footnote { border-top: 0.5pt solid } }
@page :left { @top-left { content: counter(page) } @top-right { content: string(name) } }
@page :right { @top-left { content: string(name) } @top-right { content: counter(page) } }
html { font: 12pt/20pt "Liberation Serif" }
h1 { font: bold 14pt/20pt "Liberation Serif"; bookmark-level: 1; string-set: name content() }
p { margin: 0 0 20pt; orphans: 1; widows: 1 }
.note { float: footnote }
%s</style></head><body>"""
FRONT = (
    HEAD % "" + '<h1>Contents</h1><p><a href="#d1">One, <span data-page-of="d1"></span></a>'
    '<p><a href="#d2">Two, <span data-page-of="d2"></span></a>'
    '<p><a href="#d3">Three, <span data-page-of="d3"></span></a></body></html>'
)
BACK = (
    HEAD % "" + '<h1>Index</h1><p><a href="#d3">Three, page <span data-page-of="d3"></span></a>'
    "</body></html>"
)


def chapter(name: str, words: str, style: str = "") -> str:
    return f'{HEAD % style}<main id="{name}"><h1>Chapter {name}</h1>{words}</main></body></html>'


def paragraphs(count: int) -> str:
    return "".join(f"<p>Paragraph {each} flows on.</p>" for each in range(1, count + 1))


CHAPTERS = (
    chapter("d1", paragraphs(4)),
    chapter("d2", paragraphs(2) + "<p><i>Only here</i> stand <b><i>these faces</i></b>.</p>"),
    chapter("d3", '<p>A word<span class="note" id="n3">A note.</span> with a note.</p>'),
)


def printed(*chapters: str, workers: int = 2) -> Printed:
    with Pressroom(workers) as pressroom:
        return bind(pressroom, VolumeJob(FRONT, chapters, BACK, Means()))


def bound(*chapters: str, workers: int = 2) -> bytes:
    outcome = printed(*chapters, workers=workers)
    assert isinstance(outcome, bytes), outcome
    return outcome


def texts(data: bytes, folder: Path) -> list[str]:
    path = folder / "volume.pdf"
    path.write_bytes(data)
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in told.stdout.decode().split("\f")][:-1]


def _named_pages(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Page]]:
    flat = list(pdf.Root.Names.Dests.Names)
    for name, place in zip(flat[::2], flat[1::2], strict=True):
        yield str(name), pikepdf.Page(place[0])


def _links(page: pikepdf.Page) -> list[Any]:
    return list(page.obj.get("/Annots", []))


def _marks(tag: Any) -> list[int]:
    return [kid for kid in tag.K if isinstance(kid, int)]


def _objects(tag: Any) -> list[tuple[int, int]]:
    kids = [kid for kid in tag.K if not isinstance(kid, int)]
    return [kid.Obj.objgen for kid in kids if "/Obj" in kid]


def _bookmarks(data: bytes, folder: Path) -> list[tuple[str, int]]:
    """Return the title of each bookmark and the number of its page in the file."""
    path = folder / "volume.pdf"
    path.write_bytes(data)
    asked = ["qpdf", "--json", "--json-key=outlines", str(path)]
    told = subprocess.run(asked, capture_output=True, check=True)
    marks = json.loads(told.stdout)["outlines"]
    return [(mark["title"], mark["destpageposfrom1"]) for mark in marks]


@pytest.fixture(scope="module")
def volume() -> bytes:
    return bound(*CHAPTERS)


def test_pages_are_numbered_on_and_told_in_contents_and_index(
    volume: bytes, tmp_path: Path
) -> None:
    assert texts(volume, tmp_path) == [
        "Contents 1 Contents One, 1 Two, 3 Three, 4",
        "Chapter d1 1 Chapter d1 Paragraph 1 flows on. Paragraph 2 flows on. Paragraph 3 flows on.",
        "2 Chapter d1 Paragraph 4 flows on.",
        "Chapter d2 3 Chapter d2 Paragraph 1 flows on. Paragraph 2 flows on."
        " Only here stand these faces.",
        "4 Chapter d3 Chapter d3 A word1 with a note. 1. A note.",
        "Index 5 Index Three, page 4",
    ]


@pytest.mark.parametrize("workers", [1, 3])
def test_the_bytes_do_not_depend_on_how_many_print(volume: bytes, workers: int) -> None:
    assert bound(*CHAPTERS, workers=workers) == volume


def test_links_and_bookmarks_lead_to_the_pages_they_name(volume: bytes, tmp_path: Path) -> None:
    with pikepdf.open(BytesIO(volume)) as pdf:
        names = {str(name): page.index for name, page in _named_pages(pdf)}
        assert {name: names[name] for name in ("d1", "d2", "d3")} == {"d1": 1, "d2": 3, "d3": 4}
        linked = [(page.index, link) for page in pdf.pages for link in _links(page)]
        led = dict.fromkeys((number, str(link["/Dest"])) for number, link in linked)
        assert [each for each in led if each[1].startswith("d")] == [
            (0, "d1"), (0, "d2"), (0, "d3"), (5, "d3"),
        ]  # fmt: skip
    assert _bookmarks(volume, tmp_path) == [
        ("Contents", 1), ("Chapter d1", 2), ("Chapter d2", 4), ("Chapter d3", 5), ("Index", 6),
    ]  # fmt: skip


def test_every_mark_and_every_link_finds_its_tag(volume: bytes) -> None:
    with pikepdf.open(BytesIO(volume)) as pdf:
        flat = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        keys = [int(key) for key in flat[::2]]
        assert keys == sorted(set(keys))
        found = dict(zip(keys, flat[1::2], strict=True))
        for page in pdf.pages:
            for number, tag in enumerate(found[int(page.obj.StructParents)]):
                assert number in _marks(tag)
                assert tag.Pg.objgen == page.obj.objgen
            for link in _links(page):
                assert link.objgen in _objects(found[int(link["/StructParent"])])


def test_each_face_is_in_the_file_once(volume: bytes) -> None:
    with pikepdf.open(BytesIO(volume)) as pdf:
        faces = [
            str(each.FontName)
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        ]
    names = sorted(face.partition("+")[2] for face in faces)
    assert names == [
        "Liberation-Serif", "Liberation-Serif-Bold", "Liberation-Serif-Bold-Italic",
        "Liberation-Serif-Italic",
    ]  # fmt: skip


def test_where_left_pages_have_another_measure_a_chapter_is_laid_out_for_its_side(
    tmp_path: Path,
) -> None:
    wide = "@page :left { margin-left: 100pt }"
    first = chapter("d1", "", wide)
    words = "<p>" + "Water flows on and on. " * 4
    pages = texts(bound(first, chapter("d2", words, wide), chapter("d3", "", wide)), tmp_path)
    assert pages[2].startswith("2 Chapter d2 Chapter d2 Water")
    path = tmp_path / "volume.pdf"
    told = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    lefts = [line.split('"')[1] for line in told.stdout.decode().splitlines() if ">Water<" in line]
    assert float(lefts[0]) == pytest.approx(106, abs=1)


def test_of_several_faults_the_first_chapters_is_told_and_the_workers_go_on() -> None:
    unsafe = chapter("d2", '<img src="file:///etc/passwd" alt="">')
    unfit = chapter("d3", '<img src="asset:none" alt="">')
    with Pressroom(2) as pressroom:
        job = VolumeJob(FRONT, (CHAPTERS[0], unsafe, unfit), BACK, Means())
        fault = bind(pressroom, job)
        assert isinstance(fault, PenholderError)
        assert fault.code == "E-ASSET"
        assert "file:///etc/passwd" in fault.what
        assert isinstance(bind(pressroom, VolumeJob(FRONT, CHAPTERS, BACK, Means())), bytes)


def test_letters_that_no_font_has_are_told_of_all_chapters_at_once() -> None:
    fault = printed(CHAPTERS[0], chapter("d2", "<p>\ue001</p>"), chapter("d3", "<p>\ue002</p>"))
    assert isinstance(fault, MissingGlyphs)
    assert fault.characters == ("\ue001", "\ue002")


def test_a_text_that_cannot_be_set_is_the_fault_of_its_chapter() -> None:
    def chapters() -> Iterator[str]:
        yield CHAPTERS[0]
        raise UnreadableError("E-TEMPLATE", "no template chapter.html.j2", "restore it")

    with Pressroom(2) as pressroom:
        fault = bind(pressroom, VolumeJob(FRONT, chapters(), BACK, Means()))
    assert isinstance(fault, UnreadableError)
    assert fault.code == "E-TEMPLATE"


def test_a_worker_that_dies_takes_the_volume_with_it_and_not_the_pressroom() -> None:
    def chapters() -> Iterator[str]:
        yield CHAPTERS[0]
        children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
        for child in set(children) - before:
            os.kill(int(child), signal.SIGKILL)
        yield CHAPTERS[1]
        yield CHAPTERS[2]

    before = set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())
    with Pressroom(2) as pressroom:
        fault = bind(pressroom, VolumeJob(FRONT, chapters(), BACK, Means()))
        assert isinstance(fault, EnvironmentFault)
        assert fault.code == "E-RENDER"
        assert isinstance(bind(pressroom, VolumeJob(FRONT, CHAPTERS, BACK, Means())), bytes)
