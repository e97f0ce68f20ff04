from penholder.model.segment import Segment
from penholder.publish.blocks import cells_of


def test_the_cells_of_a_row_are_held_apart_by_tabs() -> None:
    row = (Segment("equal", "Chad\t1"), Segment("insert", "0\t"), Segment("equal", "Fiji"))
    assert cells_of(row) == [
        (Segment("equal", "Chad"),),
        (Segment("equal", "1"), Segment("insert", "0")),
        (Segment("equal", "Fiji"),),
    ]


def test_an_empty_cell_is_a_cell() -> None:
    assert cells_of((Segment("equal", "\tx\t"),)) == [(), (Segment("equal", "x"),), ()]


def test_a_cell_that_only_the_earlier_row_had_joins_its_neighbour() -> None:
    row = (Segment("equal", "Chad"), Segment("delete", "\t1"), Segment("equal", "\t2"))
    assert cells_of(row) == [
        (Segment("equal", "Chad"), Segment("delete", " 1")),
        (Segment("equal", "2"),),
    ]


def test_a_row_that_is_gone_keeps_its_cells() -> None:
    gone = (Segment("delete", "Chad\t1"),)
    assert cells_of(gone) == [(Segment("delete", "Chad"),), (Segment("delete", "1"),)]


def test_a_call_of_a_renamed_note_keeps_what_it_became() -> None:
    call = Segment("equal", "[^n1]", "[^sg]")
    assert cells_of((Segment("equal", "Chad"), call, Segment("equal", "\t1"))) == [
        (Segment("equal", "Chad"), call),
        (Segment("equal", "1"),),
    ]
