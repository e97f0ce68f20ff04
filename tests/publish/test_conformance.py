"""The rules find nothing in what we print, and find what is broken on purpose."""

import pickle
from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest
from benchmarks.conformance import findings
from benchmarks.conforming import content, files, tree
from benchmarks.conforming.samples import sample_pages, texts_of
from benchmarks.official import pressed

from penholder.publish.html import Html
from penholder.publish.volume_jobs import VolumeJob

SAMPLES = dict(sample_pages())
Rule = Callable[[pikepdf.Pdf], Iterator[str]]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["123 as large-print", "123 as paragraph-ids", "redline side-by-side", "volume"]
)
def test_the_rules_find_nothing_in_what_we_print(name: str) -> None:
    html = SAMPLES[name]
    assert list(findings(pressed(html), texts_of(html))) == []


def test_every_sample_can_be_checked_in_another_process() -> None:
    assert {name: pickle.loads(pickle.dumps(page)) for name, page in SAMPLES.items()} == SAMPLES


@pytest.fixture(scope="module")
def printed() -> bytes:
    """A document with notes and subparagraphs."""
    return pressed(SAMPLES["follow-up-cis-conference on letter"])


def _tags(pdf: pikepdf.Pdf, name: str) -> list[pikepdf.Object]:
    return [
        each
        for each in pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == name and "/P" in each
    ]


def _no_marks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def _no_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "x_"


def _no_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _no_fonts(pdf: pikepdf.Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            del each["/FontFile2"]


def _note_without_name(pdf: pikepdf.Pdf) -> None:
    del _tags(pdf, "/Note")[0]["/ID"]


def _heading_too_deep(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/H1")[0].S = pikepdf.Name("/H3")


def _list_of_paragraphs(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/LI")[0].S = pikepdf.Name("/P")


def _link_untold(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Contents"]


def _link_astray(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Dest = pikepdf.String("nowhere")


def _words_untagged(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.obj.Contents = pdf.make_stream(page.Contents.read_bytes() + b" BT (x) Tj ET")


def _mark_untold(pdf: pikepdf.Pdf) -> None:
    del _tags(pdf, "/H1")[0]["/K"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (_no_marks, files.is_marked),
        (_no_language, files.has_language),
        (_no_title, files.shows_title),
        (_no_fonts, files.embeds_fonts),
        (_note_without_name, tree.names_notes),
        (_heading_too_deep, tree.orders_headings),
        (_list_of_paragraphs, tree.nests_rightly),
        (_link_untold, files.annotates_links),
        (_link_astray, files.leads_somewhere),
        (_words_untagged, content.marks_everything),
        (_mark_untold, content.reaches_every_mark),
    ],
)
def test_a_rule_finds_what_is_broken(
    printed: bytes, broken: Callable[[pikepdf.Pdf], None], rule: Rule
) -> None:
    with pikepdf.open(BytesIO(printed)) as pdf:
        assert list(rule(pdf)) == []
    with pikepdf.open(BytesIO(printed)) as pdf:
        broken(pdf)
        assert list(rule(pdf)) != []


def test_every_sample_is_a_page() -> None:
    assert len(SAMPLES) > 30
    assert all(isinstance(html, Html | VolumeJob) for html in SAMPLES.values())
