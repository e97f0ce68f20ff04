"""What we print is read back as what it was: import(print(document)) == document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from penholder.ingest.reading import read_source
from penholder.model.blocks import Block, Heading, Paragraph, Quote, Section, Table
from penholder.model.document import Adoption, Annex, Document, Footnote, Masthead, Part, Sponsors
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.publish.compose import Setting, document_page
from penholder.publish.html import render_html
from penholder.publish.page import Paper
from penholder.publish.pdf import Press
from penholder.publish.template_files import template_folders
from penholder.publish.templates import Templates

pytestmark = pytest.mark.slow  # many pages

# Each example prints pages, which takes long.
FEWER = settings().max_examples // 3
_WORDS = (
    "rivers and lakes of all regions, which keep the peoples who live beside them, their fields "
    "and cities (large or small), and the waters of the “world” from drought – as in 1999–2001"
).split()
_MASTHEAD = Masthead(
    kind="resolution",
    organ="General Assembly",
    symbol=Symbol.parse("A/RES/79/310"),
    session=Session.parse("79"),
    agenda_items=("13", "117 (b)"),
    agenda_titles=("Water, and the keeping of rivers and lakes",),
    distribution="General",
    issued=date(2025, 1, 7),
    origin="on the report of the Second Committee (A/79/620, para. 9)",
)


@cache
def _clauses() -> st.SearchStrategy[str]:
    """Return words enough for one line to four, without an end."""
    words = st.lists(st.sampled_from(_WORDS), min_size=12, max_size=60)
    return words.map(lambda found: " ".join(found).rstrip(",–"))


def _sentences(opening: str, end: str) -> st.SearchStrategy[str]:
    return _clauses().map(lambda words: f"{opening} {words}{end}")


@cache
def _items(degree: int) -> st.SearchStrategy[tuple[Paragraph, ...]]:
    bare = st.builds(Paragraph, _sentences("To keep", ";"))
    if degree < 3:
        inner = st.builds(Paragraph, _sentences("To keep", ":"), items=_items(degree + 1))
        bare = st.one_of(bare, bare, inner)
    return st.lists(bare, min_size=2, max_size=3).map(tuple)


def _operative() -> st.SearchStrategy[tuple[Block, ...]]:
    plain = st.builds(Paragraph, _sentences("Decides", ";"))
    listed = st.builds(
        Paragraph,
        _sentences("Requests", ":"),
        items=_items(1),
        closing=st.one_of(st.just(""), _sentences("as it", ";")),
    )
    quoted = st.tuples(
        st.builds(Paragraph, _sentences("Decides", ":")),
        st.builds(
            Quote, st.tuples(st.builds(Paragraph, _clauses().map(lambda it: f"“Rule {it}.”;")))
        ),
    )
    tabled = st.tuples(
        st.builds(Paragraph, _sentences("Approves", ":")),
        st.just(
            Table(
                head=(("*Section*", "*Amount*"),),
                rows=(("Rivers", "92 738 500"), ("Lakes", "(107 700)"), ("Total", "–")),
            )
        ),
    )
    runs = st.lists(st.one_of(st.tuples(plain), st.tuples(listed), quoted, tabled), max_size=4)
    last = Paragraph("Requests the Secretary-General to report.")
    first = Paragraph("Decides to keep the rivers clean;")
    return runs.map(lambda found: (first, *(block for run in found for block in run), last))


def _documents() -> st.SearchStrategy[Document]:
    return st.builds(
        Document,
        st.just(_MASTHEAD),
        st.sampled_from(("Clean rivers", "Clean rivers and lakes: 2030 and beyond " * 3)).map(
            str.strip
        ),
        adopted=st.just(Adoption(date(2024, 12, 19), "54th plenary meeting")),
        preamble=st.lists(
            st.builds(Paragraph, _sentences("Recalling", ",")), min_size=1, max_size=3
        ).map(tuple),
        operative=_operative(),
        annexes=st.sampled_from(((), (_ANNEX,))),
    )


_ANNEX = Annex(
    "Rules of the river",
    numbering="continuous",
    body=(
        Heading("I. Scope", 1),
        Paragraph("All waters, whatever their name, are kept clean by those who live there."),
        Heading("A. Salt", 2),
        Paragraph("Seas are no rivers.", items=(Paragraph("Bays;"), Paragraph("Straits."))),
    ),
)


@cache
def _press() -> tuple[Press, Templates]:
    return Press(), Templates(template_folders(None))


def _read_back(document: Document, paper: Paper = "letter") -> Document:
    press, templates = _press()
    page = document_page(document, "", Setting("print", paper))
    return read_source(press.render(render_html(page, templates).text)).document


@settings(max_examples=FEWER, phases=(Phase.explicit, Phase.generate))
@given(_documents())
def test_a_resolution_is_read_back_from_its_pages(document: Document) -> None:
    assert _read_back(document) == document


def test_a_table_below_the_first_paragraph_of_a_page_leaves_it_there() -> None:
    approves = Paragraph(f"Approves {' '.join(_WORDS)}:")
    table = Table(
        head=(("*Section*", "*Amount*"),),
        rows=(("Rivers", "92 738 500"), ("Lakes", "(107 700)"), ("Total", "–")),
    )
    end = Paragraph("Requests the Secretary-General to report.")
    for count in (11, 12, 18, 19):  # where a page ends with the table, or before its paragraph
        first = tuple(Paragraph("Decides to keep the rivers clean;") for _ in range(count))
        document = Document(
            _MASTHEAD, "Clean rivers", operative=(*first, approves, table, approves, table, end)
        )
        assert _read_back(document) == document


@pytest.mark.parametrize(("words", "before"), [(12, 13), (12, 14), (12, 15), (27, 12), (27, 13)])
def test_what_closes_a_list_is_none_of_its_last_item_at_the_top_of_a_page(
    words: int, before: int
) -> None:
    """The last line of the item is nearly as long as the page is wide."""
    first = tuple(Paragraph("Decides to keep the rivers clean;") for _ in range(before))
    item = Paragraph(f"To keep {' '.join((_WORDS * 2)[:words]).rstrip(',–')};")
    said = " ".join(_WORDS)
    listed = Paragraph(f"Requests {said}:", items=(item, item), closing=f"as it did {said};")
    end = Paragraph("Requests the Secretary-General to report.")
    document = Document(_MASTHEAD, "Clean rivers", operative=(*first, listed, end))
    assert _read_back(document) == document


def test_a_page_of_another_size_is_read_alike() -> None:
    words = "Recalling " + " ".join(_WORDS) + " and what they hold,"
    document = Document(
        _MASTHEAD,
        "Clean rivers",
        adopted=Adoption(date(2024, 12, 19), "54th plenary meeting"),
        preamble=(Paragraph(words), Paragraph(words)),
        operative=(Paragraph("Decides to act;"), Paragraph("Requests a report.")),
    )
    assert _read_back(document, "a4") == document


def test_a_draft_with_sections_notes_and_a_sponsor_note_is_read_back() -> None:
    note = "Resolution 47/193, annex."
    document = Document(
        replace(
            _MASTHEAD,
            kind="draft resolution",
            symbol=Symbol.parse("A/C.3/79/L.9/Rev.1"),
            committee="Third Committee",
            distribution="Limited",
            original="English",
            origin="",
            sponsors=Sponsors(
                ("Austria", "Netherlands (Kingdom of the)", "Trinidad and Tobago"),
                note="Any changes to the list of sponsors will be reflected in the record.",
                submitted_as="revised draft resolution",
            ),
        ),
        "Clean rivers",
        preamble=(Paragraph(f"Recalling {' '.join(_WORDS)} and its resolution,[^res-47-193]"),),
        operative=(
            Section("Of rivers"),
            Paragraph(f"Decides {' '.join(_WORDS)} to act;"),
            Section("Of lakes"),
            Paragraph(f"Requests {' '.join(_WORDS)} a report."),
        ),
        footnotes=(Footnote("res-47-193", note),),
    )
    assert _read_back(document) == document


def test_a_composite_is_read_back_with_its_parts() -> None:
    texts = f"Recalling {' '.join(_WORDS)},", f"Decides {' '.join(_WORDS)} to act;"
    parts = tuple(
        Part(
            title,
            preamble=(Paragraph(texts[0]),),
            operative=(Paragraph(texts[1]), Paragraph("Requests a report.")),
        )
        for title in ("Rivers", "Lakes and ponds")
    )
    adopted = Adoption(date(2024, 12, 19), "54th plenary meeting")
    document = Document(_MASTHEAD, "Clean rivers", adopted=adopted, parts=parts)
    assert _read_back(document) == document
