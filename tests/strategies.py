"""Hypothesis strategies for documents as the reader would accept them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from hypothesis import strategies as st

from penholder.model.amendment import (
    Address,
    DeleteParagraphs,
    DeleteWords,
    InsertAfter,
    InsertBefore,
    InsertWords,
    Instruction,
    Renumber,
    ReplaceParagraphs,
    ReplaceThroughout,
    ReplaceWords,
    Request,
)
from penholder.model.blocks import (
    Block,
    Heading,
    Numbering,
    Paragraph,
    Quote,
    Section,
    Table,
    Unplaced,
)
from penholder.model.document import (
    DISTRIBUTIONS,
    KINDS,
    LANGUAGES,
    MANNERS,
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
from penholder.model.outline import outline
from penholder.model.session import Session
from penholder.model.symbol import Symbol
from penholder.model.wording import calls, references

NOTE_KEYS = ("sg", "unhcr", "1951-convention", "n1", "n2")
PARAGRAPH_IDS = ("report", "follow-up", "op-1")
STATES = ("Algeria", "Belgium", "Chile", "Côte d’Ivoire", "Türkiye", "Viet Nam")
_WORDS = (
    "Recalling its resolution 52/102 of 12 December 1997 and the report of Secretary-General "
    "Invites all States [urges] to report at fifty-fourth session, on A/53/620; including: "
    "Programme Action. 1,000 per cent 85th (a) État договор 难民 لاجئين “quoted”"
).split()
_OPENINGS = ("Recalling", "Invites", "Calls upon", "Takes note of", "Noting with concern", "*Also*")
_NUMBERINGS: tuple[Numbering, ...] = ("continuous", "by section", "none")
_SYMBOLS = ("A/RES/53/123", "A/C.3/53/L.50", "A/C.3/53/L.50/Rev.1", "S/RES/1325(2000)")
_DATES = st.dates(date(1946, 1, 1), date(2040, 12, 31))
_NUMBERS = st.sampled_from((None, None, None, "3 bis", "", "7"))


_PIECES = (
    *_WORDS,
    *(f"*{word}*" for word in ("Ibid.", "Treaty", "难民")),
    *(f"States[^{key}]" for key in NOTE_KEYS),
    *(f"paragraph [[{name}]]" for name in PARAGRAPH_IDS),
    *(r"\*", r"\[", r"C:\\D", "[or", "not]", "–", "…"),
)


@cache
def texts() -> st.SearchStrategy[str]:
    """Return marked texts, never empty: single spaces, valid marks, several scripts."""
    return st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map(" ".join)


@cache
def plain_texts() -> st.SearchStrategy[str]:
    """Return texts without footnote calls and references."""
    return st.lists(st.sampled_from(_WORDS), min_size=1, max_size=5).map(" ".join)


@cache
def _wordings() -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(_OPENINGS), texts()).map(" ".join)


@cache
def _items(degree: int) -> st.SearchStrategy[tuple[Paragraph, ...]]:
    inner = _items(degree + 1) if degree < 4 else st.just(())
    item = st.builds(
        Paragraph,
        text=texts(),
        number=st.sampled_from((None, None, None, "", "(x)")),
        items=inner,
    )
    return st.one_of(
        st.just(()), st.just(()), st.lists(item, min_size=1, max_size=2).map(tuple)
    ).flatmap(lambda items: _closed(items))


def _closed(items: tuple[Paragraph, ...]) -> st.SearchStrategy[tuple[Paragraph, ...]]:
    """Give the last item text after its own subparagraphs, now and then."""
    if not items or not items[-1].items:
        return st.just(items)
    return st.sampled_from(("", "as appropriate;")).map(
        lambda closing: (*items[:-1], replace(items[-1], closing=closing))
    )


@cache
def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Return paragraphs with subparagraphs of up to four degrees and text after them."""
    bare = st.builds(Paragraph, text=_wordings(), number=_NUMBERS)
    held = st.builds(
        Paragraph,
        text=_wordings(),
        items=_items(1).filter(bool),
        closing=st.sampled_from(("", "", "and decides so;")),
    )
    return st.one_of(bare, bare, held)


@cache
def tables() -> st.SearchStrategy[Table]:
    """Return tables of one to three columns, every row as wide as the head."""
    return st.integers(1, 3).flatmap(_tables_of)


@cache
def _tables_of(width: int) -> st.SearchStrategy[Table]:
    cell = st.one_of(st.just(""), texts())
    row = st.tuples(*(cell for _ in range(width)))
    return st.builds(
        Table,
        title=st.one_of(st.just(""), texts()),
        head=st.lists(row, min_size=1, max_size=1).map(tuple),
        rows=st.lists(row, min_size=1, max_size=3).map(tuple),
        notes=st.lists(texts(), max_size=1).map(tuple),
    )


