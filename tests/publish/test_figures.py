from penholder.publish.figures import figure_columns
from penholder.publish.page import Row, Words


def row(*cells: str, kind: str = "body") -> Row:
    return Row(kind, tuple((Words(cell),) if cell else () for cell in cells))


def test_columns_of_figures_are_known_by_every_cell_below_the_head() -> None:
    rows = (
        row("", "*Amount*", "Share", "Note", kind="head"),
        row("Oil", "12 345 600", "12.5%", "see 1"),
        row("Wicks", "(107 700)", "–", ""),
        row("Of which:", "", "", ""),
        row("Total", "12 237 900", "100", "–"),
    )
    assert figure_columns(rows) == (1, 2)


def test_dashes_alone_and_words_are_no_figures() -> None:
    assert figure_columns((row("–", "2024 to 2025", "1,200"), row("–", "2025", "-300"))) == (2,)
    assert figure_columns(()) == ()
    assert figure_columns((row("1", kind="note"),)) == ()


def test_sections_stand_left_and_letters_that_call_notes_change_nothing() -> None:
    rows = (
        row("9", "Tides", "92 232 500"),
        row("29", "Wicks", "9 237b"),
        row("", "Total", "2 640c"),
    )
    assert figure_columns(rows) == (2,)
    assert figure_columns((row("12 345"), row("300"))) == (0,)
