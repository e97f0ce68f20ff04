"""Units paired across two outlines."""

from __future__ import annotations

import random

import pytest

from penholder.compare.align import Alignment, align
from penholder.compare.chain import Candidate, heaviest_chain
from penholder.model.blocks import Heading, Paragraph, Quote, Table
from penholder.model.document import Annex, Document, Masthead, Part
from penholder.model.outline import Row, Unit, outline

LETTERS = "abcdefghijklmnop"


def units(*texts: str) -> tuple[Unit, ...]:
    return tuple(Unit("operative", 0, Paragraph(text)) for text in texts)


def sentence(seed: int) -> str:
    dice = random.Random(seed)
    return " ".join("".join(dice.choices(LETTERS, k=7)) for _ in range(12))


def test_chain_takes_the_greatest_weight_not_the_greatest_length() -> None:
    candidates = [Candidate(0, 5, 9), Candidate(1, 1, 2), Candidate(2, 2, 2), Candidate(3, 6, 1)]

    assert heaviest_chain(candidates) == [Candidate(0, 5, 9), Candidate(3, 6, 1)]
    assert heaviest_chain([]) == []


def test_unchanged_units_stay() -> None:
    before = units("One is said.", "Two is said.")

    assert align(before, before, {}) == Alignment(stays=((0, 0), (1, 1)))


def test_equal_units_said_many_times_keep_their_order() -> None:
    before = units(*["The same is said."] * 5)

    assert align(before, before[:3], {}).stays == ((0, 0), (1, 1), (2, 2))


def test_short_words_elsewhere_are_no_move() -> None:
    before = (*units(sentence(1), sentence(2)), Unit("operative", 0, Heading("Total")))
    after = (Unit("operative", 0, Heading("Total")), *units(sentence(1), sentence(2)))

    assert align(before, after, {}).moves == ()


def test_reversed_paragraphs_all_move_but_one() -> None:
    texts = [sentence(seed) for seed in range(9)]
    alignment = align(units(*texts), units(*reversed(texts)), {})

    assert (len(alignment.stays), len(alignment.moves)) == (1, 8)


def test_large_gap_of_edited_paragraphs_is_paired_in_order() -> None:
    texts = [sentence(seed) for seed in range(120)]
    after = units(*(f"{text} newly" for text in texts[10:]))

    alignment = align(units(*texts), after, {})
    assert alignment.stays == tuple((row + 10, row) for row in range(110))


def test_large_gap_of_paragraphs_that_share_nothing_pairs_none() -> None:
    before = units(*(sentence(seed) for seed in range(110)))
    after = units(*(sentence(seed) for seed in range(500, 610)))

    assert align(before, after, {}) == Alignment()


def test_unlike_units_alone_between_pairs_need_less_likeness() -> None:
    before = units(sentence(1), "Invites States to report soon on the matter;", sentence(2))
    after = units(sentence(1), "Calls upon States to report on progress;", sentence(2))

    assert align(before, after, {}).stays == ((0, 0), (1, 1), (2, 2))


def test_a_paragraph_that_lost_most_of_its_words_is_paired_by_its_beginning() -> None:
    long, short = sentence(1), " ".join(sentence(1).split()[:9])
    others = sentence(2), sentence(3)
    cut = align(units(f"{long} {sentence(4)} {sentence(5)}", *others), units(short, *others), {})
    grown = align(units(others[0], short), units(f"{long} {sentence(4)} {sentence(5)}"), {})
    unlike = " ".join([*sentence(6).split()[:3], *short.split()[3:]])
    other = align(units(f"{long} {sentence(4)} {sentence(5)}", others[0]), units(unlike), {})

    assert cut.stays == ((0, 0), (1, 1), (2, 2))
    assert grown.stays == ((1, 0),)
    assert other.stays == ()


def test_rows_pair_with_rows_and_tables_with_tables_by_what_they_hold() -> None:
    def document(*shares: str) -> Document:
        rows = tuple((f"State {share}", share) for share in shares)
        return Document(Masthead("resolution", "General Assembly"), operative=(Table(rows=rows),))

    before, after = outline(document("1", "2", "3")), outline(document("1", "3", "4"))
    alignment = align(before, after, {})

    assert (0, 0) in alignment.stays
    assert all(isinstance(before[row].block, Row | Table) for row, _ in alignment.stays)


def test_containers_pair_within_their_kind() -> None:
    inner = Paragraph(sentence(4))
    masthead = Masthead("resolution", "General Assembly")
    before = Document(
        masthead,
        operative=(Quote((inner,)),),
        parts=(Part("Part of it", operative=(Paragraph(sentence(5)),)),),
        annexes=(Annex("Rules", body=(Paragraph(sentence(6)),)),),
    )
    after = Document(
        masthead,
        operative=(Quote((inner, Paragraph(sentence(7)))),),
        parts=(Part("Part of this", operative=(Paragraph(sentence(5)),)),),
        annexes=(Annex("Rules of old", body=(Paragraph(sentence(6)),)),),
    )

    alignment = align(outline(before), outline(after), {})
    assert len(alignment.stays) == len(outline(before))


def test_one_paragraph_becomes_three_and_back() -> None:
    whole = ", and ".join(sentence(seed) for seed in (1, 2, 3))
    before = units(sentence(9), whole, sentence(8))
    after = units(sentence(9), *(f"{sentence(seed)};" for seed in (1, 2, 3)), sentence(8))

    assert align(before, after, {}).splits == ((1, (1, 2, 3)),)
    assert align(after, before, {}).merges == (((1, 2, 3), 1),)


@pytest.mark.parametrize("count", [150, 151])
def test_reworded_moves_are_found_among_many_paragraphs(count: int) -> None:
    before = units(*(sentence(seed) for seed in range(count)), f"{sentence(900)} before")
    others = [sentence(seed) for seed in range(1000, 1000 + count)]
    after = units(f"{sentence(900)} after", *others)

    assert align(before, after, {}).stays == ((count, 0),)