@cache
def _headings() -> st.SearchStrategy[Block]:
    return st.one_of(
        st.builds(Section, text=texts(), number=st.sampled_from((None, None, "II"))),
        st.builds(Heading, text=texts(), level=st.integers(1, 4)),
        st.builds(Unplaced, text=texts(), page=st.integers(0, 99)),
    )


def _rarer(common: st.SearchStrategy[Paragraph]) -> st.SearchStrategy[Block]:
    quotes = st.lists(st.one_of(common, _headings()), min_size=1, max_size=2).map(
        lambda blocks: Quote(tuple(blocks))
    )
    return st.one_of(_headings(), quotes, tables())


def _bodies(common: st.SearchStrategy[Paragraph]) -> st.SearchStrategy[tuple[Block, ...]]:
    block: st.SearchStrategy[Block] = st.one_of(common, common, common, _rarer(common))
    return st.lists(block, max_size=3).map(tuple)


@cache
def preambles() -> st.SearchStrategy[tuple[Block, ...]]:
    """Return the blocks of a preamble."""
    return _bodies(st.builds(Paragraph, text=_wordings()))


@cache
def operatives() -> st.SearchStrategy[tuple[Block, ...]]:
    """Return the blocks of an operative part, a preambular paragraph among them now and then."""
    inside = st.builds(Paragraph, text=_wordings(), preambular=st.just(True))
    return _bodies(st.one_of(paragraphs(), paragraphs(), paragraphs(), inside))


@cache
def annexes() -> st.SearchStrategy[Annex]:
    """Return annexes with at most two appendices."""
    appendix = st.builds(Annex, title=texts(), body=operatives())
    return st.builds(
        Annex,
        title=st.one_of(st.just(""), texts()),
        number=st.sampled_from((None, None, "IV")),
        numbering=st.sampled_from(_NUMBERINGS),
        body=operatives(),
        appendices=st.lists(appendix, max_size=2).map(tuple),
    )


@cache
def adoptions() -> st.SearchStrategy[Adoption]:
    """Return adoption lines, some with a recorded vote."""
    vote = st.builds(
        Vote,
        in_favour=st.integers(0, 193),
        against=st.lists(st.sampled_from(STATES), min_size=1, unique=True).map(
            lambda states: tuple(sorted(states))
        ),
    )
    meeting = st.sampled_from(("", "85th plenary meeting"))
    dated = st.builds(Adoption, date=_DATES, meeting=meeting, vote=st.none() | vote)
    manner = st.sampled_from(MANNERS)
    return dated | st.builds(Adoption, date=_DATES, meeting=meeting, manner=manner)


@cache
def parts() -> st.SearchStrategy[Part]:
    """Return parts of a composite resolution, or sections with a preamble of their own."""
    return st.builds(
        Part,
        title=texts(),
        kind=st.sampled_from(("part", "section")),
        numbering=st.sampled_from(_NUMBERINGS),
        organ_line=st.sampled_from(("", "The General Assembly,")),
        adopted=st.none() | adoptions(),
        preamble=preambles(),
        operative=operatives(),
    )


@cache
def addresses() -> st.SearchStrategy[Address]:
    """Return addresses of paragraphs, as a sentence can name them."""
    return st.sampled_from(
        ("PP 1", "PP 14", "PP 3 (b)", "PP last", "OP 1", "OP 12", "OP 5 (b)", "OP 5 (b) (ii)",
         "OP last", "section II, OP 4", "annex I, paragraph 2", "PP last-1", "OP last-2",
         "OP 4, sentence 2", "PP 3, sentence last", "OP 2, lead-in", "OP 5 (b), sentence last-1")
    ).map(Address.parse)  # fmt: skip


@cache
def instructions() -> st.SearchStrategy[Instruction]:
    """Return instructions of one request, without a sentence, that a sentence can say."""
    return st.one_of(
        st.builds(Instruction, asks=st.tuples(_requests())),
        st.builds(
            Instruction,
            asks=st.tuples(_requests_of_text()),
            text=st.lists(st.builds(Paragraph, _wordings()), min_size=1, max_size=3).map(tuple),
        ),
    )


def _places() -> st.SearchStrategy[tuple[Address, ...]]:
    return st.lists(addresses(), min_size=1, max_size=3, unique=True).map(tuple)


def _requests() -> st.SearchStrategy[Request]:
    said = st.sampled_from(("human rights", "*Takes note* of", ", including women,", "84th"))
    return st.one_of(
        st.builds(DeleteParagraphs, _places()),
        st.builds(ReplaceWords, said, said, _places()),
        st.builds(ReplaceThroughout, said, said, _places()),
        st.builds(DeleteWords, said, _places()),
        st.builds(InsertWords, said, _places(), after=said),
        st.builds(InsertWords, said, _places(), before=said),
        st.builds(InsertWords, said, _places(), after=said, before=said),
        st.builds(InsertWords, said, _places(), end=st.sampled_from(("beginning", "end"))),
        st.just(Renumber()),
    )


