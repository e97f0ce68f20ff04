"""Law 1: reading what was written gives the document back, and formatting twice is formatting once.

Comments are held to the same law: each stands once in the canonical text, at the same value.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import date

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from jsonschema import Draft202012Validator

from penholder.check.rules import check
from penholder.model.blocks import Block, Heading, Paragraph, Quote, Section, Table, Unplaced
from penholder.model.document import (
    DISTRIBUTIONS,
    KINDS,
    LANGUAGES,
    ORGANS,
    Adoption,
    Annex,
    Document,
    Footnote,
    Masthead,
    Part,
    Sponsors,
    Vote,
)
from penholder.model.era import ERA_NAMES
from penholder.model.numbering import labels
from penholder.model.outline import outline, rebuilt
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.model.wording import marked, normalised, parse_wording
from penholder.store.comments import comments_of
from penholder.store.findings import problems_of
from penholder.store.json_schema import json_schema
from penholder.store.read import read_document
from penholder.store.source import Source, unit_paths
from penholder.store.write import write_document

SYMBOLS = [
    "A/RES/53/123", "A/RES/ES-10/21", "S/RES/1325 (2000)", "A/RES/377 (V)", "A/RES/2200 A (XXI)",
    "A/C.3/53/L.22/Rev.1", "A/79/302-S/2024/600", "A/RES/69/250*", "E/RES/2020/10",
]  # fmt: skip
ODD_WORDS = [
    "NO", "no", "on", "~", "null", "1:30", "0123", "1_000", "1.10", "1e3", "0xfa", "53/123", "=",
    "1999-02-10", "1999-02-30", "10/02/1999", "- a", "? b", "# c", "a # b", "key: value", "a:", "'",
    '"', "\\", "`", "@x", "%TAG", "&a", "!b", "|", ">", ">-", "{{ 7*7 }}", "{% x %}", "<script>",
    "[Takes note]", "[[open", "a]", "—", "“Safety”", "50\u00a0000", "naïve", "Ελλάς", "联合国", "🕊",
    "...", "---", "a,b", "{a", "[", "]", "{", "}", ",", ":", "*", "-", "2001-1-1 x", ".inf", "+1",
]  # fmt: skip
LETTERS = "".join(map(chr, range(33, 127))) + "\u00a0éÅßžΩЖאب联各’“”–—…·½₂🕊\u0301\u0308"


def _composed(text: str) -> str:
    return normalised(unicodedata.normalize("NFC", text))


def lines(least: int = 0) -> SearchStrategy[str]:
    """Texts on one line with single spaces, odd words among them."""
    word = st.sampled_from(ODD_WORDS) | st.text(LETTERS, min_size=1, max_size=12)
    joined = st.lists(word, min_size=least, max_size=3).map(" ".join).map(_composed)
    return joined.filter(lambda text: len(text) >= least)


KEYS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True) | st.sampled_from(
    ["no", "1", "1e3"]
)
MARKS = st.sampled_from(["*Recalling*", "[^sg]", "[[p1]]", "\\*", "\\[^", "\\\\"])


@st.composite
def wordings(draw: DrawFn, least: int = 0) -> str:
    """Marked texts: odd words, italics, calls, references, escapes; some of many clauses."""
    pieces = draw(st.lists(lines(1).map(marked) | MARKS, min_size=least, max_size=4))
    text = _composed(" ".join(pieces))
    if draw(st.booleans()):
        text = _composed(f"{text}, taking into account the report of the Secretary-General, " * 3)
    parse_wording(text)
    assume(len(text) >= least)
    return text


NUMBERS = st.none() | st.sampled_from(["", "3 bis", "7", "IV", "no"]) | lines(1)
DAYS = st.dates(date(1945, 1, 1), date(2199, 12, 31))


def paragraphs(depth: int = 1) -> SearchStrategy[Paragraph]:
    items = (
        st.lists(st.deferred(lambda: paragraphs(depth - 1)), max_size=3) if depth else st.just([])
    )
    closing = wordings() if depth else st.just("")
    return st.builds(
        Paragraph,
        wordings(1),
        st.just("") | KEYS,
        NUMBERS,
        st.booleans(),
        items.map(tuple),
        closing,
    )


def rows() -> SearchStrategy[tuple[tuple[str, ...], ...]]:
    return st.lists(st.lists(wordings(), max_size=2).map(tuple), max_size=2).map(tuple)


def blocks(depth: int = 1) -> SearchStrategy[Block]:
    quoted = st.lists(st.deferred(lambda: blocks(depth - 1)), max_size=2) if depth else st.just([])
    return st.one_of(
        wordings(1).map(Paragraph),
        paragraphs(),
        st.builds(Section, wordings(), NUMBERS),
        st.builds(Heading, wordings(), st.integers(1, 4)),
        st.builds(Unplaced, wordings(), st.integers(0, 99)),
        quoted.map(tuple).map(Quote),
        st.builds(Table, wordings(), rows(), rows(), st.lists(wordings(), max_size=2).map(tuple)),
    )


BLOCKS = st.lists(blocks(), max_size=2).map(tuple)
NUMBERINGS = st.sampled_from(["continuous", "by section", "none"])
SIDES = st.integers(0, 999) | st.lists(lines(1), max_size=3).map(tuple)
VOTES = st.none() | st.builds(Vote, SIDES, SIDES, SIDES)
ADOPTIONS = st.none() | st.builds(Adoption, DAYS, lines(), VOTES)
PARTS = st.builds(
    Part, wordings(), NUMBERS, st.sampled_from(["part", "section"]), NUMBERINGS, wordings(),
    ADOPTIONS, BLOCKS, BLOCKS,
)  # fmt: skip


def annexes(depth: int = 1) -> SearchStrategy[Annex]:
    inner = st.lists(st.deferred(lambda: annexes(depth - 1)), max_size=2) if depth else st.just([])
    return st.builds(Annex, wordings(), NUMBERS, NUMBERINGS, BLOCKS, inner.map(tuple))


MASTHEADS = st.builds(
    Masthead,
    kind=st.sampled_from(KINDS),
    organ=st.sampled_from(ORGANS),
    symbol=st.none() | st.sampled_from(SYMBOLS).map(Symbol),
    base=st.sampled_from(["", "A/RES/52/102", "A/C.3/53/L.50@abc1234", "drafts/follow-up"]),
    language=st.sampled_from(LANGUAGES),
    committee=lines(),
    session=st.none() | st.builds(Session, st.sampled_from(["", "S-", "ES-"]), st.integers(1, 99)),
    agenda_items=st.lists(lines(1), max_size=3).map(tuple),
    agenda_titles=st.lists(lines().filter(bool), max_size=2).map(tuple),
    distribution=st.sampled_from(["", *DISTRIBUTIONS]),
    issued=st.none() | DAYS,
    reissued=st.none() | DAYS,
    original=lines(),
    heading=lines(),
    origin=lines(),
    sponsors=st.builds(Sponsors, st.lists(lines(1), max_size=3).map(tuple), lines(), lines()),
    style=st.sampled_from(["", *ERA_NAMES]),
)
NOTES = st.lists(
    st.builds(Footnote, KEYS, wordings()), max_size=3, unique_by=lambda note: note.key
).map(tuple)
DOCUMENTS = st.builds(
    Document, MASTHEADS, wordings(), NUMBERINGS, wordings(), ADOPTIONS, BLOCKS, BLOCKS,
    st.lists(PARTS, max_size=2).map(tuple), st.lists(annexes(), max_size=2).map(tuple), NOTES,
)  # fmt: skip


def read(text: str) -> Source:
    return read_document(text.encode(), "x.yaml")


def fmt(text: str) -> str:
    source = read(text)
    assert source.document is not None, source.problems
    return write_document(source.document, comments_of(source))


@given(DOCUMENTS)
def test_reading_what_was_written_gives_the_document_back(document: Document) -> None:
    source = read(write_document(document, modeline="../schema.json"))
    assert not source.problems
    assert source.document == document


@given(DOCUMENTS)
def test_formatting_twice_is_formatting_once(document: Document) -> None:
    once = write_document(document)
    assert fmt(once) == once


@given(DOCUMENTS)
def test_a_document_is_rebuilt_from_its_outline(document: Document) -> None:
    assert rebuilt(document, outline(document)) == document


@given(DOCUMENTS)
def test_every_unit_has_a_label_and_an_anchor_of_its_own(document: Document) -> None:
    found = labels(document)
    assert len(found) == len(outline(document))
    assert len({label.anchor for label in found}) == len(found)


@given(DOCUMENTS)
def test_every_unit_has_the_path_of_its_text(document: Document) -> None:
    source = read(write_document(document))
    paths = unit_paths(document)
    units = outline(document)
    assert len(paths) == len(units)
    for unit, path in zip(units, paths, strict=True):
        scalar = source.scalars.get(path) or source.scalars.get((*path, "text"))
        if scalar and "\t" not in unit.text:
            assert unit.text.startswith(normalised(scalar.text))


@given(DOCUMENTS)
def test_every_finding_has_a_place_in_the_file(document: Document) -> None:
    source = read(write_document(document))
    found = problems_of(source, check(document))
    last = (source.text.count("\n") + 1, 0)
    assert all((1, 1) <= (problem.line, problem.column) <= last for problem in found)


@given(DOCUMENTS)
def test_another_reader_finds_the_same_texts(document: Document) -> None:
    text = write_document(document)
    source = read(text)
    loaded = yaml.load(text, Loader=yaml.BaseLoader)
    for path, scalar in source.scalars.items():
        value = loaded
        for step in path:
            value = value[step]
        assert value == scalar.text


def _scalars(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in _scalars(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in _scalars(each)]
    return [value]


TYPED = {"schema", "preambular", "level", "page", "in_favour", "against", "abstaining"}


def _without_typed(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_typed(each) for key, each in value.items() if key not in TYPED}
    return [_without_typed(each) for each in value] if isinstance(value, list) else value


@given(DOCUMENTS)
def test_no_text_changes_its_type_in_a_resolving_reader(document: Document) -> None:
    loaded = yaml.load(write_document(document), Loader=yaml.CSafeLoader)
    assert {type(leaf) for leaf in _scalars(_without_typed(loaded))} <= {str, date}


def _as_json(value: object) -> object:
    """Dates as texts, as an editor's YAML server takes them."""
    if isinstance(value, dict):
        return {key: _as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


VALIDATOR = Draft202012Validator(json.loads(json_schema()))


@given(DOCUMENTS)
def test_what_is_written_fits_the_json_schema(document: Document) -> None:
    loaded = yaml.load(write_document(document), Loader=yaml.CSafeLoader)
    assert [error.message for error in VALIDATOR.iter_errors(_as_json(loaded))] == []


@st.composite
def commented(draw: DrawFn) -> tuple[str, list[str]]:
    """A canonical file with comments above lines, beside lines and at the end."""
    text = write_document(draw(DOCUMENTS))
    source = read(text)
    inside: set[int] = set()
    for scalar in source.scalars.values():
        if scalar.style in (">", "|"):
            first = scalar.place[0]
            inside.update(range(first + 1, first + text.count("\n", scalar.start, scalar.end) + 1))
    result: list[str] = []
    comments: list[str] = []

    def comment() -> str:
        comments.append(f"# comment {len(comments)}: *x* 'y' \"z\"")
        return comments[-1]

    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        if number not in inside:
            indent = " " * (len(line) - len(line.lstrip()))
            result += [indent + comment() for _ in range(draw(st.integers(0, 3)) // 2)]
            line += f"  {comment()}" if draw(st.integers(0, 3)) == 0 else ""
        result.append(line)
    result += [comment()] if draw(st.booleans()) else []
    return "\n".join(result) + "\n", comments


def _placed(text: str) -> dict[str, object]:
    """Each comment of a text with the value it belongs to; the text alone names a paragraph."""
    found = comments_of(read(text))
    pairs = [(line, path) for path, lines in found.above.items() for line in lines]
    pairs += [(line, path) for path, line in found.beside.items()]
    assert len(pairs) == len({line for line, _ in pairs})
    return {line: path[:-1] if path[-1:] == ("text",) else path for line, path in pairs}


@given(commented())
def test_every_comment_stays_once_at_its_value(case: tuple[str, list[str]]) -> None:
    text, comments = case
    result = fmt(text)
    assert [result.count(comment + "\n") for comment in comments] == [1] * len(comments)
    assert fmt(result) == result
    assert _placed(result) == _placed(text)
    assert read(result).document == read(text).document