def _requests_of_text() -> st.SearchStrategy[Request]:
    return st.one_of(
        st.builds(InsertAfter, addresses()),
        st.builds(InsertBefore, addresses()),
        st.builds(ReplaceParagraphs, _places()),
    )


@cache
def mastheads() -> st.SearchStrategy[Masthead]:
    """Return mastheads of every organ, kind and session."""
    states = st.lists(st.sampled_from(STATES), max_size=3, unique=True).map(tuple)
    return st.builds(
        Masthead,
        kind=st.sampled_from(KINDS),
        organ=st.sampled_from(ORGANS),
        symbol=st.none() | st.sampled_from(_SYMBOLS).map(Symbol.parse),
        base=st.sampled_from(("", "A/RES/52/102")),
        target=st.sampled_from(("", "A/C.3/53/L.9/Rev.1")),
        committee=st.sampled_from(("", "Third Committee")),
        session=st.none() | st.sampled_from(("53", "80", "S-10", "ES-11")).map(Session.parse),
        agenda_items=st.lists(st.sampled_from(("105", "18 (l)", "7")), unique=True).map(tuple),
        agenda_titles=st.sampled_from(((), ("Human rights questions",))),
        distribution=st.sampled_from(("", *DISTRIBUTIONS)),
        issued=st.none() | _DATES,
        origin=st.one_of(st.just(""), plain_texts()),
        sponsors=st.builds(Sponsors, states=states),
        style=st.sampled_from(("", "1946", "1992", "2020")),
        session_dates=st.sampled_from(("", "24 February–4 April 2025")),
        language=st.sampled_from(LANGUAGES),
    )


@st.composite
def _instructions(draw: st.DrawFn) -> Instruction:
    """Return instructions with and without a sentence of their own, read and unread."""
    whole = draw(instructions())
    sentence = draw(st.sampled_from(("", "Delete “it”.", "After paragraph 3, insert:")))
    asks = whole.asks if draw(st.booleans()) or not sentence else ()
    return replace(whole, sentence=sentence, asks=asks)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return documents in which every note that is called and every paragraph named is there."""
    is_composite = draw(st.integers(0, 3)) == 0
    bare = Document(
        masthead=draw(mastheads()),
        title=draw(texts()),
        numbering=draw(st.sampled_from(_NUMBERINGS)),
        organ_line=draw(st.sampled_from(("", "The General Assembly,"))),
        adopted=draw(st.none() | adoptions()),
        preamble=() if is_composite else draw(preambles()),
        operative=() if is_composite else draw(operatives()),
        instructions=tuple(draw(st.lists(_instructions(), max_size=2))),
        parts=tuple(draw(st.lists(parts(), min_size=1, max_size=2))) if is_composite else (),
        annexes=tuple(draw(st.lists(annexes(), max_size=2))),
    )
    return _with_notes(draw, _with_targets(bare))


def _with_targets(document: Document) -> Document:
    """Give the operative part a paragraph for every id that a reference names."""
    told = [document.title, *(unit.text for unit in outline(document))]
    named = sorted({name for text in told for name in references(text)})
    targets = tuple(Paragraph(f"Requests the {name};", id=name) for name in named)
    if not document.parts:
        return replace(document, operative=(*document.operative, *targets))
    last = document.parts[-1]
    whole = replace(last, operative=(*last.operative, *targets))
    return replace(document, parts=(*document.parts[:-1], whole))


def _with_notes(draw: st.DrawFn, document: Document) -> Document:
    told = [document.title, *(unit.text for unit in outline(document))]
    called = sorted({key for text in told for key in calls(text)})
    ordered = draw(st.permutations(called))
    return replace(document, footnotes=tuple(Footnote(key, draw(plain_texts())) for key in ordered))


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Document, Document]:
    """Return two versions of a document: operative blocks shuffled, dropped, reworded, new."""
    before = draw(documents())
    other = draw(documents())
    shuffled = draw(st.permutations(before.operative))
    kept = shuffled[: draw(st.integers(0, len(shuffled)))]
    reworded = tuple(_reworded(block) for block in kept)
    after = replace(
        before,
        title=draw(st.sampled_from((before.title, other.title))),
        preamble=draw(st.sampled_from((before.preamble, other.preamble))),
        operative=(*reworded, *other.operative),
        annexes=draw(st.sampled_from((before.annexes, other.annexes))),
    )
    return before, _with_notes(draw, _with_targets(_without_targets(after)))


def _reworded(block: Block) -> Block:
    if isinstance(block, Paragraph) and len(block.text) % 3 == 0:
        return replace(block, text=f"{block.text} as appropriate;")
    return block


def _without_targets(document: Document) -> Document:
    parts = tuple(replace(part, operative=_unnamed(part.operative)) for part in document.parts)
    return replace(document, operative=_unnamed(document.operative), parts=parts)


def _unnamed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not (isinstance(block, Paragraph) and block.id))
